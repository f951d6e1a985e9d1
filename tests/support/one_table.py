"""One table with cells that reach over rows and columns, written as Word, OpenDocument and web page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from office_files import word_paragraph, write_opendocument, write_word

# The paragraphs of a cell, parted by "\n", and how many rows and columns it reaches over.
Spanning = tuple[str, int, int]
Rows = Sequence[Sequence[Spanning | str]]


def as_word(path: Path, rows: Rows) -> Path:
    written = []
    for row in _with_covered(rows):
        cells = []
        for text, across, is_begun, reaches in row:
            merge = "" if not reaches else "<w:vMerge w:val='restart'/>" if is_begun else "<w:vMerge/>"
            inside = "".join(map(word_paragraph, text.split("\n"))) if is_begun else "<w:p/>"
            cells.append(f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/>{merge}</w:tcPr>{inside}</w:tc>')
        written.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return write_word(path, f"<w:tbl>{''.join(written)}</w:tbl>")


def as_opendocument(path: Path, rows: Rows) -> Path:
    written = []
    for row, covered in zip(map(_row, rows), _with_covered(rows), strict=True):
        begun, cells = iter(row), []
        for _, across, is_begun, _ in covered:
            if is_begun:
                text, down, _ = next(begun)
                inside = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
                spans = f'table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
                cells.append(f"<table:table-cell {spans}>{inside}</table:table-cell>")
                across -= 1
            cells.append("<table:covered-table-cell/>" * across)
        written.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return write_opendocument(path, f"<table:table>{''.join(written)}</table:table>")


def as_web_page(path: Path, rows: Rows) -> Path:
    written = []
    for row in map(_row, rows):
        cells = []
        for text, down, across in row:
            inside = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
            cells.append(f'<td rowspan="{down}" colspan="{across}">{inside}</td>')
        written.append(f"<tr>{''.join(cells)}</tr>")
    path.write_text(f'<html><head><meta charset="utf-8"></head><body><table>{"".join(written)}</table></body></html>')
    return path


WRITERS: dict[str, Callable[[Path, Rows], Path]] = {"docx": as_word, "odt": as_opendocument, "html": as_web_page}


def _row(row: Sequence[Spanning | str]) -> list[Spanning]:
    return [(cell, 1, 1) if isinstance(cell, str) else cell for cell in row]


def _with_covered(rows: Rows) -> list[list[tuple[str, int, bool, bool]]]:
    """Each row with the places that cells of rows above cover: text, columns, begun here, reaches over rows."""
    found = []
    # By column: the text, the rows that are left, the columns.
    above: dict[int, tuple[int, int]] = {}
    for row in map(_row, rows):
        waiting, made, column = list(row), [], 0
        while waiting or column in above:
            if column in above:
                left, across = above.pop(column)
                made.append(("", across, False, True))
                below = left - 1
            else:
                text, below, across = waiting.pop(0)
                made.append((text, across, True, below > 1))
                below -= 1
            above |= {-1 - column: (below, across)} if below else {}
            column += across
        above = {-1 - at: one for at, one in above.items() if at < 0}
        found.append(made)
    return found
