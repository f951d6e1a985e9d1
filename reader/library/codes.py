"""The codes of a library and the tree that they form, as plain values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

# What stands between the names of a path where it is written as one text.
BETWEEN = " > "

_FIELDS = (
    *("id", "parent", "name", "colour", "definition", "include", "exclude", "example"),
    *("key", "codable", "topic", "position"),
)
_CODES = """
SELECT id, coalesce(parent, ''), name, colour, definition, include, exclude, example, "key", codable, topic, position
FROM codes ORDER BY position, name, id
"""


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `parent` is the id of the code above it, "" at the top; `position` orders those under one parent.

    `colour` is "#rrggbb" or "". `include` and `exclude` say what belongs and what does not, `example` is a passage.
    `key` is a shortcut, or the digits of a scheme ("605.1"). Without `codable` it only groups others. `topic` is the
    id of a linked topic or "".
    """

    id: str
    parent: str
    name: str
    colour: str = ""
    definition: str = ""
    include: str = ""
    exclude: str = ""
    example: str = ""
    key: str = ""
    codable: bool = True
    topic: str = ""
    position: int = 0


class Codebook:
    """The codes as a tree; a code that stands under none that is there stands at the top."""

    def __init__(self, codes: Iterable[Code] = ()) -> None:
        known = {code.id: code for code in codes}
        self._under: dict[str, list[Code]] = {}
        for code in known.values():
            self._under.setdefault(code.parent if code.parent in known else "", []).append(code)
        self._above: dict[str, str] = {}
        self._codes: dict[str, Code] = {}
        self._walk("")
        # Two people may have nested two codes under each other at once: neither is lost.
        for name, code in known.items():
            if name not in self._codes:
                self._under[code.parent].remove(code)
                self._under.setdefault("", []).append(code)
                self._put(code, "")
        self._numbers = {name: number for number, name in enumerate(self._codes)}

    def _walk(self, above: str) -> None:
        for code in self._under.get(above, ()):
            self._put(code, above)

    def _put(self, code: Code, above: str) -> None:
        self._codes[code.id] = code
        self._above[code.id] = above
        self._walk(code.id)

    @property
    def codes(self) -> tuple[Code, ...]:
        """All codes as the tree is read: each before those under it."""
        return tuple(self._codes.values())

    def __len__(self) -> int:
        return len(self._codes)

    def get(self, code: str) -> Code | None:
        """The code with this id."""
        return self._codes.get(code)

    def number(self, code: str) -> int:
        """Where the code with this id stands as the tree is read, from 0; 0 for one that is not there."""
        return self._numbers.get(code, 0)

    def children(self, code: str = "") -> tuple[Code, ...]:
        """The codes directly under the one with this id, in their order; those at the top for ""."""
        return tuple(self._under.get(code, ()))

    def parent(self, code: str) -> str:
        """The id of the code above the one with this id, "" at the top."""
        return self._above.get(code, "")

    def above(self, code: str) -> tuple[str, ...]:
        """The ids of the codes above the one with this id, the outermost first."""
        found: list[str] = []
        while code := self._above.get(code, ""):
            found.insert(0, code)
        return tuple(found)

    def below(self, code: str) -> tuple[str, ...]:
        """The ids of all codes under the one with this id, at any depth, without itself."""
        found: list[str] = []
        for child in self.children(code):
            found += [child.id, *self.below(child.id)]
        return tuple(found)

    def path(self, code: str) -> tuple[str, ...]:
        """The names from the top down to the code with this id; none where it is not there."""
        return tuple(self._codes[name].name for name in (*self.above(code), code) if name in self._codes)

    def written_path(self, code: str) -> str:
        """The path as one text: "Crime > Police"."""
        return BETWEEN.join(self.path(code))

    def find(self, *path: str) -> Code | None:
        """The code with this path of names, whatever their case; with one name, the first of that name anywhere.

        One at the top is taken before others.
        """
        wanted = [compared(name) for name in path]
        found = None
        for code in self.codes:
            names = [compared(name) for name in self.path(code.id)]
            if names == wanted:
                return code
            if found is None and len(wanted) == 1 and names[-1] == wanted[0]:
                found = code
        return found

    def with_key(self, key: str) -> Code | None:
        """The code with this shortcut, whatever its case."""
        wanted = key.casefold()
        return next((code for code in self.codes if wanted and code.key.casefold() == wanted), None)


def compared(name: str) -> str:
    """A name as it is compared: whatever its case and the white space in it."""
    return " ".join(name.split()).casefold()


def codebook(connection: sqlite3.Connection) -> Codebook:
    """The codes of a library."""
    rows = [dict(zip(_FIELDS, row, strict=True)) for row in connection.execute(_CODES)]
    return Codebook(Code(**{**row, "codable": bool(row["codable"])}) for row in rows)
