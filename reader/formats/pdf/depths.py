"""Tells how deep list items are nested, by where their markers stand in the column."""

from __future__ import annotations

from collections.abc import Sequence

from reader.formats.pdf.paragraphs import Group
from reader.model import Kind

_DEEPEST = 4
# Markers this far apart (in sizes) are on different levels.
_STEP = 0.7


def set_depths(groups: Sequence[Group]) -> None:
    """Set the level of every list item of one printed page, from 1; `groups` are in reading order."""
    left = 0.0
    above: list[tuple[float, float]] = []
    for at, group in enumerate(groups):
        if at == 0 or group.first_in_column:
            left = _left_edge(groups[at:])
        if group.kind is not Kind.LIST_ITEM:
            above.clear()
            continue
        mark, words, step = group.first.x0 - left, group.first.text_x0 - left, _STEP * group.first.size
        # Both have to move: numbers of two figures begin further left, words after wide marks further right.
        while above and mark < above[-1][0] - step and words < above[-1][1] - step:
            above.pop()
        if not above or (mark > above[-1][0] + step and words > above[-1][1] + step):
            above.append((mark, words))
        group.level = min(_DEEPEST, len(above))


def _left_edge(groups: Sequence[Group]) -> float:
    """Where the column begins whose groups come first: the leftmost of their lines."""
    edge = float("inf")
    for at, group in enumerate(groups):
        if at and group.first_in_column:
            break
        edge = min([edge, *(line.x0 for line in group.lines)])
    return edge
