"""Where an export comes from: so exactly that somebody else can make it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.exports.publication import Block, ColumnHead, Heading, Paragraph, Role, Run, Table, TableRow, text
from index.exports.shown import Shown
from index.exports.sources import column_names
from index.sample_words import checked_sentence
from index.selecting import Only
from reader.library.clock import written_day
from reader.library.records import Document

HEADING = "Where this comes from"
_ONLY = {
    Only.ALL: "all passages",
    Only.PLEDGES: "pledges only",
    Only.NUMBERS: "pledges with numbers only",
    Only.VERDICTS: "passages with a verdict only",
}
_FIELDS = (("title", "Title"), ("election", "Election"), ("source", "Source"), ("accessed", "Accessed"))


def of_comparison(shown: Shown) -> tuple[Block, ...]:
    """The last section of a comparison: topic, choices, manifestos with their SHA-256."""
    documents = [column.document for column in shown.comparison.columns]
    lines = tuple(Paragraph((Run(f"{name}: ", strong=True), Run(value)), Role.ABOUT) for name, value in _choices(shown))
    return (Heading(HEADING), *lines, sources(documents))


def _choices(shown: Shown) -> Iterator[tuple[str, str]]:
    comparison = shown.comparison
    topic = comparison.topic
    yield "Topic", f"{topic.name} (“{topic.id}”, version {topic.version})"
    count = len(comparison.columns)
    manifestos = "1 manifesto" if count == 1 else f"{count} manifestos"
    if shown.of > count:
        manifestos = f"{count} of {shown.of} manifestos"
    yield "Compared", f"{manifestos} of the set “{shown.set_name}”" if shown.set_name else manifestos
    order = "best match first" if shown.best_first else "in the order of the manifestos"
    yield "Shown", f"{_ONLY[shown.only]}, {order}"
    folded = [row.subtopic.name for row in comparison.rows if row.subtopic.id in shown.folded]
    if folded:
        yield "Folded to counts", "; ".join(folded)
    if shown.sampled is not None:
        yield "How accurate the topic is", checked_sentence(shown.sampled)
    yield "Made", f"{written_day(shown.made)} with {shown.program}"


def sources(documents: Sequence[Document]) -> Table:
    """The manifestos, each with what is known of it; a value that nobody has confirmed is called a guess."""
    columns = (*(ColumnHead(name) for _, name in _FIELDS), ColumnHead("SHA-256 of the file"))
    rows = tuple(
        TableRow(name, (*((Paragraph(text(_value(document, field))),) for field, _ in _FIELDS), _digest(document)))
        for document, name in zip(documents, column_names(documents), strict=True)
    )
    return Table("The manifestos, and what is known of each.", "Manifesto", columns, rows)


def _value(document: Document, field: str) -> str:
    value = str(getattr(document, field))
    return f"{value} (a guess)" if value and field not in document.confirmed and not document.sample else value


def _digest(document: Document) -> tuple[Paragraph]:
    return (Paragraph(text(document.id)),)
