"""Tables on the clipboard: as rich text for documents, as rows for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from index.exports.html import fragment
from index.exports.publication import ColumnHead, Paragraph, Table, TableRow, text
from index.exports.tab_separated import tab_separated
from ui.shared.copying import put


def copy_table(table: Table) -> None:
    """Put the table on the clipboard."""
    put(tab_separated(table), fragment(table))


def table_of(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Words in rows and columns as a table, the first column as the rows' heads."""
    return Table(
        "",
        heads[0],
        tuple(map(ColumnHead, heads[1:])),
        tuple(TableRow(row[0], tuple((Paragraph(text(cell)),) for cell in row[1:])) for row in rows),
    )
