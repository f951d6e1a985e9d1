"""The way back from the places of a figure to the face that it stood in, with what was asked there before."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit

from ui.search.scope import Scope


@dataclass(frozen=True, slots=True)
class _Left:
    """A face (id) that was left for the places of a query that it `wished`: what was asked of it before, and where."""

    face: str
    query: str
    scope: str
    wished: str


class WayBack:
    """Remembers box and scope as they were; one step, since whoever asks for something else does not go back."""

    def __init__(self, field: QLineEdit, scope: Scope) -> None:
        self._field, self._scope = field, scope
        self._left: _Left | None = None

    def leave(self, face: str, wished: str) -> None:
        """This face is left because it wished to see what this query finds."""
        self._left = _Left(face, self._field.text(), self._scope.value, wished)

    def come(self, face: str) -> None:
        """This face comes forward: it is asked what it was before, where the query still stands in the box."""
        left = self._left
        if left is None or left.face != face:
            return
        self._left = None
        if self._field.text() == left.wished:
            with QSignalBlocker(self._field):
                self._field.setText(left.query)
            self._scope.choose(left.scope)
