"""All codes and notes of a library as one table, read at once: what Notes shows, counts and exports."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from reader.library.annotation_rows import unpacked_spans
from reader.library.verdicts import About, Span

# All of the table is read, so that an index on kinds would only lead there by a longer way.
_ROWS = """
SELECT id, document, kind, target, quote, coder, made, block != '', "offset" FROM annotations
WHERE +kind IN ('code', 'note')
"""
_MEMOS = "SELECT subject, text FROM memos WHERE subject_kind = 'annotation' ORDER BY made, id"
_COUNTS = """
SELECT target, coder, count(*) FROM annotations JOIN documents ON documents.id = annotations.document
WHERE kind = 'code' AND removed = 0 GROUP BY target, coder
"""
_DOCUMENTS = "SELECT id, position FROM documents WHERE removed = 0"


class Noted(NamedTuple):
    """One code or note in the table. `target` is the id of the code, "" for a note; `coder` and `document` are ids.

    `quote` are the words as they stood when they were marked, "" where it speaks of the whole document. `memo` has the
    memos on it, with a blank line between those of several coders. `made` is UTC, ISO 8601.
    """

    id: str
    document: str
    kind: str
    target: str
    quote: str
    coder: str
    made: str
    has_words: int
    memo: str
    packed: str  # its spans

    @property
    def about(self) -> About:
        """Whether it is a code or a note."""
        return About(self.kind)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its words stand in the document as read now."""
        return unpacked_spans(self.packed)

    @property
    def found(self) -> bool:
        """Whether its words were found; what speaks of a whole document needs none."""
        return not self.has_words or self.packed != "[]"


def every(connection: sqlite3.Connection) -> list[Noted]:
    """Those of all documents that have not been removed, by document and place.

    The tables are read one after the other and joined here, in less time than SQLite takes to join them. Places and
    memos come after the rows that they are of, so that none is missing where another process writes meanwhile.
    """
    order = dict(connection.execute(_DOCUMENTS).fetchall())
    rows = [row for row in connection.execute(_ROWS) if row[1] in order]
    places = dict(connection.execute("SELECT annotation, spans FROM places").fetchall())
    memos: dict[str, str] = {}
    for subject, text in connection.execute(_MEMOS):
        memos[subject] = f"{memos[subject]}\n\n{text}" if subject in memos else text
    rows.sort(key=lambda row: (order[row[1]], row[8], row[6], row[0]))
    return [Noted._make((*row[:8], memos.get(row[0], ""), places.get(row[0], "[]"))) for row in rows]


def counts(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """How many passages each code (id) has by each coder (id), without those of removed documents."""
    found: dict[str, dict[str, int]] = {}
    for code, coder, count in connection.execute(_COUNTS):
        found.setdefault(code, {})[coder] = count
    return found
