"""Whether a library's file is damaged: looked at before an error is taken for damage, so that our bugs stay bugs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from reader.highlights.values import Mark
from reader.library.highlights import unpacked_anchors
from reader.library.journal import unpack
from reader.library.plans import LessonItem
from reader.library.records import FileState
from reader.library.schema import APPLICATION_ID, MIGRATIONS, Migration
from reader.library.verdicts import About, Span
from reader.recognition.pages import unpacked_lines

# By table and column, what turns its text into what it stands for, and fails where it does not.
_MEANING: dict[tuple[str, str], Callable[[str], Any]] = {
    ("documents", "notes"): json.loads,
    ("documents", "metadata"): json.loads,
    ("queue", "fields"): json.loads,
    ("queue", "state"): FileState,
    ("annotations", "kind"): About,
    ("places", "spans"): lambda spans: [Span(*span) for span in json.loads(spans)],
    ("recognised", "lines"): unpacked_lines,
    ("samples", "documents"): json.loads,
    ("samples", "sizes"): json.loads,
    ("schemes", "documents"): json.loads,
    ("lesson_items", "value"): lambda value: LessonItem.unpacked("", value),
    ("found_highlights", "mark"): Mark,
    ("found_highlights", "anchors"): unpacked_anchors,
    ("journal", "changes"): lambda changes: unpack("", changes),
}

Shape: TypeAlias = frozenset[tuple[object, ...]]


def is_damaged(database: Path, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Whether the file has lost its structure, its tables, or the form of what stands in them.

    It takes 10 ms for ten manifestos. False where it cannot be looked at because another program has locked it.
    """
    try:
        with closing(looking_at(database)) as connection:
            return not (_has_structure(connection) and has_tables(connection, migrations) and _has_form(connection))
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN)


# What is large is looked at document by document (digests.py).
_LARGE = ("blocks", "pages", "outline", "recognised")


def has_sound_rows(connection: sqlite3.Connection) -> bool:
    """Whether rows, indexes and references of all but the content of documents fit each other; 1 ms for a library."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (name,) in names:
        if name not in _LARGE and not name.startswith("sqlite_"):
            if connection.execute(f'PRAGMA integrity_check("{name}")').fetchall() != [("ok",)]:
                return False
            if connection.execute(f'PRAGMA foreign_key_check("{name}")').fetchone() is not None:
                return False
    return True


def looking_at(database: Path) -> sqlite3.Connection:
    """A connection that changes nothing and leaves nothing beside the file."""
    log = database.with_name(f"{database.name}-wal")
    how = "mode=ro" if log.exists() else "immutable=1"
    return sqlite3.connect(f"{database.absolute().as_uri()}?{how}", uri=True, isolation_level=None)


def _has_structure(connection: sqlite3.Connection) -> bool:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return application == APPLICATION_ID and connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]


def has_tables(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Whether the tables are those of the version that the file says it has."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return 0 <= version <= len(migrations) and shape(connection) == _shape_of(tuple(migrations[:version]))


def is_of_some_version(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    """Whether the tables are those of any version that is known, whatever the file says of itself."""
    return any(shape(connection) == _shape_of(tuple(migrations[:n])) for n in range(1, len(migrations) + 1))


def shape(connection: sqlite3.Connection) -> Shape:
    """The tables and indexes with their columns; not the words by which they were made, which may differ."""
    found: set[tuple[object, ...]] = set()
    for kind, name in connection.execute("SELECT type, name FROM sqlite_schema").fetchall():
        of = "table_info" if kind == "table" else "index_info"
        found.add((kind, name, *connection.execute(f'PRAGMA {of}("{str(name).replace(chr(34), "")}")').fetchall()))
    return frozenset(found)


@lru_cache(maxsize=32)
def _shape_of(migrations: tuple[Migration, ...]) -> Shape:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        for migrate in migrations:
            migrate(made)
        return shape(made)


def _has_form(connection: sqlite3.Connection) -> bool:
    """Whether all text can be decoded, and means what it is written for."""
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        rows = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # a name that has_tables has compared
        names = [column[0] for column in rows.description]
        meanings = [(at, _MEANING[table, name]) for at, name in enumerate(names) if (table, name) in _MEANING]
        try:
            for row in rows:
                for at, meaning in meanings:
                    meaning(row[at])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return False
    return True
