"""Paints the line of a code, with its pattern, and the sign of a memo."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from ui.theme.code_marks import PATTERNS


def paint_line(
    painter: QPainter, left: float, right: float, top: float, thickness: float, *, colour: str, pattern: int
) -> None:
    """A line from `left` to `right`, `thickness` pixels high from `top` down."""
    ink, dashes = QColor(colour), PATTERNS[pattern]
    if not dashes:
        painter.fillRect(QRectF(left, top, right - left, thickness), ink)
        return
    x, number = left, 0
    while x < right:
        length = dashes[number % len(dashes)] * thickness
        if number % 2 == 0:
            painter.fillRect(QRectF(x, top, min(length, right - x), thickness), ink)
        x += length
        number += 1


def paint_memo(painter: QPainter, box: QRectF, colour: str) -> None:
    """A small sheet with a folded corner."""
    fold = box.width() / 3
    sheet = QPolygonF(
        [
            box.topLeft(),
            QPointF(box.right() - fold, box.top()),
            QPointF(box.right(), box.top() + fold),
            box.bottomRight(),
            box.bottomLeft(),
        ]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colour))
    painter.drawPolygon(sheet)
    for share in (0.5, 0.75):
        y = box.top() + share * box.height()
        painter.drawLine(QPointF(box.left() + 2, y), QPointF(box.right() - 2, y))
    painter.restore()
