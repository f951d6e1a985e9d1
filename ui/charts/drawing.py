"""A chart of a lesson as a picture, in the light theme: walls and pages are white."""

from __future__ import annotations

from collections.abc import Sequence

from index.exports.publication import Picture
from index.exports.sources import column_names
from index.lessons.naming import ChartKind, chart_named
from index.topics.model import Topic
from reader.home import Home
from reader.library.plans import LessonItem
from reader.library.records import Document
from reader.wording import tr_count
from ui.charts.figure import Figure
from ui.charts.gathering import Gathered, gathered
from ui.charts.heatmap_figure import heatmap_figure
from ui.charts.measures import Measured
from ui.charts.picture import pictured
from ui.charts.salience_figure import salience_figure
from ui.charts.strip_figure import strip_figure
from ui.theme.tokens import Tokens, tokens_for

SAVED_WIDTH = 960.0  # pixels, of the drawing without its margins


class Drawing:
    """Draws charts of lessons with the topics of now and the verdicts of a coder, "" for all. For another thread."""

    def __init__(self, home: Home, topics: Sequence[Topic], coder: str = "") -> None:
        self._home, self._topics, self._coder = home, tuple(topics), coder

    def drawn(self, item: LessonItem, documents: Sequence[Document]) -> Picture | None:
        """The chart of these manifestos; None where its topic is gone or it has nothing to show of them."""
        topic = next((one for one in self._topics if one.id == item.topic), None)
        if topic is None or not documents:
            return None
        of_all = item.shown == ChartKind.HEATMAP
        figures = gathered(self._home, self._topics if of_all else (topic,), topic, documents, self._coder)
        if item.shown == ChartKind.SALIENCE and not figures.series:
            return None
        tokens = tokens_for(dark=False)
        figure = figure_of(figures, item.shown, Measured.WORDS, SAVED_WIDTH, tokens)
        return pictured(figure, tokens, chart_named(item.shown, topic), scope_of(documents))


def figure_of(figures: Gathered, chart: str, measured: Measured, width: float, tokens: Tokens) -> Figure:
    """One of the three charts of these figures, in `width` pixels."""
    if chart == ChartKind.HEATMAP:
        return heatmap_figure(figures.heatmap, measured, width, tokens)
    if chart == ChartKind.STRIPS:
        return strip_figure(figures.topic, figures.strips, width, tokens)
    return salience_figure(figures.topic, figures.series, measured, width, tokens)


def scope_of(documents: Sequence[Document]) -> str:
    """Of which manifestos a chart is: "2 manifestos: Labour, Green"."""
    return tr_count(
        "1 manifesto: {names}",
        "{count} manifestos: {names}",
        len(documents),
        names=", ".join(column_names(documents)),
    )
