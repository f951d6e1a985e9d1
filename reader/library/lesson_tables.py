"""The table of what a lesson shows beside the headings, sentences and quotations of its plan, and the step to it."""

from __future__ import annotations

import sqlite3

_TABLES = (
    """
    CREATE TABLE lesson_items (  -- stands in one order with `plan_parts`, by the positions of both
        id TEXT PRIMARY KEY NOT NULL,
        collection TEXT NOT NULL REFERENCES collections (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('row', 'chart', 'slide', 'quiz')),
        target TEXT NOT NULL,  -- see LessonItem in plans.py
        value TEXT NOT NULL  -- JSON object, see LessonItem.packed
    ) STRICT
    """,
    "CREATE INDEX lesson_items_by_collection ON lesson_items (collection, position)",
)


def thirteenth(connection: sqlite3.Connection) -> None:
    """Version 13: lessons."""
    for statement in _TABLES:
        connection.execute(statement)
