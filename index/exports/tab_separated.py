"""A table as lines of cells with tabs between them: how spreadsheets take it from the clipboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.exports.as_csv import guarded
from index.exports.publication import Cell, Paragraph, Quotation, Table, plain


def tab_separated(table: Table) -> str:
    """The heads, then the rows. A cell is one line; one that looks like a formula has an apostrophe before it."""
    lines = [(table.corner, *(head.name for head in table.columns))]
    lines += [(row.head, *(" ".join(_words(cell)) for cell in row.cells)) for row in table.rows]
    return "".join(f"{_line(cells)}\n" for cells in lines)


def _line(cells: Iterable[str]) -> str:
    return "\t".join(guarded(" ".join(cell.split())) for cell in cells)


def _words(cell: Cell) -> Iterator[str]:
    for part in cell:
        if isinstance(part, Quotation):
            yield f"“{plain(part.words)}”{f' ({part.place})' if part.place else ''}"
        elif isinstance(part, Paragraph):
            yield plain(part.runs)
