"""Charts as they leave: the picture, what it shows as a table, and the exact figures for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.charts import Heatmap, Series, Strip
from index.comparison import Share
from index.exports.provenance import origin, sources
from index.exports.publication import (
    Block,
    ColumnHead,
    Paragraph,
    Picture,
    Publication,
    Table,
    TableRow,
    text,
)
from index.exports.registry import Exportable
from index.exports.sheets import Sheet, Value
from index.topics.languages import no_words
from index.topics.model import Topic
from reader.library.records import Document
from reader.wording import tr

_NAMED = ("manifesto", "party", "election", "year")
_FIGURES = ("passages", "words", "words per 1,000", "note", "extent", "less certain")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as it is shown: its picture, the same as a table (heads and rows of words), and the exact figures.

    `title` names chart and topic, `scope` says of which manifestos. `made` is the moment of the export
    (`reader.library.clock.now`), `program` the program with its version.
    """

    title: str
    scope: str
    picture: Picture
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    figures: bool
    sheet: Sheet
    documents: Sequence[Document]
    made: str
    program: str


def exportable(chart: Chart) -> Exportable:
    """The chart for the registry."""
    return Exportable(
        chart.title,
        publication=lambda: publication(chart),
        sheets=lambda: (chart.sheet,),
        picture=lambda: chart.picture,
    )


def publication(chart: Chart) -> Publication:
    """The picture, what it shows in words and figures, and the manifestos."""
    heads = tuple(ColumnHead(head) for head in chart.heads[1:])
    rows = tuple(TableRow(row[0], tuple((Paragraph(text(cell)),) for cell in row[1:])) for row in chart.rows)
    blocks: tuple[Block, ...] = (
        chart.picture,
        Table(tr("The same in words and figures."), chart.heads[0], heads, rows, figures=chart.figures),
        *origin(chart.made, chart.program),
        sources(chart.documents),
    )
    return Publication(chart.title, blocks, subtitle=chart.scope, foot=tr("Made with {program}", program=chart.program))


def heatmap_sheet(chart: Heatmap) -> Sheet:
    """One line for each topic and manifesto; figures that nobody can know are empty, and `note` says why."""
    rows = [
        (topic.name, topic.version, *_named(document), *_figures(cell, document))
        for topic, cells in zip(chart.topics, chart.cells, strict=True)
        for document, cell in zip(chart.documents, cells, strict=True)
    ]
    return Sheet("Figures", ("topic", "topic version", *_NAMED, *_FIGURES), tuple(rows))


def strips_sheet(topic: Topic, strips: Iterable[Strip]) -> Sheet:
    """One line for each passage: its page, and where it begins and ends, from 0 to 1.

    A manifesto in a language that the topic has no words in has one of its own, with a `note` that says so.
    """
    rows = [
        (topic.name, topic.version, *_named(one.document), *place, str(one.document.extent))
        for one in strips
        for place in (
            *((mark.match.page, round(mark.start, 4), round(mark.end, 4), None) for mark in one.marks),
            *([(None, None, None, _note(one.without_words_in))] if one.without_words_in else []),
        )
    ]
    return Sheet(
        "Passages", ("topic", "topic version", *_NAMED, "page", "begins", "ends", "note", "extent"), tuple(rows)
    )


def salience_sheet(topic: Topic, series: Iterable[Series]) -> Sheet:
    """One line for each manifesto of each series."""
    rows = [
        (topic.name, topic.version, *_named(point.document), *_figures(point.share, point.document))
        for one in series
        for point in one.points
    ]
    return Sheet("Figures", ("topic", "topic version", *_NAMED, *_FIGURES), tuple(rows))


def _named(document: Document) -> tuple[str, str, str, str]:
    return document.title, document.party, document.election, document.year


def _figures(cell: Share | None, document: Document) -> tuple[Value, ...]:
    """Passages, words, the share, why there is none, how much the document is, how many passages are to be checked."""
    extent = str(document.extent)
    if cell is None:
        return None, None, None, None, extent, None
    if cell.without_words_in:
        return None, None, None, _note(cell.without_words_in), extent, None
    return cell.passages, cell.words, cell.per_thousand, None, extent, cell.uncertain


def _note(language: str) -> str:
    return f"{no_words(language)}."
