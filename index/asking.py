"""What the filters of a search ask the library, as it is when the search is made."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING

from index.finding import Passage
from index.folding import fold
from index.marking import Span
from index.passage_tests import fitting, on_page
from index.query import CODE, EXPRESSION, PAGE, TOPIC, Filter, NotUnderstood
from index.topics.model import StatementKind, Topic
from reader.library.library import Library
from reader.library.records import Document

if TYPE_CHECKING:
    from index.annotations.carried import Carried
    from index.saying import Sayings

Marked = Callable[[str, str], Sequence[Span]]


class Asking:
    """Which of the documents `shown` (ids) a filter lets through; which passages it does where the index cannot tell.

    What the library says of documents is read once a filter asks for it.

    `coder` (an id) is the one whose codes and kinds count, "" for everybody's.
    """

    def __init__(
        self,
        library: Library,
        shown: Set[str],
        coder: str = "",
        topics: Callable[[], Sequence[Topic]] = tuple,
        wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        """`topics` gives those that a query can name; `wanted` says whether anybody still waits."""
        self._library = library
        self._shown = shown
        self._coder = coder
        self._topics = topics
        self._wanted = wanted
        self._views: dict[str, Container[Passage]] = {}

    def documents(self, asked: Filter) -> list[str]:
        """The ids of the documents that a filter lets through. Raises NotUnderstood for a code that is not there."""
        if asked.name == CODE:
            bearing = self._carried.documents(self._codes(asked.value))
            return [document for document in self._documents if document in bearing]
        return [document.id for document in self._documents.values() if _fits(document, asked)]

    def passages(
        self, asked: Filter, language: str, passages: Sequence[tuple[str, str]], marked: Marked
    ) -> Container[tuple[str, str]]:
        """Those of the passages (document, block) that carry a code, or have the words in a sentence of a kind.

        `marked` gives the marks of the search in a text of this language.
        """
        if asked.name == CODE:
            return self._carried.bearing(self._codes(asked.value), passages)
        if asked.name == TOPIC:
            return self._in_topic(asked.value)
        if asked.name == PAGE:
            return on_page(self._library, asked.value, passages)
        if asked.name == EXPRESSION:
            return fitting(self._library, asked.value, passages, self._wanted)
        return self._sayings.of_kind(StatementKind(asked.value), passages, lambda text: marked(text, language))

    def _in_topic(self, written: str) -> Container[Passage]:
        """The passages that a topic shows, by its id or name. Raises NotUnderstood for one that is not there."""
        if written not in self._views:
            from index.topic_passages import passages_in  # few searches need it

            self._views[written] = passages_in(self._library, self._topics(), written, list(self._documents.values()))
        return self._views[written]

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        return {document.id: document for document in self._library.documents() if document.id in self._shown}

    @cached_property
    def _sayings(self) -> Sayings:
        from index.saying import Sayings  # its rules take long to compile, and few searches need them

        return Sayings(self._library, self._documents, self._coder)

    @cached_property
    def _carried(self) -> Carried:
        from index.annotations.carried import Carried  # few searches need it

        return Carried(self._library, self._coder)

    def _codes(self, written: str) -> frozenset[str]:
        from index.annotations.carried import meant

        book = self._carried.codebook
        found = meant(book, written)
        if not len(book):
            raise NotUnderstood("There are no codes yet.", "Leave out “code:…”, or make codes in the codebook.")
        if not found:
            advice = 'Write the name of one in the codebook, or a path like code:"Crime > Police".'
            raise NotUnderstood(f"There is no code “{written}”.", advice)
        return found


def _fits(document: Document, asked: Filter) -> bool:
    if asked.name == "document":
        return document.id.startswith(asked.value.lower())
    if asked.name == "year":
        first, last = asked.value[:4], asked.value[-4:]
        return first <= document.year[:4] <= last
    value = f"{document.party} {document.candidate}" if asked.name == "party" else str(getattr(document, asked.name))
    return f" {_plain(asked.value)}" in f" {_plain(value)}"


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
