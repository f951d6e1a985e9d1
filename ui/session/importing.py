"""The import process as the window sees it: followed in a thread, its events told as Qt signals."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from index.events import Event
from reader.home import Home
from reader.passwords import Passwords

if TYPE_CHECKING:
    from index.importing import ImportRun

# How long a process may take to stop by itself when the window closes, in seconds. It can be ended at any moment.
_PATIENCE = 0.5


class Importer(QObject):
    """Runs at most one import process at a time and tells what it does.

    A process that crashes is started once more; after a second crash `stopped` says so. Files that come while a
    process runs are read by it, or by the next one, which `ended` gives the chance to start.
    """

    started = Signal()
    happened = Signal(object)  # Event
    ended = Signal()  # no process runs any more
    stopped = Signal()  # the process crashed twice

    _heard = Signal(object)
    _left = Signal(bool)

    def __init__(self, home: Home, topic_folders: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._topic_folders = tuple(topic_folders)
        self._thread: threading.Thread | None = None
        self._run: ImportRun | None = None
        self._closing = threading.Event()
        self._cancelled = threading.Event()
        self._crashes = 0
        self._passwords = Passwords()
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._left.connect(self._leave, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        return self._thread is not None

    def start(self) -> None:
        """Read what waits and index what is not indexed, unless a process is at it already."""
        if self.running or self._closing.is_set():
            return
        self._crashes = 0
        self._begin()

    def offer(self, passwords: Passwords) -> None:
        """Try these, in place of those before, on protected files: in the process that runs and in all to come."""
        self._passwords = passwords
        run = self._run
        if run is not None:
            run.offer(passwords)

    def cancel(self) -> None:
        """Ask the process to stop after what it is at; `ended` follows."""
        self._cancelled.set()
        run = self._run
        if run is not None:
            run.cancel()

    def close(self) -> None:
        """Stop the process and wait for it; what still waits to be read goes on at the next start."""
        self._closing.set()
        self.cancel()
        if self._thread is None:
            return
        self._thread.join(_PATIENCE)
        run = self._run
        if run is not None:
            run.end()
        self._thread.join()
        self._thread = None

    def _begin(self) -> None:
        self._cancelled.clear()
        self._thread = threading.Thread(target=self._follow, name="import", daemon=True)
        self._thread.start()
        self.started.emit()

    def _follow(self) -> None:
        from index.importing import ImportCrashed, start_import  # loads what the first window does not need

        crashed = True
        try:
            passwords = self._passwords
            self._run = run = start_import(self._home, self._topic_folders, passwords)
            if self._passwords is not passwords:  # they came while it started
                run.offer(self._passwords)
            if self._cancelled.is_set():
                run.cancel()
            for event in run.events():
                self._heard.emit(event)
            crashed = False
        except ImportCrashed:
            pass
        finally:
            self._run = None
            self._left.emit(crashed)

    @Slot(object)
    def _tell(self, event: Event) -> None:
        if not self._closing.is_set():  # it may still have been on its way when the window closed
            self.happened.emit(event)

    @Slot(bool)
    def _leave(self, crashed: bool) -> None:
        if self._closing.is_set():
            return
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._crashes += crashed
        if crashed and self._crashes == 1:
            self._begin()
            return
        if crashed:
            self.stopped.emit()
        self.ended.emit()
