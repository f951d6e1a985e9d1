"""Counts on another thread: the newest wish wins, and what was counted lately is there at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from index.damage import IndexDamaged
from index.topics.model import Match, Topic
from index.topics.views import Views
from index.words.wishes import Answer, Wish, answer
from reader.errors import UserError
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from ui.session.background import Task
from ui.session.session import Session

_KEPT = 12
_SLOW_MS = 600


class _Dropped(UserError):
    """Nobody waits for this any more."""


class Counting(QObject):
    """Gives answers to wishes; `slow` tells that one takes longer than people like to wait without a word."""

    counted = Signal(object)  # Answer
    refused = Signal(object)  # UserError
    slow = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[Wish, Answer] = OrderedDict()
        self._task: Task | None = None
        self._number = 0  # of what is wished now
        self._patience = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._patience.timeout.connect(self.slow)

    @property
    def settled(self) -> bool:
        return self._task is None

    def begin(self, wish: Wish) -> None:
        """Count this; what was being counted is dropped."""
        self.drop()
        if (known := self._kept.get(wish)) is not None:
            self._kept.move_to_end(wish)
            self.counted.emit(known)
            return
        number, home = self._number, self._session.home

        def heed() -> None:
            if number != self._number:
                raise _Dropped("", "")

        self._task = self._session.run(lambda: _answered(home, wish, heed), self._arrive, self._refuse)
        self._patience.start()

    def drop(self) -> None:
        """Count no longer what nobody waits for."""
        self._number += 1
        self._patience.stop()
        if self._task is not None:
            self._task.forget()
            self._task = None

    def forget(self) -> None:
        """Count everything anew from now on: the manifestos, or what is said of them, have changed."""
        self.drop()
        self._kept.clear()

    def _arrive(self, found: Answer) -> None:
        self._task = None
        self._patience.stop()
        self._kept[found.wish] = found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.counted.emit(found)

    def _refuse(self, error: UserError) -> None:
        self._task = None
        self._patience.stop()
        self.refused.emit(error)


def _answered(home: Home, wish: Wish, heed: Callable[[], object]) -> Answer:
    with Library.open(home) as library, Views(home) as views:

        def views_of(topic: Topic, documents: Sequence[Document]) -> Mapping[str, Sequence[Match]]:
            found, missing = views.cached(topic, [document.id for document in documents])
            if missing:
                with suppress(IndexDamaged):  # those have no passages on it; the next start builds the index anew
                    found = {**found, **views.make(library, topic, missing)}
            return found

        return answer(library, wish, views_of, heed)
