"""Checking an essay away from the window's thread: told of while it goes on, and the newest wins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from index.quoting.essay import Essay
from index.quoting.report import Report, checked_against
from reader.errors import EmptyFile, UserError
from reader.library.library import Library
from reader.wording import tr
from ui.session.long_work import LongWork
from ui.session.session import Session


class Checking(QObject):
    """`report` is what was found last, None for nothing yet. What is checked lives in memory alone."""

    found = Signal()
    refused = Signal(object)  # UserError
    stopped = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._work: LongWork | None = None
        self.report: Report | None = None

    @property
    def settled(self) -> bool:
        """Whether what was given last has been checked."""
        return self._work is None

    def begin(self, read: Callable[[], Essay], documents: tuple[str, ...] | None) -> None:
        """Read an essay and check it against these manifestos (ids), None for all of the library."""
        self.end()
        session = self._session
        work = LongWork(session, tr("Checking quotations"), self._on_stopped)

        def heed(done: int, of: int) -> None:
            work.check()
            work.step(tr("Checking quotations"), done, of)

        def check() -> Report:
            essay = read()
            if not any(map(str.isalnum, essay.text)):
                raise EmptyFile(
                    tr("There are no words in what was pasted."), tr("Copy the text of an essay, then paste again.")
                )
            with Library.open(session.home) as library:
                every = library.documents()
                chosen = [one for one in every if documents is None or one.id in documents]
                return checked_against(session.home, library, essay, chosen, heed)

        self._work = work
        work.run(check, self._on_found, self._on_refused)

    def again(self, documents: tuple[str, ...] | None) -> None:
        """Check the same essay once more: other manifestos, or they are read anew."""
        if self.report is not None:
            essay = self.report.essay
            self.begin(lambda: essay, documents)

    def end(self) -> None:
        """Leave off what goes on; it is told to nobody."""
        work, self._work = self._work, None
        if work is not None:
            work.cancel()

    def _on_found(self, report: Report) -> None:
        self._work = None
        self.report = report
        self.found.emit()

    def _on_refused(self, error: UserError) -> None:
        self._work = None
        self.refused.emit(error)

    def _on_stopped(self) -> None:
        if self._work is not None:  # else something newer has begun
            self._work = None
            self.stopped.emit()
