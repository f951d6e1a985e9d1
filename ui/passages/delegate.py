"""Draws the lines of a list of passages."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import theme
from ui.passages.layout import LaidOut, laid_out
from ui.passages.line import PassageLine
from ui.shared.lines import INSET, LINE_ROLE, Index, LineDelegate
from ui.theme.paper import line_height
from ui.theme.tokens import STEP, TWO

_BAR = 4
_CHOSEN_BAR = 3


class PassageDelegate(LineDelegate[PassageLine, LaidOut]):
    """Draws passages, one below the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(laid_out, parent)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        return QSize(self.width, self.laid_out(line).height if line is not None else 0)

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
        colours, made = theme.tokens().colours, self.laid_out(line)
        if line.colour:
            bar = QRect(INSET - STEP - _BAR // 2, rect.top() + made.tops[0], _BAR, line_height(theme.tokens().body))
            painter.fillRect(bar, QColor(theme.legible(line.colour, colours.surface, colours.ink)))
        layouts = (made.head, made.where, made.words)
        quiet = (not line.words, True, False)
        for layout, top, secondary in zip(layouts, made.tops, quiet, strict=True):
            painter.setPen(QColor(colours.secondary if secondary else colours.ink))
            layout.draw(painter, QPointF(INSET, rect.top() + top))


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
