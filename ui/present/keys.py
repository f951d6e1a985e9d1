"""Which action a key means while one presents: read from the table of actions, so that the help says the same."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.actions.offered import PRESENT, actions_of, is_single


class KeyTable:
    """The keys of the room. Signs are found by what they write, since they lie elsewhere on other keyboards."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}
        self._keys: dict[int, str] = {}
        for spec in actions_of(PRESENT):
            for key in filter(None, (spec.shortcut, *spec.also)):
                if is_single(key):
                    self._signs[key.casefold()] = spec.id
                else:
                    self._keys[_combined(key)] = spec.id

    def action(self, event: QKeyEvent, *, letters: bool) -> str:
        """The id of the action that this key means, "" for none. `letters`: keys of one letter or sign work."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        combined = QKeyCombination(modifiers, key).toCombined()
        if combined in self._keys:
            return self._keys[combined]
        written = event.text().casefold()
        if not letters or modifiers & ~Qt.KeyboardModifier.ShiftModifier or not written.isprintable():
            return ""
        if written.isalpha() and modifiers:
            return ""
        return self._signs.get(written, "")


def _combined(key: str) -> int:
    """The key with its modifiers, as a number."""
    sequence = QKeySequence(key)
    first: QKeyCombination = sequence[0]  # type: ignore[index]  # Qt's stubs do not know that it can be indexed
    return first.toCombined()


def digit(event: QKeyEvent) -> int | None:
    """The number on the key, None for none."""
    return int(event.text()) if len(event.text()) == 1 and event.text() in "123456789" else None
