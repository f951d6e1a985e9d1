"""SQLite files as this program opens, reads and writes them: the library, and the cache of topic views."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

# Writers wait for each other this long, in seconds. Every transaction of ours is far shorter.
PATIENCE = 10.0
_RETRY = 0.002

Step = Callable[[sqlite3.Connection], None]


def opened(
    file: Path | str, *, journal: str, synchronous: str, prepare: Step, check: Step | None = None
) -> sqlite3.Connection:
    """The open file. `check` looks at it before anything is written, `prepare` makes what is missing in it.

    `journal` and `synchronous` are SQLite's pragmas. With a write-ahead log (WAL) readers never wait for a writer; it
    needs memory that all processes share. Raises what SQLite and the two steps raise, and leaves nothing open then.
    """
    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        if check is not None:
            check(connection)
        # Switching ignores SQLite's own waiting, so we wait.
        _once_free(connection, f"PRAGMA journal_mode = {journal}")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def copy(file: Path, to: Path) -> None:
    """A copy of the file as it is at one moment, with what its log holds. Raises what SQLite raises."""
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)


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


@contextmanager
def at_one_moment(connection: sqlite3.Connection) -> Iterator[bool]:
    """All that is read inside is as it was at one moment, whatever others write; nothing is written inside.

    Gives False where that would keep others from writing, as it does without a write-ahead log: then it is not so.
    """
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != "wal":
        yield False
        return
    connection.execute("BEGIN")
    try:
        yield True
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _begin(connection: sqlite3.Connection) -> None:
    """SQLite's own waiting sleeps longer and longer, which a person would see and a busy neighbour would exploit."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        _once_free(connection, "BEGIN IMMEDIATE")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")


def _once_free(connection: sqlite3.Connection, statement: str) -> None:
    """Execute the statement, again and again while others hold the file, as long as our patience lasts."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_RETRY)
        else:
            return
