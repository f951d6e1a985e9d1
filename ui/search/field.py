"""The box to type in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.tokens import MEASURE


class SearchField(QLineEdit):
    """Down and Return lead to what was found; Esc empties it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search all manifestos")
        self.setAccessibleName("Search all manifestos")
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(MEASURE)

    def use(self, reason: Qt.FocusReason) -> None:
        """Be ready for typing something else."""
        self.setFocus(reason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
