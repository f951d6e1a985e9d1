"""The scorecard of a comparison: what people judge each manifesto to say to each row, with their reasons."""

from __future__ import annotations

from index.comparison import Cell as Compared
from index.comparison import Comparison
from index.exports.publication import Cell, ColumnHead, Paragraph, Role, Run, Table, TableRow, text
from index.exports.sheets import Sheet
from index.exports.sources import column_names, source
from index.marks import mark_in_words, mark_word, with_marks
from reader.library.row_marks import RowMark
from reader.wording import tr


def scorecard_of(comparison: Comparison) -> Table:
    """The marks that people gave, rows by manifestos, with their reasons; a silence where nobody gave one."""
    names = column_names([column.document for column in comparison.columns])
    heads = tuple(
        ColumnHead(name, tuple(filter(None, (source(column.document), with_marks("", column)))))
        for column, name in zip(comparison.columns, names, strict=True)
    )
    rows = tuple(TableRow(row.subtopic.name, tuple(map(_scored, row.cells))) for row in comparison.rows)
    return Table(tr("What people judge each manifesto to say to each row."), tr("Sub-topic"), heads, rows)


def _scored(cell: Compared) -> Cell:
    if cell.mark is not None:
        return (mark_paragraph(cell.mark),)
    nothing = tr("Not marked; nothing found") if cell.silence is not None else tr("Not marked")
    return (Paragraph(text(nothing), Role.SILENCE),)


def mark_paragraph(given: RowMark) -> Paragraph:
    """The mark with its reason: a person's words, never a manifesto's."""
    runs = (Run(mark_word(given.mark), strong=True), *text(f": {given.reason}" if given.reason else ""))
    return Paragraph(runs, Role.OWN)


def scorecard_sheet(comparison: Comparison) -> Sheet:
    """A line for each row, with what each manifesto is marked as; an empty cell is not marked."""
    names = column_names([column.document for column in comparison.columns])
    rows = tuple(
        (row.subtopic.name, *(None if cell.mark is None else mark_in_words(cell.mark) for cell in row.cells))
        for row in comparison.rows
    )
    return Sheet("Scorecard", ("row", *names), rows)
