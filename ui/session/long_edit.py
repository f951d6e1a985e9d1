"""Edits of very many rows: made and undone away from the window, which answers meanwhile, shows how far they are, and
can stop them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.edits import Edit
from reader.errors import LibraryBusy, UserError
from reader.library.journal import Heed, next_label
from reader.library.library import Library
from reader.wording import tr
from ui.session.long_work import LongWork

if TYPE_CHECKING:
    from ui.session.session import Session

# An edit of the journal with more letters takes long enough to be noticed: about a thousand units of a scheme.
_LONG = 500_000

Make = Callable[[Library, Heed], Edit]


class LongEdits:
    """One at a time; while it is being made no other edit can be. Lives on the GUI thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._work: LongWork | None = None
        session.closing.connect(self.stop)

    def stop(self) -> None:
        """Stop the one that is being made, if there is one: the library is as it was."""
        if self._work is not None:
            self._work.cancel()

    def check_none(self) -> None:
        """Raises LibraryBusy while one is being made: other edits would wait for it, and the window with them."""
        if self._work is not None and not self._work.over:
            raise LibraryBusy(
                tr("Something is being done that takes a moment: {what}.", what=self._work.sentence),
                tr("Try again when it is done, or stop it."),
            )

    def make(
        self,
        sentences: tuple[str, str],
        make: Make,
        done: Callable[[Edit], object],
        failed: Callable[[UserError], object],
        stopped: Callable[[], object],
    ) -> LongWork:
        """Have `make` put an edit together on another thread, with a library of its own, and apply it there.

        Then it is told like any other, and `done` gets it. `sentences` say what is done while the edit is put
        together, and while it is kept. Raises as `check_none` does.
        """
        making, keeping = sentences
        work = self._begin(making, stopped)
        home, coder = self._session.home, self._session.library.coder

        def do() -> Edit:
            with Library.open(home, roomy=True) as library:
                library.work_as(coder)
                edit = make(library, partial(_heed, work, making))
                library.apply(edit, partial(_heed_to_the_end, work, keeping))
            return edit

        def end(edit: Edit) -> None:
            self._session.tell(edit)
            done(edit)

        work.run(do, end, failed)
        return work

    def step(self, number: int, *, undone: bool, done: Callable[[Edit], object]) -> bool:
        """Undo the edit of this number, or do it again where it is `undone`, in the same way; False for a short one."""
        found = self._session.library.read(partial(next_label, undone=undone))
        if found is None or found[2] < _LONG:
            return False
        label, home = found[1], self._session.home
        sentence = tr("Doing again: {label}", label=label) if undone else tr("Undoing: {label}", label=label)
        work = self._begin(sentence, lambda: self._session.say(tr("Stopped. Everything is as it was.")))

        def do() -> Edit | None:
            with Library.open(home, roomy=True) as library:
                return (library.redo if undone else library.undo)(number, partial(_heed_to_the_end, work, sentence))

        def end(edit: Edit | None) -> None:
            if edit is not None:
                done(edit)

        work.run(do, end, self._session.step_failed)
        return True

    def _begin(self, sentence: str, stopped: Callable[[], object]) -> LongWork:
        self.check_none()
        self._work = LongWork(self._session, sentence, stopped)
        return self._work


def _heed(work: LongWork, sentence: str, done: int, of: int) -> None:
    work.check()
    work.step(sentence, done, of)


def _heed_to_the_end(work: LongWork, sentence: str, done: int, of: int) -> None:
    if done == of:
        work.be_final()
    _heed(work, sentence, done, of)
