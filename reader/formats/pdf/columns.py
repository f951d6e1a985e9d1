"""Finds the order in which a page's lines are read: by white gutters between columns and white bands between rows.

The page is cut recursively (an XY cut): into columns where a gutter runs down the whole region, else into groups of
bands that share a gutter. Lines must already carry their bullets and contents numbers, which are no columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from reader.formats.pdf.lines import Line, main_style
from reader.formats.pdf.rows import rows_of
from reader.formats.pdf.style import Style

_DEEPEST = 12
# A gutter is at least this wide (in body sizes); PyMuPDF parts lines at gaps over 0.8 of their own size.
_GUTTER = 0.55
# Rows of captions have at most so many lines and are at least this far apart (in body sizes).
_CAPTION_LINES = 3
# Notes in the margin are set at most so large (in sizes of the text).
_NOTE = 0.93
_PICTURE = 5

Interval = tuple[float, float]


def columns_of(lines: Sequence[Line], body: float) -> list[list[Line]]:
    """The lines in columns, in reading order; the lines of each from the top down. `body` is the body size."""
    return _cut(list(lines), max(3.5, _GUTTER * body), body, 0)


def _cut(lines: list[Line], gutter: float, body: float, depth: int) -> list[list[Line]]:
    if len(lines) < 2 or depth > _DEEPEST:
        return [lines] if lines else []
    groups = _groups(_bands(lines), gutter, body)
    if len(groups) > 1:
        return [column for group in groups for column in _cut(group, gutter, body, depth + 1)]
    strips = _real_strips(lines, gutter)
    if not strips:
        return [sorted(lines, key=lambda line: (line.baseline, line.x0))]
    parts = _parted(lines, strips)
    return [column for part in parts for column in _cut(part, gutter, body, depth + 1)]


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in bands from the top down, with white across the whole region between one band and the next."""
    bands: list[list[Line]] = []
    reach = float("-inf")
    for line in sorted(lines, key=lambda one: one.top):
        if bands and line.top < reach:
            bands[-1].append(line)
        else:
            bands.append([line])
        reach = max(reach, line.bottom)
    return bands


def intervals(lines: Sequence[Line]) -> list[Interval]:
    """The parts of the x axis that the lines cover."""
    return _united((_left(line), line.x1) for line in lines)


def _left(line: Line) -> float:
    """Where the line's words begin: bullets and the badges of numbers may reach into a gutter."""
    return line.x0 if line.marker is None else line.text_x0


def _united(parts: Iterable[Interval]) -> list[Interval]:
    ordered = sorted(parts)
    if len(ordered) < 2:
        return ordered
    united: list[Interval] = []
    left, right = ordered[0]
    for x0, x1 in ordered:
        if x0 > right:
            united.append((left, right))
            left, right = x0, x1
        elif x1 > right:
            right = x1
    united.append((left, right))
    return united


def strips_between(covered: Sequence[Interval], gutter: float) -> list[Interval]:
    """The white strips between covered parts that are wide enough for a gutter."""
    return [(left[1], right[0]) for left, right in pairwise(covered) if right[0] - left[1] >= gutter]


def _groups(bands: Sequence[list[Line]], gutter: float, body: float) -> list[list[Line]]:
    """Bands put together as long as they keep a gutter in common, or have none."""
    groups: list[list[list[Line]]] = []
    covered: list[Interval] = []
    usual = main_style(list(chain(*bands)))
    for at, band in enumerate(bands):
        own = intervals(band)
        heads = bool(groups) and all(_stands_out(line, usual) for line in band)
        new = not groups or (heads and _begins_anew(groups[-1], bands[at : at + 2], gutter, body))
        new = new or _are_captions(groups[-1], band, gutter, body)
        if not new and not _share_columns(covered, own, gutter):
            handed = _trailing(groups[-1], gutter, body)
            groups.append(handed)
            covered = intervals(list(chain(*handed)))
            new = not handed or not _share_columns(covered, own, gutter)
        if new:
            groups.append([])
        groups[-1].append(band)
        covered = own if new else _united((*covered, *own))
    return [list(chain(*group)) for group in groups if group]


def _share_columns(above: Sequence[Interval], below: Sequence[Interval], gutter: float) -> bool:
    """Whether two stretches of a page, given by what they cover of its width, have a gutter in common, or none."""
    return bool(strips_between(_united((*above, *below)), gutter)) or not (
        strips_between(above, gutter) or strips_between(below, gutter)
    )


def _begins_anew(group: Sequence[list[Line]], bands: Sequence[list[Line]], gutter: float, body: float) -> bool:
    """Whether the first of `bands` heads a new part of the page, though it crosses no gutter of the `group` above.

    Either it is one heading with nothing beside it, or a row of headings, one over each column, as cards have.
    """
    band = bands[0]
    if _apart(group[-1], band) < 1.2 * body:
        return False
    for left, right in strips_between(intervals(list(chain(*group))), gutter):
        sides = {line.x0 >= right - 0.01 for line in band if line.x1 <= left + 0.01 or line.x0 >= right - 0.01}
        if len(sides) == 2:  # once is by chance
            cards = all(len({round(line.baseline) for line in row}) == 1 < len(row) for row in (group[0], band))
            return cards and group[0][0].style == band[0].style
        if sides and len(bands) > 1 and _goes_on_beside(bands[1], (left, right)):
            return True
    return False


def _are_captions(group: Sequence[list[Line]], band: Sequence[Line], gutter: float, body: float) -> bool:
    """Whether a few lines side by side have nothing to do with those far below: captions under rows of pictures."""
    if len(group) > _CAPTION_LINES or _apart(group[-1], band) < _PICTURE * body:
        return False
    strips = strips_between(intervals(list(chain(*group))), gutter)
    return any(_goes_on_beside(band, strip) for strip in strips)


def _goes_on_beside(band: Sequence[Line], strip: Interval) -> bool:
    """Whether the band has lines on both sides of the strip: columns begin again under the heading."""
    middle = (strip[0] + strip[1]) / 2
    return any(line.x1 < middle for line in band) and any(line.x0 > middle for line in band)


def _apart(above: Sequence[Line], below: Sequence[Line]) -> float:
    """The white between lines and those under them, in points; below 0 where they stand beside each other."""
    return min(line.top for line in below) - max(line.bottom for line in above)


def _stands_out(line: Line, usual: Style) -> bool:
    return line.size >= 1.15 * usual.size or (line.style.bold and not usual.bold)


def _trailing(group: list[list[Line]], gutter: float, body: float) -> list[list[Line]]:
    """Takes from the end of a group in columns the bands that belong to the full-width band after it.

    A short heading above full-width text crosses no gutter and so joins the columns above it. What is set like text of
    theirs that the file has after it is theirs.
    """
    if not strips_between(intervals(list(chain(*group))), gutter):
        return []
    taken: list[list[Line]] = []
    while len(group) > 1:
        last, gap = group[-1], _apart(group[-2], group[-1])
        earlier = any(line.style == last[0].style and line.place > last[0].place for line in chain(*group[:-1]))
        if strips_between(intervals(last), gutter) or earlier:
            break
        group.pop()
        taken.insert(0, last)
        if gap > 0.9 * body:
            return taken
    group.extend(taken)
    return []


def _real_strips(lines: Sequence[Line], gutter: float) -> list[Interval]:
    """The strips that part columns of text: each side has lines of its own beside those of the other."""
    strips = strips_between(intervals(lines), gutter)
    while strips:
        parts = _parted(lines, strips)
        weakest = next((at for at in range(len(strips)) if not _are_columns(parts[at], parts[at + 1])), None)
        if weakest is None:
            return strips
        del strips[weakest]
    return []


def _parted(lines: Sequence[Line], strips: Sequence[Interval]) -> list[list[Line]]:
    parts: list[list[Line]] = [[] for _ in range(len(strips) + 1)]
    for line in lines:
        parts[column_of(line, strips)].append(line)
    return parts


def column_of(line: Line, strips: Sequence[Interval]) -> int:
    """How many of the strips stand left of the line."""
    return sum(_left(line) >= strip[1] - 0.01 for strip in strips)


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two neighbours are columns of text, not the parts of one row."""
    if _apart(left, right) > 0 or _apart(right, left) > 0:
        return False
    return (len(rows_of(left)) > 1 and len(rows_of(right)) > 1) or _beside(left, right)


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether a single row stands clearly apart from several beside it, or is a note in smaller type."""
    few, many = sorted((left, right), key=lambda side: len(rows_of(side)))
    gap = min(line.text_x0 for line in right) - max(line.x1 for line in left)
    apart = gap > 2.5 * max(line.size for line in (*left, *right)) or few[0].size < _NOTE * many[0].size
    return apart and len(rows_of(many)) > 1
