"""Postings as bytes: numbers that rise as arrays of their differences, in as few bytes each as the greatest needs.

What is read back comes from C loops alone (`array`, `accumulate`, `compress`): Python code for each posting would take
ten times as long. So there are no blocks to skip in; a term of 100,000 postings is read in two milliseconds.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress
from operator import sub

from index.codec.scores import ABSENT

_WIDTHS = "BHI"
# In place of a width: a byte for each entry there is, 0 where the term is not.
_DENSE = 3
# A term that one entry in so many holds is kept by entry, which takes a little more room and far less time.
_COMMON = 8
_SIZES = tuple(array(width).itemsize for width in _WIDTHS)


@dataclass(frozen=True, slots=True)
class Postings:
    """The entries that hold a term, rising, how much it counts in each (one byte, see `scores.py`), and its places.

    Places are positions counted through the whole segment, rising.
    """

    entries: Sequence[int]
    impacts: bytes
    places: Sequence[int]


def packed(entries: Sequence[int], impacts: bytes, places: Sequence[int], of: int) -> bytes:
    """The postings of a term in a segment of so many entries; those of common terms by entry."""
    where, gaps = _packed(places)
    if _COMMON * len(entries) >= of:
        dense = bytearray(of)
        for entry, impact in zip(entries, impacts, strict=True):
            dense[entry] = impact
        return b"".join((bytes((_DENSE | where << 2,)), dense, gaps))
    width, steps = _packed(entries)
    return b"".join((bytes((width | where << 2,)), steps, impacts, gaps))


class PackedPostings:
    """The postings of a term as they lie in the file; what is asked for is unpacked."""

    def __init__(self, content: bytes, held: int, of: int) -> None:
        self._content = content
        self.held = held
        width = content[0] & 3
        self.is_dense = width == _DENSE
        self._steps = "" if self.is_dense else _WIDTHS[width]
        self._impacts = 1 + (0 if self.is_dense else held * _SIZES[width])
        self._places = self._impacts + (of if self.is_dense else held)
        self._gaps = _WIDTHS[content[0] >> 2]

    def entries(self, moved: int = 0) -> list[int]:
        """The entries that hold the term, each moved by so much."""
        if self.is_dense:
            return list(compress(range(moved, moved + self._places - 1), self.dense()))
        return _unpacked(self._steps, self._content[1 : self._impacts], moved)

    def within(self, ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
        """The entries in these ranges (first, and the one after the last) that hold the term."""
        if self.is_dense:
            dense = self.dense()
            return chain.from_iterable(compress(range(*ends), dense[slice(*ends)]) for ends in ranges)
        return within(self.entries(), ranges)

    def impacts(self) -> bytes:
        """How much the term counts in each of `entries`."""
        kept = self._content[self._impacts : self._places]
        return kept.translate(None, bytes((ABSENT,))) if self.is_dense else kept

    def dense(self) -> bytes:
        """How much the term counts in each entry of the segment; only where it `is_dense`."""
        return self._content[1 : self._places]

    def places(self, moved: int = 0) -> list[int]:
        """The places at which the term stands, each moved by so much."""
        return _unpacked(self._gaps, self._content[self._places :], moved)

    def unpacked(self) -> Postings:
        return Postings(self.entries(), self.impacts(), self.places())


def within(rising: Sequence[int], ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Those of the numbers that are in one of the ranges (first, and the one after the last)."""
    parts = (rising[bisect_left(rising, first) : bisect_left(rising, end)] for first, end in ranges)
    return chain.from_iterable(parts)


def _packed(rising: Sequence[int]) -> tuple[int, bytes]:
    """The number of the width and the differences of the numbers, the first from 0."""
    steps = list(map(sub, rising, chain((0,), rising)))
    greatest = max(steps)
    width = 0 if greatest < 1 << 8 else 1 if greatest < 1 << 16 else 2
    return width, array(_WIDTHS[width], steps).tobytes()


def _unpacked(width: str, content: bytes, moved: int) -> list[int]:
    steps: Iterable[int] = content if width == "B" else array(width, content)
    if not moved:
        return list(accumulate(steps))
    rising = accumulate(steps, initial=moved)
    next(rising)
    return list(rising)
