"""What a draft and its lines find in the library, worked out in the background; the latest question is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from index.results import Results
from index.topics.drafting import fault_of
from index.topics.model import Topic, TopicQuery
from index.topics.views import topic_digest
from reader.errors import UserError
from ui.session.background import Task
from ui.session.session import Session

# How long after the last key a word is counted, and the whole topic.
_WORD_MS, _TOPIC_MS = 80, 350
_EXAMPLES = 3
# So many hits tell which forms of a word there are.
_LOOKED_AT = 40
# So many lines are counted before the counts are shown.
_AT_ONCE = 4

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WordTrial:
    """What one line finds: the best of `results`, and other forms of its word that it finds too."""

    query: TopicQuery
    results: Results
    forms: tuple[str, ...]


class Trials(QObject):
    """Asks for the word in use, for the counts of all lines, and for the whole topic."""

    word_tried = Signal(object)  # WordTrial
    words_counted = Signal(object)  # Mapping[TopicQuery, int]
    topic_tried = Signal(object)  # index.topics.trying.Trial
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._word: TopicQuery | None = None
        self._topic: Topic | None = None
        self._counts: dict[TopicQuery, int] = {}
        self._tasks: dict[str, Task] = {}
        self._word_timer = QTimer(self, singleShot=True, interval=_WORD_MS)
        self._topic_timer = QTimer(self, singleShot=True, interval=_TOPIC_MS)
        self._word_timer.timeout.connect(self._ask_word)
        self._topic_timer.timeout.connect(self._ask_topic)
        session.closing.connect(self.stop)

    @property
    def settled(self) -> bool:
        """Whether everything that was asked has been answered."""
        waiting = any(task.waiting for task in self._tasks.values())
        return not (waiting or self._word_timer.isActive() or self._topic_timer.isActive())

    def try_word(self, query: TopicQuery) -> None:
        """Look for what this line finds; what is no query yet is not asked."""
        self._word = None if fault_of(query.query) else query
        self._word_timer.start()

    def try_topic(self, topic: Topic) -> None:
        """Look for what the whole draft shows, and count what its lines find, unless that has been asked last."""
        if self._topic is None or topic_digest(self._topic) != topic_digest(topic):
            self._topic_timer.start()
        self._topic = topic

    def forget(self) -> None:
        """The library is another: nothing counted holds any more."""
        if "counts" in self._tasks:
            self._tasks["counts"].forget()
        self._counts.clear()
        self._topic = None

    def stop(self) -> None:
        """Ask no more, and hear no answers."""
        self._word_timer.stop()
        self._topic_timer.stop()
        for task in self._tasks.values():
            task.forget()

    def _ask_word(self) -> None:
        query, session = self._word, self._session
        if query is None:
            return

        def found() -> WordTrial:
            from index.topics.trying import asked, other_forms  # loads the search engine

            results = session.search(asked(query), limit=_LOOKED_AT, passages_only=True)
            best = Results(results.query, results.hits[:_EXAMPLES], results.total, results.suggestion, results.also)
            return WordTrial(query, best, other_forms(query.query, results))

        self._ask("word", found, self.word_tried.emit)

    def _ask_topic(self) -> None:
        topic, home = self._topic, self._session.home
        if topic is None:
            return

        def tried() -> object:
            from index.topics.trying import tried  # loads the search engine

            return tried(home, topic)

        self._ask("topic", tried, self.topic_tried.emit)
        self._count_on()

    def _count_on(self) -> None:
        """Count the next few lines: long queries take long, and nothing is to wait for all of them."""
        queries = self._topic.queries if self._topic is not None else ()
        left = [query for query in queries if query not in self._counts and not fault_of(query.query)]
        if left:
            self._ask("counts", lambda: self._counted(left[:_AT_ONCE]), self._take_counts)

    def _counted(self, queries: Sequence[TopicQuery]) -> dict[TopicQuery, int]:
        from index.topics.trying import asked

        return {query: self._session.count(asked(query), passages_only=True) for query in dict.fromkeys(queries)}

    def _take_counts(self, counts: Mapping[TopicQuery, int]) -> None:
        self._counts.update(counts)
        self.words_counted.emit(dict(self._counts))
        self._count_on()

    def _ask(self, what: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if what in self._tasks:
            self._tasks[what].forget()
        self._tasks[what] = self._session.run(work, done, self._fail)

    def _fail(self, error: UserError) -> None:
        self.failed.emit(f"{error.problem} {error.advice}")
