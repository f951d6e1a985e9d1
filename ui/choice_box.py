"""A box to choose one thing from, which says when something was chosen from its list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceBox(QComboBox):
    """Whoever opens the list and chooses looks at what was chosen for next, and so should the keys: `picked` says when.

    Whoever walks through the values with the arrow keys, the list closed, stays in the box.
    """

    picked = Signal()  # after `activated`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = False
        self.activated.connect(lambda _: self._tell())

    def showPopup(self) -> None:
        self._listed = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._listed = False  # the list is closed, or it would have the keys
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if self._listed:
            self._listed = False
            self.picked.emit()
