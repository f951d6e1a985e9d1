"""Searches made before and searches that were saved: kept with the window's settings, found again by typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from PySide6.QtWidgets import QWidget

from reader.wording import tr
from ui.shared.choosing import Choice, choose
from ui.theme.words import one_line

# A query, and the set or manifesto (id) that it was asked of, "" for all.
Asked: TypeAlias = tuple[str, str]

_MOST = 100  # of those made before; the oldest are forgotten
_LONGEST = 500  # characters of a query that is kept


class Recall:
    """The newest first. What is saved stays until it is saved no longer."""

    def __init__(self) -> None:
        self.earlier: list[Asked] = []
        self.saved: list[Asked] = []

    def note(self, query: str, scope: str) -> None:
        """Somebody has searched for this."""
        if query and len(query) <= _LONGEST:
            asked = (query, scope)
            self.earlier = [asked, *(one for one in self.earlier if one != asked)][:_MOST]

    def save(self, query: str, scope: str) -> bool:
        """Save this search, or save it no longer where it is saved; whether it is saved now."""
        asked = (query, scope)
        if asked in self.saved:
            self.saved.remove(asked)
            return False
        self.saved.insert(0, asked)
        return True

    def ask(self, over: QWidget, names: Mapping[str, str], taken: Callable[[str, str], object]) -> None:
        """Let one be chosen; `taken` gets its query and its scope. `names` are those of sets and manifestos by id."""
        offered = [*self.saved, *(one for one in self.earlier if one not in self.saved)]
        choices = [
            Choice(str(number), one_line(query), self._note((query, scope), names))
            for number, (query, scope) in enumerate(offered)
        ]
        choose(
            over,
            tr("Saved and earlier searches"),
            choices,
            lambda chosen: taken(*offered[int(chosen[0])]),
            find=tr("Type a few letters of it"),
        )

    def _note(self, asked: Asked, names: Mapping[str, str]) -> str:
        saved = tr("saved") if asked in self.saved else ""
        return ", ".join(filter(None, (one_line(names.get(asked[1], "")), saved)))

    def state(self) -> dict[str, Any]:
        """Both as plain JSON values."""
        return {"earlier": [list(one) for one in self.earlier], "saved": [list(one) for one in self.saved]}

    def restore(self, state: Mapping[str, Any]) -> None:
        """What state() told of, as far as it makes sense."""
        self.earlier, self.saved = _read(state.get("earlier"))[:_MOST], _read(state.get("saved"))


def _read(kept: object) -> list[Asked]:
    pairs = [tuple(one) for one in kept if isinstance(one, list)] if isinstance(kept, list) else []
    return [
        (one[0], one[1]) for one in pairs if len(one) == 2 and all(isinstance(part, str) for part in one) and one[0]
    ]
