"""Puts justified lines back together whose words stand so far apart that they look like cells or columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.formats.pdf.lines import Line
from reader.formats.pdf.rows import joined, rows_of, same_size

# A line's words stand at most this far apart (in sizes), neighbours' baselines at most so far.
_WIDEST_SPACE = 6.0
_NEXT_LINE = 3.2
# The next line of a column is at most so many rows away: other columns' rows may lie between.
_ROWS = 4
# So many of these rows with words that begin at one place after a gap make a column.
_GUTTER_ROWS = 2
# The ends of justified lines are this near to each other (in sizes).
_FLUSH = 0.35

Gap = tuple[float, float]


def with_whole_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, where parts of a row that fill the width of a whole line right above or below are one line.

    No gutter runs there: the whole line covers the gaps.
    """
    rows = rows_of(lines)
    if all(len(row) == 1 for row in rows):
        return list(lines)
    gaps = [_gaps(row) for row in rows]
    for at in (*range(1, len(rows)), *range(len(rows) - 2, -1, -1)):
        if len(rows[at]) > 1:
            around = [*gaps[max(0, at - _ROWS) : at], *gaps[at + 1 : at + 1 + _ROWS]]
            for near in (*reversed(rows[max(0, at - _ROWS) : at]), *rows[at + 1 : at + 1 + _ROWS]):
                rows[at] = _filled(rows[at], near, around)
    return [line for row in rows for line in row]


def _gaps(row: Sequence[Line]) -> list[Gap]:
    return [(before.x1, after.x0) for before, after in pairwise(row)]


def _filled(row: list[Line], near: Sequence[Line], around: Sequence[Sequence[Gap]]) -> list[Line]:
    """The row, with those of its parts joined that together are as wide as a line of the row near it.

    `around` are the gaps in the rows above and below: a gutter goes on through them.
    """
    if len(row) < 2 or abs(row[0].baseline - near[0].baseline) > _NEXT_LINE * row[0].size:
        return row
    for whole in near:
        own = [line for line in row if _is_inside(line, whole)]
        if len(own) > 1 and _fills(own, whole) and not any(_is_gutter(gap, around, whole.size) for gap in _gaps(own)):
            one = joined(own)
            row = sorted((one, *(line for line in row if line not in own)), key=lambda line: line.x0)
    return row


def _is_gutter(gap: Gap, around: Sequence[Sequence[Gap]], size: float) -> bool:
    """Whether the words right of the gap begin where those right of other rows' gaps do: a column's left edge."""
    edge = _FLUSH * size
    return sum(any(abs(gap[1] - right) < edge for _, right in row) for row in around) >= _GUTTER_ROWS


def _is_inside(line: Line, whole: Line) -> bool:
    slack = _FLUSH * line.size
    return (
        line.x0 > min(whole.x0, whole.text_x0) - slack
        and line.x1 < whole.x1 + slack
        and same_size(line, whole)
        and line.upright
        and not line.cells
    )


def _fills(parts: Sequence[Line], whole: Line) -> bool:
    slack = _FLUSH * whole.size
    flush = parts[0].marker is not None or parts[0].x0 < whole.text_x0 + slack
    if not flush or parts[-1].x1 < whole.x1 - slack:
        return False
    if any(part.marker is not None for part in parts[1:]):
        return False
    return all(after.x0 - before.x1 < _WIDEST_SPACE * whole.size for before, after in pairwise(parts))
