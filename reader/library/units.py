"""Units: manifestos parted into what is coded one after the other, and how far each coder has come with them."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from reader.library.annotation_rows import ANCHOR, of_document, of_targets, places, unpacked_spans
from reader.library.verdicts import About, Anchor, Annotation, Coder, Placed, Span

_SCHEMES = """
SELECT schemes.id, schemes.name, base, headings, documents, seed, size, locked,
    coders.id, coders.name, coders.colour, coders.confirmed, made
FROM schemes JOIN coders ON coders.id = coder ORDER BY made, schemes.id
"""
_UNITS = f"""
SELECT units.id, scheme, units.document, units.position, {", ".join(f'"{column}"' for column in ANCHOR)},
    coalesce(spans, '[]')
FROM units JOIN documents ON documents.id = units.document LEFT JOIN places ON annotation = units.id
"""  # noqa: S608  # names are the constant above
_NAMED = "IN (SELECT value FROM json_each(?))"
_IN_ORDER = "ORDER BY units.position, units.id"


class Base(StrEnum):
    """What the units of a scheme were at first."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


class UnitMark(StrEnum):
    """What a coder says of a unit without a code."""

    UNSURE = "unsure"
    NO_CODE = "none"


class UnitState(StrEnum):
    """What has become of a unit with one coder. "No code" says that somebody looked; unseen, that nobody did."""

    UNSEEN = "unseen"
    UNSURE = "unsure"
    NO_CODE = "none"
    CODED = "coded"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Manifestos (ids) parted into units. `size` is how many were asked for as a sample drawn by `seed`, 0 for all.

    With `headings` these are units too. `made` is UTC, ISO 8601.
    """

    id: str
    name: str
    base: Base
    headings: bool
    documents: tuple[str, ...]
    seed: int
    size: int
    locked: bool
    coder: Coder
    made: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as it was made. `position` orders the units of a scheme."""

    id: str
    scheme: str
    document: str
    position: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A unit and where its words stand in the document as read now; nowhere where they were not found again."""

    unit: Unit
    spans: tuple[Span, ...]


def schemes(connection: sqlite3.Connection) -> list[Scheme]:
    """The schemes, the oldest first."""
    return [_scheme(row) for row in connection.execute(_SCHEMES)]


class Extent(NamedTuple):
    """How many units a scheme has, and how many marks ("unsure", "no code") of all coders they carry."""

    units: int
    marks: int


def extent(connection: sqlite3.Connection, scheme: str) -> Extent:
    """How much goes with a scheme (id)."""
    held = "SELECT id FROM units WHERE scheme = ?"
    (number,) = connection.execute(f"SELECT COUNT(*) FROM ({held})", (scheme,)).fetchone()  # noqa: S608  # the constant above
    query = f"SELECT COUNT(*) FROM annotations WHERE kind = ? AND target IN ({held})"  # noqa: S608  # the same
    (said,) = connection.execute(query, (About.UNIT.value, scheme)).fetchone()
    return Extent(number, said)


def _scheme(row: Sequence[Any]) -> Scheme:
    name, called, base, headings, documents, seed, size, locked, coder, coder_name, colour, confirmed, made = row
    by = Coder(coder, coder_name, colour, bool(confirmed))
    chosen = tuple(json.loads(documents))
    return Scheme(name, called, Base(base), bool(headings), chosen, seed, size, bool(locked), by, made)


def of_scheme(connection: sqlite3.Connection, scheme: str, document: str = "") -> list[PlacedUnit]:
    """The units of a scheme in their order, of one document or of all that have not been removed."""
    if document:
        query = f"{_UNITS} WHERE units.document = ? AND scheme = ? AND removed = 0 {_IN_ORDER}"
        return [_unit(row) for row in connection.execute(query, (document, scheme))]
    return [
        _unit(row) for row in connection.execute(f"{_UNITS} WHERE scheme = ? AND removed = 0 {_IN_ORDER}", (scheme,))
    ]


def named(connection: sqlite3.Connection, units: str) -> list[PlacedUnit]:
    """The units with these ids (a JSON list) in their order; ids that are not there are left out."""
    return [_unit(row) for row in connection.execute(f"{_UNITS} WHERE units.id {_NAMED} {_IN_ORDER}", (units,))]


def _unit(row: Sequence[Any]) -> PlacedUnit:
    name, scheme, document, position, *anchor, spans = row
    return PlacedUnit(Unit(name, scheme, document, position, Anchor(*anchor)), unpacked_spans(spans))


class States:
    """What has become of the units of one document with one coder, whose codes and marks there these are."""

    def __init__(self, said: Iterable[Placed], coder: str) -> None:
        self._marks: dict[str, str] = {}
        self._coded: Mapping[str, list[tuple[Span, str]]] = defaultdict(list)
        for one in said:
            annotation = one.annotation
            if annotation.coder.id != coder:
                continue
            if annotation.about is About.UNIT:
                self._marks[annotation.target] = annotation.value
            elif annotation.about is About.CODE:
                for span in one.spans:
                    self._coded[span.block].append((span, annotation.target))

    def of(self, unit: PlacedUnit) -> UnitState:
        """A unit is coded where any of its words is; whoever is unsure of it may have coded it or not."""
        mark = self._marks.get(unit.unit.id)
        if mark == UnitMark.UNSURE:
            return UnitState.UNSURE
        if any(True for _ in self._on(unit)):
            return UnitState.CODED
        return UnitState.NO_CODE if mark == UnitMark.NO_CODE else UnitState.UNSEEN

    def codes(self, unit: PlacedUnit) -> frozenset[str]:
        """The ids of the codes on any words of the unit."""
        return frozenset(self._on(unit))

    def _on(self, unit: PlacedUnit) -> Iterator[str]:
        for span in unit.spans:
            yield from (code for there, code in self._coded.get(span.block, ()) if overlap(span, there))


def states(connection: sqlite3.Connection, scheme: str, coder: str) -> dict[str, UnitState]:
    """By unit id, what has become of the units of a scheme with this coder, in their order."""
    found: dict[str, UnitState] = {}
    by_document: dict[str, States] = {}
    for unit in of_scheme(connection, scheme):
        document = unit.unit.document
        if document not in by_document:
            said = of_document(connection, document, (About.CODE, About.UNIT))
            by_document[document] = States(said, coder)
        found[unit.unit.id] = by_document[document].of(unit)
    return found


def marks(connection: sqlite3.Connection, document: str, mark: UnitMark) -> list[tuple[Annotation, tuple[Span, ...]]]:
    """Who said this of which units of a document, with where these stand now."""
    said = [one.annotation for one in of_document(connection, document, (About.UNIT,))]
    where = places(connection, [one.target for one in said if one.value == mark])
    return [(one, where.get(one.target, ())) for one in said if one.value == mark]


def marks_of(connection: sqlite3.Connection, names: Iterable[str]) -> list[Annotation]:
    """What was said of these units by all coders, the last said last."""
    return [one.annotation for one in of_targets(connection, names, About.UNIT)]


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share words."""
    return one.block == other.block and one.start < other.end and other.start < one.end
