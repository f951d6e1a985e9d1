"""Takes in a manifesto as the Manifesto Project coded it: its texts are laid on the words of a manifesto that is here.

They become units, which can be coded again, split and joined, and their codes codings, all in one edit.
Codes are text: "605.1", "000", "H". An empty one and NA say that nobody coded the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from index.annotations.laying import laid
from index.annotations.marpor_codes import COLUMNS, EUROPEAN, meant
from index.annotations.running_text import RunningText
from index.annotations.tables import Line, Table, table
from index.annotations.taken_in import Arriving, LeftOut, TakenIn, as_one_edit, left_out
from reader.edits import Change, Edit
from reader.errors import NotFound
from reader.library.codes import Code
from reader.library.coding import New
from reader.library.folding import Running, folded
from reader.library.library import Library
from reader.library.records import Document
from reader.library.unit_edits import make_scheme_of
from reader.library.verdicts import Selection
from reader.wording import tr

# The reading on which texts are laid, and for each of them its letters there.
_Laid: TypeAlias = tuple[Running, list[tuple[int, int] | None]]

# What stands for no code.
_NONE = ("", "NA", "nan")
# Whose texts these are, is a manifesto on which at least this part of them can be laid.
_ENOUGH = 0.5


def is_marpor(columns: frozenset[str]) -> bool:
    """Whether a table with these columns holds quasi-sentences."""
    return {"text", "cmp_code"} <= columns


def quasi_sentences(library: Library, path: Path, found: Table, document: Document | None, coder: str) -> TakenIn:
    """What the table in this file would bring into the library; without a document into the one that it fits.

    Raises NotFound where it fits none, or several.
    """
    keys = [folded(line["text"]) for line in found.lines]
    if document is None:
        document, text, (running, places) = _fitting(library, keys, path)
    else:
        text = RunningText(library.blocks(document.id))
        running, places = _laid(keys, text)
    arriving = Arriving(library)
    by = arriving.coder(coder)
    new: list[New] = []
    skipped: list[LeftOut] = []
    units: list[Selection] = []
    for line, place in zip(found.lines, places, strict=True):
        named = _codes(arriving, line)
        if place is None:
            skipped.append(left_out(line.number, line["text"], tr("The words were not found in their order.")))
            continue
        units.append(_selection(running, place, line["text"]))
        if any(not code.codable for code in named):
            skipped.append(left_out(line.number, line["text"], tr("Its code only groups other codes.")))
        else:
            new += [New(document.id, units[-1], code.id, coder=by) for code in named]
    made = () if _are_there(library, document, text, units) else _made(library, document, units).changes

    def label(count: int) -> str:
        return f"Import {count} codes from “{path.name}”"

    return replace(as_one_edit(arriving, label, new, skipped, units=made), more=_beside(library, document, made))


def _beside(library: Library, document: Document, made: Sequence[Change]) -> str:
    """That an earlier import of such a file made units that stay as they are; "" where none did."""
    name = _name(document)
    there = any(document.id in one.documents and one.name == name for one in library.schemes())
    called = next((str(one.after["name"]) for one in made if one.table == "schemes" and one.after), "")
    if not there or not called:
        return ""
    return tr("“{name}” differ from these by now and stay: the new ones are “{called}”.", name=name, called=called)


def _name(document: Document) -> str:
    return tr("Quasi-sentences, {manifesto}", manifesto=document.name)


def _made(library: Library, document: Document, units: Sequence[Selection]) -> Edit:
    return make_scheme_of(library, _name(document), document.id, units)


def _are_there(library: Library, document: Document, text: RunningText, units: Sequence[Selection]) -> bool:
    """Whether there is nothing to be made: no units, or these very ones, as an earlier import of the file made them."""
    wanted = [text.spans(one) for one in units]
    parted = (one for one in library.schemes() if document.id in one.documents)
    return not units or any([unit.spans for unit in library.units(one.id)] == wanted for one in parted)


def _selection(running: Running, place: tuple[int, int], quote: str) -> Selection:
    spans = running.spans(*place, quote.strip())
    return Selection(spans[0].block, spans[0].start, spans[-1].block, spans[-1].end)


def _codes(arriving: Arriving, line: Line) -> list[Code]:
    """The codes of a row; those that the codebook lacks are made with their digits as name and key."""
    found = []
    for column in COLUMNS[1:]:
        written = line[column].strip()
        if written not in _NONE:
            european = column == EUROPEAN
            found.append(meant(arriving.book, written, european=european) or _new(arriving, written, european=european))
    return found


def _new(arriving: Arriving, written: str, *, european: bool) -> Code:
    parent = ""
    if european:
        top = next((code for code in arriving.book.children() if code.name == EUROPEAN), None)
        parent = (top or arriving.add(EUROPEAN, codable=False)).id
    free = not european and arriving.book.with_key(written) is None
    return arriving.add(written, parent, key=written if free else "")


@dataclass(frozen=True, slots=True)
class Fit:
    """A manifesto in which the words of `found` of a file's `of` quasi-sentences stand somewhere."""

    document: Document
    found: int
    of: int


def fits(library: Library, path: Path) -> list[Fit]:
    """How the quasi-sentences of a file fit each manifesto, the best first; none where it holds something else.

    Raises as `tables.table` does.
    """
    found = table(path)
    if not is_marpor(found.columns):
        return []
    keys = [key for line in found.lines if (key := folded(line["text"]))]
    fitting = [
        Fit(document, _standing(keys, RunningText(library.blocks(document.id))), len(keys))
        for document in library.documents()
    ]
    return sorted(fitting, key=lambda one: -one.found)


def _laid(keys: Sequence[str], text: RunningText) -> _Laid:
    """The texts on that reading of the manifesto that takes more of them: theirs may have the numbers of notes."""
    readings = []
    for running in text.readings:
        places = [place if place and running.has_words(*place) else None for place in laid(keys, running)]
        readings.append((running, places))
    return max(readings, key=lambda one: sum(place is not None for place in one[1]))


def _standing(keys: Sequence[str], text: RunningText) -> int:
    """How many of these texts stand anywhere in the other."""
    return sum(bool(key) and any(key in running.letters for running in text.readings) for key in keys)


def _fitting(library: Library, keys: Sequence[str], path: Path) -> tuple[Document, RunningText, _Laid]:
    """The only manifesto on which most of the texts can be laid."""
    fitting = []
    for document in library.documents():
        text = RunningText(library.blocks(document.id))
        # Most texts of another manifesto stand nowhere in this one, which is soon seen.
        if _standing(keys, text) >= _ENOUGH * max(1, sum(map(bool, keys))):
            fitting.append((document, text, _laid(keys, text)))
    if len(fitting) == 1:
        return fitting[0]
    several = tr("“{file}” fits several manifestos that are here.", file=path.name)
    none = tr("“{file}” fits no manifesto that is here.", file=path.name)
    advice = tr("Say of which manifesto it is with --document.")
    raise NotFound(
        several if fitting else none, advice if fitting else tr("Add its manifesto first. {advice}", advice=advice)
    )
