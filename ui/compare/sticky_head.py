"""The head of the row that is being read, kept over the columns while they scroll under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.compare.card_delegate import draw_head


class StickyHead(QWidget):
    """The head of the row that is being read, over the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, subtopic: str) -> None:
        if subtopic != self.accessibleName():
            self.setAccessibleName(subtopic)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_head(painter, self.rect(), self.accessibleName())
        painter.end()
