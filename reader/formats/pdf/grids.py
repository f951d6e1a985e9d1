"""Finds tables by the rules that part their rows and columns."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from reader.formats.pdf.lines import Line
from reader.formats.pdf.turning import Box

# A rule is at most so thick and at least so long, rules so near to each other touch (points).
_THICK, _LONG, _NEAR = 2.5, 8.0, 3.0
# A page with more of them shows a map or a pattern.
_MOST = 800
# The mean of words in a cell is at most so high: else the rules part texts.
_WORDS = 40
# The lines of a label are so near to each other (in sizes).
_WRAPPED = 1.6
# So many times the file's order goes to the right or back up on a page with a table.
_TURNS = 3


def may_have_rules(lines: Sequence[Line]) -> bool:
    """Whether the file's order goes from line to line as through a table: to the right several times, never down."""
    turns = sum(
        line.x0 >= before.x1 and line.baseline < before.baseline + 0.3 * line.size and len(before.text) > 3
        for before, line in pairwise(lines)
    )
    return turns >= _TURNS


def rules_of(painted: Iterable[tuple[str, Box]]) -> list[Box]:
    """The rules among what a page paints (kinds and boxes of PyMuPDF's log): thin boxes, and the edges of outlines."""
    found: list[Box] = []
    for kind, (x0, y0, x1, y1) in painted:
        if kind not in ("fill-path", "stroke-path") or max(x1 - x0, y1 - y0) < _LONG:
            continue
        if min(x1 - x0, y1 - y0) <= _THICK:
            found.append((x0, y0, x1, y1))
        elif kind == "stroke-path":
            found.extend(((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)))
    return found if len(found) <= _MOST else []


def grids_of(rules: Sequence[Box], lines: Sequence[Line]) -> Iterator[dict[float, list[Line]]]:
    """The lines of each row of each table that rules part into rows and columns, by the baseline of its last line.

    The cells of a row come from left to right, the lines of each from the top down.
    """
    for x0, y0, x1, y1, across, down in _networks(rules):
        if len(across) < 3 or len(down) < 3:
            continue
        cells: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
        for line in lines:
            middle = line.baseline - 0.3 * line.size
            if line.upright and x0 < line.middle < x1 and y0 < middle < y1:
                cells[bisect(across, middle), bisect(down, line.middle)].append(line)
        shown = {**cells, **_reaching(cells, rules, across, down)}
        rows = [[shown[at] for at in sorted(shown) if at[0] == row] for row in range(len(across))]
        words = sum(line.text.count(" ") + 1 for cell in cells.values() for line in cell)
        if sum(len(row) > 1 for row in rows) > 1 and words <= _WORDS * len(cells):
            ordered = [
                [line for cell in row for line in sorted(cell, key=lambda one: (one.baseline, one.x0))] for row in rows
            ]
            own = [[line for at, cell in cells.items() if at[0] == row for line in cell] for row in range(len(across))]
            yield {max(line.baseline for line in lines): row for lines, row in zip(own, ordered, strict=True) if lines}


def _reaching(
    cells: Mapping[tuple[int, int], list[Line]], rules: Sequence[Box], across: Sequence[float], down: Sequence[float]
) -> dict[tuple[int, int], list[Line]]:
    """The labels in the first column that stand beside several rows, no rule being between these: for each of them."""
    found: dict[tuple[int, int], list[Line]] = {}
    middle = (down[0] + down[1]) / 2
    parted = [any(x0 < middle < x1 and abs((y0 + y1) / 2 - y) <= _NEAR for x0, y0, x1, y1 in rules) for y in across]
    first = 1
    for row in range(1, len(across)):
        if not parted[row]:
            continue
        beside = range(first, row + 1)
        label = [line for at in beside for line in cells.get((at, 1), ())]
        near = all(line.baseline - above.baseline <= _WRAPPED * line.size for above, line in pairwise(label))
        empty = [
            at
            for at in beside
            if not cells.get((at, 1)) and any((at, column) in cells for column in range(2, len(down)))
        ]
        if label and near and empty and not label[0].text[:1].isdigit():
            found |= {(at, 1): label for at in beside if any((at, column) in cells for column in range(1, len(down)))}
        first = row + 1
    return found


def _networks(rules: Sequence[Box]) -> list[tuple[float, float, float, float, list[float], list[float]]]:
    """The areas of rules that touch, each with the heights and the places across at which its rules run."""
    areas: list[tuple[Box, list[Box]]] = []
    for rule in sorted(rules, key=lambda box: box[1]):
        whole, own = rule, [rule]
        for at in range(len(areas) - 1, -1, -1):
            area, inside = areas[at]
            if _touch(area, whole):
                whole = min(area[0], whole[0]), min(area[1], whole[1]), max(area[2], whole[2]), max(area[3], whole[3])
                own = own + inside
                del areas[at]
        areas.append((whole, own))
    return [
        (
            *area,
            _levels((box[1] + box[3]) / 2 for box in own if box[2] - box[0] > box[3] - box[1]),
            _levels((box[0] + box[2]) / 2 for box in own if box[3] - box[1] > box[2] - box[0]),
        )
        for area, own in areas
    ]


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] + _NEAR and b[0] < a[2] + _NEAR and a[1] < b[3] + _NEAR and b[1] < a[3] + _NEAR


def _levels(places: Iterable[float]) -> list[float]:
    """The places, those near to each other once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found
