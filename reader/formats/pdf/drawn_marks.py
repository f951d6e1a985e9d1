"""Finds list items whose bullets are drawn or pasted as pictures: small marks of one size left of lines of text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reader.formats.pdf.lines import Line
from reader.formats.pdf.turning import Box
from reader.markers import Marker

# A mark's height and width, and the gap between it and the text, in sizes of the text.
_SMALLEST, _TALLEST, _WIDEST, _GAP = 0.18, 1.9, 2.2, 2.2
# The largest and the smallest mark, in points, whatever the text.
_LEAST, _MOST = 1.5, 32.0
# So many lines with a mark of one size at one distance, at so many heights, are a list; most have so many spaces.
_ENOUGH = 3
_WORDED = 3
# Larger lines than this (in body sizes) are headings with an icon.
_BODY = 1.12
# Text under which marks may stand begins so far right of other text (in sizes).
_INDENTS = (0.6, 3.0)

Mark = tuple[Line, Box]


def small(boxes: Iterable[Box]) -> list[Box]:
    """The boxes that are of the size of a mark."""
    return [box for box in boxes if _LEAST <= box[2] - box[0] <= _MOST and _LEAST <= box[3] - box[1] <= _MOST]


def may_have_marks(lines: Sequence[Line]) -> bool:
    """Whether several lines without a bullet in their text begin a little right of where several others begin."""
    edges: Counter[int] = Counter()
    for line in lines:
        if line.lead is None and len(line.text) > 3:
            edges[round(line.x0)] += 1
    common = sorted(edge for edge, count in edges.items() if count > 1)
    size = lines[0].size if lines else 0.0
    return any(_INDENTS[0] * size < b - a < _INDENTS[1] * size for at, a in enumerate(common) for b in common[at + 1 :])


def give_drawn_marks(pages: Sequence[tuple[Sequence[Line], Sequence[Box]]]) -> None:
    """Set the marker of every line in the document that a drawn mark begins; `pages` are their lines and small boxes.

    The line begins where its mark does, its text where it did.
    """
    masses: Counter[float] = Counter()
    for lines, _ in pages:
        for line in lines:
            masses[round(line.size * 2) / 2] += len(line.text)
    if not masses:
        return
    body = masses.most_common(1)[0][0]
    alike: defaultdict[tuple[int, int, int], list[Mark]] = defaultdict(list)
    for lines, boxes in pages:
        for line, box in _beside(lines, boxes, body) if boxes else ():
            key = round(line.x0 - box[0]), round(box[2] - box[0]), round(box[3] - box[1])
            alike[key].append((line, box))
    for marks in alike.values():
        for line, box in marks if _are_bullets(marks) else ():
            line.marker, line.text_x0, line.x0 = Marker("•", 0, False), line.x0, box[0]


def _are_bullets(marks: Sequence[Mark]) -> bool:
    """Whether marks alike are those of a list: not a logo that comes at the foot of pages, nor icons of addresses."""
    heights = {round(line.baseline / 6) for line, _ in marks}
    worded = sum(1 for line, _ in marks if line.text.count(" ") >= _WORDED)
    return len(heights) >= _ENOUGH and worded >= 0.5 * len(marks)


def _beside(lines: Sequence[Line], boxes: Sequence[Box], body: float) -> Iterator[Mark]:
    """The lines of a page that have a mark on their left, each with the leftmost of the boxes that draw it."""
    for line in lines:
        if line.marker is not None or not line.upright or line.size > _BODY * body or len(line.text) < 3:
            continue
        near = [box for box in boxes if _marks(box, line)]
        if near and not any(_between(other, near[0], line) for other in lines):
            yield line, min(near)


def _marks(box: Box, line: Line) -> bool:
    gap, size = line.x0 - box[2], line.size
    if not -0.1 * size <= gap <= _GAP * size:
        return False
    middle = (box[1] + box[3]) / 2
    if not line.baseline - 0.95 * size < middle < line.baseline + 0.2 * size:
        return False
    return (
        _SMALLEST * size <= box[3] - box[1] <= _TALLEST * size and _SMALLEST * size <= box[2] - box[0] <= _WIDEST * size
    )


def _between(other: Line, box: Box, line: Line) -> bool:
    """Whether other text stands on the mark or between it and the line."""
    near = abs(other.baseline - line.baseline) < 0.5 * line.size
    return near and other is not line and other.x0 < line.x0 and other.x1 > box[0]
