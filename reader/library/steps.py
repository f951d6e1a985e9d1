"""What has become of a library since one looked last: the steps of its journal and the readings of its documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from reader.edits import Edit
from reader.library.journal import next_label, unpack


@dataclass(frozen=True, slots=True)
class Steps:
    """How far the journal has come: the number of its newest edit ever seen, and which edits are undone."""

    newest: int = 0
    undone: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Contents:
    """Which reading of each document there is, by its id, and which files have failed."""

    readings: Mapping[str, str]
    failed: frozenset[bytes]


def commits_of_others(connection: sqlite3.Connection) -> int:
    """A number that is another as soon as another connection has committed anything; it costs next to nothing."""
    number: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return number


def steps(connection: sqlite3.Connection) -> Steps:
    """Where the journal stands."""
    (newest,) = connection.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()
    return Steps(newest, frozenset(row[0] for row in connection.execute("SELECT number FROM journal WHERE undone = 1")))


def steps_since(connection: sqlite3.Connection, known: Steps, session: str) -> list[tuple[int, Edit]]:
    """What was done, undone and redone since: numbers of edits, with what that did; the inverse of what was undone.

    What was made in this session, on any of its threads, is told by whoever made it.
    """
    first = min({known.newest + 1, *known.undone})
    query = """
    SELECT number, label, changes, undone FROM journal
    WHERE (number >= ? OR undone = 1) AND NOT (number > ? AND session = ?) ORDER BY number
    """
    done: list[tuple[int, Edit]] = []
    undone: list[tuple[int, Edit]] = []
    for number, label, changes, is_undone in connection.execute(query, (first, known.newest, session)):
        was_undone = number in known.undone or number > known.newest
        if bool(is_undone) != was_undone:
            edit = unpack(label, changes)
            undone.insert(0, (number, edit.inverse())) if is_undone else done.append((number, edit))
    return undone + done


def contents(connection: sqlite3.Connection) -> Contents:
    """What can be read in the library now."""
    failed = connection.execute("SELECT path FROM queue WHERE state = 'failed'")
    return Contents(
        dict(connection.execute("SELECT document, reading FROM content")), frozenset(row[0] for row in failed)
    )


def upcoming(connection: sqlite3.Connection, *, undone: bool) -> tuple[int, str] | None:
    """The number and the label of the edit that undo (`undone` False) or redo (True) would turn to."""
    found = next_label(connection, undone=undone)
    return found[:2] if found else None
