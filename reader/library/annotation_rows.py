"""What people said of passages as rows, and where their words stand in the documents as read now.

A row is as the person made it and changes only by edits, so that undo always fits. Where its words stand after a
document was read again is worked out from the row and kept beside it, in a table that can be made again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from reader.library import documents
from reader.library.anchoring import Finder
from reader.library.packing import compact
from reader.library.verdicts import About, Anchor, Annotation, Coder, Placed, Span

_ROWS = """
SELECT annotations.id, annotations.document, block, start, "end", quote, "before", "after", "offset",
    kind, target, version, value, coders.id, coders.name, made, places.spans,
    EXISTS (SELECT 1 FROM blocks WHERE blocks.document = annotations.document AND blocks.id = block
        AND substr(text, start + 1, "end" - start) = quote)
FROM annotations JOIN coders ON coders.id = coder JOIN documents ON documents.id = annotations.document
LEFT JOIN places ON places.annotation = annotations.id
"""
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
    said = [_annotation(row) for row in connection.execute(f"{_ROWS} WHERE annotations.document = ?", (document,))]
    anchored = [one for one in said if one.anchor.block]
    if not anchored:
        return
    finder = Finder(documents.blocks(connection, document, first_pieces=True))
    connection.executemany(
        "INSERT INTO places (annotation, document, spans) VALUES (?, ?, ?)",
        ((one.id, document, _packed(finder.find(one.anchor))) for one in anchored),
    )


def _placed(connection: sqlite3.Connection, query: str, *values: str) -> Iterator[Placed]:
    finders: dict[str, Finder] = {}
    for row in connection.execute(query, values).fetchall():
        said = _annotation(row)
        spans, stands = row[-2:]
        if not said.anchor.block:
            yield Placed(said, ())
        elif spans is not None:
            yield Placed(said, tuple(Span(*span) for span in json.loads(spans)))
        elif stands:
            yield Placed(said, (Span(said.anchor.block, said.anchor.start, said.anchor.end),))
        else:
            # It was withdrawn while the document was read again, and came back since.
            if said.document not in finders:
                finders[said.document] = Finder(documents.blocks(connection, said.document, first_pieces=True))
            yield Placed(said, finders[said.document].find(said.anchor))


def _annotation(row: tuple[Any, ...]) -> Annotation:
    name, document, *anchor = row[:9]
    about, target, version, value, coder, coder_name, made = row[9:16]
    return Annotation(
        name, document, Anchor(*anchor), About(about), target, version, value, Coder(coder, coder_name), made
    )


def _packed(spans: tuple[Span, ...]) -> str:
    """A JSON list of [block, start, end]; an empty one for what was not found."""
    return compact([(span.block, span.start, span.end) for span in spans])
