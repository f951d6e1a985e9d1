"""A line of text that gives way: it is cut with an ellipsis where there is no room, and then says all as a tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.text import Role, Text
from ui.theme.words import give_tip


class Elided(Text):
    """A label that can be made as narrow as the window needs."""

    def __init__(self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show this text."""
        self.setText(text)
        self._tell_all()

    def _tell_all(self) -> None:
        give_tip(self, self.text() if self._cut() != self.text() else "")

    def _cut(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room())

    def _room(self) -> int:
        return self.contentsRect().width() - max(0, self.indent())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_all()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect().adjusted(max(0, self.indent()), 0, 0, 0)
        painter.drawText(room, int(self.alignment()), self._cut())
