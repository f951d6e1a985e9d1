"""Work off the GUI thread: done on a pool thread, its result handed over on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.errors import UserError

T = TypeVar("T")
WORKERS = 2


class Task:
    """Work handed to the background. Once forgotten, its result reaches nobody (what runs still runs to its end)."""

    def __init__(
        self, done: Callable[[Any], None] | None, failed: Callable[[UserError], None] | None, future: Future[Any]
    ) -> None:
        self._done = done
        self._failed = failed
        self._future = future

    @property
    def waiting(self) -> bool:
        """Whether its result is still to come."""
        return self._done is not None

    def forget(self) -> None:
        self._future.cancel()
        self._done = self._failed = None

    def deliver(self) -> None:
        """Hand the result over. Raises what the work raised unless it is a UserError that somebody asked for."""
        done, failed, self._done = self._done, self._failed, None
        if done is None:
            return
        try:
            result = self._future.result()
        except CancelledError:
            return
        except UserError as error:
            if failed is None:
                raise
            failed(error)
            return
        done(result)


class Background(QObject):
    """A small pool of threads whose results arrive on the thread this object lives in, none after close()."""

    _finished = Signal(object)
    emptied = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="background")
        self._tasks: set[Task] = set()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> Task:
        """Run `work` on a pool thread, then `done` with its result, or `failed` with its UserError, on this thread.

        Any other exception of `work` is raised here from a slot, where the crash hook reports it.
        """
        future = self._pool.submit(work)
        task = Task(done, failed, future)
        self._tasks.add(task)
        future.add_done_callback(lambda _: self._finished.emit(task))
        return task

    @property
    def busy(self) -> bool:
        return bool(self._tasks)

    def close(self) -> None:
        """Deliver nothing more, drop what has not begun and wait for what runs."""
        for task in tuple(self._tasks):
            task.forget()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    @Slot(object)
    def _deliver(self, task: Task) -> None:
        self._tasks.discard(task)
        try:
            task.deliver()
        finally:
            if not self._tasks:
                self.emptied.emit()
