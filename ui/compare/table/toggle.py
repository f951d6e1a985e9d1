"""A line of small words that opens what stands below it, and folds it up again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.compare.cards.card_delegate import draw_chevron
from ui.compare.cards.card_layout import INSET, caption_font
from ui.theme.tokens import HALF, RADIUS, STEP
from ui.theme.words import words_on


class Toggle(QAbstractButton):
    """Small words after the sign that rows have too; checked while what they stand for is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(caption_font())
        return QSize(INSET + metrics.horizontalAdvance(words_on(self)) + STEP, metrics.height() + HALF)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.tokens().colours
        draw_chevron(painter, self.rect(), folded=not self.isChecked())
        painter.setFont(caption_font())
        painter.setPen(QColor(colours.ink if self.underMouse() else colours.secondary))
        words = self.rect().adjusted(INSET, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words_on(self))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(words.adjusted(-HALF, 0, -1, -1), RADIUS, RADIUS)
        painter.end()
