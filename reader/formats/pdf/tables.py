"""Finds tables on a page before its columns are cut: by rules that cross, else by rows of amounts.

A file writes a table row by row and columns of text one after the other, so cells that follow each other on one
baseline in the file's order are a row; amounts are one wherever the file has them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from reader.formats.pdf.columns import Interval, column_of, intervals, strips_between
from reader.formats.pdf.grids import grids_of
from reader.formats.pdf.lines import Line, box_of
from reader.formats.pdf.rows import is_mark, joined, rows_of, same_size
from reader.formats.pdf.turning import Box

_FIGURE = re.compile(
    r"^[-–−+~(]{0,2}[£$€]?\s?\d[\d.,]*\s?"
    r"(?:%|p|k|m|bn|mn?|tn|million|billion|thousand|m?illi?onen|m?illiarden|mio\.?|mrd\.?)?(?:\s?[£$€%])?\)?\s?\*{0,3}$"
    r"|^[£$€]\s?(?:k|m|bn|million|billion)?$|^(?:n/a|nil|[-–—])$",
    re.IGNORECASE,
)
_LONGEST = 16
# So many rows make a table.
_ENOUGH = 3
# In sizes: the white between columns, the distance of the lines of a cell and that of rows (baselines).
_STRIP, _WRAPPED, _NEXT_ROW = 0.8, 1.45, 6.0
# The words of a justified line stand at most this far apart (in sizes).
_WIDEST_SPACE = 6.0
# Justified lines begin and end this near to where their neighbours do, and neighbours are this near (in sizes).
_FLUSH, _NEXT_LINE = 0.35, 3.2

Run = list[Line]
# The lines of each row, by its baseline: its cells from left to right, of each the lines from the top down.
Rows = dict[float, list[Line]]


def is_figure(line: Line) -> bool:
    """Whether the line is an amount as tables have them: "£2.5 billion", "12%", "(1,200)", "nil"."""
    return len(line.text) <= _LONGEST and bool(_FIGURE.match(line.text))


def with_whole_rows(lines: Sequence[Line], rules: Sequence[Box]) -> list[Line]:
    """The lines of a page, given in the file's order, where each row of a table is one line, which has its `cells`.

    So are the words of a justified line that stand far apart: they follow each other, and no column goes through.
    `rules` are those that the page shows.
    """
    found: list[Line] = []
    for grid in grids_of(rules, lines) if rules else ():
        found.extend(_whole_lines(grid))
    runs = _runs(_others(lines, found))
    for table in _tables(run for run in runs if _may_be_cells(run)):
        found.extend(_whole_lines(_rows(table, _others(lines, found))))
    left = {id(line) for line in _others(lines, found)}
    rest = sorted((run for run in runs if id(run[0]) in left), key=lambda run: run[0].place)
    for before, run, after in zip([None, *rest], rest, [*rest[1:], None], strict=False):
        found.extend([joined(run)] if _is_justified(run, [one for one in (before, after) if one]) else run)
    return found


def _others(lines: Sequence[Line], rows: Sequence[Line]) -> list[Line]:
    """The lines that stand in none of the rows."""
    taken = {id(cell) for row in rows for cell in row.cells}
    return [line for line in lines if id(line) not in taken]


def _runs(lines: Sequence[Line]) -> list[Run]:
    """Cells beside each other that may be a row, from the top down."""
    runs = [[line] for line in lines if not line.upright]
    for row in rows_of(line for line in lines if line.upright):
        runs.append(row[:1])
        for before, line in pairwise(row):
            if line.place == before.place + 1 or _is_amount_beside(before, line):
                runs[-1].append(line)
            else:
                runs.append([line])
    return runs


def _may_be_cells(run: Run) -> bool:
    """Whether the parts of a row may be cells: the bullet or number of an item, a line or a section is none."""
    return len(run) > 2 or (len(run) == 2 and not is_mark(run[0]) and not run[0].text.isdigit())


def _is_amount_beside(before: Line, line: Line) -> bool:
    """Whether the line is an amount beside words or another amount; a bare number beside words may number items."""
    if not is_figure(line) or line.marker is not None or not same_size(before, line):
        return False
    return is_figure(before) or not line.text.isdigit()


def _tables(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs under each other that keep white strips between their cells."""
    found: list[list[Run]] = []
    for run in runs:
        above = next((table for table in reversed(found) if _goes_on(table, run)), None)
        if above is None:
            found.append([run])
        else:
            above.append(run)
    return [table for table in found if sum(map(_is_row, table)) >= _ENOUGH]


def _is_justified(run: Run, around: Iterable[Run]) -> bool:
    """Whether parts of a row are words of one line: evenly spread, or together as wide as a row above or below them."""
    slack = _FLUSH * run[0].size
    gaps = [line.x0 - before.x1 for before, line in pairwise(run)]
    if not _may_be_cells(run) or max(gaps) > _WIDEST_SPACE * run[0].size:
        return False
    if any(line.marker is not None or not same_size(run[0], line) for line in run[1:]):
        return False
    return (len(gaps) > 1 and max(gaps) - min(gaps) < slack) or any(
        abs(run[-1].x1 - other[-1].x1) < slack
        and other[0].x0 - slack < run[0].x0 < other[0].text_x0 + slack
        and same_size(run[0], other[0])
        and abs(run[0].baseline - other[0].baseline) < _NEXT_LINE * run[0].size
        for other in around
    )


def _goes_on(table: Sequence[Run], run: Run) -> bool:
    size = run[-1].size
    if not 0 < run[0].baseline - table[-1][0].baseline <= _NEXT_ROW * size:
        return False
    cells = [line for one in table for line in one]
    if run[0].x0 > max(line.x1 for line in cells) or run[-1].x1 < min(line.x0 for line in cells):
        return False
    least = min(2, *(len(_strips(part)) for part in (cells, run)))
    return len(_strips([*cells, *run])) >= max(1, least)


def _strips(lines: Sequence[Line]) -> list[Interval]:
    return strips_between(intervals(lines), _STRIP * lines[0].size)


def _is_row(run: Run) -> bool:
    """Whether cells are a table's row: an amount, several numbers or words in three columns.

    A bare number after words may be a page's or an item's.
    """
    figures = [is_figure(line) for line in run]
    return (sum(figures[-2:]) == 2 or (len(run) > 2 and not run[-1].text[-1:].isdigit())) or any(
        figure and not line.text.isdigit() and any(char.isdigit() for char in line.text)
        for line, figure in zip(run[1:], figures[1:], strict=True)
    )


def _rows(table: Sequence[Run], lines: Sequence[Line]) -> Rows:
    """The rows of a table with the lines that stand alone in its columns."""
    cells = [*(line for run in table for line in run), *_beside(table, lines)]
    strips = _strips(cells)
    rows = {id(line): run[0].baseline for run in table for line in run}
    columns: defaultdict[int, list[Line]] = defaultdict(list)
    for line in sorted(cells, key=lambda one: one.baseline):
        columns[column_of(line, strips)].append(line)
    for column in columns.values():
        tight: list[Line] = []
        for line in column:
            if tight and line.baseline - tight[-1].baseline > _WRAPPED * line.size:
                _settle(tight, rows, table)
                tight = []
            tight.append(line)
        _settle(tight, rows, table)
    found: Rows = defaultdict(list)
    for at in sorted(columns):
        for line in columns[at]:
            found[round(rows[id(line)], 1)].append(line)
    return found


def _beside(table: Sequence[Run], lines: Sequence[Line]) -> list[Line]:
    """The lines that stand alone in the table's columns: those of cells that are wrapped, and words over its rows."""
    cells = [line for run in table for line in run]
    own, strips, right = {id(line) for line in cells}, _strips(cells), max(line.x1 for line in cells)
    places = [at for at, line in enumerate(lines) if id(line) in own]
    left = min(line.x1 for line in cells)
    top, bottom, reach = table[0][0].baseline, table[-1][0].baseline, 3 * cells[0].size
    found = [
        line
        for line in lines[places[0] : places[-1]]
        if id(line) not in own and top - reach < line.baseline < bottom + reach
        if line.x0 < right and _fits(line, strips)
    ]
    for line in reversed(lines[: places[0]]):
        first = table[0][0]
        column = [cell for cell in (*table[0], *found) if column_of(cell, strips) == column_of(line, strips)]
        over = any(abs(line.baseline - cell.baseline) < _WRAPPED * line.size for cell in column)
        label = line.x1 < first.x0 and abs(line.baseline - top) < line.size
        if not _fits(line, strips) or not (label or (over and (line.x0 > left or first.text[:1].islower()))):
            break
        found.append(line)
    return found


def _fits(line: Line, strips: Sequence[Interval]) -> bool:
    return line.upright and not any(line.x0 < strip[0] + 0.01 and line.x1 > strip[1] - 0.01 for strip in strips)


def _settle(tight: Sequence[Line], rows: dict[int, float], table: Sequence[Run]) -> None:
    """Put the lines of a cell, tight under each other in one column, into `rows`: the baseline of each line's row."""
    anchors = {rows[id(line)] for line in tight if id(line) in rows}
    if not anchors:
        reach = 0.6 * tight[0].size
        anchors = {run[0].baseline for run in table}
        anchors = {at for at in anchors if tight[0].baseline - reach < at < tight[-1].baseline + reach}
    for before, line in zip([None, *tight], tight, strict=False):
        if len(anchors) == 1:
            rows[id(line)] = min(anchors)
        elif before is not None and line.text[:1].islower():
            rows.setdefault(id(line), rows[id(before)])
        else:
            rows.setdefault(id(line), line.baseline)


def _whole_lines(rows: Rows) -> Iterator[Line]:
    """One line of the cells of each row, as wide as the table."""
    left, _, right, _ = box_of(list(chain(*rows.values())))
    often = Counter(id(line) for row in rows.values() for line in row)
    for at, row in rows.items():
        text, style = " ".join(line.text for line in row), max(row, key=lambda line: len(line.text)).style
        # A label that stands beside several rows is in the words of each, and makes none of them higher.
        _, y0, _, y1 = box_of([line for line in row if often[id(line)] == 1] or row)
        made = Line(row[0].page, text, left, y0, right, y1, at, style, row[0].head, row[-1].tail, text_x0=left)
        made.cells, made.place = tuple(row), row[0].place
        yield made
