"""Takes codes and notes of a file in: read in the background, a copy of the library kept before, one edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library import backups
from reader.library.backups import Reason
from reader.library.connection import plainly
from reader.library.library import Library
from reader.wording import tr
from ui.session.long_work import LongWork
from ui.session.session import Session

if TYPE_CHECKING:
    from index.annotations.taken_in import TakenIn


def take_in(session: Session, path: Path, read: Callable[[Library, Path], TakenIn]) -> None:
    """Have the file read, keep a copy of the library, and make the edit; `session.taken_in` says what became of it."""
    home = session.home

    def work() -> TakenIn:
        with Library.open(home) as library:
            found = read(library, path)
        if found.edit.changes:
            with plainly(home.database):
                backups.keep(home.database, Reason.IMPORT)
        return found

    def done(found: TakenIn) -> None:
        if session.attempt(lambda: found.edit) is not None:
            session.taken_in.emit(found)

    stopped = tr("Stopped. Nothing of “{file}” was taken in.", file=path.name)
    LongWork(session, tr("Reading “{file}”", file=path.name), lambda: session.say(stopped)).run(work, done)
