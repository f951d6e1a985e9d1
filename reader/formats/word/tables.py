"""Finds the rows and cells of a Word table, and how far each cell reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reader.formats.word.package import W, element, number, value
from reader.formats.word.paragraphs import shows_placeholder

# Word has no more columns.
_MOST_COLUMNS = 63
# What may stand around rows and cells.
_AROUND = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml")


@dataclass(slots=True)
class Placed:
    """A cell (None for a gap at a row's beginning) and the number of rows and columns that it reaches over."""

    node: etree._Element | None
    rows: int
    columns: int


def rows_of(table: etree._Element) -> list[list[Placed]]:
    """The cells of each row that begin in it, without rows that a tracked change deleted."""
    rows: list[list[Placed]] = []
    # The cell that reaches furthest down, by the column (from 0) that it begins in.
    open_at: dict[int, Placed] = {}
    for row in _rows(table):
        before = _columns(number(row, "trPr", "gridBefore"), 0)
        placed = [Placed(None, 1, before)] if before else []
        column, below = before, {}
        for cell in _cells(row):
            one = Placed(cell, 1, _columns(number(cell, "tcPr", "gridSpan"), 1))
            # A cell that goes on with the one above it holds nothing of its own.
            if value(cell, "tcPr", "vMerge") in ("", "continue") and column in open_at:
                one = open_at[column]
                one.rows += 1
            else:
                placed.append(one)
            below[column] = one
            column += one.columns
        open_at = below
        rows.append(placed)
    return rows


def _columns(said: int | None, least: int) -> int:
    return min(max(said or 0, least), _MOST_COLUMNS)


def _rows(node: etree._Element) -> Iterator[etree._Element]:
    for row in node:
        if row.tag == f"{W}tr" and element(row, "trPr", "del") is None:
            yield row
        elif row.tag in (*_AROUND, f"{W}ins") and not shows_placeholder(row):
            yield from _rows(row)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for node in row:
        if node.tag == f"{W}tc":
            yield node
        elif node.tag in _AROUND and not shows_placeholder(node):
            yield from _cells(node)
