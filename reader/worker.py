"""The worker process that reads files and recognises pages: takes jobs from a pipe, sends back what came of each."""

from __future__ import annotations

import importlib
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from reader.errors import TookTooMuchMemory, UserError
from reader.full_disk import in_words
from reader.highlights.values import HighlightsRead, HighlightsWritten, ReadHighlights, WriteHighlights
from reader.last_words import LastWords
from reader.lifeline import leave_with_parent
from reader.limits import wall_in
from reader.model import Manifesto
from reader.recognition.pages import ReadAgain, RecognisedPage, RecognisePage

READING = "reader.formats.registry:read"

# Messages about finished pages are sent at most this often, in seconds.
_INTERVAL = 0.1


# A path asks for the file to be read.
Task: TypeAlias = Path | ReadAgain | RecognisePage | ReadHighlights | WriteHighlights
Result: TypeAlias = Manifesto | RecognisedPage | HighlightsRead | HighlightsWritten | UserError


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with a file, and the passwords to try if it is protected."""

    task: Task
    passwords: tuple[str, ...] = field(default=(), repr=False)

    @property
    def path(self) -> Path:
        return path_of(self.task)


def path_of(task: Task) -> Path:
    return task if isinstance(task, Path) else task.path


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has started and waits for a job."""


@dataclass(frozen=True, slots=True)
class PageDone:
    """`done` of `pages` pages are finished."""

    done: int
    pages: int


@dataclass(frozen=True, slots=True)
class Bug:
    """The reader raised what no reader should; the worker ends after this."""

    trace: str


Message: TypeAlias = Ready | PageDone | Bug | Result


def too_much_memory(path: Path) -> TookTooMuchMemory:
    return TookTooMuchMemory(
        f"“{path.name}” needs more memory than one file may take.",
        "Split it into smaller files, or save it again with fewer or smaller pictures, and add that.",
    )


def serve(connection: Connection, reading: str, memory: int) -> None:
    """Do the jobs that come through the pipe until it closes.

    `reading` is "module:function" of a function like `reader.formats.registry.read`; `memory` is in bytes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches all processes; the parent decides
    leave_with_parent(with_starting_thread=True)
    wall_in(memory)
    os.environ["OMP_THREAD_LIMIT"] = "1"  # Tesseract would take all processors; the other workers want some
    module, _, name = reading.partition(":")
    with LastWords(lambda _, trace: connection.send(Bug(trace))):
        read = getattr(importlib.import_module(module), name)
        connection.send(Ready())
        while (job := _next(connection)) is not None:
            connection.send(_outcome(read, job, connection))


def _next(connection: Connection) -> Job | None:
    try:
        job: Job = connection.recv()
    except (EOFError, ConnectionResetError):  # the parent has gone, or has let go of this worker
        return None
    return job


def _outcome(read: Callable[..., Manifesto], job: Job, connection: Connection) -> Result:
    last_sent = 0.0

    def on_page(done: int, pages: int) -> None:
        nonlocal last_sent
        moment = time.monotonic()
        if moment - last_sent >= _INTERVAL:
            last_sent = moment
            connection.send(PageDone(done, pages))

    try:
        if isinstance(job.task, RecognisePage):
            return _recognised(job.task, job.passwords)
        if isinstance(job.task, ReadHighlights | WriteHighlights):
            return _highlights(job.task, job.passwords)
        if isinstance(job.task, ReadAgain):
            return read(job.path, on_page, job.passwords, job.task.pages)
        return read(job.path, on_page, job.passwords)
    except UserError as error:
        return error
    except MemoryError:
        return too_much_memory(job.path)
    except OSError as error:  # of the folder for temporary files, say
        told = in_words(error)
        if told is None:
            raise
        return told


def _recognised(task: RecognisePage, passwords: tuple[str, ...]) -> RecognisedPage:
    from reader.recognition.recognising import recognise_page  # with PyMuPDF, which only workers load

    return recognise_page(task.path, task.page, task.data, passwords)


def _highlights(
    task: ReadHighlights | WriteHighlights, passwords: tuple[str, ...]
) -> HighlightsRead | HighlightsWritten:
    if isinstance(task, ReadHighlights):
        from reader.formats.pdf.comments import read_highlights

        return read_highlights(task.path, passwords)
    from reader.formats.pdf.annotated import write_highlights

    return write_highlights(task.path, task.passages, passwords)
