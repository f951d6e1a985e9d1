"""What is shown while files are being dragged over the window: that they may be dropped anywhere in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import fonts
from ui.theme.tokens import RADIUS, STEP

_WORDS = "Drop to add to the library"
_VEIL = 0.86
_LINE = 2


class DropHint(QWidget):
    """A veil over the window with one sentence. It hears nothing itself: the window does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_WORDS)
        self.hide()

    def cover(self) -> None:
        """Show it over the whole window."""
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens().colours
        veil = QColor(colours.surface)
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(colours.accent), _LINE))
        painter.drawRoundedRect(self.rect().adjusted(STEP, STEP, -STEP, -STEP), RADIUS, RADIUS)
        painter.setFont(fonts.reading(theme.tokens().title, bold=True))
        painter.setPen(QColor(colours.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _WORDS)
