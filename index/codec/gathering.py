"""Gathers the entries of new documents, term by term, until they are written as one segment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import repeat
from operator import add
from typing import TypeAlias

from index.analysis import Positions
from index.codec.scores import impact, impacts
from index.codec.segment_file import SHARED, Held
from index.codec.segment_writing import SegmentFileWriter

# Of a term the entries that hold it, what it counts in each, and its places.
_Gathered: TypeAlias = tuple[list[int], bytearray, list[int]]
# What a term of a shared field counts: it does not decide the order.
_SHARED_IMPACT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of one passage or heading: the words of its text by stem and as they stand, with positions.

    `section` and `lead` are the stems of the headings above it and of the paragraph that introduces it: one object for
    all entries that share them. Each text comes with the first position after it. `summed` is the sum of the passage
    as the library keeps it (`passage_sum`).
    """

    block: str
    kind: str
    text: Positions
    exact: Positions
    end: int
    section: tuple[Positions, int]
    lead: tuple[Positions, int]
    summed: int = 0


class Gathered:
    """New documents with their entries."""

    def __init__(self) -> None:
        self._documents: list[Held] = []
        self._blocks: list[str] = []
        self._kinds: list[str] = []
        self._lengths = bytearray()
        self._numbers: dict[str, list[int]] = {"bases": [], "sums": []}
        self._end = dict.fromkeys(("text", *SHARED), 0)
        self._last: dict[str, object] = {}
        self._terms: dict[str, defaultdict[str, _Gathered]] = {
            field: defaultdict(_nothing) for field in ("exact", "text", *SHARED)
        }
        for field in SHARED:
            self._numbers |= {f"{field}_starts": [], f"{field}_bases": []}

    def __bool__(self) -> bool:
        return bool(self._documents)

    @property
    def entries(self) -> int:
        return len(self._blocks)

    def add(self, document: str, language: str, name: str, entries: Iterable[Entry]) -> None:
        """A document with the name of the reading that it is (`index.held`), there being words in it or not."""
        first = self.entries
        self._last.clear()  # runs end with their document
        for entry in entries:
            self._add_entry(entry)
        self._documents.append(Held(document, language, name, first, self.entries))

    def write(self, writer: SegmentFileWriter) -> None:
        """All of it as one segment."""
        for field in sorted(self._terms):
            terms, of = self._terms[field], len(self._numbers.get(f"{field}_starts", self._blocks))
            for key, term in sorted((term.encode(), term) for term in terms):
                entries, counts, places = terms[term]
                writer.add(field[0].encode() + key, entries, bytes(counts), places, of)
        self._numbers["bases"].append(self._end["text"])
        for field in SHARED:
            self._numbers[f"{field}_bases"].append(self._end[field])
        writer.finish(self._documents, self._blocks, self._kinds, bytes(self._lengths), self._numbers)

    def _add_entry(self, entry: Entry) -> None:
        number = self.entries
        words = sum(map(len, entry.text.values()))
        base = self._end["text"]
        row = impacts(min(words, 255))
        self._gather("text", number, base, entry.text, row)
        self._gather("exact", number, base, entry.exact, row)
        for field, (positions, end) in (("section", entry.section), ("lead", entry.lead)):
            if self._last.get(field) is not positions:
                self._last[field] = positions
                self._begin_run(field, positions, end)
        self._numbers["bases"].append(base)
        self._end["text"] = base + entry.end + 1
        self._numbers["sums"].append(entry.summed)
        self._blocks.append(entry.block)
        self._kinds.append(entry.kind)
        self._lengths.append(min(words, 255))

    def _begin_run(self, field: str, positions: Positions, end: int) -> None:
        starts, base = self._numbers[f"{field}_starts"], self._end[field]
        self._gather(field, len(starts), base, positions, bytes((0, *repeat(_SHARED_IMPACT, 63))))
        starts.append(self.entries)
        self._numbers[f"{field}_bases"].append(base)
        self._end[field] = base + end + 1

    def _gather(self, field: str, number: int, base: int, positions: Positions, row: bytes) -> None:
        terms = self._terms[field]
        for term, found in positions.items():
            entries, counts, places = terms[term]
            entries.append(number)
            if len(found) == 1:
                counts.append(row[1])
                places.append(base + found[0])
            else:
                counts.append(impact(row, len(found)))
                places.extend(map(add, found, repeat(base)))


def _nothing() -> _Gathered:
    return [], bytearray(), []
