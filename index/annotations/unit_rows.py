"""The units of a scheme with what each coder made of them: seen or not, sure or not, with which codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.annotations.rows import Passage, Passages
from reader.database import at_one_moment
from reader.library import annotation_rows, documents, units
from reader.library.records import Document
from reader.library.units import PlacedUnit, Scheme, States, UnitState
from reader.library.verdicts import About, Coder, Placed


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit and a coder. `number` counts the units of the scheme from 1; `codes` are the ids of those on its words."""

    number: int
    unit: PlacedUnit
    document: Document
    passage: Passage
    coder: Coder
    state: UnitState
    codes: frozenset[str]

    def cell(self, code: str) -> int | None:
        """1 where the coder put this code on it, 0 where they decided and did not, None where nothing is decided."""
        if code in self.codes:
            return 1
        return 0 if self.state in (UnitState.CODED, UnitState.NO_CODE) else None


def unit_rows(connection: sqlite3.Connection, scheme: Scheme, coders: Sequence[str] = ()) -> list[UnitRow]:
    """A row for each unit and each of these coders (ids); without any, those who said something of its units.

    Where nobody has, that is whoever made the scheme.
    """
    with at_one_moment(connection):
        return _found(connection, scheme, coders)


def _found(connection: sqlite3.Connection, scheme: Scheme, coders: Sequence[str]) -> list[UnitRow]:
    parted = units.of_scheme(connection, scheme.id)
    said: dict[str, list[Placed]] = {}
    for name in dict.fromkeys(one.unit.document for one in parted):
        said[name] = annotation_rows.of_document(connection, name, (About.CODE, About.UNIT))
    wanted = set(coders) or _at_work(parted, said) or {scheme.coder.id}
    known = [coder for coder in annotation_rows.coders(connection) if coder.id in wanted]
    return list(_rows(connection, parted, said, known))


def _at_work(parted: Sequence[PlacedUnit], said: dict[str, list[Placed]]) -> set[str]:
    """Who said something of these units."""
    names = {one.unit.id for one in parted}
    blocks = {(one.unit.document, span.block) for one in parted for span in one.spans}
    return {
        one.annotation.coder.id
        for document, every in said.items()
        for one in every
        if one.annotation.target in names or any((document, span.block) in blocks for span in one.spans)
    }


def _rows(
    connection: sqlite3.Connection, parted: Sequence[PlacedUnit], said: dict[str, list[Placed]], coders: list[Coder]
) -> Iterator[UnitRow]:
    for name, numbered in groupby(enumerate(parted, 1), key=lambda pair: pair[1].unit.document):
        document = documents.one(connection, name)
        if document is None:
            continue
        passages = Passages(documents.blocks(connection, name), document.language)
        states = {coder.id: States(said[name], coder.id) for coder in coders}
        for number, unit in numbered:
            passage = passages.of(unit.spans, unit.unit.anchor.quote)
            for coder in coders:
                known = states[coder.id]
                yield UnitRow(number, unit, document, passage, coder, known.of(unit), known.codes(unit))
