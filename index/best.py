"""The best of many entries without a score for each: only what stands high for one word can be among them.

Fagin, Lotem and Naor's threshold algorithm (Optimal aggregation algorithms for middleware, 2003), in bulk: of each
word the entries in which it counts most are looked at, and more of them until no other entry can reach the last of the
best.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import add, neg

from index.entry_sets import Entries, among, count, listed

# So many entries are scored one by one as fast as they are chosen from.
_FEW = 12_000
# Where several words speak, few entries stand high for all of them, and more have to be looked at until it is sure.
_FEW_OF_SEVERAL = 50_000
# How many entries of each word are looked at, for each that is asked for, and how many times as many in the next round.
_EACH, _MORE = 4, 8
_LEVELS = 256
# So many impacts tell how all are spread.
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that speaks for entries, and what it counts in each times its `weight`, as a byte.

    Either the `entries` (rising) are listed, with what it counts in each; or `dense` has a byte for each entry of the
    segment, 0 where the word is not.
    """

    weight: float
    entries: Sequence[int]
    impacts: bytes
    dense: bytes | None = None

    @classmethod
    def even(cls, entries: Sequence[int]) -> Sign:
        """One that counts one point in each of these entries."""
        return cls(1.0, entries, b"\1" * len(entries))

    def held(self) -> Entries:
        """The entries that it speaks for."""
        return set(self.entries) if self.dense is None else self.dense.translate(_from(1))

    def points(self, entries: Sequence[int]) -> Iterator[float]:
        """What the word adds to the score of each of these entries."""
        worth = [self.weight * impact for impact in range(_LEVELS)]
        if self.dense is not None:
            return map(worth.__getitem__, map(self.dense.__getitem__, entries))
        if len(entries) * 16 < len(self.entries):
            return (worth[self._impact(entry)] for entry in entries)
        known = dict(zip(self.entries, self.impacts, strict=True))
        return map(worth.__getitem__, map(known.get, entries, repeat(0)))

    def _impact(self, entry: int) -> int:
        at = bisect_left(self.entries, entry)
        return self.impacts[at] if at < len(self.entries) and self.entries[at] == entry else 0

    def level(self, wanted: int) -> int:
        """A level (1 to 255) that about so many of the entries reach, by a sample of them."""
        impacts = self.impacts if self.dense is None else self.dense
        step = 1 + len(impacts) // _SAMPLE
        ordered = sorted(impacts[::step], reverse=True)
        return max(1, ordered[min(wanted // step, len(ordered) - 1)])

    def from_level(self, level: int) -> Iterable[int]:
        """The entries in which the word counts at least so much."""
        if self.dense is not None:
            return compress(range(len(self.dense)), self.dense.translate(_from(level)))
        return compress(self.entries, self.impacts.translate(_from(level)))


def _from(level: int) -> bytes:
    """A table for bytes: 1 for those of this level and above, 0 for others."""
    return bytes(level) + b"\1" * (_LEVELS - level)


def best(entries: Entries, signs: Sequence[Sign], limit: int) -> list[tuple[float, int]]:
    """The `limit` best of these entries with their scores, the best first, of equals the one that stands first."""
    held = count(entries)
    if not signs:
        return [(0.0, entry) for entry in listed(entries)[:limit]]
    if held <= max(_FEW if len(signs) == 1 else _FEW_OF_SEVERAL, _EACH * limit):
        return _ranked(listed(entries), signs, limit)
    wanted = _EACH * limit
    while True:
        levels = [sign.level(wanted) for sign in signs]
        chosen = set().union(*(sign.from_level(level) for sign, level in zip(signs, levels, strict=True)))
        hopeful = among(sorted(chosen), entries)
        if len(hopeful) * 3 > held or all(level == 1 for level in levels):
            return _ranked(listed(entries), signs, limit)
        ranked = _ranked(hopeful, signs, limit)
        most_of_others = sum(sign.weight * (level - 1) for sign, level in zip(signs, levels, strict=True))
        if len(ranked) == limit and ranked[-1][0] > most_of_others:
            return ranked
        wanted *= _MORE


def _ranked(entries: Sequence[int], signs: Sequence[Sign], limit: int) -> list[tuple[float, int]]:
    scores: Iterable[float] = repeat(0.0)
    for sign in signs:
        scores = map(add, scores, sign.points(entries))
    first = heapq.nsmallest(limit, zip(map(neg, scores), entries, strict=False))
    return [(-score, entry) for score, entry in first]
