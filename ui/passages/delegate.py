"""Draws the lines of a list of passages."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.passages.layout import LaidOut, laid_out
from ui.passages.line import PassageLine
from ui.shared.lines import INSET, LINE_ROLE, Index, LineDelegate
from ui.theme.paper import line_height
from ui.theme.tokens import STEP

_BAR = 4


class PassageDelegate(LineDelegate[PassageLine, LaidOut]):
    """Draws passages, one below the other."""

    divided = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(laid_out, parent)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        return QSize(self.width, self.laid_out(line).height if line is not None else 0)

    def paint_line(self, painter: QPainter, rect: QRect, line: PassageLine) -> None:
        colours, made = theme.tokens().colours, self.laid_out(line)
        if line.colour:
            bar = QRect(INSET - STEP - _BAR // 2, rect.top() + made.tops[0], _BAR, line_height(theme.tokens().body))
            painter.fillRect(bar, QColor(theme.legible(line.colour, colours.surface, colours.ink)))
        layouts = (made.head, made.where, made.words)
        quiet = (not line.words, True, False)
        for layout, top, secondary in zip(layouts, made.tops, quiet, strict=True):
            painter.setPen(QColor(colours.secondary if secondary else colours.ink))
            layout.draw(painter, QPointF(INSET, rect.top() + top))
