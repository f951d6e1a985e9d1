"""The few parts of the chrome that the style draws with harder lines than we want: menus, tabs, heads, splitters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QMenuBar,
    QSizePolicy,
    QSplitter,
    QSplitterHandle,
    QStyle,
    QStyleOptionMenuItem,
    QStyleOptionTab,
    QTabBar,
    QWidget,
)

from ui.theme import fonts
from ui.theme.theme import tokens as now
from ui.theme.tokens import FOUR, RADIUS, STEP, TWO
from ui.theme.words import caption, one_line, tip

_TAB_GAP = TWO
_UNDERLINE = 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MenuBar(QMenuBar):
    """A menu bar on the window's own ground, without lines."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(now().colours.window))
        for action in self.actions():
            option = QStyleOptionMenuItem()
            self.initStyleOption(option, action)
            option.rect = self.actionGeometry(action)
            if not option.rect.isEmpty():
                self.style().drawControl(QStyle.ControlElement.CE_MenuBarItem, option, painter, self)


class TabBar(QTabBar):
    """Tabs as words on a line; the chosen one is underlined with the accent, or with its own colour (tab data)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, words: str, hint: str = "") -> int:
        """One more tab with these words and this tip, "" for none; gives its number."""
        at = self.addTab(caption(words))
        self.setTabToolTip(at, tip(hint))
        return at

    def say(self, index: int, words: str) -> None:
        """These words on the tab."""
        self.setTabText(index, caption(words))

    def tabSizeHint(self, index: int) -> QSize:
        metrics, words = self.fontMetrics(), self.tabText(index).replace("&&", "&")
        # The chosen tab is bold: every tab is as wide as it would be then, so that nothing moves.
        width = max(metrics.horizontalAdvance(words), _bold_width(words))
        return QSize(width + 2 * _TAB_GAP, round(FOUR * now().scale) + STEP)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = now().colours
        for index in range(self.count()):
            option = QStyleOptionTab()
            self.initStyleOption(option, index)
            chosen = index == self.currentIndex()
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            painter.setFont(fonts.interface(now().body, bold=chosen))
            painter.setPen(QColor(colours.ink if chosen or hovered else colours.secondary))
            words = self.tabRect(index).adjusted(_TAB_GAP, 0, -_TAB_GAP, 0)
            painter.drawText(words, _LEFT | Qt.TextFlag.TextHideMnemonic, self.tabText(index))
            if chosen:
                line = QRect(words.left(), self.height() - _UNDERLINE, words.width(), _UNDERLINE)
                painter.fillRect(line, QColor(self.tabData(index) or colours.accent))
            if chosen and self.hasFocus():
                _focus_ring(painter, self.tabRect(index).adjusted(_TAB_GAP // 2, 4, -_TAB_GAP // 2, -6))


class Header(QHeaderView):
    """The head of a table: small secondary words, a line below, no boxes."""

    def __init__(self, parent: QWidget | None = None, *, floating: bool = False) -> None:
        """`floating`: of a table on the raised ground of a panel."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._floating = floating
        self.setDefaultAlignment(_LEFT)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(FOUR * now().scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        beside = self.viewport().rect()
        beside.setLeft(self.length())
        if not beside.isEmpty():  # the style draws the end of a box there
            painter = QPainter(self.viewport())
            painter.fillRect(beside, self._ground())
            painter.fillRect(QRect(beside.left(), beside.bottom(), beside.width(), 1), QColor(now().colours.line))

    def _ground(self) -> QColor:
        return QColor(now().colours.raised if self._floating else now().colours.surface)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = now().colours
        painter.fillRect(rect, self._ground())
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.line))
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        text = one_line(str(self.model().headerData(section, self.orientation()) or ""))
        if sorted_by:
            text += " ↑" if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else " ↓"
        alignment = self.model().headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        painter.setFont(fonts.interface(now().small, bold=sorted_by))
        painter.setPen(QColor(colours.ink if sorted_by else colours.secondary))
        words = rect.adjusted(STEP, 0, -STEP, 0)
        flags = alignment if alignment is not None else self.defaultAlignment()
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(flags), elided)


class Splitter(QSplitter):
    """A splitter whose handle is a hair line with room to grip it."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(STEP)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = now().colours
        painter.fillRect(self.rect(), QColor(colours.surface))
        line = QColor(colours.control if self.underMouse() else colours.line)
        middle = self.rect().center()
        if self.orientation() is Qt.Orientation.Horizontal:
            painter.fillRect(QRect(middle.x(), 0, 1, self.height()), line)
        else:
            painter.fillRect(QRect(0, middle.y(), self.width(), 1), line)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class Line(QFrame):
    """A hair line that divides: horizontal unless told otherwise."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(now().colours.line))


class Surface(QWidget):
    """A widget on the ground that words are read on."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(now().colours.surface))


def _bold_width(text: str) -> int:
    return QFontMetrics(fonts.interface(now().body, bold=True)).horizontalAdvance(text)


def _focus_ring(painter: QPainter, rect: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(now().colours.accent))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
