"""Memos: what coders write on annotations, codes, documents and the library."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reader.library.verdicts import Coder

_ROWS = """
SELECT memos.id, subject_kind, subject, text, coders.id, coders.name, coders.colour, coders.confirmed,
    memos.made, changed
FROM memos JOIN coders ON coders.id = memos.coder
"""
_ORDER = "ORDER BY memos.made, memos.id"
_MEMOS = f"{_ROWS} WHERE subject_kind = ? AND (? IS NULL OR subject = ?) {_ORDER}"
# By the annotations of the document, which are far fewer than all memos.
_IN_DOCUMENT = f"""
{_ROWS} WHERE subject_kind = ? AND subject IN (SELECT id FROM annotations WHERE document = ?) {_ORDER}
"""  # noqa: S608  # nothing from outside


class MemoOf(StrEnum):
    """What a memo is on."""

    ANNOTATION = "annotation"
    CODE = "code"
    DOCUMENT = "document"
    LIBRARY = "library"  # the project as a whole; its subject is ""
    PART = "part"  # of a plan: its own words and quotations
    ITEM = "item"  # of a lesson: what it shows besides
    ROW = "row"  # of a topic, shown without a lesson; its subject is "policing/officers"


@dataclass(frozen=True, slots=True)
class Memo:
    """What one coder wrote on one subject (an id), with its line breaks. `made` and `changed` are UTC, ISO 8601."""

    id: str
    kind: MemoOf
    subject: str
    text: str
    coder: Coder
    made: str
    changed: str


def of_kind(connection: sqlite3.Connection, kind: MemoOf, subject: str | None = None) -> list[Memo]:
    """The memos on all subjects of this kind or on one, the oldest first."""
    return [_memo(row) for row in connection.execute(_MEMOS, (kind.value, subject, subject))]


def _memo(row: tuple[Any, ...]) -> Memo:
    name, of, about, text, coder, called, colour, confirmed, made, changed = row
    return Memo(name, MemoOf(of), about, text, Coder(coder, called, colour, bool(confirmed)), made, changed)


def of_annotations_in(connection: sqlite3.Connection, document: str) -> list[Memo]:
    """The memos on the codes and notes in a document, the oldest first."""
    rows = connection.execute(_IN_DOCUMENT, (MemoOf.ANNOTATION.value, document))
    return [_memo(row) for row in rows]


def ids_of(connection: sqlite3.Connection, kind: MemoOf, subjects: str) -> list[str]:
    """The ids of the memos on these subjects (a JSON list of ids), the oldest first."""
    query = """
    SELECT id FROM memos WHERE subject_kind = ? AND subject IN (SELECT value FROM json_each(?)) ORDER BY made, id
    """
    return [row[0] for row in connection.execute(query, (kind.value, subjects))]
