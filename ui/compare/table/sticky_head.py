"""The head of the row that is being read, kept over the columns while they scroll under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.compare.cards.card_delegate import draw_head
from ui.compare.cards.entries import Entry


class StickyHead(QWidget):
    """The head of the row that is being read, over the columns."""

    clicked = Signal(str)  # the row's id
    wheeled = Signal(object)  # QWheelEvent: what is under it is to scroll

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head: Entry | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, head: Entry) -> None:
        """Show this head."""
        if head is not self._head:
            self._head = head
            self.setAccessibleName(head.subtopic)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._head is not None:
            painter = QPainter(self)
            draw_head(painter, self.rect(), self._head)
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._head is not None:
            self.clicked.emit(self._head.row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheeled.emit(event)
