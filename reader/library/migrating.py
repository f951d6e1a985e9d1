"""What migrations share: the edits of the journal keep fitting the tables whose columns a migration changes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from typing import Any, TypeAlias

from reader.edits import Value
from reader.library.packing import compact

_Row: TypeAlias = dict[str, Any] | None


def columns_changed(
    connection: sqlite3.Connection,
    table: str,
    *,
    added: Mapping[str, Value] | None = None,
    renamed: Mapping[str, str] | None = None,
    dropped: Collection[str] = (),
) -> None:
    """Write the journalled edits of a table anew for its columns of now, inside the transaction of the migration.

    `added` are new columns with what all rows got in them, `renamed` old names with the new. An edit that only spoke
    of columns that are `dropped` leaves the journal.
    """
    for number, packed in connection.execute("SELECT number, changes FROM journal").fetchall():
        old = json.loads(packed)
        new = [
            _changed(change, added or {}, renamed or {}, dropped) if change[0] == table else change for change in old
        ]
        left = [change for change in new if change is not None]
        if not left:
            connection.execute("DELETE FROM journal WHERE number = ?", (number,))
        elif left != old:
            connection.execute("UPDATE journal SET changes = ? WHERE number = ?", (compact(left), number))


def _changed(
    change: list[Any], added: Mapping[str, Value], renamed: Mapping[str, str], dropped: Collection[str]
) -> list[Any] | None:
    """The change as [table, id, before, after]; None where nothing is left of it."""
    table, name, before, after = change
    whole = before is None or after is None  # such a row has all columns, others have those alone that change

    def fitting(row: _Row) -> _Row:
        if row is None:
            return None
        kept = {renamed.get(column, column): value for column, value in row.items() if column not in dropped}
        return {**kept, **added} if whole else kept

    before, after = fitting(before), fitting(after)
    return None if before == after else [table, name, before, after]
