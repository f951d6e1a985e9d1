"""Files being read into the library: one process after the other as long as there is something to do, and its news."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from index.events import (
    AlreadyThere,
    DocumentAdded,
    DocumentFailed,
    DocumentRecognised,
    Event,
    Finished,
    HighlightsFound,
    Progress,
)
from reader.home import Home
from reader.library.library import Library
from reader.passwords import Passwords
from ui.session.importing import Importer
from ui.session.settings import Settings
from ui.session.signals import LibraryChange, SessionSignals
from ui.session.standstill import Standstill, told
from ui.session.watching import Watcher


class Reading(QObject):
    """Tells what becomes of files in the signals of `session`, which is its parent."""

    def __init__(
        self, session: SessionSignals, home: Home, library: Library, settings: Settings, topic_folders: Sequence[Path]
    ) -> None:
        super().__init__(session)
        self._session = session
        self._library = library
        self._settings = settings
        self.unseen: set[str] = set()  # documents that were added and have not stood in the Library yet
        self.stopped = False  # it will not go on by itself
        self._news = self._again = False
        self._importer = Importer(home, topic_folders, self)
        self.watcher = Watcher(library, lambda: self._importer.running, self)
        self.standstill = Standstill(home, self)
        self._importer.started.connect(self._begin)
        self._importer.happened.connect(self._tell)
        self._importer.ended.connect(self._go_on)
        self._importer.stopped.connect(self._say_stopped)
        self.standstill.over.connect(self.go_on)

    @property
    def running(self) -> bool:
        """Whether files are being read or indexed now."""
        return self._importer.running

    def start(self, *, news: bool = False) -> None:
        """Read what waits and index what has not been, unless that goes on already; `news`: files have come."""
        self._news |= news
        self._importer.start()

    @Slot()
    def go_on(self) -> None:
        """Start, or have it done once more where what goes on may be past what is asked for."""
        self._again = self._importer.running
        self._importer.start()

    def offer(self, passwords: Passwords) -> None:
        """Try these, in place of those before, on protected files."""
        self._importer.offer(passwords)

    def cancel(self) -> int:
        """Stop; what has not been read is taken off the list: how many files."""
        left = len(self._library.waiting())
        self._importer.cancel()
        self._library.clear_waiting()
        return left

    def close(self) -> None:
        """Stop and wait for it; what waits to be read goes on next time."""
        self.watcher.stop()
        self.standstill.end()
        self._importer.close()

    @Slot()
    def _begin(self) -> None:
        self.stopped = False
        self.standstill.end()
        self._settings.change(importing=True)
        self._session.import_started.emit()

    @Slot(object)
    def _tell(self, event: Event) -> None:
        session = self._session
        if isinstance(event, DocumentAdded | AlreadyThere):
            self.watcher.look()  # while it is known whose import brought them back
        match event:
            case Progress():
                session.import_progressed.emit(event)
            case DocumentAdded():
                self._news = True
                self.unseen.add(event.document)
                self.watcher.hear(event.document)
                session.document_added.emit(event)
                session.library_changed.emit(LibraryChange(frozenset({event.document})))
            case DocumentRecognised():
                self.watcher.hear(event.document)
                session.library_changed.emit(LibraryChange(frozenset({event.document})))
            case AlreadyThere():
                self._news = True
                session.already_there.emit(event)
            case HighlightsFound():
                session.highlights_found.emit(event)
            case DocumentFailed():
                self._news = True
                session.document_failed.emit(event)
            case Finished():
                if event.stopped is not None:
                    self.standstill.reason = event.stopped
                    self._stop(event.stopped.problem, event.stopped.advice)
                session.import_finished.emit(event)

    @Slot()
    def _go_on(self) -> None:
        """Files may have come while the last process was about to end."""
        again = self._again or (self._news and self._library.waiting())
        self._again = self._news = False
        if again and not self.stopped:
            self._importer.start()
        else:
            self.standstill.wait()
            self._settings.change(importing=self.stopped)
            self._session.import_ended.emit()

    @Slot()
    def _say_stopped(self) -> None:
        self._stop("Reading stopped unexpectedly, twice.")

    def _stop(self, why: str, advice: str = "") -> None:
        self._news = False
        self.stopped = True
        self._session.import_stopped.emit(told(why, len(self._library.waiting()), advice))
