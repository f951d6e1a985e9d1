"""Which passages a topic shows, for a search that asks for them and for facets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.folding import fold
from index.query import NotUnderstood
from index.said import said_of
from index.topics.model import Topic
from index.topics.views import Views
from index.verdicts import Said, applied
from reader.library.library import Library
from reader.library.records import Document
from reader.wording import tr


def passages_in(
    library: Library, topics: Sequence[Topic], written: str, documents: Sequence[Document]
) -> set[tuple[str, str]]:
    """Document and block of each passage that the topic of this id or name shows, as people corrected it.

    What is less certain is not among them. Of documents whose views are not made yet nothing is known. Raises
    NotUnderstood where there is no such topic.
    """
    wanted = fold(written)
    topic = next((one for one in topics if wanted in (fold(one.id), fold(one.name))), None)
    if topic is None:
        known = ", ".join(one.id for one in topics)
        advice = tr("Topics are {known}.", known=known) if known else tr("Leave out “topic:…”.")
        raise NotUnderstood(tr("There is no topic “{written}”.", written=written), advice)
    with Views(library.home) as views:
        return set(_shown(library, views, topic, documents))


def topics_of(
    library: Library, topics: Sequence[Topic], documents: Sequence[Document]
) -> dict[tuple[str, str], list[str]]:
    """By document and block of a passage the names of the topics that show it, in their order; as `passages_in`."""
    found: dict[tuple[str, str], list[str]] = {}
    if documents:
        with Views(library.home) as views:
            for topic in topics:
                for passage in _shown(library, views, topic, documents):
                    found.setdefault(passage, []).append(topic.name)
    return found


def _shown(library: Library, views: Views, topic: Topic, documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    kept, _ = views.cached(topic, [document.id for document in documents])
    said = said_of(library, topic.id, documents, kept)
    for name, matches in kept.items():
        for match in applied(topic, matches, said.get(name, Said())).matches:
            yield name, match.block
