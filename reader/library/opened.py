"""The open file of a library: reading and writing it, and what is done where it turns out to be damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from reader.database import transaction
from reader.errors import DocumentDamaged, NotFound, UserError
from reader.home import Home
from reader.library import clock, digests, documents, originals
from reader.library.connection import connect, plainly
from reader.library.journal import THIS_SESSION, last_made
from reader.library.moving import check_not_moved

T = TypeVar("T")

_ROOMY = 64 * 1024  # KiB of pages in memory, in place of SQLite's usual two MiB


class OpenLibrary:
    """One connection to a library. Each thread and each process opens its own; they may all write.

    `session` names the run of the program in which edits are made.
    """

    def __init__(self, home: Home, connection: sqlite3.Connection, session: str = THIS_SESSION) -> None:
        self.home = home
        self.session = session
        self._connection = connection

    @classmethod
    def open(cls, home: Home, *, durable: bool = True, session: str = THIS_SESSION, roomy: bool = False) -> Self:
        """Open the library of this home, making its folders and tables where they are missing.

        `durable` writes survive a power cut; an import can do without. `roomy`: for very many rows, of which SQLite
        then need not put half-written pages aside again and again. An older library is copied beside itself and
        migrated. Raises NewerLibrary, LibraryMoved, and what every method may raise.
        """
        check_not_moved(home)
        with plainly(home.database):
            home.make()
            originals.sweep(home.originals)
        library = cls(home, connect(home.database, durable=durable), session)
        if roomy:
            library._connection.execute(f"PRAGMA cache_size = -{_ROOMY}")
        with suppress(UserError):  # what cannot be read is said to whoever needs it
            clock.go_on_from(library.read(last_made))
        return library

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection, transaction(connection):
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            with plainly(self.home.database):
                yield self._connection
        except digests.Mismatch as mismatch:
            raise self._damaged(mismatch.document) from mismatch

    def read(self, what: Callable[[sqlite3.Connection], T]) -> T:
        """What this function reads from the tables; for those that have a module of their own."""
        with self._reading() as connection:
            return what(connection)

    def original(self, document: str) -> Path:
        """The stored copy of the file as it was added. Raises NotFound where there is none, or another file."""
        with self._reading() as connection:
            row = connection.execute("SELECT original FROM documents WHERE id = ?", (document,)).fetchone()
        path = self.home.originals / str(row[0]) if row else None
        if path is None or not path.is_file():
            raise NotFound("The original file is not in the library's folder any more.", "Add the file again.")
        if not originals.is_sound(path, document):
            raise NotFound("The original file in the library's folder is damaged.", "Add the file again.")
        return path

    def is_sound(self, document: str) -> bool:
        """Whether what is stored of a document is as it was written; else it is to be read again."""
        try:
            self.read(lambda connection: digests.check(connection, document))
        except DocumentDamaged:
            return False
        return True

    def is_whole(self, document: str) -> bool:
        """Whether what the library holds of a document, and its original, are as they were when it was read."""
        try:
            self.original(document)
        except NotFound:
            return False
        return self.is_sound(document)

    def damaged(self) -> list[str]:
        """The documents whose content was found damaged and has not been read again since."""
        return self.read(documents.damaged)

    def _damaged(self, document: str) -> DocumentDamaged:
        """Have the document read again, and say so, or what else is to be done."""
        with plainly(self.home.database), transaction(self._connection):
            documents.mark_damaged(self._connection, document)
            title = documents.title(self._connection, document)
        problem = f"“{title}” is damaged in the library; nothing else is."
        try:
            self.original(document)
        except NotFound:
            return DocumentDamaged(problem, "Its original file is damaged or gone too: add the file again.")
        return DocumentDamaged(problem, "It is read again from its original file: look at it again in a moment.")
