"""Puts justified lines back together whose words stand so far apart that they look like cells or columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.formats.pdf.lines import Line
from reader.formats.pdf.rows import joined, rows_of, same_size

# A line's words stand at most this far apart (in sizes), its neighbours' baselines at most so far.
_WIDEST_SPACE = 6.0
_NEXT_LINE = 1.9
# The next line of a column is at most so many rows away: other columns' rows may lie between.
_ROWS = 4
# The ends of justified lines are this near to each other (in sizes).
_FLUSH = 0.35


def with_whole_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, where parts of a row that fill the width of a whole line right above or below are one line.

    No gutter runs there: the whole line covers the gaps.
    """
    rows = rows_of(lines)
    if all(len(row) == 1 for row in rows):
        return list(lines)
    for at in range(1, len(rows)):
        for above in reversed(rows[max(0, at - _ROWS) : at]):
            rows[at] = _filled(rows[at], above)
    for at in range(len(rows) - 2, -1, -1):
        for below in rows[at + 1 : at + 1 + _ROWS]:
            rows[at] = _filled(rows[at], below)
    return [line for row in rows for line in row]


def _filled(row: list[Line], near: Sequence[Line]) -> list[Line]:
    """The row, with those of its parts joined that together are as wide as a line of the row near it."""
    if len(row) < 2 or abs(row[0].baseline - near[0].baseline) > _NEXT_LINE * row[0].size:
        return row
    for whole in near:
        own = [line for line in row if _is_inside(line, whole)]
        if len(own) > 1 and _fills(own, whole):
            one = joined(own)
            row = sorted((one, *(line for line in row if line not in own)), key=lambda line: line.x0)
    return row


def _is_inside(line: Line, whole: Line) -> bool:
    slack = _FLUSH * line.size
    return line.x0 > whole.text_x0 - slack and line.x1 < whole.x1 + slack and same_size(line, whole) and line.upright


def _fills(parts: Sequence[Line], whole: Line) -> bool:
    slack = _FLUSH * whole.size
    if parts[0].x0 > whole.text_x0 + slack or parts[-1].x1 < whole.x1 - slack:
        return False
    if any(part.marker is not None for part in parts[1:]):
        return False
    return all(after.x0 - before.x1 < _WIDEST_SPACE * whole.size for before, after in pairwise(parts))
