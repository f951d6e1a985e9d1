"""Reads many files in a few worker processes; what a file does to its worker costs only that file."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from reader.errors import UserError
from reader.highlights.values import HighlightsRead, HighlightsWritten, ReadHighlights, WriteHighlights
from reader.limits import Limits
from reader.model import Manifesto
from reader.passwords import Passwords
from reader.recognition.pages import ReadAgain, RecognisedPage, RecognisePage
from reader.supervision import Cancelled, Supervised
from reader.worker import READING, Job, Result, Task, path_of

Outcome: TypeAlias = Manifesto | UserError

# How often `cancelled` is asked while nothing happens, in seconds.
_TICK = 0.1


@dataclass(frozen=True, slots=True)
class _Page:
    task: Task
    done: int
    pages: int


@dataclass(frozen=True, slots=True)
class _Finished:
    task: Task
    outcome: Result | None  # None when the supervising thread itself failed


@dataclass(slots=True)
class _Run:
    """One call of `read_all`: where its reports go, and whether anybody still waits for them."""

    passwords: Callable[[], Passwords]
    reports: queue.SimpleQueue[_Page | _Finished] = field(default_factory=queue.SimpleQueue)
    wanted: bool = True


class Pool:
    """Worker processes under limits, each looked after by a thread of its own. A context manager.

    `reading` names the function that reads a file, "module:function", called in the worker as
    `reader.formats.registry.read` is. Processes start with the first file, or `early`, and stay until `close`.
    """

    def __init__(
        self, workers: int = 2, *, limits: Limits | None = None, reading: str = READING, early: bool = False
    ) -> None:
        self._workers = workers
        self._limits = limits or Limits()
        self._reading = reading
        self._early = early
        self._jobs: queue.SimpleQueue[tuple[_Run, Task] | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._supervised = [Supervised(reading, self._limits) for _ in range(workers)]
        self._threads = [
            threading.Thread(target=self._supervise, args=(one,), name="reading-supervisor", daemon=True)
            for one in self._supervised
        ]
        for thread in self._threads:
            thread.start()

    def process_ids(self) -> list[int]:
        """The worker processes that run now."""
        return [one.process_id for one in self._supervised if one.process_id is not None]

    def read_all(
        self,
        paths: Iterable[Path],
        *,
        on_page: Callable[[Path, int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        passwords: Callable[[], Passwords] = Passwords,
    ) -> Iterator[tuple[Path, Outcome]]:
        """Each path with its manifesto, or with the error that says why there is none, as they are finished.

        `paths` is taken from as workers become free, so more may be added while it runs. `on_page(path, done, pages)`
        is called in the caller's thread, at most ten times a second for each worker. When `cancelled` says so, or the
        caller stops iterating, the workers that are still reading are ended and the rest is left unread. `passwords`
        is asked, in any thread, as a worker begins with a file.
        """
        for task, result in self._do(paths, on_page, cancelled, passwords):
            if isinstance(task, Path) and isinstance(result, Manifesto | UserError):
                yield task, result

    def read_again(
        self,
        task: ReadAgain,
        *,
        cancelled: Callable[[], bool] | None = None,
        passwords: Callable[[], Passwords] = Passwords,
    ) -> Outcome | None:
        """The manifesto in one file, with what OCR saw on its pages; None when `cancelled` has said so."""
        again = self.read_each_again([task], cancelled=cancelled, passwords=passwords)
        return next((outcome for _, outcome in again), None)

    def read_each_again(
        self,
        tasks: Iterable[ReadAgain],
        *,
        on_page: Callable[[Path, int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        passwords: Callable[[], Passwords] = Passwords,
    ) -> Iterator[tuple[ReadAgain, Outcome]]:
        """Each file with its manifesto, in which stands what OCR saw on its pages; else as `read_all`."""
        for task, result in self._do(tasks, on_page, cancelled, passwords):
            if isinstance(task, ReadAgain) and isinstance(result, Manifesto | UserError):
                yield task, result

    def recognise(
        self,
        pages: Iterable[RecognisePage],
        *,
        cancelled: Callable[[], bool] | None = None,
        passwords: Callable[[], Passwords] = Passwords,
    ) -> Iterator[tuple[RecognisePage, RecognisedPage | UserError]]:
        """Each page with the words that OCR saw on it, or why there are none; else as `read_all`."""
        for task, result in self._do(pages, None, cancelled, passwords):
            if isinstance(task, RecognisePage) and isinstance(result, RecognisedPage | UserError):
                yield task, result

    def highlights(
        self,
        files: Iterable[ReadHighlights],
        *,
        cancelled: Callable[[], bool] | None = None,
        passwords: Callable[[], Passwords] = Passwords,
    ) -> Iterator[tuple[ReadHighlights, HighlightsRead | UserError]]:
        """Each PDF with what people marked in it, or why that cannot be read; else as `read_all`."""
        for task, result in self._do(files, None, cancelled, passwords):
            if isinstance(task, ReadHighlights) and isinstance(result, HighlightsRead | UserError):
                yield task, result

    def write_highlights(
        self,
        copies: Iterable[WriteHighlights],
        *,
        passwords: Callable[[], Passwords] = Passwords,
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[tuple[WriteHighlights, HighlightsWritten | UserError]]:
        """Each copy of a PDF that was asked for, or why there is none; else as `read_all`."""
        for task, result in self._do(copies, None, cancelled, passwords):
            if isinstance(task, WriteHighlights) and isinstance(result, HighlightsWritten | UserError):
                yield task, result

    def _do(
        self,
        tasks: Iterable[Task],
        on_page: Callable[[Path, int, int], None] | None,
        cancelled: Callable[[], bool] | None,
        passwords: Callable[[], Passwords],
    ) -> Iterator[tuple[Task, Result]]:
        run = _Run(passwords)
        left = iter(tasks)
        asked = 0
        try:
            while not (cancelled and cancelled()):
                # One more than it has hands for each worker, so that none waits while the caller is busy.
                while asked < 2 * self._workers and (task := next(left, None)) is not None:
                    self._jobs.put((run, task))
                    asked += 1
                if not asked:
                    return
                report = _within(run.reports, _TICK)
                if isinstance(report, _Finished):
                    asked -= 1
                    if report.outcome is None:
                        raise RuntimeError(f"the supervision of {path_of(report.task).name} failed; see the log")
                    yield report.task, report.outcome
                elif isinstance(report, _Page) and on_page:
                    on_page(path_of(report.task), report.done, report.pages)
        finally:
            run.wanted = False

    def close(self) -> None:
        """End the workers and wait until they have gone."""
        self._closing.set()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _supervise(self, worker: Supervised) -> None:
        if self._early:
            worker.start()
        while (job := self._jobs.get()) is not None:
            run, what = job
            if self._is_wanted(run):
                self._work(worker, run, what)
        worker.end()

    def _work(self, worker: Supervised, run: _Run, task: Task) -> None:
        outcome: Result | None = None
        try:
            passwords = run.passwords()
            # What is read again is the library's copy: the password was given for the file that it was made of.
            own = isinstance(task, Path | ReadHighlights)
            known = passwords.for_file(path_of(task)) if own else passwords.known()
            outcome = worker.do(Job(task, known), partial(_report_page, run, task), partial(self._is_wanted, run))
        except Cancelled:
            pass
        finally:
            # Said even when this thread is about to fail: nobody may wait for it for ever.
            run.reports.put(_Finished(task, outcome))

    def _is_wanted(self, run: _Run) -> bool:
        return run.wanted and not self._closing.is_set()


def _report_page(run: _Run, task: Task, done: int, pages: int) -> None:
    run.reports.put(_Page(task, done, pages))


def _within(reports: queue.SimpleQueue[_Page | _Finished], seconds: float) -> _Page | _Finished | None:
    try:
        return reports.get(timeout=seconds)
    except queue.Empty:
        return None


def read_one(path: Path, *, limits: Limits | None = None, reading: str = READING) -> Manifesto:
    """The manifesto in one file, read in a worker process that then ends. Raises UserError."""
    with Pool(1, limits=limits, reading=reading) as pool:
        for _, outcome in pool.read_all([path]):
            if isinstance(outcome, UserError):
                raise outcome
            return outcome
    raise RuntimeError("the pool ended without an outcome")
