"""Looking for what is typed, away from the window's thread: after a pause, the newest query alone, told when found."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QObject, QTimer, Signal

from index.results import Results
from reader.errors import UserError
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.sensitive import sensitive_in

_TYPING_MS = 200
_SLOW_MS = 400
_FIRST_LIMIT = 200
_MORE = 5  # times as many with each "Show more"


class Looking(QObject):
    """The newest query wins. `results` None: nothing was looked for, or what was typed is no query."""

    found = Signal()
    refused = Signal(object)  # UserError
    slow = Signal()
    paused = Signal()  # somebody has typed and stopped

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._limit = _FIRST_LIMIT
        self.results: Results | None = None
        self.sensitive: Set[tuple[str, str]] = frozenset()  # document and block of passages that speak of violence
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._typing.timeout.connect(self.paused)
        self._slow.timeout.connect(self.slow)

    @property
    def typing(self) -> bool:
        """Whether what was typed waits for a pause."""
        return self._typing.isActive()

    @property
    def settled(self) -> bool:
        """Whether what was typed has been looked for."""
        return self._task is None and not self.typing

    def typed(self) -> None:
        """Somebody is typing something new: wait for a pause."""
        self._limit = _FIRST_LIMIT
        self.wait()

    def wait(self) -> None:
        """Look soon, unless that is asked for again meanwhile."""
        self._typing.start()

    def look_further(self) -> None:
        """Look further down the results from now on."""
        self._limit *= _MORE

    def begin(self, query: str) -> None:
        """Look for this at once, or for nothing where it is empty."""
        self._typing.stop()
        if self._task is not None:
            self._task.forget()
            self._task = None
        if not query:
            self.results = None
            return
        session, limit, topics = self._session, self._limit, tuple(self._session.topics)

        def look() -> tuple[Results, frozenset[tuple[str, str]]]:
            results = session.search(query, limit=limit)
            return results, sensitive_in(session.home, topics, {hit.document for hit in results.hits})

        self._slow.start()
        self._task = session.run(look, lambda found: self._on_found(*found), self._on_refused)

    def _on_found(self, results: Results, sensitive: Set[tuple[str, str]]) -> None:
        self._end()
        self.results, self.sensitive = results, sensitive
        self.found.emit()

    def _on_refused(self, error: UserError) -> None:
        self._end()
        self.results = None
        self.refused.emit(error)

    def _end(self) -> None:
        self._task = None
        self._slow.stop()
