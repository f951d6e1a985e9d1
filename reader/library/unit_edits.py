"""Parting manifestos into units and coding them one after the other, as edits that can be applied and undone."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise

from reader.between_words import split_place, splits_word
from reader.edits import Change, Edit, Row, Value
from reader.errors import StaleEdit, UnitsFixed
from reader.library import documents, units
from reader.library.anchoring import Anchors
from reader.library.annotation_rows import ANCHOR, new_annotation
from reader.library.clock import now
from reader.library.coding import annotations_gone
from reader.library.library import Library
from reader.library.memo_edits import check_there
from reader.library.packing import compact
from reader.library.units import Base, PlacedUnit, Scheme, Unit, UnitMark
from reader.library.verdicts import About, Anchor, Annotation, Selection
from reader.model import Block, Kind
from reader.names import checked_name
from reader.sentences import sentences


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sample of so many units, drawn by this seed: the same ones whoever draws it."""

    size: int
    seed: int = 1


def make_scheme(
    library: Library,
    name: str,
    base: Base,
    documents: Sequence[str],
    *,
    headings: bool = False,
    sample: Drawn | None = None,
    heed: Callable[[int, int], object] = lambda _done, _of: None,
) -> Edit:
    """Part these documents into sentences or paragraphs, all or a sample of them.

    The id of the scheme is that of the first change. `heed` is told how many of how many documents are done. Raises
    NameTaken, StaleEdit where a document is gone, UnitsFixed where there is nothing to be parted.
    """
    cleaned = _checked(library, name, but="")
    new = str(uuid.uuid4())
    wanted = list(dict.fromkeys(documents))
    drawn: list[tuple[str, Anchor]] = []
    for number, document in enumerate(wanted):
        heed(number, len(wanted))
        drawn += [(document, anchor) for anchor in _parted(library, document, base, headings=headings)]
    if not drawn:
        raise UnitsFixed("These manifestos have no words to be coded.", "Choose others.")
    if sample is not None:
        chosen = set(sorted(range(len(drawn)), key=lambda at: _lot(sample.seed, *drawn[at]))[: sample.size])
        drawn = [one for at, one in enumerate(drawn) if at in chosen]
    row: Row = {
        "id": new,
        "name": cleaned,
        "base": base.value,
        "headings": int(headings),
        "documents": compact(wanted),
        "seed": sample.seed if sample else 0,
        "size": sample.size if sample else 0,
        "locked": 0,
        "coder": library.coder,
        "made": now(),
    }
    return _scheme_made(row, drawn)


def make_scheme_of(library: Library, name: str, document: str, places: Sequence[Selection]) -> Edit:
    """Units that were drawn elsewhere, as those of a file are: these words of a document, in this order.

    A number is put behind a name that is taken. Raises StaleEdit where the document or words of it are gone.
    """
    check_there(library, document)
    blocks = _blocks(library, document)
    kinds, anchors = {block.id: block.kind for block in blocks}, Anchors(blocks)
    try:
        drawn = [(document, anchors.of(one)) for one in places]
    except ValueError as error:
        raise StaleEdit("Words of these units are not in the manifesto any more.", "Look at it again.") from error
    row: Row = {
        "id": str(uuid.uuid4()),
        "name": _numbered(library, name),
        "base": Base.SENTENCE.value,
        "headings": int(any(kinds[one.first_block] is Kind.HEADING for one in places)),
        "documents": compact([document]),
        "seed": 0,
        "size": 0,
        "locked": 0,
        "coder": library.coder,
        "made": now(),
    }
    return _scheme_made(row, drawn)


def _scheme_made(row: Row, drawn: Sequence[tuple[str, Anchor]]) -> Edit:
    new = str(row["id"])
    changes = [_made(new, document, position, anchor) for position, (document, anchor) in enumerate(drawn, 1)]
    return Edit(f"Make {len(drawn)} units “{row['name']}”", (Change("schemes", new, None, row), *changes))


def _numbered(library: Library, name: str) -> str:
    """The name, with a number where there are units of that name."""
    taken = {one.name.casefold() for one in library.schemes()}
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def rename_scheme(library: Library, scheme: str, name: str) -> Edit:
    """Raises NameTaken, StaleEdit where it is gone."""
    old, new = _scheme(library, scheme).name, _checked(library, name, but=scheme)
    changes = (Change("schemes", scheme, {"name": old}, {"name": new}),) if old != new else ()
    return Edit(f"Rename units “{old}”", changes)


def delete_scheme(library: Library, scheme: str) -> Edit:
    """A scheme goes with its units and what was said of them; codes stay. Raises StaleEdit where it is gone."""
    query = "SELECT id FROM units WHERE scheme = ? ORDER BY position, id"
    names = [row[0] for row in library.read(lambda at: at.execute(query, (scheme,)).fetchall())]
    gone = annotations_gone(library, [one.id for one in _marks(library, names)])
    gone += [Change("units", name, library.row("units", name), None) for name in names]
    found = library.row("schemes", scheme)
    return Edit(f"Delete units “{found['name']}”", (*gone, Change("schemes", scheme, found, None)))


def lock(library: Library, scheme: str) -> Edit:
    """From now on no unit of the scheme can be split or joined. Raises StaleEdit where it is gone."""
    found = _scheme(library, scheme)
    changes = () if found.locked else (Change("schemes", scheme, {"locked": 0}, {"locked": 1}),)
    return Edit(f"Lock units “{found.name}”", changes)


def split_unit(library: Library, unit: str, block: str, place: int) -> Edit:
    """Split a unit (id) before this code point of a block; what was said of it, all coders said of both halves.

    Within a word, it is split at the nearest place between two words of the unit.
    Raises UnitsFixed where units are locked or a half would have no words, StaleEdit where unit or words are gone.
    """
    found = _open(library, [unit])[0]
    blocks = _blocks(library, found.unit.document)
    text = Anchors(blocks)
    first, last = found.spans[0], found.spans[-1]
    held = next((span for span in found.spans if span.block == block), None)
    written = next((one.text for one in blocks if one.id == block), "")
    if held is not None and held.start < place < held.end and splits_word(written, place):
        place = split_place(written, place, held.start, held.end)
        if splits_word(written, place):
            raise _not_there()
    try:
        halves = (
            _trimmed(text, text.at(first.block, first.start, place, block)),
            _trimmed(text, text.at(block, place, last.end, last.block)),
        )
    except ValueError as error:
        raise _not_there() from error
    old = found.unit
    new = _made(old.scheme, old.document, _between(library, old), halves[1])
    marks = [
        new_annotation(old.document, Anchor(), About.UNIT, new.id, one.value, one.coder.id, made=one.made)
        for one in _marks(library, [unit])
    ]
    return Edit("Split a unit", (new, Change("units", unit, asdict(old.anchor), asdict(halves[0])), *marks))


def _not_there() -> UnitsFixed:
    return UnitsFixed("There is nothing to split there.", "Choose a place between two words of the unit.")


def join_units(library: Library, joined: Sequence[str]) -> Edit:
    """Make one of units (ids) that follow each other; the first stays.

    A coder who was unsure of one of them is unsure of all; that there is no code stays where it was said of all. Raises
    as `split_unit` does.
    """
    found = _open(library, joined)
    first, last = found[0], found[-1]
    text = Anchors(_blocks(library, first.unit.document))
    if len(found) < 2 or len({one.unit.document for one in found}) > 1:
        raise UnitsFixed("Only units that follow each other can be joined.", "Choose two of one manifesto.")
    try:
        for one, following in pairwise(found):
            _check_neighbours(text, one, following)
        anchor = text.at(first.spans[0].block, first.spans[0].start, last.spans[-1].end, last.spans[-1].block)
    except ValueError as error:
        raise UnitsFixed(
            "Only units that follow each other can be joined.", "Between these lie other words."
        ) from error
    changes = _marks_joined(library, [one.unit.id for one in found])
    changes.append(Change("units", first.unit.id, asdict(first.unit.anchor), asdict(anchor)))
    changes += [Change("units", one.unit.id, library.row("units", one.unit.id), None) for one in found[1:]]
    return Edit(f"Join {len(found)} units", tuple(changes))


def mark_unit(library: Library, unit: str, mark: UnitMark | None) -> Edit:
    """Say that the coder at work is unsure of a unit (id), has no code for it, or take that back.

    With no code, those that this coder has on words of it alone are taken off. The edit has no changes when that was
    said already. Raises StaleEdit where it is gone.
    """
    found = _units(library, [unit])[0]
    coder = library.coder
    held = next((one for one in _marks(library, [unit]) if one.coder.id == coder), None)
    label = {UnitMark.UNSURE: "Mark a unit as unsure", UnitMark.NO_CODE: "Mark a unit as having no code"}
    said = label[mark] if mark is not None else "Take the mark off a unit"
    gone = annotations_gone(library, _codes_within(library, found, coder)) if mark is UnitMark.NO_CODE else []
    if mark is None:
        return Edit(said, tuple(annotations_gone(library, [held.id] if held else [])))
    if held is None:
        new = new_annotation(found.unit.document, Anchor(), About.UNIT, unit, mark.value, coder)
        return Edit(said, (new, *gone))
    if held.value == mark.value:
        return Edit(said, tuple(gone))
    before: dict[str, Value] = {"kind": About.UNIT.value, "value": held.value, "made": held.made}
    after: dict[str, Value] = {"kind": About.UNIT.value, "value": mark.value, "made": now()}
    return Edit(said, (Change("annotations", held.id, before, after), *gone))


def _codes_within(library: Library, unit: PlacedUnit, coder: str) -> list[str]:
    """The ids of the codes of a coder that stand on words of a unit and on no others."""
    within = {span.block: span for span in unit.spans}
    return [
        one.annotation.id
        for one in library.coded(unit.unit.document)
        if one.annotation.about is About.CODE
        and one.annotation.coder.id == coder
        and one.spans
        and all(
            span.block in within and within[span.block].start <= span.start and span.end <= within[span.block].end
            for span in one.spans
        )
    ]


def _parted(library: Library, document: str, base: Base, *, headings: bool) -> Iterator[Anchor]:
    """The units of a document in its order."""
    check_there(library, document)
    found = library.document(document)
    language = found.language[:2] if found else ""
    blocks = _blocks(library, document)
    anchors = Anchors(blocks)
    for block in blocks:
        if not block.is_passage and not (headings and block.kind is Kind.HEADING):
            continue
        whole = base is Base.PARAGRAPH or block.kind is Kind.HEADING
        spans = [(0, len(block.text))] if whole else sentences(block.text, language)
        for start, end in spans:
            if block.text[start:end].strip():
                yield _trimmed(anchors, anchors.at(block.id, start, end))


def _blocks(library: Library, document: str) -> list[Block]:
    return library.read(lambda connection: documents.bare_blocks(connection, document))


def _trimmed(anchors: Anchors, anchor: Anchor) -> Anchor:
    """The anchor without white space at its ends. Raises ValueError where it has nothing else."""
    quote = anchor.quote
    before, after = len(quote) - len(quote.lstrip()), len(quote) - len(quote.rstrip())
    if not before and not after:
        return anchor
    last = anchor.last_block
    if last and (before or after) and "\n" in (quote[:before] + quote[len(quote) - after :]):
        return anchor  # whole blocks of white space at an end: a rarity that hurts nobody
    return anchors.at(anchor.block, anchor.start + before, anchor.end - after, last)


def _lot(seed: int, document: str, anchor: Anchor) -> str:
    """What decides whether a unit is drawn: no order of documents or units matters."""
    return hashlib.sha256(f"{seed}\n{document}\n{anchor.block}\n{anchor.start}".encode()).hexdigest()


def _made(scheme: str, document: str, position: float, anchor: Anchor) -> Change:
    new = str(uuid.uuid4())
    # Column by column: `asdict` copies deeply, which takes half of the time where there are a hundred thousand units.
    place: Row = {column: getattr(anchor, column) for column in ANCHOR}
    row: Row = {"id": new, "scheme": scheme, "document": document, "position": position, **place}
    return Change("units", new, None, row)


def _between(library: Library, unit: Unit) -> float:
    """A position between a unit and the next."""
    query = "SELECT min(position) FROM units WHERE scheme = ? AND position > ?"
    (after,) = library.read(lambda at: at.execute(query, (unit.scheme, unit.position)).fetchone())
    return (unit.position + after) / 2 if after is not None else unit.position + 1


def _check_neighbours(text: Anchors, one: PlacedUnit, following: PlacedUnit) -> None:
    """Raises ValueError where words stand between two units, or the second does not follow."""
    end, begin = one.spans[-1], following.spans[0]
    if (end.block, end.end) == (begin.block, begin.start):
        return
    if text.between(end, begin).strip():
        raise ValueError("words stand between the units")


def _marks(library: Library, names: Sequence[str]) -> list[Annotation]:
    """What was said of these units, the last said last."""
    return library.read(lambda at: units.marks_of(at, names))


def _marks_joined(library: Library, names: Sequence[str]) -> list[Change]:
    by_coder: dict[str, list[Annotation]] = {}
    for one in _marks(library, names):
        by_coder.setdefault(one.coder.id, []).append(one)
    changes = []
    for said in by_coder.values():
        values = {one.value for one in said}
        stays = UnitMark.UNSURE in values or len(said) == len(names)
        gone = said[1:] if stays else said
        changes += annotations_gone(library, [one.id for one in gone])
        wanted = UnitMark.UNSURE.value if UnitMark.UNSURE in values else UnitMark.NO_CODE.value
        before: dict[str, Value] = {"kind": About.UNIT.value, "target": said[0].target, "value": said[0].value}
        after: dict[str, Value] = {"kind": About.UNIT.value, "target": names[0], "value": wanted}
        if stays and before != after:
            changes.append(Change("annotations", said[0].id, before, after))
    return changes


def _units(library: Library, names: Iterable[str]) -> list[PlacedUnit]:
    """These units in their order. Raises StaleEdit where one is gone."""
    wanted = list(dict.fromkeys(names))
    found = library.read(lambda at: units.named(at, compact(wanted)))
    if len(found) < len(wanted) or not found:
        raise _gone()
    return found


def _open(library: Library, names: Iterable[str]) -> list[PlacedUnit]:
    """The same of a scheme that is not locked, all found in the text of now."""
    found = _units(library, names)
    scheme = _scheme(library, found[0].unit.scheme)
    if scheme.locked or any(one.unit.scheme != scheme.id for one in found):
        raise UnitsFixed(f"The units “{scheme.name}” are locked.", "Undo that, or make other units.")
    if not all(one.spans for one in found):
        raise UnitsFixed("The words of a unit were not found again.", "Read the manifesto again, or choose another.")
    return found


def _scheme(library: Library, scheme: str) -> Scheme:
    found = next((one for one in library.schemes() if one.id == scheme), None)
    if found is None:
        raise _gone()
    return found


def _gone() -> StaleEdit:
    return StaleEdit("These units are not in the library any more.", "Look at what is there now.")


def _checked(library: Library, name: str, *, but: str) -> str:
    return checked_name(
        name,
        (one.name for one in library.schemes() if one.id != but),
        missing="Units need a name.",
        taken="There are units called “{name}” already.",
    )
