"""Which keys are the codebook's wherever in it the focus is, so that the place beside it never has them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ui.shared.keyed_list import PLAIN, Keys, answer_of

_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)  # buttons, not codes


def own_key(keys: Keys, event: QKeyEvent, *, letters: bool, codes: bool) -> Callable[[], object] | None:
    """What a key does that no part of the codebook has taken for itself; None where it is the place's.

    `keys` are those of the tree, which work at buttons and choices too while `codes` are shown. In fields, and where
    they mean nothing, they and all other letters and signs do nothing.
    """
    answer = answer_of(keys, event, letters=letters)
    writing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
    if answer is not None and codes and not writing and event.key() not in _PRESSES:
        return answer
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    typed = held == PLAIN and event.text().isprintable() and bool(event.text().strip())
    return _nothing if answer is not None or typed else None


def _nothing() -> None:
    """What a key does that is the codebook's and means nothing where it was pressed."""
