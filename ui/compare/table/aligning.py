"""The shown columns with their common rows: where every entry stands, and which heights are still to be measured."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ui.compare.cards.card_sizes import CardSizes
from ui.compare.cards.entries import Entry
from ui.compare.table.row_heights import aligned
from ui.theme.tokens import THREE

Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What stands at the upper edge: an entry by its place, its row, and how many pixels of it are above the edge."""

    place: Place
    row: str
    above: int


class AlignedColumns:
    """Entries of the shown columns and their positions, in pixels from the top of the whole."""

    def __init__(self, columns: Sequence[Sequence[Sequence[Entry]]], sizes: CardSizes) -> None:
        self.sizes = sizes
        self._columns = [[list(row) for row in rows] for rows in columns]
        self._flat = [[entry for row in rows for entry in row] for rows in columns]
        self._to_measure = self._unmeasured()
        self.heights: list[list[int]] = []
        self.tops: list[list[int]] = []
        self.row_tops: tuple[int, ...] = ()
        self.total = 0
        self.align()

    def at_sizes(self, sizes: CardSizes) -> AlignedColumns:
        """The same entries at other sizes."""
        return AlignedColumns(self._columns, sizes)

    @property
    def row_heads(self) -> list[Entry]:
        """The head of each row, top to bottom."""
        return [row[0] for row in self._columns[0]] if self._columns else []

    def replace(self, column: int, at: int, entry: Entry) -> None:
        """Put another entry of the same place at `at` of the column, both counted from 0."""
        self._flat[column][at] = entry
        for row in self._columns[column]:
            if at < len(row):
                row[at] = entry
                break
            at -= len(row)
        self.sizes.measure(entry)
        self.align()

    def align(self) -> None:
        """Give every row its common height from what is known now."""
        height = self.sizes.height
        rows = aligned(
            [[_with_room([height(each) for each in row], row[0]) for row in column] for column in self._columns]
        )
        self.heights = [[each for row in column for each in row] for column in rows.heights]
        self.tops = [[0, *accumulate(column[:-1])] for column in self.heights]
        self.row_tops, self.total = rows.tops, rows.total

    def measure_between(self, top: int, bottom: int) -> bool:
        """Measure the cards that stand between these two heights; whether any had not been."""
        found = False
        for entries, tops in zip(self._flat, self.tops, strict=True):
            for at in range(max(0, bisect_right(tops, top) - 1), bisect_right(tops, bottom)):
                if not self.sizes.known(entries[at]):
                    self.sizes.measure(entries[at])
                    found = True
        return found

    def measure_for(self, seconds: float) -> bool:
        """Measure cards from the top on for about this long; whether there are more."""
        end = time.perf_counter() + seconds
        for entry in self._to_measure:
            self.sizes.measure(entry)
            if time.perf_counter() > end:
                return True
        return False

    def row_at(self, height: int) -> int:
        """The row that stands at this height, counted from 0."""
        return max(0, bisect_right(self.row_tops, height) - 1)

    def anchor(self, height: int) -> Anchor | None:
        """What stands at this height in the first column; None at the very top."""
        if height <= 0 or not self._flat or not self._flat[0]:
            return None
        at = max(0, bisect_right(self.tops[0], height) - 1)
        entry = self._flat[0][at]
        return Anchor(entry.place, entry.row, height - self.tops[0][at])

    def height_of(self, anchor: Anchor) -> int:
        """Where that which the anchor names stands now: its entry, else its row, else the top."""
        for entries, tops in zip(self._flat, self.tops, strict=True):
            for entry, top in zip(entries, tops, strict=True):
                if entry.place == anchor.place:
                    return top + anchor.above
        for head, top in zip(self.row_heads, self.row_tops, strict=True):
            if head.row == anchor.row:
                return top
        return 0

    def _unmeasured(self) -> Iterator[Entry]:
        """The cards whose heights are estimates, from the top on in all columns at once."""
        for at in range(max((len(entries) for entries in self._flat), default=0)):
            for entries in self._flat:
                if at < len(entries) and not self.sizes.known(entries[at]):
                    yield entries[at]


def _with_room(heights: list[int], head: Entry) -> list[int]:
    """The heights of a row's entries with the room that keeps it apart from the next row; folded rows stand close."""
    return [*heights[:-1], heights[-1] + (0 if head.folded else THREE)]
