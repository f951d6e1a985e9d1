"""Where the words of a phrase stand as it asks, by their places in a segment (`index/codec/segment_file.py`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from index.codec.packing import PackedPostings
from index.marking import runs


def in_a_row(steps: Sequence[Sequence[PackedPostings]], bases: Sequence[int]) -> set[int]:
    """The entries (or runs) in which the steps, each of them one of some terms, follow one another.

    `bases` are the places at which entries begin. The rarest step is gone through first.
    """
    order = sorted(range(len(steps)), key=lambda step: _held(steps[step]))
    found: set[int] | None = None
    for step in order:
        places = chain.from_iterable(one.places(-step) for one in steps[step])
        found = set(places) if found is None else found.intersection(places)
        if not found:
            return set()
    return {bisect_right(bases, place) - 1 for place in found or ()}


def near(steps: Sequence[Sequence[PackedPostings]], bases: Sequence[int], within: int) -> set[int]:
    """The entries (or runs) in which the steps stand in any order, with at most `within` other words between.

    Two steps stand near one another only where two places that follow each other, one of either step, are near. So the
    two rarest are laid in one row; what is left is looked at entry by entry, if it is not sure by then.
    """
    width = len(steps) - 1 + within
    order = sorted(range(len(steps)), key=lambda step: _held(steps[step]))
    places = [sorted({place for one in steps[step] for place in one.places()}) for step in order]
    sure: set[int] = set()
    hopeful: set[int] = set()
    for entry, apart in _neighbours(places[0], places[1], bases, width):
        (sure if apart and len(steps) == 2 else hopeful).add(entry)
    for entry in hopeful - sure:
        first, end = bases[entry], bases[entry + 1]
        here = [one[bisect_left(one, first) : bisect_left(one, end)] for one in places]
        if runs(here, within):
            sure.add(entry)
    return sure


def _neighbours(
    one: Sequence[int], other: Sequence[int], bases: Sequence[int], width: int
) -> Iterator[tuple[int, int]]:
    """Entries with places of both that follow each other and are near, and how far apart these are."""
    row = sorted([place * 2 for place in one] + [place * 2 + 1 for place in other])
    most = width * 2 + 1
    pairs = [(first, second) for first, second in pairwise(row) if second - first <= most and (first ^ second) & 1]
    for first, second in pairs:
        entry = bisect_right(bases, first >> 1) - 1
        apart = (second >> 1) - (first >> 1)
        if apart <= width and second >> 1 < bases[entry + 1]:
            yield entry, apart


def _held(step: Sequence[PackedPostings]) -> int:
    return sum(one.held for one in step)
