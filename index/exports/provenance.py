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
from reader.wording import tr, tr_count


def heading() -> str:
    """What stands over all of it."""
    return tr("Where this comes from")


def origin(made: str, program: str, *before: str) -> tuple[Block, ...]:
    """The heading and when it was made, by a `program` with its version; lines that stand `before` that, if any.

    `made` is the moment of the export (`reader.library.clock.now`). The `sources` follow.
    """
    day = tr("Made: {day} with {program}", day=written_day(made), program=program)
    return (Heading(heading()), *(Paragraph(text(line), Role.ABOUT) for line in (*before, day)))


def of_comparison(shown: Shown) -> tuple[Block, ...]:
    """The last section of a comparison: topic, choices, manifestos with their SHA-256."""
    documents = [column.document for column in shown.comparison.columns]
    lines = tuple(Paragraph((Run(f"{name}: ", strong=True), Run(value)), Role.ABOUT) for name, value in _choices(shown))
    return (Heading(heading()), *lines, sources(documents))


def _choices(shown: Shown) -> Iterator[tuple[str, str]]:
    comparison = shown.comparison
    topic = comparison.topic
    yield tr("Topic"), tr("{name} (“{id}”, version {version})", name=topic.name, id=topic.id, version=topic.version)
    count = len(comparison.columns)
    manifestos = tr_count("1 manifesto", "{count} manifestos", count)
    if shown.of > count:
        manifestos = tr("{count} of {all} manifestos", count=count, all=shown.of)
    if shown.set_name:
        manifestos = tr("{manifestos} of the set “{name}”", manifestos=manifestos, name=shown.set_name)
    yield tr("Compared"), manifestos
    order = tr("best match first") if shown.best_first else tr("in the order of the manifestos")
    yield tr("Shown"), f"{_only(shown.only)}, {order}"
    folded = [row.subtopic.name for row in comparison.rows if row.subtopic.id in shown.folded]
    if folded:
        yield tr("Folded to counts"), "; ".join(folded)
    if shown.sampled is not None:
        yield tr("How accurate the topic is"), checked_sentence(shown.sampled)
    yield tr("Made"), tr("{day} with {program}", day=written_day(shown.made), program=shown.program)


def _only(only: Only) -> str:
    return {
        Only.ALL: tr("all passages"),
        Only.PLEDGES: tr("pledges only"),
        Only.NUMBERS: tr("pledges with numbers only"),
        Only.VERDICTS: tr("passages with a verdict only"),
    }[only]


def sources(documents: Sequence[Document]) -> Table:
    """The manifestos, each with what is known of it; a value that nobody has confirmed is called a guess."""
    heads = {
        "title": tr("Title"),
        "election": tr("Election"),
        "source": tr("Source"),
        "accessed": tr("Read on"),
    }
    columns = (*map(ColumnHead, heads.values()), ColumnHead(tr("SHA-256 of the file")))
    rows = tuple(
        TableRow(name, (*((Paragraph(text(_value(document, field))),) for field in heads), _digest(document)))
        for document, name in zip(documents, column_names(documents), strict=True)
    )
    return Table(tr("The manifestos, and what is known of each."), tr("Manifesto"), columns, rows)


def _value(document: Document, field: str) -> str:
    value = str(getattr(document, field))
    guessed = value and field not in document.confirmed and not document.sample
    return tr("{value} (a guess)", value=value) if guessed else value


def _digest(document: Document) -> tuple[Paragraph]:
    return (Paragraph(text(document.id)),)
