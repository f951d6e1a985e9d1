"""Which of the passages that are about to be shown speak of violence and abuse, wherever that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QObject

from index.sensitive import note_on, sensitive_passages
from index.topics.model import Topic
from index.topics.views import Views
from reader.home import Home
from reader.library.library import Library
from ui.session.session import Session

Passage = tuple[str, str]  # document and block


def sensitive_in(home: Home, topics: Sequence[Topic], documents: Collection[str]) -> frozenset[Passage]:
    """The passages of these documents (ids) that a sensitive topic holds; for work given to run()."""
    if not documents or not any(topic.sensitive for topic in topics):
        return frozenset()
    with Library.open(home) as library, Views(home) as views:
        there = [each for each in library.documents() if each.id in documents]
        return sensitive_passages(library, views, topics, there)


class Sensitive(QObject):
    """The same for short lists, at once: what was found of a document is kept until the library or topics change."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[str, frozenset[Passage]] = {}
        for told in (session.library_changed, session.topics_changed, session.import_ended):
            told.connect(self._known.clear)

    def among(self, passages: Iterable[Passage]) -> list[Passage]:
        """Those of the passages that speak of it, in their order."""
        asked = list(passages)
        new = {document for document, _ in asked} - self._known.keys()
        if new:
            found = sensitive_in(self._session.home, self._session.topics, new)
            self._known |= {each: frozenset(one for one in found if one[0] == each) for each in new}
        return [one for one in asked if one in self._known[one[0]]]

    def note(self, passages: Iterable[Passage]) -> str:
        """What is said before the first of the passages; "" where none of them speaks of it."""
        asked = list(passages)
        return note_on(len(self.among(asked)), len(asked))
