"""Finds tables on a page before its columns are cut: rows of cells that keep white strips between them.

A file writes a table row by row and columns of text one after the other, so cells that follow each other on one
baseline in the file's order are a row; amounts are one wherever the file has them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.formats.pdf.columns import Interval, intervals, strips_between
from reader.formats.pdf.lines import Line
from reader.formats.pdf.rows import is_mark, rows_of, same_size

_FIGURE = re.compile(
    r"^[-–−+~(]{0,2}[£$€]?\s?\d[\d.,]*\s?"
    r"(?:%|p|k|m|bn|mn?|tn|million|billion|thousand|m?illi?onen|m?illiarden|mio\.?|mrd\.?)?(?:\s?[£$€%])?\)?\s?\*{0,3}$"
    r"|^[£$€]\s?(?:k|m|bn|million|billion)?$|^(?:n/a|nil|[-–—])$",
    re.IGNORECASE,
)
_LONGEST = 16
# The page that a contents entry points to: "12", "p. 12", "Page 12", "12-13".
_TO_PAGE = re.compile(r"^(?:[^\W\d]*\.?|\W) ?(\d{1,3})(?: ?[-–] ?\d{1,3})?$")
# So many rows make a table.
_ENOUGH = 3
# In sizes: the white between columns, that between words which are a table's only columns, the distance of the lines of
# a cell and that of rows (baselines).
_STRIP, _APART, _WRAPPED, _NEXT_ROW = 0.8, 1.5, 1.45, 6.0

Run = list[Line]


def is_figure(line: Line) -> bool:
    """Whether the line is an amount as tables have them: "£2.5 billion", "12%", "(1,200)", "nil"."""
    return len(line.text) <= _LONGEST and bool(_FIGURE.match(line.text))


def with_table_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, given in the file's order, where each row of a table is one line, which has its `cells`."""
    kept = list(lines)
    for table in _tables(_runs(lines)):
        rows = _rows(table, lines)
        cells = [line for _, row in rows for line in row]
        taken = {id(line) for line in cells}
        left, right = min(line.x0 for line in cells), max(line.x1 for line in cells)
        kept = [line for line in kept if id(line) not in taken]
        kept.extend(_whole(row, baseline, left, right) for baseline, row in rows)
    return kept


def _runs(lines: Sequence[Line]) -> list[Run]:
    """Cells beside each other that may be a row, from the top down."""
    place = {id(line): at for at, line in enumerate(lines)}
    runs: list[Run] = []
    for row in rows_of(line for line in lines if line.upright):
        runs.append(row[:1])
        for before, line in pairwise(row):
            if place[id(line)] == place[id(before)] + 1 or _is_amount_beside(before, line):
                runs[-1].append(line)
            else:
                runs.append([line])
    # A bullet or the number of a line or a section is no cell beside its text.
    return [run for run in runs if len(run) > 2 or (len(run) == 2 and not is_mark(run[0]) and not run[0].text.isdigit())]


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
    return [table for table in found if len(table) >= _ENOUGH and _is_table(table)]


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


def _is_table(table: Sequence[Run]) -> bool:
    """Whether runs under each other are the rows of a table, not entries of contents, nor words of justified lines."""
    pages = [int(found.group(1)) for run in table if (found := _TO_PAGE.match(run[-1].text))]
    rising = sum(b >= a for a, b in pairwise(pages)) >= 0.75 * (len(pages) - 1)
    inner = any(is_figure(line) for run in table for line in run[1:-1])
    if len(pages) > 0.6 * len(table) and rising and not inner:
        return False
    if sum(len(run) > 2 for run in table) >= _ENOUGH:
        return True
    figures = [run[-1].text for run in table if is_figure(run[-1])]
    if len(figures) >= _ENOUGH:
        return not all(text.isdigit() for text in figures)
    edges = [run[-1].x0 for run in table]
    apart = sum(run[-1].x0 - run[-2].x1 > _APART * run[0].size for run in table)
    return max(edges) - min(edges) < 0.5 * table[0][0].size and apart > 0.5 * len(table)


def _rows(table: Sequence[Run], lines: Sequence[Line]) -> list[tuple[float, list[Line]]]:
    """The rows of a table: each one's baseline, and its cells from left to right, of each the lines from the top down."""
    cells = [*(line for run in table for line in run), *_beside(table, lines)]
    strips = _strips(cells)
    rows = {id(line): run[0].baseline for run in table for line in run}
    columns: defaultdict[int, list[Line]] = defaultdict(list)
    for line in sorted(cells, key=lambda one: one.baseline):
        columns[_column(line, strips)].append(line)
    for column in columns.values():
        chain: list[Line] = []
        for line in column:
            if chain and line.baseline - chain[-1].baseline > _WRAPPED * line.size:
                _settle(chain, rows, table)
                chain = []
            chain.append(line)
        _settle(chain, rows, table)
    found: defaultdict[float, list[Line]] = defaultdict(list)
    for line in cells:
        found[round(rows[id(line)], 1)].append(line)
    return [
        (baseline, sorted(row, key=lambda line: (_column(line, strips), line.baseline, line.x0)))
        for baseline, row in sorted(found.items())
    ]


def _column(line: Line, strips: Sequence[Interval]) -> int:
    return sum(strip[1] <= line.x0 + 0.01 for strip in strips)


def _beside(table: Sequence[Run], lines: Sequence[Line]) -> list[Line]:
    """The lines that stand alone in the table's columns: those of cells that are wrapped, and words over its rows."""
    cells = [line for run in table for line in run]
    own, strips = {id(line) for line in cells}, _strips(cells)
    places = [at for at, line in enumerate(lines) if id(line) in own]
    top, bottom, reach = table[0][0].baseline, table[-1][0].baseline, 3 * cells[0].size
    found = [
        line
        for line in lines[places[0] : places[-1]]
        if id(line) not in own and top - reach < line.baseline < bottom + reach and _fits(line, strips)
    ]
    for line in reversed(lines[: places[0]]):
        first = table[0][0]
        over = any(
            abs(line.baseline - cell.baseline) < _WRAPPED * line.size and _column(cell, strips) == _column(line, strips)
            for cell in (*table[0], *found)
        )
        label = line.x1 < first.x0 and abs(line.baseline - top) < line.size
        if not _fits(line, strips) or not (label or (over and (line.x0 > first.x1 or first.text[:1].islower()))):
            break
        found.append(line)
    return found


def _fits(line: Line, strips: Sequence[Interval]) -> bool:
    return line.upright and not any(line.x0 < strip[0] + 0.01 and line.x1 > strip[1] - 0.01 for strip in strips)


def _settle(chain: Sequence[Line], rows: dict[int, float], table: Sequence[Run]) -> None:
    """Put the lines of a chain, tight under each other in one column, into `rows`: the baseline of each line's row."""
    anchors = [rows[id(line)] for line in chain if id(line) in rows]
    if not anchors:
        size, middle = chain[0].size, (chain[0].baseline + chain[-1].baseline) / 2
        anchors = [run[0].baseline for run in table]
        anchors = [at for at in anchors if chain[0].baseline - 0.6 * size < at < chain[-1].baseline + 0.6 * size]
        for line in chain:
            near = middle if len(anchors) == 1 else line.baseline
            rows[id(line)] = min(anchors, key=lambda at: abs(at - near)) if anchors else line.baseline
        return
    known = [rows.get(id(line)) for line in chain]
    for at, line in enumerate(chain):
        if known[at] is not None:
            continue
        following = at + 1 < len(chain) and chain[at + 1].text[:1].islower()
        if len(anchors) == 1:
            known[at] = anchors[0]
        elif at and line.text[:1].islower():
            known[at] = known[at - 1]
        elif following:
            known[at] = known[at + 1]
        row = known[at]
        rows[id(line)] = line.baseline if row is None else row


def _whole(row: Sequence[Line], baseline: float, left: float, right: float) -> Line:
    """One line of a row's cells, as wide as the table."""
    main = max(row, key=lambda line: len(line.text))
    return replace(
        row[0],
        text=" ".join(line.text for line in row),
        x0=left,
        y0=min(line.y0 for line in row),
        x1=right,
        y1=max(line.y1 for line in row),
        baseline=baseline,
        style=main.style,
        tail=row[-1].tail,
        marker=None,
        text_x0=left,
        cells=tuple(row),
    )
