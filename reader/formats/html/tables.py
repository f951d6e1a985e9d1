"""Tells tables of figures and words from tables that only place text on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from reader.assembling import table
from reader.formats.html.names import attribute
from reader.model import Kind
from reader.parts import Cell, Part

# A cell with so many paragraphs, or one so long (code points), is a column of text.
_PARAGRAPHS = 3
_BESIDE = 2
_LONG = 1_500


@dataclass(slots=True)
class Table:
    """A table that is being read: its rows of cells so far."""

    node: etree._Element
    rows: list[list[Cell]] = field(default_factory=list)

    def parts(self) -> Iterator[Part]:
        """Its rows, or the text in its cells where it only places text."""
        if self._is_layout():
            yield from (part for row in self.rows for cell in row for part in cell)
        else:
            yield from table(self.rows)

    def _is_layout(self) -> bool:
        if attribute(self.node, "role") in ("presentation", "none"):
            return True
        cells = [cell for row in self.rows for cell in row]
        most = _BESIDE if len(self.rows) == 1 else _PARAGRAPHS
        return any(_is_column(cell, most) for cell in cells)


def _is_column(cell: Sequence[Part], most: int) -> bool:
    if any(part.is_row for part in cell) or sum(len(part.text) for part in cell) >= _LONG:
        return True
    return sum(part.kind is Kind.PARAGRAPH and part.marker is None for part in cell) >= most
