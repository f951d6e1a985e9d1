"""Which passages speak of violence and abuse, and the calm sentence that comes before the first of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from index.said import said_of
from index.topics.model import Topic
from index.topics.views import Views
from index.verdicts import Said, applied
from reader.library.library import Library
from reader.library.records import Document
from reader.wording import tr, tr_count


def note_on_all(passages: int) -> str:
    """What is said before so many passages of which all speak of it."""
    return tr_count(
        "This passage speaks of violence and abuse.", "These passages speak of violence and abuse.", passages
    )


def note_on_some() -> str:
    """What is said before passages of which some speak of it."""
    return tr("Some of these passages speak of violence and abuse.")


def note_on_manifesto() -> str:
    """What is said before a whole manifesto in which some passages speak of it."""
    return tr("Some passages of this manifesto speak of violence and abuse.")


def note_on(speaking: int, passages: int) -> str:
    """What is said before `passages`, of which so many speak of it; "" where none does."""
    if not speaking:
        return ""
    return note_on_all(passages) if speaking == passages else note_on_some()


def note_before(passages: Collection[tuple[str, str]], sensitive: Set[tuple[str, str]]) -> str:
    """The same for passages (document and block) of which those in `sensitive` speak of it."""
    return note_on(sum(passage in sensitive for passage in passages), len(passages))


def sensitive_passages(
    library: Library, views: Views, topics: Sequence[Topic], documents: Sequence[Document]
) -> frozenset[tuple[str, str]]:
    """Document and block of each passage of these documents that belongs to a sensitive topic, as people corrected it.

    Of documents whose views are not made yet nothing is known.
    """
    found: set[tuple[str, str]] = set()
    for topic in topics:
        if not topic.sensitive:
            continue
        kept, _ = views.cached(topic, [document.id for document in documents])
        said = said_of(library, topic.id, documents, kept)
        for name, matches in kept.items():
            view = applied(topic, matches, said.get(name, Said()))
            found.update((name, match.block) for match in (*view.matches, *view.uncertain))
    return frozenset(found)
