"""The figures of words as tables: the same rows for the window, for files and for a terminal.

A line leads to its passages by a query; a figure of one manifesto alone by the query in that manifesto.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its `name` in files, its `head` in the window, and a `tip` with what it means, formula and source.

    `decimals` is None for words; figures are set right. `query` finds the passages of the column, "" where lines have
    queries of their own.
    """

    name: str
    head: str
    tip: str = ""
    decimals: int | None = None
    query: str = ""

    @property
    def is_figures(self) -> bool:
        return self.decimals is not None


@dataclass(frozen=True, slots=True)
class Line:
    """A value for each column; `query` finds its passages, "" for none; `document` is the one manifesto that it is of.

    `number` is the row of the result that it shows, 0 for the first.
    """

    cells: tuple[Value, ...]
    number: int
    query: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table with its `title`; `about` says how it was made, formulas and sources among that."""

    name: str
    title: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    more: tuple[WordTable, ...] = ()

    def lead(self, line: Line, column: Column) -> tuple[str, str]:
        """The query and the manifesto (id, "" for all) that a cell leads to; no query where it leads nowhere."""
        return column.query or line.query, line.document

    def texts(self) -> Iterator[tuple[str, ...]]:
        """The cells of each line as they are written."""
        for line in self.lines:
            yield tuple(written(value, column) for value, column in zip(line.cells, self.columns, strict=True))


def written(value: Value, column: Column) -> str:
    """A value as it stands in a cell: "1,024", "0.72", "−1.3", "" for none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return f"{value:,.{column.decimals or 0}f}".replace("-", "−")
