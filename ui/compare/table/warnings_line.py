"""What should be known before columns are compared: one line that opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.compare.cards.card_delegate import draw_chevron
from ui.compare.cards.card_layout import INSET, caption_font
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, RADIUS, STEP
from ui.theme.words import words_on


class WarningsLine(QWidget):
    """ "Before you compare (3)"; clicked, the sentences below it, and again without them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = _Toggle()
        self._sentences = Text("", Role.SMALL).wrapped()
        self._sentences.setContentsMargins(INSET, 0, INSET, HALF)
        self._sentences.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._sentences)
        self.toggle.toggled.connect(self._sentences.setVisible)

    @property
    def sentences(self) -> str:
        """What stands below the line, open or not."""
        return self._sentences.text()

    def say(self, warnings: Sequence[str]) -> None:
        """Warn of this; nothing is there where there is nothing to warn of."""
        self.toggle.setText(f"Before you compare ({len(warnings)})")
        self._sentences.setText("\n".join(warnings))
        self.setVisible(bool(warnings))


class _Toggle(QAbstractButton):
    """The line: small words after the sign that rows have too."""

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
