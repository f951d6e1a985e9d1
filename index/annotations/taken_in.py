"""What an import makes of a file, before it is applied: one edit, what it comes to, and what it leaves out and why."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.edits import Change, Edit
from reader.library.codebook_edits import add_codes
from reader.library.coder_edits import new_coder
from reader.library.codes import BETWEEN, Code, Codebook, compared
from reader.library.coding import New, add_annotations
from reader.library.library import Library
from reader.library.verdicts import About
from reader.wording import tr, tr_count

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was not taken. `number` is that of spreadsheets (the head is 1), `words` are how its words begin."""

    number: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """An edit that has not been applied. `there` counts what the library has already, `units` the new ones.

    `more` is what else is to be known of it, a sentence or "".
    """

    edit: Edit
    annotations: int = 0
    codes: int = 0
    coders: int = 0
    there: int = 0
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    units: int = 0
    more: str = ""

    @property
    def summary(self) -> str:
        """What applying the edit does, as a sentence or two."""
        new = [
            tr_count("1 code or note", "{count:,} codes and notes", self.annotations) if self.annotations else "",
            tr_count("1 unit to be coded", "{count:,} units to be coded", self.units) if self.units else "",
            tr_count("1 new code of the codebook", "{count:,} new codes of the codebook", self.codes)
            if self.codes
            else "",
            tr_count("1 new coder", "{count:,} new coders", self.coders) if self.coders else "",
        ]
        said = ", ".join(filter(None, new)) or tr("nothing new")
        there = tr_count("{count:,} was there already", "{count:,} were there already", self.there)
        rows = tr_count("1 row was left out", "{count:,} rows were left out", len(self.left_out))
        more = "; ".join([*([there] if self.there else []), *([rows] if self.left_out else [])])
        first = tr("Taken in: {new} ({more}).", new=said, more=more) if more else tr("Taken in: {new}.", new=said)
        return f"{first} {self.more}".rstrip()


def left_out(number: int, words: str, why: str) -> LeftOut:
    """A row that is not taken, with so much of its words as a list shows."""
    flat = " ".join(words.split())
    return LeftOut(number, flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN].rstrip()}…", why)


class Ambiguous(Exception):  # a state of the codebook, told to the person as a row that is left out
    """Several codes have this name."""


@dataclass
class Arriving:
    """Codes and coders that a file names: those that are there, and new ones that the edit makes."""

    library: Library
    codes: list[Code] = field(default_factory=list)
    coders: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.book: Codebook = self.library.codebook()
        self._coders = {one.name.casefold(): one.id for one in self.library.coders()}
        self._found: dict[str, Code] = {}

    def coder(self, name: str) -> str:
        """The id of the coder of this name, who is made where there is none; of the one at work for ""."""
        cleaned = " ".join(name.split())
        if not cleaned:
            return self.library.coder
        if cleaned.casefold() not in self._coders:
            self.coders.append(new_coder(cleaned))
            self._coders[cleaned.casefold()] = self.coders[-1].id
        return self._coders[cleaned.casefold()]

    def code(self, path: str) -> Code:
        """The code with this path ("Crime > Police"), or the only one of this name or key; else a new one.

        Raises Ambiguous.
        """
        if path not in self._found:
            self._found[path] = self._there(path) or self._new(path)
        return self._found[path]

    def _there(self, path: str) -> Code | None:
        wanted = compared(path)
        whole = [code for code in self.book.codes if compared(self.book.written_path(code.id)) == wanted]
        named = whole or [code for code in self.book.codes if compared(code.name) == wanted]
        if not named:
            named = [code for code in self.book.codes if code.key and compared(code.key) == wanted]
        if len(named) > 1:
            raise Ambiguous(path)
        return named[0] if named else None

    def _new(self, path: str) -> Code:
        names = [" ".join(name.split()) for name in path.split(BETWEEN.strip()) if name.strip()] or [path.strip()]
        parent = ""
        for depth in range(1, len(names) + 1):
            found = self.book.find(*names[:depth]) if depth > 1 else self._top(names[0])
            parent = found.id if found else self.add(names[depth - 1], parent).id
        made = self.book.get(parent)
        assert made is not None  # noqa: S101  # it was found or made just now
        return made

    def _top(self, name: str) -> Code | None:
        return next((code for code in self.book.children() if compared(code.name) == compared(name)), None)

    def add(self, name: str, parent: str = "", **fields: str | bool) -> Code:
        """A new code under the one with this id."""
        made = Code(str(uuid.uuid4()), parent, name, **fields)  # type: ignore[arg-type]  # fields of Code by name
        self.codes.append(made)
        # Last among its siblings, as the edit will have it.
        self.book = Codebook([*self.book.codes, made])
        return made


def as_one_edit(
    arriving: Arriving,
    label: Callable[[int], str],
    new: Sequence[New],
    skipped: Iterable[LeftOut],
    there: int = 0,
    units: Sequence[Change] = (),
) -> TakenIn:
    """The codes and notes with the codes and coders that they need, as one edit; `label` says how many they are.

    `units` are the changes that make a scheme and its units, in this order.
    """
    library = arriving.library
    coded = add_annotations(library, "", new, arriving.codes)
    count = sum(change.table == "annotations" and change.before is None for change in coded.changes)
    used = _needed(arriving, {str((change.after or {}).get("target", "")) for change in coded.changes})
    made = add_codes(library, "", used).changes if used else ()
    by = {str((change.after or {}).get("coder", "")) for change in coded.changes}
    coders = [change for change in arriving.coders if change.id in by]
    edit = Edit(label(count), (*coders, *made, *coded.changes, *units))
    known = there + len(new) - count
    return TakenIn(edit, count, len(used), len(coders), known, tuple(skipped), units=max(0, len(units) - 1))


def _needed(arriving: Arriving, targets: set[str]) -> list[Code]:
    """The new codes among these targets with those above them: nothing is made for rows that were left out."""
    wanted = targets | {above for target in targets for above in arriving.book.above(target)}
    return [code for code in arriving.codes if code.id in wanted]


def notes_there(library: Library) -> set[tuple[object, ...]]:
    """The notes that the library has: in which document, whose, where, and with which memo."""
    return {(one.document, one.coder, one.spans, one.memo) for one in library.noted() if one.about is About.NOTE}
