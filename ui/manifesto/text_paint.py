"""What is painted under flowing text: the opened passage, quotations, pages that begin; and the tint of found words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.model import Kind
from ui import theme
from ui.manifesto.manifesto import OpenManifesto
from ui.manifesto.text_geometry import TextGeometry
from ui.theme import paper
from ui.theme.tokens import HALF, STEP


def paint_passage(
    painter: QPainter, geometry: TextGeometry, block: int | None, width: int, *, ground: bool = True
) -> None:
    """The ground of the passage that was opened, on a viewport of this width; its bar alone without the `ground`."""
    rect = geometry.rect_of(block) if block is not None else None
    if rect is not None:
        now = theme.tokens()
        # A line's spare height stands above its letters, so that the ground must reach further down.
        box = QRectF(STEP, rect.top() - 1, width - 2 * STEP, rect.height() + STEP - 1)
        if ground:
            painter.fillRect(box, QColor(paper.passage(now)))
        painter.fillRect(QRectF(STEP, box.top(), paper.PASSAGE_BAR, box.height()), QColor(now.colours.accent))


def paint_quotes(painter: QPainter, geometry: TextGeometry, manifesto: OpenManifesto | None) -> None:
    """A bar beside each quotation in sight."""
    if manifesto is None:
        return
    first, last = geometry.in_sight()
    for number in range(first, last + 1):
        if manifesto.shown[number].kind is Kind.QUOTE:
            rect = geometry.rect_of(number)
            if rect is not None:
                bar = QRectF(paper.GUTTER + HALF, rect.top(), 2, rect.height())
                painter.fillRect(bar, QColor(theme.tokens().colours.line))


def paint_breaks(painter: QPainter, geometry: TextGeometry) -> None:
    """A fine line where a page begins within a paragraph."""
    for start, rect in geometry.starts_in_sight():
        if start.place.offset:
            line = QRect(rect.left() - 2, rect.top() + HALF // 2, 1, rect.height())
            painter.fillRect(line, QColor(theme.tokens().colours.control))


def tinted(words: QTextCursor, *, current: bool) -> QTextEdit.ExtraSelection:
    """Found words, as they are tinted; the `current` ones more strongly."""
    colours = theme.tokens().colours
    characters = QTextCharFormat()
    characters.setBackground(QColor(colours.accent if current else colours.mark))
    if current:
        characters.setForeground(QColor(colours.on_accent))
    found = QTextEdit.ExtraSelection()
    found.cursor, found.format = words, characters
    return found
