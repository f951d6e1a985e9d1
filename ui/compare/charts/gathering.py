"""Gets the figures of the charts together: views of all topics with what people said of them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from index.charts import Heatmap, Series, Strip, heatmap, salience, strip
from index.damage import IndexDamaged
from index.said import said_of
from index.topics.model import Match, Topic
from index.topics.views import Views
from index.verdicts import applied
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document


@dataclass(frozen=True, slots=True)
class Gathered:
    """The figures of all three charts; `topic` is the one of strips and series."""

    topic: Topic
    heatmap: Heatmap
    strips: tuple[Strip, ...]
    series: tuple[Series, ...]


def gathered(home: Home, topics: Sequence[Topic], topic: Topic, documents: Sequence[Document]) -> Gathered:
    """Of these documents; the series of all that the library has. Runs on another thread."""
    with Library.open(home) as library, Views(home) as views:
        everything = {document.id: document for document in (*documents, *library.documents())}
        found = {one.id: _matches(library, views, one, documents) for one in topics}
        whole = _matches(library, views, topic, list(everything.values()))
        strips = tuple(
            strip(document, library.lengths(document.id), whole[document.id])
            for document in documents
            if document.id in whole
        )
        return Gathered(topic, heatmap(topics, documents, found), strips, salience(list(everything.values()), whole))


def _matches(
    library: Library, views: Views, topic: Topic, documents: Sequence[Document]
) -> dict[str, tuple[Match, ...]]:
    """The views of a topic as people corrected them; those that are missing are made where that is possible."""
    found, missing = views.cached(topic, [document.id for document in documents])
    if missing:
        with suppress(IndexDamaged):  # their cells say so; the next start builds the index anew
            found = {**found, **views.make(library, topic, missing)}
    said = said_of(library, topic.id, documents, found)
    return {
        name: applied(topic, matches, said[name]).matches if name in said else matches
        for name, matches in found.items()
    }
