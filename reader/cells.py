"""Reads tables row by row, in every format alike; text that a table only places on the page is read as it flows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.model import Kind
from reader.parts import Part, is_footnote

# What stands between the cells of a row.
CELL_GLUE = " | "

# A cell with so many paragraphs, or one so long (code points), is a column of text.
_PARAGRAPHS = 3
_BESIDE = 2
_LONG = 1_500
# What ends as a sentence and has so many words is text, not an entry of a table.
_SENTENCE_WORDS = 6
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_LONGEST_FIGURE = 20
# A label is short (code points), and a row has few of them.
LONGEST_LABEL = 120
_MOST_LABELS = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its parts, which may still be added to, and the number of rows and columns that it reaches over."""

    parts: Sequence[Part] = ()
    rows: int = 1
    columns: int = 1

    @property
    def holds_text(self) -> bool:
        return any(part.text.strip() for part in self.parts)


class _Reaching(NamedTuple):
    """A cell that reaches down: from which column (from 0), and to which row."""

    column: int
    last: int
    cell: Cell


def table(rows: Iterable[Sequence[Cell]], *, is_layout: bool = False) -> Iterator[Part]:
    """The parts of a table: one paragraph a row, its cells that hold something joined by " | ".

    A row is given the cells that begin in it; those above that reach down to it are its labels, and are said again
    before what they label. A table of one column is a box drawn round text, and one whose cells hold columns of text
    is a layout, as is one of which its format says so: their cells' parts are read as they are, row by row.
    Footnotes follow their row.
    """
    grid = [list(row) for row in rows]
    filled = [[cell for cell in row if cell.holds_text] for row in grid]
    if is_layout or all(len(row) <= 1 for row in filled) or _places_text(filled):
        yield from (part for row in filled for cell in row for part in cell.parts)
        return
    for row, labelled in zip(filled, _with_labels(grid), strict=True):
        words = CELL_GLUE.join(text for text in labelled if text) if row else ""
        yield Part(Kind.PARAGRAPH, words, is_row=True)
        yield from (part for cell in row for part in cell.parts if is_footnote(part))


def _with_labels(grid: Sequence[Sequence[Cell]]) -> Iterator[list[str]]:
    """The words of each row's cells in order, with those of its labels.

    What reaches down behind all of a row's own cells is no label: a sum for several rows is said once.
    """
    above: list[_Reaching] = []
    for at, row in enumerate(grid):
        above = sorted(one for one in above if one.last >= at)[:_MOST_LABELS] if row else above
        begun: list[_Reaching] = []
        column, passed = 0, 0
        words: list[str] = []
        for cell in row:
            while passed < len(above) and above[passed].column <= column:
                reaching = above[passed]
                words.append(_label(reaching.cell))
                column, passed = reaching.column + reaching.cell.columns, passed + 1
            words.append(_words(cell))
            if cell.rows > 1:
                begun.append(_Reaching(column, at + cell.rows - 1, cell))
            column += cell.columns
        above += begun
        yield words


def _label(cell: Cell) -> str:
    words = _words(cell)
    return words if len(words) <= LONGEST_LABEL else ""


def _words(cell: Cell) -> str:
    return " ".join(" ".join(part.text for part in cell.parts if not is_footnote(part)).split())


def _places_text(filled: Sequence[Sequence[Cell]]) -> bool:
    """Whether the table stands for no rows: a cell holds a column or a section, or every one holds sentences."""
    cells = [cell for row in filled for cell in row]
    most = _BESIDE if len(filled) == 1 and not any(map(_is_figure, cells)) else _PARAGRAPHS
    return any(_is_column(cell, most) or _is_section(cell) for cell in cells) or all(map(_is_prose, cells))


def _is_section(cell: Cell) -> bool:
    kinds = {part.kind for part in cell.parts}
    return Kind.HEADING in kinds and len(kinds) > 1


def _is_column(cell: Cell, most: int) -> bool:
    if any(part.is_row for part in cell.parts) or sum(len(part.text) for part in cell.parts) >= _LONG:
        return True
    return sum(_is_paragraph(part) for part in cell.parts) >= most


def _is_paragraph(part: Part) -> bool:
    return part.kind is Kind.PARAGRAPH and part.marker is None and bool(part.text.strip())


def _is_figure(cell: Cell) -> bool:
    """Whether the cell holds a sum, a year, a share: what stands beside it goes with it."""
    words = _words(cell)
    return len(words) <= _LONGEST_FIGURE and any(char.isdigit() for char in words)


def _is_prose(cell: Cell) -> bool:
    words = _words(cell)
    return bool(_ENDS.search(words)) and len(words.split()) >= _SENTENCE_WORDS
