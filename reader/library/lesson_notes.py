"""What is noted for whoever holds a lesson: on the parts of a plan, and on rows that are shown without one."""

from __future__ import annotations

import sqlite3

from reader.library.memos import MemoOf, of_kind

_OF_PLAN = """
SELECT subject, text FROM memos
WHERE (subject_kind = 'part' AND subject IN (SELECT id FROM plan_parts WHERE collection = ?1))
    OR (subject_kind = 'item' AND subject IN (SELECT id FROM lesson_items WHERE collection = ?1))
ORDER BY made, id
"""


def notes_of(connection: sqlite3.Connection, plan: str) -> dict[str, str]:
    """The notes on the parts of a plan, by the ids of these; those of several people one below the other."""
    return _together(connection.execute(_OF_PLAN, (plan,)).fetchall())


def row_notes(connection: sqlite3.Connection) -> dict[str, str]:
    """The notes on rows of topics, by these ("policing/officers")."""
    return _together([(memo.subject, memo.text) for memo in of_kind(connection, MemoOf.ROW)])


def _together(noted: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for subject, text in noted:
        found[subject] = f"{found[subject]}\n\n{text}" if subject in found else text
    return found
