"""Work of the background that is told of while it goes on, and that people can stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, TypeVar

from reader.errors import UserError

if TYPE_CHECKING:
    from ui.session.background import Task
    from ui.session.session import Session

T = TypeVar("T")


class LongWork:
    """One piece of such work: what the strip says of it, how far it is, and whether it is over.

    `done` of `of` steps are behind it; 0 of 0 where that is not known.
    """

    def __init__(self, session: Session, sentence: str, stopped: Callable[[], object]) -> None:
        """`stopped` is called on the GUI thread when somebody has stopped it."""
        self.sentence, self.done, self.of = sentence, 0, 0
        self.over = False
        self._session = session
        self._stopped = stopped
        self._cancelled = threading.Event()
        self._final = False
        self._deciding = threading.Lock()  # whether it was stopped before it could not be any more
        self._task: Task | None = None

    @property
    def cancelled(self) -> bool:
        """Whether somebody has stopped it: for the work itself, which may ask on any thread and leave off."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """For the work itself, on any thread. Raises CancelledError where somebody has stopped it, for it to end."""
        if self.cancelled:
            raise CancelledError

    def be_final(self) -> None:
        """From here on nobody can stop it, since what it does is about to be done. Raises as `check` does."""
        with self._deciding:
            self.check()
            self._final = True

    def run(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[UserError], object] | None = None
    ) -> None:
        """As Session.run; when it has been stopped, its result reaches nobody."""

        def end(result: T) -> None:
            self._end()
            done(result)

        def fail(error: UserError) -> None:
            self._end()
            (failed or self._session.say_problem)(error)

        self._task = self._session.run(work, end, fail)
        self._session.working.emit(self)

    def step(self, sentence: str, done: int, of: int) -> None:
        """It is a step further. May be called on any thread."""
        self.sentence, self.done, self.of = sentence, done, of
        self._session.working.emit(self)

    def cancel(self) -> None:
        """Stop it: what it makes reaches nobody, and it is said that it was stopped. Past its end it goes on."""
        with self._deciding:
            if self.over or self._final:
                return
            self._cancelled.set()
        if self._task is not None:
            self._task.forget()
        self._end()
        self._stopped()

    def _end(self) -> None:
        self.over = True
        self._session.working.emit(self)
