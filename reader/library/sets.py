"""Named sets of manifestos as rows, and how each was left."""

from __future__ import annotations

import sqlite3

from reader.library.records import ManifestoSet

_SELECT = """
SELECT sets.id, sets.name, coalesce(views.view, '{}') FROM sets
LEFT JOIN views ON views.set_id = sets.id ORDER BY sets.position, sets.name
"""

_MEMBERS = """
SELECT set_members.set_id, set_members.document FROM set_members
JOIN documents ON documents.id = set_members.document
WHERE documents.removed = 0 ORDER BY set_members.position
"""


def present(connection: sqlite3.Connection) -> list[ManifestoSet]:
    """The sets in their order; documents that have been removed are left out of them until they come back."""
    members: dict[str, list[str]] = {}
    for name, document in connection.execute(_MEMBERS):
        members.setdefault(name, []).append(document)
    rows = connection.execute(_SELECT).fetchall()
    return [ManifestoSet(name, label, tuple(members.get(name, ())), view) for name, label, view in rows]


def view(connection: sqlite3.Connection, name: str) -> str:
    row = connection.execute("SELECT view FROM views WHERE set_id = ?", (name,)).fetchone()
    return row[0] if row else "{}"


def remember(connection: sqlite3.Connection, name: str, left: str) -> None:
    connection.execute(
        "INSERT INTO views (set_id, view) VALUES (?, ?) ON CONFLICT (set_id) DO UPDATE SET view = excluded.view",
        (name, left),
    )


def member_rows(connection: sqlite3.Connection, name: str) -> list[str]:
    """The ids of the membership rows of a set in order."""
    query = "SELECT id FROM set_members WHERE set_id = ? ORDER BY position"
    return [row[0] for row in connection.execute(query, (name,))]
