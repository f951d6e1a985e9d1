"""Looking for what is asked, away from the window's thread: the newest query alone, told when found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from PySide6.QtCore import QObject, QTimer, Signal

from index.annotations.carried import Carried
from index.results import Hit, Results
from index.topic_passages import topics_of
from reader.errors import UserError
from reader.library.library import Library
from ui.annotating.annotating import annotating
from ui.search.face import Asked
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.sensitive import sensitive_in

_SLOW_MS = 400
_FIRST_LIMIT = 200
_MORE = 5  # times as many with each "Show more"


class Looking(QObject):
    """The newest query wins. `results` None: nothing was looked for, or what was typed is no query."""

    found = Signal()
    refused = Signal(object)  # UserError
    labels_read = Signal()  # which codes and topics hits have
    slow = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._limit = _FIRST_LIMIT
        self._number = 0  # of what was asked last
        self.results: Results | None = None
        self._carried: Carried | None = None
        self._reading: Task | None = None
        self._topics: Mapping[tuple[str, str], Sequence[str]] = {}
        self.sensitive: Set[tuple[str, str]] = frozenset()  # document and block of passages that speak of violence
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self.slow)

    @property
    def settled(self) -> bool:
        """Whether what was asked has been looked for."""
        return self._task is None and self._reading is None

    def begin_anew(self) -> None:
        """Something else is asked: no further down the results than at first."""
        self._limit = _FIRST_LIMIT

    def look_further(self) -> None:
        """Look further down the results from now on."""
        self._limit *= _MORE

    def begin(self, asked: Asked) -> None:
        """Look for this at once, or for nothing where the query is empty."""
        if self._task is not None:
            self._task.forget()
            self._task = None
        self._number += 1
        self._slow.stop()
        if not asked.query:
            self.results = None
            return
        session, limit, topics = self._session, self._limit, tuple(self._session.topics)
        number = self._number
        coder = annotating(session).coder_shown

        def look() -> tuple[Results, frozenset[tuple[str, str]], Carried]:
            results = session.search(
                asked.query,
                limit=limit,
                documents=asked.documents,
                coder=coder,
                wanted=lambda: number == self._number,
            )
            sensitive = sensitive_in(session.home, topics, {hit.document for hit in results.hits})
            with Library.open(session.home) as library:
                return results, sensitive, Carried(library, coder)

        self._slow.start()
        self._task = session.run(look, lambda found: self._on_found(*found), self._on_refused)

    def read_labels(self) -> None:
        """Read anew which codes the hits carry, and which topics show them."""
        home, coder = self._session.home, annotating(self._session).coder_shown
        topics = tuple(self._session.topics)
        there = {hit.document for hit in self.results.hits} if self.results is not None else set()

        def read() -> tuple[Carried, Mapping[tuple[str, str], Sequence[str]]]:
            with Library.open(home) as library:
                documents = [document for document in library.documents() if document.id in there]
                return Carried(library, coder), topics_of(library, topics, documents)

        if self._reading is not None:
            self._reading.forget()
        self._reading = self._session.run(read, lambda found: self._take_labels(*found))

    def _take_labels(self, carried: Carried, topics: Mapping[tuple[str, str], Sequence[str]]) -> None:
        self._carried, self._topics, self._reading = carried, topics, None
        self.labels_read.emit()

    def labels(self, hit: Hit) -> Mapping[str, Sequence[str]]:
        """The written paths of the codes that a hit carries, and the names of the topics that show it."""
        codes = self._carried.paths(hit.document, hit.block) if self._carried is not None else []
        return {"code": codes, "topic": self._topics.get((hit.document, hit.block), ())}

    def _on_found(self, results: Results, sensitive: Set[tuple[str, str]], carried: Carried) -> None:
        self._end()
        self.results, self.sensitive, self._carried = results, sensitive, carried
        self.found.emit()
        self.read_labels()

    def _on_refused(self, error: UserError) -> None:
        self._end()
        self.results = None
        self.refused.emit(error)

    def _end(self) -> None:
        self._task = None
        self._slow.stop()
