"""The tables of what people marked in PDF files with other programs, and the step to them."""

from __future__ import annotations

import sqlite3

_TABLES = (
    """
    CREATE TABLE highlighted_files (  -- the files that were looked through, those without highlights too
        source TEXT PRIMARY KEY NOT NULL,  -- the SHA-256 of the file: the document's own, or that of another copy of it
        document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        answered INTEGER NOT NULL DEFAULT 0  -- whether a person has said what is to become of them
    ) STRICT
    """,
    "CREATE INDEX highlighted_files_by_document ON highlighted_files (document)",
    """
    CREATE TABLE found_highlights (
        source TEXT NOT NULL REFERENCES highlighted_files (source) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        page INTEGER NOT NULL,
        mark TEXT NOT NULL,
        author TEXT NOT NULL,
        comment TEXT NOT NULL,
        colour TEXT NOT NULL,
        made TEXT NOT NULL,
        anchors TEXT NOT NULL,  -- JSON list of those of its words, each a list of values; none for what is on no words
        PRIMARY KEY (source, position)
    ) STRICT
    """,
)


def twelfth(connection: sqlite3.Connection) -> None:
    """Version 12: what people marked in PDF files."""
    for statement in _TABLES:
        connection.execute(statement)
