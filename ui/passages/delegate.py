"""Draws the lines of a list of passages."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.passages.layout import LaidOut, laid_out
from ui.passages.line import PassageLine
from ui.passages.model import LINE_ROLE
from ui.theme.paper import line_height
from ui.theme.tokens import SIX, STEP, TWO

Index = QModelIndex | QPersistentModelIndex
_INSET = TWO  # from the view's edge to the words
_BAR = 4
_CHOSEN_BAR = 3
_MOST_KEPT = 500  # lines laid out, each a few kilobytes


class PassageDelegate(QStyledItemDelegate):
    """Lines are `width` pixels wide, which must be told before sizes are asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.width = 0
        self._kept: dict[tuple[PassageLine, int], LaidOut] = {}

    def forget(self) -> None:
        """Lay everything out anew: another theme, size or list."""
        self._kept.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        return QSize(self.width, self._laid_out(line).height if line is not None else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if line is None:
            return
        painter.save()
        rect = QRect(0, option.rect.top(), self.width, option.rect.height())
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)  # piled marks reach into the rows beside
        paint_ground(painter, rect, option.state, divided=index.row() > 0)
        self._paint_line(painter, rect, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, line: PassageLine) -> None:
        colours, made = theme.tokens().colours, self._laid_out(line)
        if line.colour:
            bar = QRect(_INSET - STEP - _BAR // 2, rect.top() + made.tops[0], _BAR, line_height(theme.tokens().body))
            painter.fillRect(bar, QColor(theme.legible(line.colour, colours.surface, colours.ink)))
        layouts = (made.head, made.where, made.words)
        quiet = (not line.words, True, False)
        for layout, top, secondary in zip(layouts, made.tops, quiet, strict=True):
            painter.setPen(QColor(colours.secondary if secondary else colours.ink))
            layout.draw(painter, QPointF(_INSET, rect.top() + top))

    def _laid_out(self, line: PassageLine) -> LaidOut:
        key = (line, self.width)
        if key not in self._kept:
            if len(self._kept) > _MOST_KEPT:  # lines are also replaced, one by one
                self._kept.clear()
            self._kept[key] = laid_out(line, max(SIX, self.width - _INSET - TWO))
        return self._kept[key]


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
        painter.fillRect(QRect(_INSET, rect.top(), rect.width() - _INSET - TWO, 1), QColor(colours.line))
