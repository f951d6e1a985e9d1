"""The field above a list that finds what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from reader.wording import tr


class FilterField(QLineEdit):
    """Down and Return lead to what was found; Esc empties it, and is the place's where it is empty."""

    left = Signal()

    def __init__(self, hint: str, name: str = "", parent: QWidget | None = None) -> None:
        """`hint` stands in the empty field; a screen reader says `name`, or the hint where there is none."""
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear"))

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
