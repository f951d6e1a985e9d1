"""Finds tables by the rules that part their rows and columns."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reader.cells import LONGEST_LABEL
from reader.formats.pdf.lines import Line, box_of
from reader.formats.pdf.turning import Box

# A rule is at most so thick and at least so long, rules so near to each other touch (points).
_THICK, _LONG, _NEAR = 2.5, 8.0, 3.0
# A page with more of them shows a map or a pattern.
_MOST = 800
# The mean of words in a cell is at most so high: else the rules part texts.
_WORDS = 40
# The lines of one label are so near to each other (in sizes).
_WRAPPED = 1.6
# So many times the file's order goes to the right or back up on a page with a table.
_TURNS = 3
# Shorter words before others are the bullets and numbers of lists, but for amounts.
_CURRENCIES = ("£", "$", "€", "%")


_Place = tuple[int, int]  # row and column, each from 1


class _Network(NamedTuple):
    """The area of rules that touch, the heights and the places across at which they run, and those that are level."""

    area: Box
    across: list[float]
    down: list[float]
    level: list[Box]

    def has_rule(self, height: float, x: float) -> bool:
        """Whether a level rule runs at the height over the place x."""
        return any(abs((y0 + y1) / 2 - height) <= _NEAR and x0 <= x <= x1 for x0, y0, x1, y1 in self.level)


def may_have_rules(lines: Sequence[Line]) -> bool:
    """Whether the file's order goes from line to line as through a table: to the right several times, never down."""
    turns = sum(
        line.x0 >= before.x1
        and line.baseline < before.baseline + 0.3 * line.size
        and (len(before.text) > 3 or before.text[:1] in _CURRENCIES or before.text[-1:] in _CURRENCIES)
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

    The cells of a row come from left to right, the lines of each from the top down. A cell that reaches over several
    rows is said in the first, and again before what it labels in the others.
    """
    for network in _networks(rules):
        if len(network.across) < 3 or len(network.down) < 3:
            continue
        cells: defaultdict[_Place, list[Line]] = defaultdict(list)
        for line in sorted(lines, key=lambda one: (one.baseline, one.x0)):
            middle = line.baseline - 0.3 * line.size
            x0, y0, x1, y1 = network.area
            if line.upright and x0 < line.middle < x1 and y0 < middle < y1:
                cells[bisect(network.across, middle), bisect(network.down, line.middle)].append(line)
        rows = [[cells[at] for at in sorted(cells) if at[0] == row] for row in range(len(network.across))]
        words = sum(line.text.count(" ") + 1 for cell in cells.values() for line in cell)
        if sum(len(row) > 1 for row in rows) > 1 and words <= _WORDS * len(cells):
            yield _said(network, cells)


def _said(network: _Network, cells: dict[_Place, list[Line]]) -> dict[float, list[Line]]:
    """The lines of each row by its baseline, in order, with those of the cells that reach down to it."""
    merged = _merged(network, cells)
    found: dict[float, list[Line]] = {}
    for row in sorted({row for row, _ in cells}):
        own = {column: lines for (at, column), lines in cells.items() if at == row and (at, column) not in merged}
        plain = [line for lines in own.values() for line in lines]
        for column in (column for at, column in merged if at == row):
            first, lines = merged[row, column]
            if first == row:
                own[column] = lines
            elif plain and column < max(own) and sum(len(line.text) for line in lines) <= LONGEST_LABEL:
                own[column] = [_beside(line, plain) for line in lines]
        if own:
            baseline = max(line.baseline for line in plain or next(iter(own.values())))
            found[baseline] = [line for column in sorted(own) for line in own[column]]
    return found


def _merged(network: _Network, cells: dict[_Place, list[Line]]) -> dict[_Place, tuple[int, list[Line]]]:
    """The places that cells over several rows take up, each with the first row of its cell and the cell's lines."""
    found: dict[_Place, tuple[int, list[Line]]] = {}
    rows = range(1, len(network.across))
    for column in range(1, len(network.down)):
        middle = (network.down[column - 1] + network.down[column]) / 2
        first = 1
        for row in rows:
            if row + 1 in rows and not network.has_rule(network.across[row], middle):
                continue
            span = range(first, row + 1)
            lines = [line for at in span for line in cells.get((at, column), ())]
            near = all(line.baseline - above.baseline <= _WRAPPED * line.size for above, line in pairwise(lines))
            # Where each row has words of its own, the rules between them were left out.
            if lines and near and not all(cells.get((at, column)) for at in span):
                found |= {(at, column): (first, lines) for at in span}
            first = row + 1
    return found


def _beside(line: Line, row: Sequence[Line]) -> Line:
    """The line as if it stood in the row."""
    _, y0, _, y1 = box_of(row)
    return replace(line, y0=y0, y1=y1, baseline=row[-1].baseline)


def _networks(rules: Sequence[Box]) -> list[_Network]:
    """The areas of rules that touch."""
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
    networks = []
    for area, own in areas:
        level = [box for box in own if box[2] - box[0] > box[3] - box[1]]
        across = _levels((box[1] + box[3]) / 2 for box in level)
        down = _levels((box[0] + box[2]) / 2 for box in own if box[3] - box[1] > box[2] - box[0])
        networks.append(_Network(area, across, down, level))
    return networks


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] + _NEAR and b[0] < a[2] + _NEAR and a[1] < b[3] + _NEAR and b[1] < a[3] + _NEAR


def _levels(places: Iterable[float]) -> list[float]:
    """The places, those near to each other once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found
