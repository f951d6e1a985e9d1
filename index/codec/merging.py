"""Makes one segment of several, without what is no longer held: postings are cut, moved and laid in a row."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, repeat
from operator import add, itemgetter

from index.codec.segment_file import LETTERS, SHARED, Held, Info, SegmentFile
from index.codec.segment_writing import SegmentFileWriter


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Entries (or runs) of a segment in a row that stay, and how far they and their places move."""

    first: int
    end: int
    moved: int
    first_place: int
    end_place: int
    places_moved: int


@dataclass(frozen=True, slots=True)
class Part:
    """A segment to be merged, and those of its documents that stay."""

    file: SegmentFile
    documents: Sequence[Held]


def merge(parts: Sequence[Part], writer: SegmentFileWriter) -> int:
    """Write what stays of these segments as one, and say how many entries it has."""
    laid = _Laid(parts)
    for key, found in groupby(_items(parts), key=itemgetter(0)):
        field = LETTERS[key[:1]]
        entries: list[int] = []
        impacts = bytearray()
        places: list[int] = []
        for _, number, info in found:
            _take(parts[number].file, field, info, laid.stretches[field][number], entries, impacts, places)
        if entries:
            writer.add(key, entries, bytes(impacts), places, laid.counts[field])
    writer.finish(laid.documents, laid.blocks, laid.kinds, bytes(laid.lengths), laid.numbers)
    return len(laid.blocks)


def _items(parts: Sequence[Part]) -> Iterator[tuple[bytes, int, Info]]:
    """All terms in order, each with the numbers of the segments that hold it, in their order."""
    streams = (_numbered(number, part.file) for number, part in enumerate(parts))
    return heapq.merge(*streams)


def _numbered(number: int, file: SegmentFile) -> Iterator[tuple[bytes, int, Info]]:
    return ((key, number, info) for key, info in file.items())


def _take(
    file: SegmentFile,
    field: str,
    info: Info,
    stretches: Sequence[_Stretch],
    entries: list[int],
    impacts: bytearray,
    places: list[int],
) -> None:
    postings = file.postings(field, info)
    if len(stretches) == 1 and stretches[0].end - stretches[0].first == file.count(field):
        entries += postings.entries(stretches[0].moved)
        impacts += postings.impacts()
        places += postings.places(stretches[0].places_moved)
        return
    held = postings.unpacked()
    for stretch in stretches:
        start, end = bisect_left(held.entries, stretch.first), bisect_left(held.entries, stretch.end)
        if start == end:
            continue
        entries.extend(map(add, held.entries[start:end], repeat(stretch.moved)))
        impacts += held.impacts[start:end]
        start = bisect_left(held.places, stretch.first_place)
        end = bisect_left(held.places, stretch.end_place)
        places.extend(map(add, held.places[start:end], repeat(stretch.places_moved)))


class _Laid:
    """Where everything comes to stand, and all that is not a term."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.documents: list[Held] = []
        self.blocks: list[str] = []
        self.kinds: list[str] = []
        self.lengths = bytearray()
        self.numbers: dict[str, list[int]] = {"bases": [], "sums": []}
        for field in SHARED:
            self.numbers |= {f"{field}_starts": [], f"{field}_bases": []}
        self.stretches: dict[str, list[list[_Stretch]]] = {field: [] for field in ("text", *SHARED)}
        self._ends = dict.fromkeys(("text", *SHARED), 0)
        for part in parts:
            for field in ("text", *SHARED):
                self.stretches[field].append([])
            for first, end in _in_a_row(part.documents):
                self._lay(part.file, first, end)
            self._name(part.documents)
        self.stretches["exact"] = self.stretches["text"]
        self.counts = {field: len(self.numbers[f"{field}_starts"]) for field in SHARED}
        self.counts |= dict.fromkeys(("text", "exact"), len(self.blocks))
        for field, end in self._ends.items():
            self.numbers[_bases(field)].append(end)

    def _name(self, documents: Sequence[Held]) -> None:
        at = self.documents[-1].end if self.documents else 0
        for held in documents:
            size = held.end - held.first
            self.documents.append(replace(held, first=at, end=at + size))
            at += size

    def _lay(self, file: SegmentFile, first: int, end: int) -> None:
        moved = len(self.blocks) - first
        for field in SHARED:
            starts = file.starts(field)
            begin, over = bisect_left(starts, first), bisect_left(starts, end)
            kept = self.numbers[f"{field}_starts"]
            shift = len(kept) - begin
            kept.extend(start + moved for start in starts[begin:over])
            self._stretch(field, file, begin, over, shift)
        self._stretch("text", file, first, end, moved)
        self.blocks += map(file.block, range(first, end))
        self.kinds += map(file.kind, range(first, end))
        self.numbers["sums"].extend(file.numbers("sums")[first:end])
        self.lengths += file.raw("lengths")[first:end]

    def _stretch(self, field: str, file: SegmentFile, first: int, end: int, moved: int) -> None:
        if first == end:
            return
        bases = file.bases(field)
        by = self._ends[field] - bases[first]
        self.numbers[_bases(field)].extend(base + by for base in bases[first:end])
        self._ends[field] = bases[end] + by
        self.stretches[field][-1].append(_Stretch(first, end, moved, bases[first], bases[end], by))


def _bases(field: str) -> str:
    return f"{field}_bases" if field in SHARED else "bases"


def _in_a_row(documents: Sequence[Held]) -> Iterator[tuple[int, int]]:
    """First and end of the entries of documents that follow one another."""
    at: tuple[int, int] | None = None
    for held in documents:
        if held.first == held.end:
            continue
        if at is not None and at[1] == held.first:
            at = at[0], held.end
        else:
            if at is not None:
                yield at
            at = held.first, held.end
    if at is not None:
        yield at
