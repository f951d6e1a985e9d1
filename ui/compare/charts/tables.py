"""The charts as tables of words and figures, for those who cannot see them and those who would rather read."""

from __future__ import annotations

from index.charts import Heatmap
from index.comparison import Share
from index.naming import with_extent
from index.topics.languages import no_words
from index.topics.model import Match
from reader.lead_ins import before_words
from ui.charts.gathering import Gathered
from ui.charts.measures import NAMES, Measured, written

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def heatmap_table(chart: Heatmap, measured: Measured) -> Table:
    """Topics by manifestos."""
    names = with_extent(chart.documents)
    heads = ("Topic", *(names[document.id] for document in chart.documents))
    rows: list[tuple[str, ...]] = [
        (topic.name, *(_told(cell, measured) for cell in cells))
        for topic, cells in zip(chart.topics, chart.cells, strict=True)
    ]
    return heads, rows


def strips_table(figures: Gathered) -> Table:
    """A row for each passage, then one for each manifesto in whose language the topic has no words."""
    names = with_extent(one.document for one in figures.strips)
    rows: list[tuple[str, ...]] = [
        (
            names[one.document.id],
            str(mark.match.label or mark.match.page or ""),
            f"{mark.start:.0%}",
            _words(mark.match),
        )
        for one in figures.strips
        for mark in one.marks
    ]
    rows += [
        (names[one.document.id], "", "", f"{no_words(one.without_words_in)}.")
        for one in figures.strips
        if one.without_words_in
    ]
    return ("Manifesto", "Page", "At", "Passage"), rows


def _words(match: Match) -> str:
    return before_words(match.lead_in, match.language) + match.text


def salience_table(figures: Gathered) -> Table:
    """A row for each manifesto of a series."""
    rows: list[tuple[str, ...]] = [
        (one.party, str(point.year), point.document.called, *(_told(point.share, each) for each in Measured))
        for one in figures.series
        for point in one.points
    ]
    return ("Party", "Year", "Manifesto", *NAMES.values()), rows


def _told(share: Share | None, measured: Measured) -> str:
    """The figure, or why there is none."""
    if share is not None and share.without_words_in:
        return f"no {share.without_words_in} words"
    return written(share, measured)
