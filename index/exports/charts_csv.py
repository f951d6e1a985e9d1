"""The figures of the charts as CSV: a head, then one line for each cell, passage or manifesto."""

from __future__ import annotations

from collections.abc import Iterable

from index.charts import Heatmap, Series, Strip
from index.comparison import Share
from index.exports.as_csv import as_csv
from index.topics.languages import no_words
from index.topics.model import Topic
from reader.library.records import Document

_NAMED = ("manifesto", "party", "election", "year")
_FIGURES = ("passages", "words", "words per 1,000", "note")


def heatmap_csv(chart: Heatmap) -> str:
    """One line for each topic and manifesto; figures that nobody can know are empty, and `note` says why."""
    rows = [
        (topic.name, topic.version, *_named(document), *_figures(cell))
        for topic, cells in zip(chart.topics, chart.cells, strict=True)
        for document, cell in zip(chart.documents, cells, strict=True)
    ]
    return as_csv(("topic", "topic version", *_NAMED, *_FIGURES), rows)


def strips_csv(topic: Topic, strips: Iterable[Strip]) -> str:
    """One line for each passage: its page, and where it begins and ends, from 0 to 1.

    A manifesto in a language that the topic has no words in has one of its own, with a `note` that says so.
    """
    rows = [
        (topic.name, topic.version, *_named(one.document), *place)
        for one in strips
        for place in (
            *((mark.match.page, f"{mark.start:.4f}", f"{mark.end:.4f}", "") for mark in one.marks),
            *([("", "", "", _note(one.without_words_in))] if one.without_words_in else []),
        )
    ]
    return as_csv(("topic", "topic version", *_NAMED, "page", "begins", "ends", "note"), rows)


def salience_csv(topic: Topic, series: Iterable[Series]) -> str:
    """One line for each manifesto of each series."""
    rows = [
        (topic.name, topic.version, *_named(point.document), *_figures(point.share))
        for one in series
        for point in one.points
    ]
    return as_csv(("topic", "topic version", *_NAMED, *_FIGURES), rows)


def _named(document: Document) -> tuple[str, str, str, str]:
    return document.called, document.party, document.election, document.year


def _figures(cell: Share | None) -> tuple[int | str, int | str, float | str, str]:
    if cell is None:
        return "", "", "", ""
    if cell.without_words_in:
        return "", "", "", _note(cell.without_words_in)
    return cell.passages, cell.words, "" if cell.per_thousand is None else cell.per_thousand, ""


def _note(language: str) -> str:
    return f"{no_words(language)}."
