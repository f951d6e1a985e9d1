"""The cache of topic views: which passages of a document as it was match which version of a topic."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from index import cache
from index.topics.model import Match, Topic
from index.topics.packing import pack, unpack
from reader.database import at_one_moment, opened, transaction
from reader.errors import UserError
from reader.facts_file import own_digest
from reader.full_disk import is_full
from reader.home import Home
from reader.library.documents import states
from reader.library.library import Library

# The layout of the cache file. Another number in the file: its table is dropped and made again.
SCHEMA = 4
# The rules that turn a topic and a document into matches. Raised with every change to them: old views are made again.
ENGINE = 16

_TABLE = """
CREATE TABLE views (
    document TEXT NOT NULL,
    state TEXT NOT NULL,
    topic TEXT NOT NULL,
    digest TEXT NOT NULL,
    engine INTEGER NOT NULL,
    matches TEXT NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (document, topic)
) WITHOUT ROWID
"""
# What says nothing about the file; whatever else SQLite finds wrong does not stand on a fresh one unless it is our own.
_NO_DAMAGE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOMEM,
}
# How Windows says that it does not let go of a file because another process holds it open.
_OPEN_ELSEWHERE = 32
# A damaged file may say the same, so it is believed of a fresh one alone.
_NOT_WRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}

# What every view depends on: who speaks says what is a pledge and what is criticism, the language how words count.
_SPEAKING = ("party", "candidate", "language")
# What else topics may ask about in their queries.
_ASKED = ("title", "election", "office", "nation", "year")

T = TypeVar("T")


class Views:
    """One connection to the cache file in the home's cache folder; one object per thread and process.

    The file holds nothing that cannot be made again: what is damaged or of another layout is thrown away, a row that
    is not what was written counts as missing. Two processes may use it at once.
    """

    def __init__(self, home: Home) -> None:
        self._home = home
        self._library = Library.open(home, durable=False)
        self._path = cache.views_in(cache.folder_of(self._library))
        self._unkept: UserError | None = None
        self._connection = self._open()

    @property
    def unkept(self) -> UserError | None:
        """Why nothing is kept but in this object's memory: DiskFull, CacheNotWritable; None where it is kept."""
        return self._unkept

    def states(self, topic: Topic, documents: Iterable[str]) -> dict[str, str]:
        """A digest of all that the topic's view of each document depends on, as that is in the library now.

        It is of the text as it is read, of who speaks and in which language, and of what else the topic asks about.
        """
        return self._states(self._library, topic, documents)

    def cached(
        self, topic: Topic, documents: Sequence[str], states: Mapping[str, str] | None = None
    ) -> tuple[dict[str, tuple[Match, ...]], list[str]]:
        """The matches of each document whose view is kept, in the order asked; and the ids of the others.

        Views of the documents as they are now, or as they were when `states` was asked for.
        """
        of = self.states(topic, documents) if states is None else states
        asked, digest = json.dumps({name: of[name] for name in documents}), self._digest(topic)

        def read(connection: sqlite3.Connection) -> list[tuple[str, str, int]]:
            rows = connection.execute(
                "SELECT key, matches, sum"
                " FROM json_each(?) CROSS JOIN views ON document = key AND state = value"
                " WHERE topic = ? AND digest = ? AND engine = ?",
                (asked, topic.id, digest, ENGINE),
            )
            return rows.fetchall()

        packed = {
            name: matches
            for name, matches, kept in self._run(read)
            if kept == _sum(name, of[name], topic.id, digest, ENGINE, matches)
        }
        views = {document: unpack(document, packed[document]) for document in documents if document in packed}
        return views, [document for document in documents if document not in packed]

    def make(self, library: Library, topic: Topic, documents: Sequence[str]) -> dict[str, tuple[Match, ...]]:
        """Evaluate the topic on these documents of the index, keep the views, and return them.

        Documents that are not in the index as they are read now are left out. Raises IndexDamaged where the index
        cannot be read, and TopicInvalid where a query of the topic is not understood.
        """
        return self.make_each(library, [topic], documents)[topic.id]

    def make_each(
        self, library: Library, topics: Sequence[Topic], documents: Sequence[str]
    ) -> dict[str, dict[str, tuple[Match, ...]]]:
        """`make` for several topics at once, by topic id: for less than one after the other."""
        from index.topics.evaluate import evaluate_in  # loads the search engine, which reading views must not

        with library.read(at_one_moment) as firm:  # documents are read anew and corrected meanwhile
            states = {topic.id: self._states(library, topic, documents) for topic in topics}
            views = evaluate_in(self._home, library, topics, documents)
        for topic in topics:
            of, now = states[topic.id], {} if firm else self._states(library, topic, documents)
            sure = {name: found for name, found in views[topic.id].items() if firm or now[name] == of[name]}
            self._keep(topic, sure, of)
        return views

    def keep(self, topic: Topic, views: Mapping[str, Sequence[Match]]) -> None:
        """Keep these views, in place of older ones of the same documents and topic."""
        self._keep(topic, views, self.states(topic, views))

    def _keep(self, topic: Topic, views: Mapping[str, Sequence[Match]], states: Mapping[str, str]) -> None:
        digest = self._digest(topic)
        rows = [(name, states[name], topic.id, digest, ENGINE, pack(matches)) for name, matches in views.items()]

        def write(connection: sqlite3.Connection) -> None:
            with transaction(connection):
                connection.executemany(
                    "INSERT OR REPLACE INTO views VALUES (?, ?, ?, ?, ?, ?, ?)", [(*row, _sum(*row)) for row in rows]
                )

        self._run(write)

    def close(self) -> None:
        self._connection.close()
        self._library.close()

    def __enter__(self) -> Views:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _states(self, library: Library, topic: Topic, documents: Iterable[str]) -> dict[str, str]:
        wanted = list(documents)
        queries = " ".join(query.query for query in topic.queries).lower()
        asked = [name for name in _ASKED if f"{name}:" in queries]
        rows = library.read(lambda connection: states(connection, wanted, (*_SPEAKING, *asked)))
        return {name: hashlib.sha256(rows.get(name, "").encode()).hexdigest()[:24] for name in wanted}

    def _digest(self, topic: Topic) -> str:
        return topic_digest(topic) + own_digest(self._home.settings)

    def _open(self) -> sqlite3.Connection:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return _open(self._path)
        except (OSError, sqlite3.DatabaseError) as error:
            return self._in_memory(error)

    def _in_memory(self, error: OSError | sqlite3.DatabaseError) -> sqlite3.Connection:
        """An empty cache for this object alone where the file takes nothing. Raises the error where it is another."""
        if isinstance(error, sqlite3.DatabaseError) and _code(error) not in _NOT_WRITABLE and not is_full(error):
            raise error
        self._unkept = cache.in_words(error, self._home.caches)
        return _connect(":memory:")

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do the work, once more on a fresh file where this one is damaged, in memory where it takes nothing."""
        try:
            try:
                return work(self._connection)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
            self._connection.close()
            self._connection = _fresh(self._path)
            return work(self._connection)
        except (OSError, sqlite3.DatabaseError) as error:
            instead = self._in_memory(error)
            self._connection.close()
            self._connection = instead
            return work(self._connection)


def topic_digest(topic: Topic) -> str:
    """A short digest of all that the topic's matches depend on; its name, colour and sub-topics' names do not count."""
    queries = [
        (q.query, q.weight, q.scope.value, q.language, q.subtopics, q.within, q.row_weight) for q in topic.queries
    ]
    said = json.dumps([queries, topic.exclude, [one.id for one in topic.subtopics]], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def _sum(*row: object) -> int:
    """The checksum of a row of the cache: of its key and its matches."""
    return zlib.crc32("\n".join(map(str, row)).encode("utf-8", "surrogatepass"))


def _text(damaged: bytes) -> str:
    """Text of the cache, with what is no text replaced: its sum is then wrong, where SQLite would read nothing more."""
    return damaged.decode("utf-8", "replace")


def _open(path: Path) -> sqlite3.Connection:
    """The cache, made new where there is none or where it is not a readable one."""
    try:
        return _connect(path)
    except sqlite3.DatabaseError as error:
        if not _is_damage(error):
            raise
    return _fresh(path)


def _connect(path: Path | str) -> sqlite3.Connection:
    return opened(path, journal="WAL", synchronous="OFF", prepare=_prepare)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the table where it is of another layout, unless another process has done so since we looked."""
    connection.text_factory = _text
    if _layout_of(connection) != SCHEMA:
        with transaction(connection):
            if _layout_of(connection) != SCHEMA:
                connection.execute("DROP TABLE IF EXISTS views")
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _layout_of(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def _fresh(path: Path) -> sqlite3.Connection:
    """A new cache in place of a damaged one. Raises OSError."""
    try:
        for name in (path.name, path.name + "-wal", path.name + "-shm"):
            path.with_name(name).unlink(missing_ok=True)
    except OSError as error:
        if getattr(error, "winerror", 0) != _OPEN_ELSEWHERE:
            raise
        return _connect(":memory:")  # this object goes without a kept cache, the next has a new one
    return _connect(path)


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    return _code(error) not in _NO_DAMAGE and not is_full(error)


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary code: its low byte. Errors that Python itself raises have none and mean damage."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF
