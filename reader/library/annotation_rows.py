"""What people said of passages as rows, and where their words stand in the documents as read now.

A row is as the person made it and changes only by edits, so that undo always fits. Where its words stand is worked out
from the row when it comes and whenever its document is read again, and kept beside it in a table that can be made anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from reader.edits import Edit
from reader.library import documents
from reader.library.anchoring import Finder
from reader.library.packing import compact
from reader.library.verdicts import About, Anchor, Annotation, Coder, Placed, Span

_ROWS = """
SELECT annotations.id, annotations.document, block, start, "end", quote, "before", "after", "offset",
    kind, target, version, value, coders.id, coders.name, made, places.spans
FROM annotations JOIN coders ON coders.id = coder JOIN documents ON documents.id = annotations.document
LEFT JOIN places ON places.annotation = annotations.id
"""
_NAMED = "WHERE annotations.id IN (SELECT value FROM json_each(?))"
_ORDER = "ORDER BY made, annotations.id"


def of_document(connection: sqlite3.Connection, document: str) -> list[Placed]:
    """What was said of a document, removed or not, the last said last."""
    return list(_placed(connection, f"{_ROWS} WHERE annotations.document = ? {_ORDER}", document))


def of_target(connection: sqlite3.Connection, target: str) -> list[Placed]:
    """What was said about a topic, over all documents that have not been removed, the last said last."""
    return list(_placed(connection, f"{_ROWS} WHERE target = ? AND removed = 0 {_ORDER}", target))


def everything(connection: sqlite3.Connection) -> list[Placed]:
    """What was said of the documents that have not been removed, the last said last."""
    return list(_placed(connection, f"{_ROWS} WHERE removed = 0 {_ORDER}"))


def coders(connection: sqlite3.Connection) -> list[Coder]:
    """The coders; the first is the person at this machine."""
    return [Coder(*row) for row in connection.execute("SELECT id, name FROM coders ORDER BY rowid")]


def place_again(connection: sqlite3.Connection, document: str) -> None:
    """Find everything that was said of a document again in its text of now, inside the transaction that changed it."""
    connection.execute("DELETE FROM places WHERE document = ?", (document,))
    _place(connection, f"{_ROWS} WHERE annotations.document = ?", document)


def place_new(connection: sqlite3.Connection, edit: Edit) -> None:
    """Find what an edit adds or brings back, inside its transaction: the text may be another since a person saw it."""
    new = [change.id for change in edit.changes if change.table == "annotations" and change.before is None]
    if new:
        _place(connection, f"{_ROWS} {_NAMED}", compact(new))


def _place(connection: sqlite3.Connection, query: str, value: str) -> None:
    found = _find(connection, (_annotation(row) for row in connection.execute(query, (value,)).fetchall()))
    connection.executemany(
        "INSERT OR REPLACE INTO places (annotation, document, spans) VALUES (?, ?, ?)",
        ((one.annotation.id, one.annotation.document, _packed(one.spans)) for one in found),
    )


def _find(connection: sqlite3.Connection, said: Iterable[Annotation]) -> Iterator[Placed]:
    """Those with an anchor, where their words stand in the documents as read now."""
    finders: dict[str, Finder] = {}
    for one in said:
        if one.anchor.block:
            if one.document not in finders:
                finders[one.document] = Finder(documents.blocks(connection, one.document, first_pieces=True))
            yield Placed(one, finders[one.document].find(one.anchor))


def _placed(connection: sqlite3.Connection, query: str, *values: str) -> Iterator[Placed]:
    rows = [(_annotation(row), row[-1]) for row in connection.execute(query, values).fetchall()]
    # An earlier version of the program did not keep where words stand before their document was read again.
    found = {one.annotation.id: one.spans for one in _find(connection, [said for said, spans in rows if spans is None])}
    for said, spans in rows:
        kept = found.get(said.id, ()) if spans is None else tuple(Span(*span) for span in json.loads(spans))
        yield Placed(said, kept)


def _annotation(row: tuple[Any, ...]) -> Annotation:
    name, document, *anchor = row[:9]
    about, target, version, value, coder, coder_name, made = row[9:16]
    return Annotation(
        name, document, Anchor(*anchor), About(about), target, version, value, Coder(coder, coder_name), made
    )


def _packed(spans: tuple[Span, ...]) -> str:
    """A JSON list of [block, start, end]; an empty one for what was not found."""
    return compact([(span.block, span.start, span.end) for span in spans])
