"""Takes a codebook in from a file: what is there already stays as it is, what is new is added, in one edit."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from index.annotations.codebook_files import codes_of
from index.annotations.taken_in import LeftOut, TakenIn, left_out
from reader.library.codebook_edits import add_codes
from reader.library.codes import Code, Codebook
from reader.library.library import Library
from reader.wording import tr


def codebook(library: Library, path: Path) -> TakenIn:
    """What the codebook in a file would add to the library, which is not changed. Raises as `codes_of` does."""
    taking = _Taking(library.codebook())
    for found in codes_of(path):
        taking.take(found.code, found.number)
    edit = add_codes(library, f"Import {len(taking.new)} codes from “{path.name}”", taking.new)
    return TakenIn(edit, 0, len(taking.new), 0, taking.there, tuple(taking.skipped), tuple(taking.remarks))


class _Taking:
    """The codebook as it grows."""

    def __init__(self, book: Codebook) -> None:
        self._before = book
        self._book = book
        self._keys = {code.key.casefold() for code in book.codes if code.key}
        # By their ids in the file, what codes are here.
        self._here: dict[str, str] = {"": ""}
        self.new: list[Code] = []
        self.there = 0
        self.skipped: list[LeftOut] = []
        self.remarks: list[str] = []

    def take(self, code: Code, number: int) -> None:
        """Take one code, whose parent has been taken."""
        if not code.name or code.parent not in self._here:
            self.skipped.append(
                left_out(number, code.name, tr("The code has no name, or what it stands under has none."))
            )
            return
        parent = self._here[code.parent]
        if known := self._known(code, parent):
            self._here[code.id] = known
            self.there += 1
            return
        name = self._free_name(code.name, parent)
        taken = self._book.get(code.id) is not None
        made = replace(code, id=str(uuid.uuid4()) if taken else code.id, parent=parent, name=name, key=self._key(code))
        self._here[code.id] = made.id
        self.new.append(made)
        self._book = Codebook([*self._book.codes, made])

    def _known(self, code: Code, parent: str) -> str:
        """The id of the same code in the library: by its id, else by its name under the same code."""
        if self._before.get(code.id) is not None:
            return code.id
        same = (one.id for one in self._before.children(parent) if one.name.casefold() == code.name.casefold())
        return next(same, "") if parent == "" or self._before.get(parent) else ""

    def _free_name(self, name: str, parent: str) -> str:
        """The name with a number where the file has it twice under one code, which the library does not."""
        names = {one.name.casefold() for one in self._book.children(parent)}
        free, number = name, 1
        while free.casefold() in names:
            number += 1
            free = f"{name} ({number})"
        if free != name:
            self.remarks.append(tr("“{name}” is there twice: the second is “{free}” now.", name=name, free=free))
        return free

    def _key(self, code: Code) -> str:
        key = " ".join(code.key.split())
        if key and key.casefold() in self._keys:
            self.remarks.append(tr("The key “{key}” of “{name}” is that of another code.", key=key, name=code.name))
            return ""
        self._keys |= {key.casefold()} - {""}
        return key
