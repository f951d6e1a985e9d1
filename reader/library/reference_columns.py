"""The column for the references to notes that stand beside the words of a block, and the step to it."""

from __future__ import annotations

import sqlite3


def fourteenth(connection: sqlite3.Connection) -> None:
    """Version 14: references. None are there before a document is read again, so that digests stay as they are."""
    # JSON list of [offset, label], see packing.py
    connection.execute("""ALTER TABLE blocks ADD COLUMN "references" TEXT NOT NULL DEFAULT '[]'""")
