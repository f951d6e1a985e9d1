"""A comparison as Markdown: sub-topic by sub-topic, manifesto by manifesto, each quotation with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.comparison import Cell, Column, Comparison
from index.exports.markdown_text import plain
from index.exports.sources import kinds, place, source, verdicts
from index.naming import told_apart
from index.sample_words import checked_sentence
from index.topics.languages import no_words
from index.topics.model import Match
from reader.lead_ins import before_words

if TYPE_CHECKING:
    from index.sampled import Outcome


def comparison_markdown(comparison: Comparison, sampled: Outcome | None = None) -> str:
    """The comparison as Markdown text; what the manifestos say is escaped, so that it shows as it is printed.

    `sampled` tells how right its topic is.
    """
    return "\n".join(_lines(comparison, sampled)) + "\n"


def _lines(comparison: Comparison, sampled: Outcome | None) -> Iterator[str]:
    topic, names = comparison.topic, told_apart(column.document for column in comparison.columns)
    yield f"# {plain(topic.name)}"
    yield from ("", f"Topic “{plain(topic.id)}”, version {topic.version}. {plain(topic.definition)}", "")
    if sampled is not None:
        yield from (plain(checked_sentence(sampled)), "")
    for warning in comparison.warnings:
        yield from (f"*{plain(warning)}*", "")
    for column in comparison.columns:
        yield f"- {_head(column)}"
    for row in comparison.rows:
        yield from ("", f"## {plain(row.subtopic.name)}")
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            yield from ("", f"### {plain(names[column.document.id])}", "")
            yield from _cell(cell)
    if any(column.left_out for column in comparison.columns):
        yield from ("", "## Left out by people")
    for column in comparison.columns:
        if column.left_out:
            yield from ("", f"### {plain(names[column.document.id])}", "")
            yield from _cell(Cell(column.left_out))


def _head(column: Column) -> str:
    share = column.share
    passages = "1 passage" if share.passages == 1 else f"{share.passages} passages"
    if share.without_words_in:
        passages = f"{passages}. {no_words(share.without_words_in)}"
    figures = passages if share.per_thousand is None else f"{passages}, {share.per_thousand:g} words in 1,000"
    said = f"{figures}." if column.silence is None else column.silence.sentence
    return f"**{plain(source(column.document))}**: {plain(said)}"


def _cell(cell: Cell) -> Iterator[str]:
    if cell.silence is not None:
        yield f"*{plain(cell.silence.sentence)}*"
    for number, match in enumerate(cell.matches):
        if number:
            yield ""
        yield from _passage(match)


def _passage(match: Match) -> Iterator[str]:
    yield f"> {plain(before_words(match.lead_in, match.language) + match.text)}"
    yield ">"
    yield f"> — {plain(' · '.join([*([place(match)] if place(match) else []), *kinds(match), *verdicts(match)]))}"
