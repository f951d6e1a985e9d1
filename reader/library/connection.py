"""Opening the library's SQLite file: settings, migrations, and SQLite's errors said in plain words."""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

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
from reader.library.schema import APPLICATION_ID, MIGRATIONS, Migration
from reader.library.where import elsewhere

# Writers wait for each other this long. Every transaction of ours is far shorter.
_PATIENCE = 10.0
_RETRY = 0.002

# Not allowed, a disk that cannot be written, a file where a folder should be, a drive that is not there.
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.ENOENT}


def disk_full() -> DiskFull:
    return DiskFull("The disk is full.", "Free some space and try again; nothing that was saved before is lost.")


def not_writable(place: Path) -> LibraryNotWritable:
    return LibraryNotWritable(
        f"The library in “{place}” cannot be written to.",
        "Check the permissions of that folder, or choose another one with --library.",
    )


def _damaged(database: Path, finding: str) -> LibraryDamaged:
    return LibraryDamaged(
        f"The library file “{database}” {finding}.",
        "Move it elsewhere and put a copy of the library in its place, or start again without it; the original "
        "files are still in the folder “originals” beside it.",
    )


@contextmanager
def plainly(database: Path) -> Iterator[None]:
    """Errors of SQLite and of the file system that are nobody's bug come out as UserErrors."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = _said(error, database)
        if said is None:
            raise
        raise said from error
    except OSError as error:
        if is_full(error):
            raise disk_full() from error
        if error.errno in _DENIED:
            raise not_writable(database.parent) from error
        raise


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


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One writing transaction: all of it or nothing. It takes the write lock at once, waiting for other writers."""
    _begin(connection)
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _begin(connection: sqlite3.Connection) -> None:
    """SQLite's own waiting sleeps longer and longer, which a person would see and a busy neighbour would exploit."""
    until = time.monotonic() + _PATIENCE
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not _is_busy(error) or time.monotonic() > until:
                    raise
                time.sleep(_RETRY)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(_PATIENCE * 1000)}")


def _is_busy(error: sqlite3.OperationalError) -> bool:
    return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY


def connect(database: Path, *, durable: bool, migrations: Sequence[Migration] = MIGRATIONS) -> sqlite3.Connection:
    """An open library of the newest version, made or migrated where needed.

    `durable` writes survive a power cut (people's edits); others survive a crash of the program (import). Raises
    NewerLibrary, LibraryDamaged, LibraryNotWritable, LibraryBusy, DiskFull.
    """
    with plainly(database):
        connection = sqlite3.connect(database, timeout=_PATIENCE, isolation_level=None)
        try:
            _check(connection, database, len(migrations))
            _use_journal(connection, "DELETE" if elsewhere(database.parent) else "WAL")
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection, database, migrations)
        except BaseException:
            connection.close()
            raise
        return connection


def version(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def _check(connection: sqlite3.Connection, database: Path, newest: int) -> None:
    """Nothing is written to a file that is not ours or that is too new."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and application != APPLICATION_ID:
        raise _damaged(database, "belongs to another program")
    if version(connection) > newest:
        raise NewerLibrary(
            "This library was written by a newer version of Hustings.",
            "Install the newest version of Hustings and open it again; nothing was changed.",
        )


def _use_journal(connection: sqlite3.Connection, mode: str) -> None:
    """With a write-ahead log (WAL) readers never wait for a writer; it needs memory that all processes share.

    That is not there between two machines, and a service that copies files would take the library without its log:
    such folders have none. Switching ignores SQLite's own waiting, so we wait.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute(f"PRAGMA journal_mode = {mode}")
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(_RETRY)
        else:
            return


def _migrate(connection: sqlite3.Connection, database: Path, migrations: Sequence[Migration]) -> None:
    while version(connection) < len(migrations):
        with transaction(connection):
            # Asked again: another process may have done this step while we waited for the lock.
            current = version(connection)
            if current < len(migrations):
                if current:
                    _copy(database, current)
                migrations[current](connection)
                connection.execute(f"PRAGMA user_version = {current + 1}")


def _copy(database: Path, current: int) -> None:
    """Keep the library as it was beside it, as library.version-1.sqlite3, whole or not at all."""
    kept = database.with_name(f"{database.stem}.version-{current}{database.suffix}")
    growing = kept.with_suffix(".part")
    growing.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(growing)) as copy:
        source.backup(copy)
    growing.replace(kept)
