"""Opening the library's SQLite file: settings, migrations, and SQLite's errors said in plain words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.database import opened, transaction
from reader.errors import (
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryNotWritable,
    NewerLibrary,
    StaleEdit,
    UserError,
)
from reader.full_disk import is_full
from reader.home import PORTABLE, data_beside_program
from reader.library import backups
from reader.library.damage import has_sound_rows, has_tables, is_damaged, is_of_some_version
from reader.library.digests import Mismatch, looked_at
from reader.library.schema import APPLICATION_ID, MIGRATIONS, Migration
from reader.library.where import elsewhere

# How damage shows: SQLite says so, or what is read from a row makes no sense.
_SYMPTOMS = (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)

# Not allowed, a disk that cannot be written, a file where a folder should be, a drive that is not there.
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.ENOENT}


def disk_full() -> DiskFull:
    return DiskFull(
        "The disk of the library is full.", "Make room on it and try again; nothing that was saved before is lost."
    )


def not_writable(place: Path) -> LibraryNotWritable:
    if place == data_beside_program():
        return LibraryNotWritable(
            f"Hustings keeps its library beside the program, and nothing can be written to “{place}”.",
            f"Copy the whole folder of the program to where you may write, or name another one with --library. "
            f"Without the file “{PORTABLE}” the program keeps its library among your own files.",
        )
    return LibraryNotWritable(
        f"The library in “{place}” cannot be written to.",
        "Check the permissions of that folder, or choose another one with --library.",
    )


def _damaged(database: Path, finding: str) -> LibraryDamaged:
    return LibraryDamaged(f"The library file “{database}” {finding}.", backups.advice(database))


@contextmanager
def plainly(database: Path) -> Iterator[None]:
    """Errors of SQLite and of the file system that are nobody's bug come out as UserErrors.

    Whatever else happens is taken for damage only where the file, looked at for that, is damaged.
    """
    try:
        yield
    except (UserError, Mismatch):
        raise
    except OSError as error:
        if is_full(error):
            raise disk_full() from error
        if error.errno in _DENIED:
            raise not_writable(database.parent) from error
        raise
    except _SYMPTOMS as error:
        said = _said(error, database) if isinstance(error, sqlite3.DatabaseError) else None
        if said is None and is_damaged(database):
            said = _damaged(database, "is damaged")
        if said is None:
            raise
        raise said from error


def _said(error: sqlite3.DatabaseError, database: Path) -> UserError | None:
    refined: int = getattr(error, "sqlite_errorcode", 0)
    if refined == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return StaleEdit(
            "Something that this needs has been taken away, or is still used elsewhere.",
            "Look at what is there now and do it again if it is still wanted.",
        )
    code = refined & 0xFF  # the low byte is the primary code
    if is_full(error):
        return disk_full()
    if code == sqlite3.SQLITE_NOTADB:
        return _damaged(database, "is not a library")
    if code == sqlite3.SQLITE_CORRUPT:
        return _damaged(database, "is damaged")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return not_writable(database.parent)
    if code == sqlite3.SQLITE_BUSY:
        return LibraryBusy(
            "The library has been in use by another program for too long.",
            "Close other windows of Hustings that use this library and try again.",
        )
    return None


def connect(
    database: Path, *, durable: bool, migrations: Sequence[Migration] = MIGRATIONS, anew: bool = False
) -> sqlite3.Connection:
    """An open library of the newest version, made or migrated where needed; with `anew` also beside original files.

    `durable` writes survive a power cut (people's edits); others survive a crash of the program (import). Raises
    NewerLibrary, LibraryDamaged, LibraryNotWritable, LibraryBusy, DiskFull.
    """

    def prepare(connection: sqlite3.Connection) -> None:
        # Without it macOS takes what is in the drive's own memory for written; elsewhere it means nothing.
        connection.execute(f"PRAGMA fullfsync = {int(durable)}")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, database, migrations)
        _look(connection, database)

    with plainly(database):
        return opened(
            database,
            # The log is not there between two machines, and a service that copies files would take the library without
            # it: such folders have none.
            journal="DELETE" if elsewhere(database.parent) else "WAL",
            synchronous="FULL" if durable else "NORMAL",
            prepare=prepare,
            check=lambda connection: _check_at_once(connection, database, migrations, anew=anew),
        )


def version(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def _check_at_once(
    connection: sqlite3.Connection, database: Path, migrations: Sequence[Migration], *, anew: bool
) -> None:
    """As `_check`, of the file at one moment: another process may be taking it from version to version.

    Without a write-ahead log, as in a file that is just being made, others wait that moment.
    """
    connection.execute("BEGIN")
    try:
        _check(connection, database, migrations, anew=anew)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _check(connection: sqlite3.Connection, database: Path, migrations: Sequence[Migration], *, anew: bool) -> None:
    """Nothing is written to a file that is not ours, that is too new, or that does not hold what it should."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if not tables:
        if not anew and (originals := backups.count_originals(database)):
            files = f"{originals} original files lie" if originals > 1 else "an original file lies"
            raise _damaged(database, f"is empty or was gone, though {files} beside it")
        return
    if application != APPLICATION_ID:
        ours = is_of_some_version(connection, migrations)
        raise _damaged(database, "is damaged" if ours else "belongs to another program")
    if version(connection) != len(migrations) and not has_tables(connection, migrations):
        if version(connection) > len(migrations) and not is_of_some_version(connection, migrations):
            raise NewerLibrary(
                "This library was written by a newer version of Hustings.",
                "Install the newest version of Hustings and open it again; nothing was changed.",
            )
        raise _damaged(database, "is damaged")


def _look(connection: sqlite3.Connection, database: Path) -> None:
    """Once in a process, whether what belongs together is together: rows that only an index lacks would be missed."""
    if str(database) not in looked_at:
        if not has_sound_rows(connection):
            raise _damaged(database, "is damaged")
        looked_at.add(str(database))


def _migrate(connection: sqlite3.Connection, database: Path, migrations: Sequence[Migration]) -> None:
    """Take it from version to version; as it was before the first step it is kept, where it held anything.

    A new library takes all steps in one transaction: each would wait for the disk.
    """
    kept = False
    while version(connection) < len(migrations):
        with transaction(connection):
            # Asked again: another process may have done this step while we waited for the lock.
            current = version(connection)
            if current and not kept and current < len(migrations) and _holds_anything(connection):
                backups.copy(database, current)
            kept = True
            for step in migrations[current : current + 1 if current else None]:
                step(connection)
                current += 1
                connection.execute(f"PRAGMA user_version = {current}")


def _holds_anything(connection: sqlite3.Connection) -> bool:
    parts = ("documents", "queue", "journal", "sets")
    return any(connection.execute(f"SELECT 1 FROM {part} LIMIT 1").fetchone() for part in parts)  # noqa: S608  # above
