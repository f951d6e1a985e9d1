"""What the import process tells its parent, and hears from it."""

from __future__ import annotations

import threading
import time
from multiprocessing.connection import Connection

from index.events import DocumentAdded, DocumentFailed, Event, Progress
from reader.passwords import Passwords

# The shortest time between two reports of progress, in seconds.
_INTERVAL = 0.1


class Teller:
    """Sends events, keeps count of what is done, and hears passwords, and when it is enough. For all threads."""

    def __init__(self, pipe: Connection, passwords: Passwords) -> None:
        self._pipe = pipe
        self._passwords = passwords
        self._lock = threading.Lock()
        self._last = 0.0
        self._done = 0
        self._total = 0
        self.cancelled = threading.Event()
        self.added = 0
        self.failed = 0

    def listen(self) -> None:
        """Wait for the word to stop, and take passwords until then. For a thread of its own."""
        try:
            while isinstance(word := self._pipe.recv(), Passwords):
                self._passwords = word
        except (EOFError, OSError):
            return
        self.cancelled.set()

    def passwords(self) -> Passwords:
        """Those that are known now."""
        return self._passwords

    def tell(self, event: Event) -> None:
        with self._lock:
            self.added += isinstance(event, DocumentAdded)
            self.failed += isinstance(event, DocumentFailed)
            self._pipe.send(event)

    def expect(self, things: int) -> None:
        """So many more files are to be read, or documents to be indexed."""
        with self._lock:
            self._total += things

    def done(self, things: int = 1) -> None:
        """So many of those are done."""
        with self._lock:
            self._done += things
            self._tell_progress(important=self._done == self._total)

    def recognising(self, file: str, page: int, pages: int) -> None:
        """Tell which page of a file is being read by OCR."""
        with self._lock:
            self._pipe.send(Progress(self._done, self._total, file, page, pages, by_ocr=True))

    def progress(self, file: str, page: int, pages: int) -> None:
        """Tell which page of a file is being read, unless that was told just now."""
        with self._lock:
            self._tell_progress(file, page, pages)

    def _tell_progress(self, file: str = "", page: int = 0, pages: int = 0, *, important: bool = False) -> None:
        """For who holds the lock: what is counted and what is told go together, in order."""
        moment = time.monotonic()
        if important or moment - self._last >= _INTERVAL:
            self._last = moment
            self._pipe.send(Progress(self._done, self._total, file, page, pages))
