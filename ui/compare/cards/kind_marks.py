"""The small marks of the four kinds of statement: each has a shape of its own, so that colour says nothing alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from index.topics.model import StatementKind
from ui import theme

_LINE = 1.5


def draw_kind(painter: QPainter, kind: StatementKind, at: QPointF, size: float) -> None:
    """Draw the mark in a square of `size` pixels whose top left is `at`.

    A pledge is a full disc, a record a full square, criticism a triangle, context an open ring.
    """
    colours = theme.tokens().colours
    colour = QColor(colours.accent if kind is StatementKind.PLEDGE else colours.secondary)
    box = QRectF(at.x(), at.y(), size, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if kind is StatementKind.PLEDGE:
        painter.drawEllipse(box)
    elif kind is StatementKind.RECORD:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif kind is StatementKind.CRITICISM:
        painter.drawPolygon(QPolygonF([box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight()]))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, _LINE))
        painter.drawEllipse(box.adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2))
    painter.restore()
