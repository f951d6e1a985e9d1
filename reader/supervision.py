"""One worker process as its parent sees it: started when needed, ended when it passes a limit."""

from __future__ import annotations

import logging
import multiprocessing
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from reader.errors import ReaderCrashed, TookTooLong, UserError
from reader.interrupts import unheard_by_children
from reader.limits import Limits, memory_in_use
from reader.worker import Bug, Job, Message, PageDone, Ready, Result, serve, too_much_memory

# How often a worker's time and memory are looked at, in seconds.
_TICK = 0.05
# A worker that has not even started after this long never will, in seconds.
_STARTING = 60.0
# A worker that keeps more than this share of its memory limit after a file is replaced by a fresh one.
_BLOATED = 0.5
# A worker that was this close to its memory limit when it crashed most likely ran out of memory.
_NEAR = 0.8

_log = logging.getLogger(__name__)


class Cancelled(Exception):
    """The caller does not want the file any more; the worker has been ended."""


class Supervised:
    """A worker process that reads one file after another. For one thread."""

    def __init__(self, reading: str, limits: Limits) -> None:
        self._reading = reading
        self._limits = limits
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._ready = False
        self._peak = 0

    @property
    def process_id(self) -> int | None:
        process = self._process
        return process.pid if process else None

    def start(self) -> None:
        """Start the process, so that the first file finds it ready. What prevents it is for that file to tell."""
        with suppress(OSError):
            self._started()

    def do(self, job: Job, on_page: Callable[[int, int], None], wanted: Callable[[], bool]) -> Result:
        """What came of the job. Raises Cancelled soon after `wanted` has become false."""
        self._peak, path = 0, job.path
        try:
            connection = self._started()
            connection.send(job)
            outcome = self._watch(connection, path, on_page, wanted)
        except (EOFError, OSError):
            return self._crashed(path)
        if self._process is not None and self._memory() > _BLOATED * self._limits.memory:
            self.end()
        return outcome

    def end(self) -> None:
        """End the process and wait until it has gone: by itself if it is idle, else at once."""
        connection, self._connection = self._connection, None
        process, self._process = self._process, None
        if connection is not None:
            connection.close()
        if process is not None:
            process.join(timeout=1.0)
            process.kill()
            process.join()
            process.close()

    def _started(self) -> Connection:
        if self._connection is not None and self._ready and _has_ended(self._connection):
            self.end()
        if self._connection is None:
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            arguments = (theirs, self._reading, self._limits.memory)
            self._process = context.Process(target=serve, args=arguments, name="file-reader", daemon=True)
            with unheard_by_children():
                self._process.start()
            theirs.close()
            self._ready = False
        return self._connection

    def _watch(
        self, connection: Connection, path: Path, on_page: Callable[[int, int], None], wanted: Callable[[], bool]
    ) -> Result:
        patience = self._limits.seconds
        deadline = time.monotonic() + (patience if self._ready else _STARTING)
        while wanted():
            if connection.poll(_TICK):
                message: Message = connection.recv()
                deadline = time.monotonic() + patience
                if isinstance(message, Ready):
                    self._ready = True
                elif isinstance(message, PageDone):
                    on_page(message.done, message.pages)
                elif isinstance(message, Bug):
                    _log.error("The reader of %s failed:\n%s", path, message.trace)
                    raise EOFError
                else:
                    return message
            self._peak = max(self._peak, self._memory())
            if self._peak > self._limits.memory:
                self._stop()
                return too_much_memory(path)
            if time.monotonic() > deadline:
                self._stop()
                return _too_long(path, patience)
        self._stop()
        raise Cancelled

    def _memory(self) -> int:
        process = self.process_id
        return memory_in_use(process) if process else 0

    def _stop(self) -> None:
        """End a process that is busy; it holds nothing that could be lost."""
        if self._process is not None:
            self._process.kill()
        self.end()

    def _crashed(self, path: Path) -> UserError:
        self._stop()
        if self._peak > _NEAR * self._limits.memory:
            return too_much_memory(path)
        return ReaderCrashed(
            f"“{path.name}” made the reader stop.",
            "Save it again from the program it was made with, or print it to PDF, and add that.",
        )


def _has_ended(idle: Connection) -> bool:
    """An idle worker says nothing: what there is to read is the end of a pipe whose process has died."""
    try:
        return idle.poll()
    except OSError:  # how Windows says the same
        return True


def _too_long(path: Path, seconds: float) -> TookTooLong:
    return TookTooLong(
        f"No page of “{path.name}” was finished within {seconds:g} seconds.",
        "Split it into smaller files, or save it again in a simpler form, and add that.",
    )
