"""Applying a person's edits, each in one transaction with its line in the journal; undo and redo survive a restart."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

from reader.edits import Change, Edit, Row, Value
from reader.errors import EditedMeanwhile, StaleEdit
from reader.library.clock import now
from reader.library.journalled import JOURNALLED
from reader.library.packing import compact
from reader.library.records import FIELDS

# Names this run of the program in the journal; each of its processes has a name of its own.
THIS_SESSION = uuid.uuid4().hex

# Told how many of how many changes are made, inside the transaction; what it raises undoes them all.
Heed: TypeAlias = Callable[[int, int], object]

# So many rows come or go at once: few enough for whoever waits to be told of them.
_AT_ONCE = 500
# What stands between two changes of a packed edit; within a change a line break is always escaped.
_BETWEEN = ",\n"


@dataclass(frozen=True, slots=True)
class Step:
    """An edit of the journal: the id of the coder in use and the session then, "" for those made before they were kept.

    `made` is a time in UTC as text. Undo goes from the newest `number` that is not undone down, redo from the lowest
    that is.
    """

    label: str
    coder: str
    session: str
    made: str
    undone: bool
    number: int


def pack(edit: Edit) -> str:
    """A JSON list with a line for each change: an edit of many is read and written in pieces, so that others go on."""
    lines = (compact([one.table, one.id, _plain(one.before), _plain(one.after)]) for one in edit.changes)
    return f"[{_BETWEEN.join(lines)}]"


def _plain(row: Row | None) -> dict[str, Value] | None:
    return None if row is None else dict(row)


def unpack(label: str, packed: str) -> Edit:
    if _BETWEEN not in packed:  # one change, or an edit of an earlier version of the program
        return Edit(label, tuple(Change(*change) for change in json.loads(packed)))
    return Edit(label, tuple(Change(*json.loads(line)) for line in packed[1:-1].split(_BETWEEN)))


def record(
    connection: sqlite3.Connection, edit: Edit, session: str, coder: str, heed: Heed = lambda _done, _of: None
) -> None:
    """Apply the edit and journal it, inside a transaction; what had been undone can no longer be redone.

    Raises StaleEdit where a row is not as the edit says it was, ValueError for an edit that is not well-formed.
    """
    for change in edit.changes:
        _check_form(change)
    perform(connection, edit, heed)
    connection.execute("DELETE FROM journal WHERE undone = 1")
    connection.execute(
        "INSERT INTO journal (label, changes, made, coder, session) VALUES (?, ?, ?, ?, ?)",
        (edit.label, pack(edit), now(), coder, session),
    )


def _check_form(change: Change) -> None:
    """A row that comes or goes is named with all of its columns; one that changes, with the same columns twice."""
    columns = JOURNALLED.get(change.table)
    if columns is None:
        raise ValueError(f"rows of {change.table!r} are not for editing")
    before, after = change.before, change.after
    if before is not None and after is not None:
        fits = before.keys() == after.keys() and set(before) <= set(columns) and "id" not in before
    else:
        whole = after if before is None else before
        fits = whole is not None and set(whole) == set(columns) and whole["id"] == change.id
    if not fits:
        raise ValueError(f"the columns of a change do not fit the table {change.table!r}")


def perform(connection: sqlite3.Connection, edit: Edit, heed: Heed = lambda _done, _of: None) -> None:
    """Make the changes, inside a transaction. Raises StaleEdit where a row is not as the edit says it was."""
    done = 0
    for (table, comes, goes), run in _runs(edit.changes):
        heed(done, len(edit.changes))
        done += len(run)
        if comes:
            fits = _insert(connection, table, run)
        else:
            found = _rows(connection, table, [change.id for change in run])
            fits = all(_matches(table, found.get(change.id), change.before) for change in run)
        if not fits:
            raise StaleEdit(
                f"“{edit.label}” cannot be done: what it speaks of has changed in the meantime.",
                "Look at what is there now and do it again if it is still wanted.",
            )
        if goes:
            query = f"DELETE FROM {table} WHERE id = ?"  # noqa: S608  # a name in JOURNALLED
            connection.executemany(query, [(change.id,) for change in run])
        elif not comes:
            for change in run:
                _update(connection, table, change.id, change.after or {})


def _runs(changes: Sequence[Change]) -> Iterator[tuple[tuple[str, bool, bool], list[Change]]]:
    """Changes that follow each other and are alike, by table, whether rows come, whether they go; in their order.

    Each row that is changed stays by itself: what comes next may speak of the same row.
    """
    for kind, run in groupby(changes, lambda one: (one.table, one.before is None, one.after is None)):
        many = list(run)
        step = _AT_ONCE if kind[1] is not kind[2] else 1
        for at in range(0, len(many), step):
            yield kind, many[at : at + step]


def _rows(connection: sqlite3.Connection, table: str, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The rows with these ids, as far as they are there."""
    columns = JOURNALLED[table]
    listed = ", ".join(f'"{column}"' for column in columns)
    named = "IN (SELECT value FROM json_each(?))" if len(names) > 1 else "= ?"
    query = f"SELECT {listed} FROM {table} WHERE id {named}"  # noqa: S608  # names come from JOURNALLED
    asked = compact(names) if len(names) > 1 else names[0]
    place = columns.index("id")
    return {row[place]: dict(zip(columns, row, strict=True)) for row in connection.execute(query, (asked,))}


def _row(connection: sqlite3.Connection, table: str, name: str) -> dict[str, Any] | None:
    return _rows(connection, table, [name]).get(name)


def _matches(table: str, row: Mapping[str, Any] | None, expected: Row | None) -> bool:
    """Whether a row is as expected. Fields that nobody has confirmed may differ: they are guessed at every reading."""
    if row is None or expected is None or row == expected:
        return row == expected
    guessed = set(FIELDS) - set(row["confirmed"].split()) if table == "documents" else set()
    return all(row[column] == value for column, value in expected.items() if column not in guessed)


def _insert(connection: sqlite3.Connection, table: str, run: Sequence[Change]) -> bool:
    """Whether none of these rows was there."""
    columns = JOURNALLED[table]
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    query = f"INSERT INTO {table} ({listed}) VALUES ({marks})"  # noqa: S608  # names come from JOURNALLED
    rows = ([row[column] for column in columns] for row in (change.after or {} for change in run))
    try:
        connection.executemany(query, rows)
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
            return False
        raise
    return True


def _update(connection: sqlite3.Connection, table: str, name: str, row: Row) -> None:
    assignments = ", ".join(f'"{column}" = ?' for column in row)
    connection.execute(
        f"UPDATE {table} SET {assignments} WHERE id = ?",  # noqa: S608  # names were checked against JOURNALLED
        (*row.values(), name),
    )


def whole_row(connection: sqlite3.Connection, table: str, name: str) -> dict[str, Value]:
    """All columns of a row, as the deletion of it needs them. Raises StaleEdit where it is gone."""
    row = _row(connection, table, name)
    if row is None:
        raise StaleEdit("It is not in the library any more.", "Somebody has removed it; there is nothing to do.")
    return row


def next_position(connection: sqlite3.Connection, table: str) -> int:
    if "position" not in JOURNALLED[table]:
        raise ValueError(f"rows of {table!r} have no order")
    query = f"SELECT coalesce(max(position), 0) + 1 FROM {table}"  # noqa: S608  # a name in JOURNALLED
    position: int = connection.execute(query).fetchone()[0]
    return position


_NEXT = {False: "WHERE undone = 0 ORDER BY number DESC LIMIT 1", True: "WHERE undone = 1 ORDER BY number LIMIT 1"}


def next_step(connection: sqlite3.Connection, *, undone: bool) -> tuple[int, Edit] | None:
    """The edit that undo (`undone` False) or redo (True) would turn to."""
    query = f"SELECT number, label, changes FROM journal {_NEXT[undone]}"  # noqa: S608  # a constant above
    row = connection.execute(query).fetchone()
    return (row[0], unpack(row[1], row[2])) if row else None


def next_label(connection: sqlite3.Connection, *, undone: bool) -> tuple[int, str, int] | None:
    """The number and the label of the same, without reading all that it did; and how long that is, in letters."""
    query = f"SELECT number, label, length(changes) FROM journal {_NEXT[undone]}"  # noqa: S608  # a constant above
    row = connection.execute(query).fetchone()
    return (row[0], row[1], row[2]) if row else None


def last_made(connection: sqlite3.Connection) -> str:
    """When the newest edit was made, "" where there is none."""
    row = connection.execute("SELECT made FROM journal ORDER BY number DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def check_number(number: int, expected: int | None) -> None:
    """Raises EditedMeanwhile where another edit was expected."""
    if expected not in (None, number):
        raise EditedMeanwhile("Something else was edited in the meantime.", "Look at what it was, and try again.")


def mark(connection: sqlite3.Connection, number: int, *, undone: bool) -> None:
    connection.execute("UPDATE journal SET undone = ? WHERE number = ?", (int(undone), number))


def forget(connection: sqlite3.Connection, number: int, *, undone: bool) -> None:
    """Drop a step that no longer fits, and what can only follow it, so that undo and redo never get stuck on it."""
    if undone:
        connection.execute("DELETE FROM journal WHERE undone = 1")
    else:
        connection.execute("DELETE FROM journal WHERE number = ?", (number,))


def history(connection: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """The labels of the edits done, oldest first, and of those undone, the next to redo first."""
    rows = connection.execute("SELECT undone, label FROM journal ORDER BY number").fetchall()
    return [label for undone, label in rows if not undone], [label for undone, label in rows if undone]


def steps(connection: sqlite3.Connection) -> list[Step]:
    """All edits, oldest first."""
    rows = connection.execute("SELECT label, coder, session, made, undone, number FROM journal ORDER BY number")
    return [
        Step(label, coder, session, made, bool(undone), number) for label, coder, session, made, undone, number in rows
    ]
