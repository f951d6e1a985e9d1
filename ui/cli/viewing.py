"""Topics and their views as commands need them: the usable topics, and every view there or made."""

from __future__ import annotations

from collections.abc import Sequence

from index.sensitive import sensitive_passages
from index.topics.files import read_topics
from index.topics.model import Match, Topic
from index.topics.views import Views
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from ui import assets
from ui.cli import output

Matches = dict[str, tuple[Match, ...]]


def usable_topics(home: Home) -> list[Topic]:
    """The program's topics, then the user's; what is wrong with a topic file is said on stderr."""
    topics, wrong = read_topics([home.topics], builtin_folder=assets.topics())
    for error in wrong:
        output.complain(str(error))
    return topics


def views_of(home: Home, library: Library, topic: Topic, documents: Sequence[Document]) -> Matches:
    """The topic's matches of every document, from the cache where they are there. Raises UserError."""
    with Views(home) as views:
        found, missing = views.cached(topic, [document.id for document in documents])
        if missing:
            found = {**found, **views.make(library, topic, missing)}
    return found


def speaking_of_violence(home: Home, library: Library, documents: Sequence[Document]) -> frozenset[tuple[str, str]]:
    """The passages (document and block) of these documents that sensitive topics hold, as far as they were made."""
    topics, _ = read_topics([home.topics], builtin_folder=assets.topics())  # what is wrong with them is said elsewhere
    with Views(home) as views:
        return sensitive_passages(library, views, topics, documents)
