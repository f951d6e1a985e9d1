"""Tables of words as they leave: as rows, as a document, as values.

As JSON: {"format": "hustings-words", "format_version": 1, "table", "title", "about": [sentences], "made", "manifestos":
[{"document", "title", "party", "election", "year", "words"}], "rows": [{a value for each column by its name, "search":
what finds its passages, "document": the one manifesto that it is of}], "more": [{"table", "title", "rows"}]}.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.exports.provenance import origin, sources
from index.exports.publication import (
    Block,
    ColumnHead,
    Heading,
    Paragraph,
    Publication,
    Role,
    Table,
    TableRow,
    text,
)
from index.exports.registry import Exportable
from index.exports.sheets import Sheet, Value
from index.words.tables import Line, WordTable
from reader.library.records import Document
from reader.wording import tr, tr_count

FORMAT_VERSION = 1
# Nobody reads more lines of a document; tables and values have all.
MOST_IN_DOCUMENTS = 200


@dataclass(frozen=True, slots=True)
class Words:
    """A table and the manifestos that it is of. `made` is the moment of the export, `program` with its version."""

    table: WordTable
    documents: Sequence[Document]
    made: str
    program: str


def exportable(words: Words) -> Exportable:
    """The table for the registry."""
    return Exportable(
        words.table.title,
        publication=lambda: publication(words),
        sheets=lambda: tuple(sheet(one) for one in (words.table, *words.table.more)),
        values=lambda: values(words),
    )


def sheet(table: WordTable) -> Sheet:
    """A line for each line, figures as exact as they are known, and the query that finds its passages."""
    with_query = table.finds is not None
    heads = (*(column.name for column in table.columns), *(("search",) if with_query else ()))
    rows = tuple((*_exact(line), *((table.query(line) or None,) if with_query else ())) for line in table.lines)
    return Sheet(table.name, heads, rows)


def publication(words: Words) -> Publication:
    """The first lines of each table, how they were made, and the manifestos."""
    blocks: list[Block] = [Paragraph(text(sentence), Role.ABOUT) for sentence in words.table.about]
    for number, table in enumerate((words.table, *words.table.more)):
        if not table.lines or table.name == "places":
            continue
        if number:
            blocks.append(Heading(table.title))
        if len(table.lines) > MOST_IN_DOCUMENTS:
            blocks.append(Paragraph(text(_first(len(table.lines))), Role.ABOUT))
        blocks.append(_table(table))
        tips = [column for column in table.columns if column.tip]
        told = dict.fromkeys(f"{column.head}: {column.tip}" for column in tips if not column.query)
        blocks += [Paragraph(text(one), Role.ABOUT) for one in told]
    blocks += [*origin(words.made, words.program), sources(words.documents)]
    return Publication(words.table.title, tuple(blocks), foot=tr("Made with {program}", program=words.program))


def values(words: Words) -> dict[str, Any]:
    """The table as values that `json` can write."""
    table = words.table
    return {
        "format": "hustings-words",
        "format_version": FORMAT_VERSION,
        "table": table.name,
        "title": table.title,
        "about": list(table.about),
        "made": words.made,
        "manifestos": [
            {
                "document": one.id,
                "title": one.title,
                "party": one.party,
                "election": one.election,
                "year": one.year,
                "words": one.words,
            }
            for one in words.documents
        ],
        "rows": _rows(table),
        "more": [{"table": one.name, "title": one.title, "rows": _rows(one)} for one in table.more],
    }


def _rows(table: WordTable) -> list[dict[str, Value]]:
    names = [column.name for column in table.columns]
    return [
        {**dict(zip(names, line.cells, strict=True)), "search": table.query(line), "document": line.document}
        for line in table.lines
    ]


def _exact(line: Line) -> tuple[Value, ...]:
    return tuple(round(value, 6) if isinstance(value, float) else value for value in line.cells)


def _table(table: WordTable) -> Table:
    rows = list(table.texts())[:MOST_IN_DOCUMENTS]
    return Table(
        table.title,
        table.columns[0].head,
        tuple(ColumnHead(column.head) for column in table.columns[1:]),
        tuple(TableRow(row[0], tuple((Paragraph(text(cell)),) for cell in row[1:])) for row in rows),
        figures=all(column.is_figures for column in table.columns[1:]),
    )


def _first(of: int) -> str:
    return tr_count("The first line of {of:,}.", "The first {count:,} lines of {of:,}.", MOST_IN_DOCUMENTS, of=of)
