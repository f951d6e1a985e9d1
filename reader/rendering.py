"""Page pictures from a process of their own, so that neither a slow page nor a crash in MuPDF reaches the window."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections import deque
from collections.abc import Iterable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from reader.errors import ReaderCrashed, TookTooLong, UserError
from reader.page_drawing import Answer, PageFailure, Request, serve

_SLICE = 0.05  # how often a waiting call looks whether it is still wanted, in seconds


class Renderer:
    """Draws what is wanted, the first first; what is wanted anew replaces what was wanted before.

    `want` and `close` may be called from any thread and do not wait for a page; `take` is for one thread that waits.
    The process starts with the first request, is started again when it has died, and is ended when one request
    takes longer than `patience` seconds.
    """

    def __init__(self, *, patience: float = 20.0) -> None:
        self._patience = patience
        self._changed = threading.Condition()
        self._wanted: deque[Request] = deque()
        self._current: Request | None = None
        self._closed = False
        self._talking = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    @property
    def process_id(self) -> int | None:
        """The renderer process, None while there is none."""
        process = self._process
        return process.pid if process else None

    def want(self, requests: Iterable[Request]) -> None:
        """Replace the requests not yet begun by these, most wanted first."""
        with self._changed:
            self._wanted = deque(request for request in requests if request != self._current)
            self._changed.notify_all()

    def take(self) -> Answer | None:
        """Wait for the next answer; None once the renderer is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or self._closed)
            if self._closed:
                return None
            request = self._current = self._wanted.popleft()
        with self._talking:
            try:
                answer: Answer = self._asked(request)
            except UserError as error:
                self._end_process()
                answer = PageFailure(request, error)
        with self._changed:
            self._current = None
            return None if self._closed else answer

    def close(self) -> None:
        """End the process and wait until it has gone; a waiting `take` returns None."""
        with self._changed:
            self._closed = True
            self._wanted.clear()
            self._changed.notify_all()
        with self._talking:
            self._end_process()

    def _asked(self, request: Request) -> Answer:
        """The process's answer. One that died, now or since the last request, is started again once."""
        for _attempt in range(2):
            connection = self._ready()
            try:
                connection.send(request)
                return self._received(connection, request)
            except (EOFError, OSError):
                self._end_process()
            if self._closed:
                break
        raise ReaderCrashed(f"Page {request.page} could not be drawn.", "Read it as text; the other pages still open.")

    def _received(self, connection: Connection, request: Request) -> Answer:
        deadline = time.monotonic() + self._patience
        while not connection.poll(_SLICE):
            if self._closed or time.monotonic() > deadline:
                raise TookTooLong(f"Page {request.page} took too long to draw.", "Read it as text, or zoom out.")
        answer: Answer = connection.recv()
        return answer

    def _ready(self) -> Connection:
        if self._connection is None or self._process is None or not self._process.is_alive():
            self._end_process()
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs,), name="page-renderer", daemon=True)
            self._process.start()
            theirs.close()
        return self._connection

    def _end_process(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        process, self._process = self._process, None
        if process is not None:
            process.kill()  # it holds nothing that could be lost
            process.join()
            process.close()
