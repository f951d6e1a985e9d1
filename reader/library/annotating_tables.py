"""The tables of annotating, and the step to them: full codebooks, coders, units, anchors over several blocks."""

from __future__ import annotations

import sqlite3

from reader.library.migrating import columns_changed

# By journalled table, the new columns with what all rows get in them.
_COLUMNS: dict[str, dict[str, str | int]] = {
    # The block in which the words end where that is another; "end" counts in it.
    "annotations": {"last_block": ""},
    # key: a shortcut, or the digits of a scheme; topic: the id of a linked one; codable: 0 for what only groups codes
    "codes": {"include": "", "exclude": "", "example": "", "key": "", "codable": 1, "topic": ""},
    # confirmed: whether a person has typed or kept the name
    "coders": {"colour": "", "confirmed": 0},
}

_TABLES = (
    """
    CREATE TABLE schemes (  -- into which units some manifestos are parted to be coded one after the other
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        base TEXT NOT NULL CHECK (base IN ('sentence', 'paragraph')),
        headings INTEGER NOT NULL,  -- whether headings are units too
        documents TEXT NOT NULL,  -- JSON list of ids
        seed INTEGER NOT NULL,
        size INTEGER NOT NULL,  -- of the sample, as asked for; 0 for all units
        locked INTEGER NOT NULL DEFAULT 0,
        coder TEXT NOT NULL REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED,  -- who made it
        made TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE units (  -- anchored as annotations are; where they stand now is in `places`, as for these
        id TEXT PRIMARY KEY NOT NULL,
        scheme TEXT NOT NULL REFERENCES schemes (id) DEFERRABLE INITIALLY DEFERRED,
        document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
        position REAL NOT NULL,  -- in the scheme; a unit split off stands half way to the next
        block TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote TEXT NOT NULL,
        "before" TEXT NOT NULL,
        "after" TEXT NOT NULL,
        "offset" INTEGER NOT NULL,
        last_block TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX units_by_scheme ON units (scheme, position)",
    "CREATE INDEX units_by_document ON units (document, scheme, position)",
    "CREATE INDEX annotations_by_kind ON annotations (kind)",
    # A journal of many edits is not gone through for those that are undone.
    "CREATE INDEX journal_by_undone ON journal (undone)",
)


def eleventh(connection: sqlite3.Connection) -> None:
    """Version 11: annotating."""
    for table, columns in _COLUMNS.items():
        for column, value in columns.items():
            kind = "TEXT" if isinstance(value, str) else "INTEGER"
            default = f"'{value}'" if isinstance(value, str) else value
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} NOT NULL DEFAULT {default}")
        columns_changed(connection, table, added=columns)
    for statement in _TABLES:
        connection.execute(statement)
