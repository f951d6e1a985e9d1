"""Reading the lines of a concordance away from the window's thread: in growing batches, the newest query alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set

from PySide6.QtCore import QObject, Signal

from index.concordance import Line
from index.concording import batches, read_lines
from index.results import Results
from reader.errors import UserError
from reader.library.library import Library
from ui.annotating.annotating import annotating
from ui.search.face import Asked
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.sensitive import sensitive_in

Passages = Set[tuple[str, str]]


class Streaming(QObject):
    """`came` tells of lines as they are found, `ended` that these are all."""

    came = Signal(object, object)  # list[Line], and which of their passages speak of violence (document, block)
    ended = Signal()
    looked = Signal(object)  # Results, after `ended`: words akin to those typed, and what may have been meant
    refused = Signal(object)  # UserError

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._looking: Task | None = None
        self._left: Iterator[Sequence[str]] = iter(())
        self._asked = Asked()
        self._number = 0  # of what was asked last

    @property
    def complete(self) -> bool:
        """Whether all lines of what was asked last are there."""
        return self._task is None

    @property
    def settled(self) -> bool:
        """Whether nothing is still to come."""
        return self._task is None and self._looking is None

    def begin(self, asked: Asked) -> None:
        """Read the lines of this; those of what was asked before come no more."""
        self.stop()
        self._asked = asked
        known = [document.id for document in self._session.library.documents()]
        named = None if asked.documents is None else set(asked.documents)
        self._left = batches([name for name in known if named is None or name in named])
        self._go_on()

    def stop(self) -> None:
        """Read no more; what is being searched is given up."""
        self._number += 1
        for task in (self._task, self._looking):
            if task is not None:
                task.forget()
        self._task = self._looking = None

    def _go_on(self) -> None:
        batch = next(self._left, None)
        if batch is not None:
            self._read(batch)
        else:
            self._task = None
            self.ended.emit()
            self._look_for_others()

    def _read(self, batch: Sequence[str]) -> None:
        session, asked, topics = self._session, self._asked, tuple(self._session.topics)
        coder, wanted = annotating(session).coder_shown, self._still_wanted()

        def read() -> tuple[list[Line], Passages]:
            with Library.open(session.home) as library:
                lines = read_lines(session.search, library, asked.query, batch, coder, wanted)
            return lines, sensitive_in(session.home, topics, {line.hit.document for line in lines})

        self._task = session.run(read, lambda found: self._on_read(*found), self._on_refused)

    def _on_read(self, lines: list[Line], sensitive: Passages) -> None:
        if lines:
            self.came.emit(lines, sensitive)
        if self._task is not None:  # nobody has asked for something else meanwhile
            self._go_on()

    def _still_wanted(self) -> Callable[[], bool]:
        """Tells any thread whether what is asked now is still what was asked last."""
        number = self._number
        return lambda: number == self._number

    def _look_for_others(self) -> None:
        """Ask once more, for words that were not looked for."""
        session, asked, wanted = self._session, self._asked, self._still_wanted()

        def look() -> Results:
            return session.search(asked.query, limit=1, documents=asked.documents, wanted=wanted)

        self._looking = session.run(look, self._on_looked, self._on_refused)

    def _on_looked(self, results: Results) -> None:
        self._looking = None
        self.looked.emit(results)

    def _on_refused(self, error: UserError) -> None:
        self._task = self._looking = None
        self.refused.emit(error)
