"""Lists whose rows are drawn as wide as the view: what Qt asks of their lines, and measuring them anew."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.session.settings import Settings
from ui.shared.keyed_list import KeyedList
from ui.theme.tokens import SIX, TWO

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 10  # beyond those that rows are drawn by
INSET = TWO  # from the view's edge to the words
_CHOSEN_BAR = 3
_MOST_KEPT = 500  # lines laid out, each a few kilobytes
L = TypeVar("L")
M = TypeVar("M")


class LinesModel(QAbstractListModel, Generic[L]):
    """Lines one below the other, told apart by `key`; `shown` gives what a line is for each role of Qt's."""

    def __init__(
        self, key: Callable[[L], object], shown: Mapping[int, Callable[[L], Any]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.lines: tuple[L, ...] = ()
        self._key = key
        self._shown: dict[int, Callable[[L], Any]] = {**shown, LINE_ROLE: lambda line: line}

    def show_lines(self, lines: Sequence[L]) -> None:
        """Show these. The same lines in the same order keep what is chosen."""
        if list(map(self._key, lines)) == list(map(self._key, self.lines)):
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines) or role not in self._shown:
            return None
        return self._shown[role](self.lines[index.row()])


class LineDelegate(QStyledItemDelegate, Generic[L, M]):
    """Draws lines `width` pixels wide, which must be told before sizes are asked for."""

    divided = False  # whether a hair line parts the rows

    def __init__(self, lay_out: Callable[[L, int], M], parent: QObject | None = None) -> None:
        """`lay_out` sets a line in so many pixels."""
        super().__init__(parent)
        self.width = 0
        self._lay_out = lay_out
        self._kept: dict[tuple[L, int], M] = {}

    def forget(self) -> None:
        """Lay everything out anew: another theme, size or list."""
        self._kept.clear()

    def laid_out(self, line: L) -> M:
        """The line as it is drawn."""
        key = (line, self.width)
        if key not in self._kept:
            if len(self._kept) > _MOST_KEPT:  # lines are also replaced, one by one
                self._kept.clear()
            self._kept[key] = self._lay_out(line, max(SIX, self.width - INSET - TWO))
        return self._kept[key]

    @abstractmethod
    def paint_line(self, painter: QPainter, rect: QRect, line: L) -> None:
        """Draw the words of a line, whose ground is there."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        rect = QRect(0, option.rect.top(), self.width, option.rect.height())
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)  # piled marks reach into the rows beside
        paint_ground(painter, rect, option.state, divided=self.divided and index.row() > 0)
        self.paint_line(painter, rect, line)
        painter.restore()


class LineList(KeyedList, Generic[L]):
    """Lines of a model, drawn at the width of the view."""

    def __init__(
        self,
        settings: Settings,
        name: str,
        model: LinesModel[L],
        drawing: LineDelegate[L, Any],
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(settings, name, parent)
        self._drawing = drawing
        model.setParent(self)
        drawing.setParent(self)
        self.setModel(model)
        self.setItemDelegate(drawing)
        model.modelReset.connect(drawing.forget)
        theme.changed.connect(self._measure_again)

    @property
    def line(self) -> L | None:
        """The line in use."""
        found: L | None = self.currentIndex().data(LINE_ROLE)
        return found

    def _measure_again(self) -> None:
        self._drawing.width = self.viewport().width()
        self._drawing.forget()
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._drawing.width:
            self._measure_again()


def paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, divided: bool) -> None:
    """The ground of a row of a list, tinted where it is chosen; `divided` from the row above by a line."""
    colours = theme.tokens().colours
    if state & QStyle.StateFlag.State_Selected:
        focused = state & QStyle.StateFlag.State_HasFocus
        painter.fillRect(rect, QColor(colours.accent_tint if focused else colours.hover))
        painter.fillRect(QRect(rect.left(), rect.top(), _CHOSEN_BAR, rect.height()), QColor(colours.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(colours.window))
    if divided:
        painter.fillRect(QRect(INSET, rect.top(), rect.width() - INSET - TWO, 1), QColor(colours.line))
