"""Going back to a copy of a library; for a damaged one to the newest sound copy, or to a new one from the originals."""

from __future__ import annotations

from pathlib import Path

from reader.database import copy as copy_database
from reader.errors import NotDamaged, NotFound
from reader.home import Home
from reader.library import backups, digests
from reader.library.connection import connect, plainly
from reader.library.damage import is_damaged
from reader.library.library import Library
from reader.wording import tr, tr_count


def restore(home: Home) -> str:
    """Put the newest sound copy in the place of the damaged library, or begin anew where there is none.

    Original files that it does not know are queued to be read; the damaged file is kept. Returns what was done, in
    sentences. Raises NotDamaged where there is nothing to mend, and what opening a library raises.
    """
    database = home.database
    with plainly(database):
        home.make()
        gone = not database.exists() and bool(backups.originals(database))
        if not gone and not is_damaged(database):
            raise NotDamaged("The library is not damaged.", "Nothing was changed.")
        backup = backups.newest(database)
        aside = backups.take_place(database, backup.path if backup else None)
        digests.forget_checks()
    connect(database, durable=True, anew=True).close()
    waiting = _enqueue_unknown(home)
    if backup is not None:
        done = f"The library is again as it was on {backup.day}; the copy {backup.lacks}."
    else:
        done = "A new library was begun."
    sentences = [done]
    if waiting:
        sentences.append(f"{waiting} original files are read into it." if waiting > 1 else "One original file is read.")
    if aside is not None:
        sentences.append(f"The damaged file is kept as “{aside.name}”.")
    return " ".join(sentences)


def bring_back(home: Home, copy: Path) -> str:
    """Make the library what this copy of it has; what it is now is kept as a copy. Returns what was done, in sentences.

    Manifestos that the copy does not know are queued to be read from their originals. It is done whole or not at all,
    in one transaction; whoever has the library open must read everything again. Raises NotFound for a copy that is
    damaged or gone, and what opening a library raises.
    """
    database = home.database
    with plainly(database):
        backup = backups.as_backup(database, copy)
        if backup is None:
            raise NotFound(tr("That copy is damaged or gone."), tr("Choose another one; nothing was changed."))
        kept = backups.keep(database, backups.Reason.RESTORE, sparing=copy)
        copy_database(copy, database)
        digests.forget_checks()
    connect(database, durable=True).close()
    waiting = _enqueue_unknown(home)
    sentences = [tr("The library is again as it was on {day}.", day=backup.day)]
    if waiting:
        sentences.append(
            tr_count(
                "One manifesto that it lacked is read again.",
                "{count:,} manifestos that it lacked are read again.",
                waiting,
            )
        )
    if kept is not None:
        sentences.append(tr("What it was until now is kept as a copy too."))
    return " ".join(sentences)


def _enqueue_unknown(home: Home) -> int:
    """Have the originals read that the library does not know; how many there are."""
    with Library.open(home) as library:
        unknown = [path for path in backups.originals(home.database) if library.known(path.stem) is None]
        return len(library.enqueue(unknown))
