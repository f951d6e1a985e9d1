"""Gets a comparison together in the background: topic views from the cache, the table made of them, missing views."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from index.comparison import Comparison, compare
from index.damage import IndexDamaged
from index.said import said_of
from index.selecting import Only
from index.topics.model import Match, Topic
from index.topics.views import Views
from reader.errors import Damaged, UserError
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
    only: Only = Only.ALL
    best_first: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A comparison of those documents of `wanted` whose views are there; the others' ids are in `missing`.

    `problem` says why those will not come; "" while they are being worked out.
    """

    wanted: Wanted
    comparison: Comparison
    missing: frozenset[str] = frozenset()
    problem: str = ""


class ComparisonLoader(QObject):
    """Answers the latest question only.

    Views that are missing are made by the import process, which does not hold the window up; where it comes back
    without them, here; where that does not help either, `problem` says so until the documents change.
    """

    loaded = Signal(object)  # Loaded

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[str, tuple[Topic, dict[str, tuple[Match, ...]]]] = OrderedDict()
        self._wanted: Wanted | None = None
        self._missing: frozenset[str] = frozenset()
        self._attempts: Counter[tuple[str, str]] = Counter()
        self._problem = ""
        self._task: Task | None = None
        self._making: Task | None = None
        session.import_ended.connect(self._ask_again_if_missing)

    def ask(self, wanted: Wanted) -> None:
        """Get this comparison together; `loaded` follows unless another is asked for first."""
        if self._task is not None:
            self._task.forget()
        self._wanted = wanted
        known = dict(self._known(wanted.topic))
        home = self._session.home
        self._task = self._session.run(lambda: _fetched(home, wanted, known), self._take)

    def forget(self, documents: Iterable[str]) -> None:
        """Drop what is in memory of these documents, of all documents when none is named."""
        named = set(documents)
        for _, matches in self._kept.values():
            for document in named or set(matches):
                matches.pop(document, None)
        for topic, document in list(self._attempts):
            if not named or document in named:
                del self._attempts[topic, document]

    def _known(self, topic: Topic) -> dict[str, tuple[Match, ...]]:
        """What is in memory of this very topic; nothing where it has been edited since."""
        kept, matches = self._kept.get(topic.id, (topic, {}))
        return matches if kept == topic else {}

    def _take(self, fetched: tuple[Loaded, Matches]) -> None:
        loaded, matches = fetched
        topic, missing = loaded.wanted.topic, loaded.missing
        self._keep(topic, matches)
        self._missing = missing
        problem = ""
        if missing and not self._make(topic, missing):
            problem = self._problem or "It could not be worked out."
        self.loaded.emit(replace(loaded, problem=problem))

    def _keep(self, topic: Topic, matches: Matches) -> None:
        self._kept[topic.id] = (topic, {**self._known(topic), **matches})
        self._kept.move_to_end(topic.id)
        while len(self._kept) > _KEPT_TOPICS:
            self._kept.popitem(last=False)

    def _make(self, topic: Topic, missing: frozenset[str]) -> bool:
        """See to it that the missing views are made; whether there is any hope."""
        if self._session.importing or (self._making is not None and self._making.waiting):
            return True
        attempts = min(self._attempts[topic.id, document] for document in missing)
        self._attempts.update((topic.id, document) for document in missing)
        if attempts == 0:
            self._session.go_on()
        elif attempts == 1:
            home = self._session.home
            self._making = self._session.run(
                lambda: _made(home, topic, missing), lambda made: self._take_made(topic, made), self._fail
            )
        return attempts < 2

    def _take_made(self, topic: Topic, made: Matches) -> None:
        self._keep(topic, made)
        self._problem = ""
        self._ask_again_if_missing()

    def _fail(self, error: UserError) -> None:
        self._problem = f"{error.problem} {error.advice}"
        self._ask_again_if_missing()

    def _ask_again_if_missing(self) -> None:
        if self._missing and self._wanted is not None:
            self.ask(self._wanted)


def _fetched(home: Home, wanted: Wanted, known: dict[str, tuple[Match, ...]]) -> tuple[Loaded, Matches]:
    """The comparison, with what was read from the cache for it because it was not known. Runs on another thread."""
    identifiers = [document.id for document in wanted.documents]
    with Views(home) as views:
        found, missing = views.cached(wanted.topic, [each for each in identifiers if each not in known])
    matches = {**known, **found}
    there = [document for document in wanted.documents if document.id in matches]
    with Library.open(home) as library:
        said = said_of(library, wanted.topic.id, there, matches)
    comparison = compare(wanted.topic, there, matches, only=wanted.only, best_first=wanted.best_first, said=said)
    return Loaded(wanted, comparison, frozenset(missing)), found


def _made(home: Home, topic: Topic, missing: Iterable[str]) -> Matches:
    """Evaluate the topic on these documents. Runs on another thread. Raises UserError."""
    with Library.open(home) as library, Views(home) as views:
        try:
            return views.make(library, topic, sorted(missing))
        except IndexDamaged:
            raise Damaged("The index cannot be read.", "Start the program again: it is then built anew.") from None
