"""Gets a comparison together in the background: topic views from the cache, the table made of them, missing views."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from index.comparison import Comparison, compare
from index.topics.model import Match, Topic
from index.topics.views import Views
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from ui.background import Task
from ui.session import Session

# Passages of this many topics are kept in memory, so that going back to one is instant.
_KEPT_TOPICS = 4

Matches = Mapping[str, tuple[Match, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A comparison that is asked for; the documents in the order of the columns."""

    topic: Topic
    documents: tuple[Document, ...]
    pledges_only: bool = False
    best_first: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A comparison of those documents of `wanted` whose views are there; the others' ids are in `missing`."""

    wanted: Wanted
    comparison: Comparison
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Fetched:
    loaded: Loaded
    matches: dict[str, tuple[Match, ...]] = field(default_factory=dict)


class ComparisonLoader(QObject):
    """Answers the latest question only. Views that are missing are made by the import process, once for each."""

    loaded = Signal(object)  # Loaded

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[Topic, dict[str, tuple[Match, ...]]] = OrderedDict()
        self._wanted: Wanted | None = None
        self._task: Task | None = None
        self._making: Task | None = None
        self._asked_for: set[tuple[str, str]] = set()
        session.import_finished.connect(lambda _: self._ask_again_if_missing())
        self._missing: frozenset[str] = frozenset()

    def ask(self, wanted: Wanted) -> None:
        """Get this comparison together; `loaded` follows unless another is asked for first."""
        if self._task is not None:
            self._task.forget()
        self._wanted = wanted
        known = dict(self._kept.get(wanted.topic, {}))
        home = self._session.home
        self._task = self._session.run(lambda: _fetched(home, wanted, known), self._take)

    def forget(self, documents: Iterable[str]) -> None:
        """Drop what is in memory of these documents, of all documents when none is named."""
        named = set(documents)
        for matches in self._kept.values():
            for document in named or set(matches):
                matches.pop(document, None)
        self._asked_for = {(topic, document) for topic, document in self._asked_for if named and document not in named}

    def _take(self, fetched: _Fetched) -> None:
        loaded = fetched.loaded
        self._keep(loaded.wanted.topic, fetched.matches)
        self._missing = loaded.missing
        self.loaded.emit(loaded)
        if loaded.missing:
            self._make(loaded.wanted.topic, loaded.missing)

    def _keep(self, topic: Topic, matches: Matches) -> None:
        self._kept.setdefault(topic, {}).update(matches)
        self._kept.move_to_end(topic)
        while len(self._kept) > _KEPT_TOPICS:
            self._kept.popitem(last=False)

    def _make(self, topic: Topic, missing: frozenset[str]) -> None:
        """Have the missing views made: by the import process first, here where it has come back without them."""
        if self._session.importing or (self._making is not None and self._making.waiting):
            return
        new = {document for document in missing if (topic.id, document) not in self._asked_for}
        self._asked_for |= {(topic.id, document) for document in new}
        if new:
            self._session.go_on()
            return
        home = self._session.home
        self._making = self._session.run(lambda: _made(home, topic, missing), lambda made: self._take_made(topic, made))

    def _take_made(self, topic: Topic, made: Matches) -> None:
        self._keep(topic, made)
        self._ask_again_if_missing()

    def _ask_again_if_missing(self) -> None:
        if self._missing and self._wanted is not None:
            self.ask(self._wanted)


def _fetched(home: Home, wanted: Wanted, known: dict[str, tuple[Match, ...]]) -> _Fetched:
    """Read what is not known from the cache and make the table. Runs on another thread."""
    identifiers = [document.id for document in wanted.documents]
    with Views(home) as views:
        found, missing = views.cached(wanted.topic, [each for each in identifiers if each not in known])
    matches = {**known, **found}
    there = [document for document in wanted.documents if document.id in matches]
    comparison = compare(wanted.topic, there, matches, pledges_only=wanted.pledges_only, best_first=wanted.best_first)
    return _Fetched(Loaded(wanted, comparison, frozenset(missing)), found)


def _made(home: Home, topic: Topic, missing: Iterable[str]) -> Matches:
    """Evaluate the topic on these documents. Runs on another thread. Raises UserError."""
    with Library.open(home) as library, Views(home) as views:
        return views.make(library, topic, sorted(missing))
