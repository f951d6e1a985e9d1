"""How far the cells of a Rich Text table reach: by the definitions of its rows, which say where each cell ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from reader.cells import Cell

# Edges no further apart are the same (twentieths of a point); programs round them differently from row to row.
_ROUNDED = 40
# Word has no more columns.
_MOST_COLUMNS = 63


class _Merge(Enum):
    NONE = auto()
    BELOW = auto()  # goes on with the cell above
    BEHIND = auto()  # goes on with the cell before


# What a definition says of a cell before the edge at which that cell ends.
_SAID = {"clvmrg": _Merge.BELOW, "clmrg": _Merge.BEHIND}


@dataclass(slots=True)
class RowShape:
    """The definition of one row: for each cell how it is merged and its right edge, in twentieths of a point."""

    left: int = 0
    merges: list[_Merge] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    _said: _Merge = _Merge.NONE

    def take(self, name: str, number: int | None) -> None:
        """One of the control words `SHAPING`."""
        if name == "trleft":
            self.left = number or 0
        elif name in _SAID:
            self._said = _SAID[name]
        elif name == "cellx" and len(self.edges) < _MOST_COLUMNS:
            self.merges.append(self._said)
            self.edges.append(number or 0)
            self._said = _Merge.NONE

    def copy(self) -> RowShape:
        return RowShape(self.left, [*self.merges], [*self.edges])


SHAPING = frozenset((*_SAID, "trleft", "cellx"))


def with_reach(rows: Sequence[tuple[Sequence[Cell], RowShape]]) -> list[list[Cell]]:
    """The cells that begin in each row, each with the rows and columns that it reaches over."""
    edges = _distinct([edge for _, shape in rows for edge in (shape.left, *shape.edges)])
    found: list[list[Cell]] = []
    # Where the cell that reaches furthest down stands in `found`, by the column that it begins in.
    open_at: dict[int, tuple[int, int]] = {}
    for cells, shape in rows:
        row: list[Cell] = []
        below: dict[int, tuple[int, int]] = {}
        column = bisect_left(edges, shape.left - _ROUNDED)
        for at, cell in enumerate(cells):
            merge = shape.merges[at] if at < len(shape.merges) else _Merge.NONE
            end = bisect_left(edges, shape.edges[at] - _ROUNDED) if at < len(shape.edges) else column + 1
            width = max(1, end - column)
            # What holds words of its own is said, whatever its definition says.
            if merge is _Merge.BELOW and column in open_at and not cell.holds_text:
                above, nth = open_at[column]
                found[above][nth] = replace(found[above][nth], rows=found[above][nth].rows + 1)
                below[column] = above, nth
            elif merge is _Merge.BEHIND and row and not cell.holds_text:
                row[-1] = replace(row[-1], columns=row[-1].columns + width)
            else:
                row.append(replace(cell, columns=width))
                below[column] = len(found), len(row) - 1
            column = max(end, column + 1)
        open_at = below
        found.append(row)
    return found


def _distinct(edges: Sequence[int]) -> list[int]:
    """The edges in order, one of those that are nearly the same."""
    kept: list[int] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > _ROUNDED:
            kept.append(edge)
    return kept
