"""Which keys begin to write in a list, so that they are not heard as keys of the comparison."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def begins_writing(event: QKeyEvent) -> bool:
    """Whether a key is a letter, digit or sign, or takes a line out."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    letter = bool(event.text()) and event.text().isprintable()
    return plain and (letter or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter))
