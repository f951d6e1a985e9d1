"""A table of a web page while its cells are being read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reader.cells import Cell, table
from reader.formats.html.names import attribute
from reader.parts import Part

# Browsers let no cell reach further.
_MOST_ROWS, _MOST_COLUMNS = 65_534, 1_000


@dataclass(slots=True)
class Table:
    """A table that is being read: its rows of cells so far."""

    node: etree._Element
    rows: list[list[Cell]] = field(default_factory=list)

    def begin_cell(self, node: etree._Element) -> list[Part]:
        """Begin the cell of this element in the last row; what it holds is to be added to the list returned."""
        if not self.rows:
            self.rows.append([])
        parts: list[Part] = []
        # A cell that says 0 reaches down to the end of the table.
        down = _span(node, "rowspan")
        across = _span(node, "colspan") or 1
        self.rows[-1].append(Cell(parts, min(down or _MOST_ROWS, _MOST_ROWS), min(across, _MOST_COLUMNS)))
        return parts

    def parts(self) -> Iterator[Part]:
        """Its rows, or the text in its cells where it only places text."""
        return table(self.rows, is_layout=attribute(self.node, "role") in ("presentation", "none"))


def _span(node: etree._Element, name: str) -> int:
    said = attribute(node, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 1
