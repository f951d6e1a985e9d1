"""Starts the import process and follows it. Light to import: what the process needs is loaded in the process."""

from __future__ import annotations

import atexit
import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from index.events import Event, Finished
from reader.home import Home
from reader.interrupts import unheard_by_children
from reader.passwords import Passwords

# How long a process that was asked to stop may take before it is ended, in seconds.
_PATIENCE = 10.0


class ImportCrashed(Exception):
    """The import process ended without saying that it had finished. What it had stored is kept; another goes on."""


class ImportRun:
    """One import process. `events` is for one thread; the other methods may be called from any."""

    def __init__(self, process: SpawnProcess, pipe: Connection) -> None:
        self._process = process
        self._pipe = pipe
        self._sending = threading.Lock()
        self.process_id: int | None = process.pid
        # multiprocessing would wait at the end of this process for a child that nobody listens to any more.
        atexit.register(self.end)

    def events(self) -> Iterator[Event]:
        """What the process tells, until it has finished. Raises ImportCrashed where it ends before."""
        finished = False
        try:
            while True:
                try:
                    event: Event = self._pipe.recv()
                except (EOFError, OSError):
                    break
                finished = isinstance(event, Finished)
                yield event
        finally:
            self.end(at_once=not finished)
        if not finished:
            raise ImportCrashed("the import process ended unexpectedly; its log says why")

    def cancel(self) -> None:
        """Ask the process to stop soon; `events` goes on until it has. What it has stored stays."""
        self._say("cancel")

    def offer(self, passwords: Passwords) -> None:
        """Try these, in place of those before, on the protected files that it comes to from now on."""
        self._say(passwords)

    def end(self, *, at_once: bool = True) -> None:
        """End the process, if it still runs, and wait until it has gone."""
        atexit.unregister(self.end)
        with self._sending:
            if self._pipe.closed:
                return
            if not at_once:
                self._process.join(timeout=_PATIENCE)
            self._process.kill()
            self._process.join()
            self._pipe.close()

    def _say(self, word: str | Passwords) -> None:
        with self._sending:
            if not self._pipe.closed:
                with suppress(OSError):  # it has ended by itself
                    self._pipe.send(word)


_NONE = Passwords()


def start_import(
    home: Home, topic_folders: Sequence[Path], passwords: Passwords = _NONE, *, by_ocr: bool = True
) -> ImportRun:
    """Start reading what waits in the library, indexing what is not indexed, and making topic views that are missing.

    Then pages that are pictures are read, unless `by_ocr` says that they shall wait for another run.

    `topic_folders` hold topic files; a topic in a later folder takes the place of one with the same id before. Where
    another import of the same library runs, this one waits for it. `passwords` are tried on protected files; they
    travel through pipes alone.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(theirs, home, tuple(topic_folders), passwords, by_ocr), name="import")
    with unheard_by_children():
        process.start()
    theirs.close()
    return ImportRun(process, ours)


def _run(pipe: Connection, home: Home, topic_folders: Sequence[Path], passwords: Passwords, by_ocr: bool) -> None:
    from index.import_process import run

    run(pipe, home, topic_folders, passwords, by_ocr=by_ocr)
