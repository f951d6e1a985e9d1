"""The figures of words as tables: the same rows for the window, for files and for a terminal.

A line leads to its passages by a query; a figure of one manifesto alone by the query in that manifesto.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
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
    """A value for each column; `number` is the row of the result that it shows, 0 for the first.

    `document` is the one manifesto that it is of, "" for all.
    """

    cells: tuple[Value, ...]
    number: int
    document: str = ""


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table with its `title`; `about` says how it was made, formulas and sources among that.

    `finds` gives the query that finds the passages of a row of the result, None where rows have none. It is asked when
    somebody wants to know: a list may have a hundred thousand rows.
    """

    name: str
    title: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    more: tuple[WordTable, ...] = ()
    finds: Callable[[int], str] | None = field(default=None, compare=False)

    def lead(self, line: Line, column: Column) -> tuple[str, str]:
        """The query and the manifesto (id, "" for all) that a cell leads to; no query where it leads nowhere."""
        return column.query or self.query(line), line.document

    def query(self, line: Line) -> str:
        """What finds the passages of a line, "" where columns have queries of their own, or nothing does."""
        return self.finds(line.number) if self.finds is not None else ""

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
