"""Gets the figures of the charts together: views of all topics with what people said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from index.charts import Heatmap, Series, Strip, heatmap, salience, strip
from index.damage import IndexDamaged
from index.said import said_of
from index.topics.model import Match, Topic
from index.topics.views import Views
from index.verdicts import Applied, Said, applied
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


def gathered(
    home: Home, topics: Sequence[Topic], topic: Topic, documents: Sequence[Document], coder: str = ""
) -> Gathered:
    """Of these documents, with the verdicts of this coder (an id), "" for all. Runs on another thread."""
    with Library.open(home) as library, Views(home) as views:
        found = {one.id: _views(library, views, one, documents, coder) for one in topics}
        whole = found[topic.id] if topic.id in found else _views(library, views, topic, documents, coder)
        matches, silent = _matches(whole), _silent(whole)
        strips = tuple(
            strip(
                topic,
                document,
                library.lengths(document.id),
                matches[document.id],
                confirmed=document.id in silent,
            )
            for document in documents
            if document.id in whole
        )
        return Gathered(
            topic,
            heatmap(
                topics,
                documents,
                {name: _matches(each) for name, each in found.items()},
                {name: _silent(each) for name, each in found.items()},
                {name: _to_check(each) for name, each in found.items()},
            ),
            strips,
            salience(topic, documents, matches, silent, _to_check(whole)),
        )


def _views(
    library: Library, views: Views, topic: Topic, documents: Sequence[Document], coder: str
) -> dict[str, Applied]:
    """The views of a topic as this coder, "" for anybody, corrected them; missing ones are made where that can be."""
    found, missing = views.cached(topic, [document.id for document in documents])
    if missing:
        with suppress(IndexDamaged):  # their cells say so; the next start builds the index anew
            found = {**found, **views.make(library, topic, missing)}
    said = said_of(library, topic.id, documents, found, coder)
    return {name: applied(topic, matches, said.get(name, Said())) for name, matches in found.items()}


def _matches(views: Mapping[str, Applied]) -> dict[str, tuple[Match, ...]]:
    return {name: view.matches for name, view in views.items()}


def _to_check(views: Mapping[str, Applied]) -> dict[str, int]:
    return {name: len(view.uncertain) for name, view in views.items()}


def _silent(views: Mapping[str, Applied]) -> frozenset[str]:
    """The documents of which people confirmed that they are silent on the whole topic."""
    return frozenset(name for name, view in views.items() if "" in view.silences)
