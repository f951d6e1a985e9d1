"""Going on where a library is damaged: with its newest sound copy, or with a new one made from the original files."""

from __future__ import annotations

from reader.errors import NotDamaged
from reader.home import Home
from reader.library import backups, digests
from reader.library.connection import connect, plainly
from reader.library.damage import is_damaged
from reader.library.library import Library


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
    with Library.open(home) as library:
        unknown = [path for path in backups.originals(database) if library.known(path.stem) is None]
        waiting = len(library.enqueue(unknown))
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
