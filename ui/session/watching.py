"""Sees what other processes do to the library that a window is open on: other windows, the command line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from reader.errors import UserError
from reader.library.library import Library
from reader.library.steps import Contents, Steps, commits_of_others, contents, steps, steps_since, upcoming
from ui.session.edited import brings_back

_EVERY_MS = 1_000


class Watcher(QObject):
    """Looks once a second, when the window comes to the front, and when it is told to.

    It must be told what this process does itself: `know` after an edit, `hear` after a document was read.
    """

    seen = Signal(object, object)  # list[Edit], frozenset[str]: what others did, whose documents they read or removed

    def __init__(self, library: Library, importing: Callable[[], bool], parent: QObject | None = None) -> None:
        """`importing` says whether a process of ours reads, which tells of its documents when they are indexed."""
        super().__init__(parent)
        self._library = library
        self._importing = importing
        self._commits, self._steps, self._contents = library.read(_state)
        self._foreign: set[int] = set()
        self._told_of = 0  # the edit of another process that undo or redo has named
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """See what is different from now on."""
        self._commits, self._steps, self._contents = self._library.read(_state)
        self._timer.start()
        if isinstance(application := QGuiApplication.instance(), QGuiApplication):
            application.applicationStateChanged.connect(self._look_when_in_front)

    def stop(self) -> None:
        """The library is about to be closed."""
        if self._timer.isActive():
            self._timer.stop()
            if isinstance(application := QGuiApplication.instance(), QGuiApplication):
                application.applicationStateChanged.disconnect(self._look_when_in_front)

    def next_step(self, *, undone: bool) -> tuple[int, str]:
        """The number of the edit that undo (`undone` False) or redo would turn to, 0 where there is none.

        With a sentence that must be read first where another process was the last to do, undo or redo that edit while
        the window was open; asked again for the same edit, there is none.
        """
        self.look()
        number, label = self._library.read(partial(upcoming, undone=undone)) or (0, "")
        if number not in self._foreign or number == self._told_of:
            return number, ""
        self._told_of = number
        again = "Do it again" if undone else "Undo"
        return number, f"Another window or program was the last to change this: “{label}”. {again} once more to go on."

    def know(self, number: int | None = None) -> None:
        """The last step in the journal is ours: an edit, or that the edit with this number was undone or redone."""
        self._steps = self._library.read(steps)
        if number is not None:
            self._foreign.discard(number)

    def hear(self, document: str) -> None:
        """Everybody has been told of this document as it is now."""
        now = self._library.read(contents)
        if document in now.readings:
            readings = {**self._contents.readings, document: now.readings[document]}
            self._contents = replace(self._contents, readings=readings)

    @Slot()
    def look(self) -> None:
        """Tell what others have done since the last time, if anything; nothing before `start`."""
        if not self._timer.isActive():
            return
        try:
            commits = self._library.read(commits_of_others)
            if commits == self._commits:
                return
            found = self._library.read(lambda connection: steps_since(connection, self._steps, self._library.session))
            self._steps = self._library.read(steps)
            documents, anything = self._read_by_others()
        except UserError:
            return  # a long write, or a drive that has gone: what the person does next is told of it
        if not self._importing():
            self._commits = commits  # else what it reads besides ours is still to be told
        mine = self._importing()  # what our own import brings back because its file was added again is our edit
        self._foreign.update(number for number, edit in found if not (mine and brings_back(edit)))
        if found or documents or anything:
            self.seen.emit([edit for _, edit in found], documents)

    def _read_by_others(self) -> tuple[frozenset[str], bool]:
        """The documents that another process has read, and whether files failed there or do no more."""
        if self._importing():
            return frozenset(), False
        before, now = self._contents, self._library.read(contents)
        self._contents = now
        different = set(before.readings.items()) ^ set(now.readings.items())
        return frozenset(document for document, _ in different), before.failed != now.failed

    @Slot(Qt.ApplicationState)
    def _look_when_in_front(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()


def _state(connection: sqlite3.Connection) -> tuple[int, Steps, Contents]:
    return commits_of_others(connection), steps(connection), contents(connection)
