"""Gets a comparison together in the background: topic views from the cache, the table made of them, missing views."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from index.comparison import Comparison, compare
from index.damage import IndexDamaged
from index.said import said_of
from index.selecting import Only
from index.sensitive import sensitive_passages
from index.topics.model import Match, Topic
from index.topics.views import Views
from reader.errors import Damaged, UserError
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from ui.session.background import Task
from ui.session.session import Session
from ui.session.shown_coders import shown_coder

# Passages of this many topics are kept in memory, so that going back to one is instant.
_KEPT_TOPICS = 4


@dataclass(frozen=True, slots=True)
class _View:
    """A view in memory, and the state of the document that it is of (`Views.states`)."""

    state: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A comparison that is asked for; the documents in the order of the columns."""

    topic: Topic
    documents: tuple[Document, ...]
    only: Only = Only.ALL
    best_first: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A comparison of those documents of `wanted` whose views are there; the others' ids are in `missing`.

    `problem` says why those will not come; "" while they are being worked out. `sensitive` are those passages
    (document and block) that speak of violence and abuse, under whatever topic.
    """

    wanted: Wanted
    comparison: Comparison
    missing: frozenset[str] = frozenset()
    problem: str = ""
    sensitive: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A comparison, the views that were read from the cache for it, and the states of the documents that lack one."""

    loaded: Loaded
    views: Mapping[str, _View]
    missing: Mapping[str, str]


class ComparisonLoader(QObject):
    """Answers the latest question only.

    Views that are missing are made by the import process, which does not hold the window up; where it comes back
    without them, here; where that does not help either, `problem` says so until the documents change.
    """

    loaded = Signal(object)  # Loaded

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[str, tuple[Topic, Mapping[str, _View]]] = OrderedDict()
        self._wanted: Wanted | None = None
        self._missing = False
        self._attempts: Counter[tuple[str, str, str]] = Counter()
        self._problem = ""
        self._task: Task | None = None
        self._making: Task | None = None
        session.import_ended.connect(self._ask_again_if_missing)

    def ask(self, wanted: Wanted) -> None:
        """Get this comparison together; `loaded` follows unless another is asked for first."""
        if self._task is not None:
            self._task.forget()
        self._wanted = wanted
        known = self._known(wanted.topic)
        home, topics, coder = self._session.home, tuple(self._session.topics), shown_coder(self._session)
        self._task = self._session.run(lambda: _fetched(home, topics, wanted, known, coder), self._take)

    def _known(self, topic: Topic) -> Mapping[str, _View]:
        """What is in memory of this very topic; nothing where it has been edited since."""
        kept, views = self._kept.get(topic.id, (topic, {}))
        return views if kept == topic else {}

    def _take(self, fetched: _Fetched) -> None:
        topic = fetched.loaded.wanted.topic
        self._keep(topic, fetched.views)
        self._missing = bool(fetched.missing)
        problem = ""
        if fetched.missing and not self._make(topic, fetched.missing):
            problem = self._problem or "It could not be worked out."
        self.loaded.emit(replace(fetched.loaded, problem=problem))

    def _keep(self, topic: Topic, views: Mapping[str, _View]) -> None:
        self._kept[topic.id] = (topic, {**self._known(topic), **views})
        self._kept.move_to_end(topic.id)
        while len(self._kept) > _KEPT_TOPICS:
            self._kept.popitem(last=False)

    def _make(self, topic: Topic, missing: Mapping[str, str]) -> bool:
        """See to it that the missing views are made; whether there is any hope. `missing`: states by document."""
        if self._session.importing or (self._making is not None and self._making.waiting):
            return True
        asked = [(topic.id, document, state) for document, state in missing.items()]
        attempts = min(self._attempts[one] for one in asked)
        self._attempts.update(asked)
        if attempts == 0:
            self._session.go_on()
        elif attempts == 1:
            home = self._session.home
            self._making = self._session.run(
                lambda: _made(home, topic, list(missing)), lambda made: self._take_made(topic, made), self._fail
            )
        return attempts < 2

    def _take_made(self, topic: Topic, made: Mapping[str, _View]) -> None:
        self._keep(topic, made)
        self._problem = ""
        self._ask_again_if_missing()

    def _fail(self, error: UserError) -> None:
        self._problem = f"{error.problem} {error.advice}"
        self._ask_again_if_missing()

    def _ask_again_if_missing(self) -> None:
        if self._missing and self._wanted is not None:
            self.ask(self._wanted)


def _fetched(home: Home, topics: Sequence[Topic], wanted: Wanted, known: Mapping[str, _View], coder: str) -> _Fetched:
    """The comparison with the verdicts of this coder, "" for all. Runs on another thread.

    A view that is `known` counts while the document is as it was.
    """
    topic, identifiers = wanted.topic, [document.id for document in wanted.documents]
    with Views(home) as views, Library.open(home) as library:
        states = views.states(topic, identifiers)
        matches = {name: known[name].matches for name in states if name in known and known[name].state == states[name]}
        found, missing = views.cached(topic, [each for each in identifiers if each not in matches], states)
        matches |= found
        there = [document for document in wanted.documents if document.id in matches]
        said = said_of(library, topic.id, there, matches, coder)
        sensitive = frozenset() if topic.sensitive else sensitive_passages(library, views, topics, there)
    comparison = compare(topic, there, matches, only=wanted.only, best_first=wanted.best_first, said=said)
    if topic.sensitive:
        sensitive = comparison.passages
    return _Fetched(
        Loaded(wanted, comparison, frozenset(missing), sensitive=sensitive),
        _of(states, found),
        {each: states[each] for each in missing},
    )


def _made(home: Home, topic: Topic, missing: Sequence[str]) -> Mapping[str, _View]:
    """Evaluate the topic on these documents. Runs on another thread. Raises UserError."""
    with Library.open(home) as library, Views(home) as views:
        states = views.states(topic, missing)
        try:
            views.make(library, topic, sorted(missing))
        except IndexDamaged:
            raise Damaged("The index cannot be read.", "Start the program again: it is then built again.") from None
        return _of(states, views.cached(topic, missing, states)[0])


def _of(states: Mapping[str, str], matches: Mapping[str, tuple[Match, ...]]) -> dict[str, _View]:
    return {document: _View(states[document], found) for document, found in matches.items()}
