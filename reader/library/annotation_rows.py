"""What people say of passages as rows, and where each stands in the documents as read now.

A row is as the person made it and changes only by edits, so that undo always fits. Where its words stand is worked out
from the row when it comes and whenever its document is read again, and kept beside it in a table that can be made anew.
The same is done for the units of schemes.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, TypeAlias

from reader.edits import Change, Edit, Value
from reader.library import documents
from reader.library.anchoring import Finder
from reader.library.clock import now
from reader.library.packing import compact
from reader.library.verdicts import CODINGS, VERDICTS, About, Anchor, Annotation, Coder, Placed, Span

# The id of a row that is anchored, its document and its anchor.
_Anchored: TypeAlias = tuple[str, str, Anchor]

ANCHOR = ("block", "start", "end", "quote", "before", "after", "offset", "last_block")
_COLUMNS = ", ".join(f'"{column}"' for column in ANCHOR)
# The tables whose rows are anchored and found again.
_TABLES = ("annotations", "units")

_ROWS = f"""
SELECT annotations.id, annotations.document, {_COLUMNS},
    kind, target, version, value, coders.id, coders.name, coders.colour, coders.confirmed, made, places.spans
FROM annotations JOIN coders ON coders.id = coder JOIN documents ON documents.id = annotations.document
LEFT JOIN places ON places.annotation = annotations.id
"""  # noqa: S608  # names are the constant above
_NAMED = "IN (SELECT value FROM json_each(?))"
_ABOUT = {about.value: about for about in About}
_ORDER = "ORDER BY made, annotations.id"
# Written out, so that SQLite goes by the index on kinds and past any number of codes.
_VERDICTS = ", ".join(f"'{about.value}'" for about in VERDICTS)


def of_document(connection: sqlite3.Connection, document: str, kinds: Sequence[About]) -> list[Placed]:
    """What was said of a document, removed or not, the last said last."""
    query = f"{_ROWS} WHERE annotations.document = ? AND kind {_NAMED} {_ORDER}"
    return list(_placed(connection, query, document, compact(kinds)))


def of_target(connection: sqlite3.Connection, target: str) -> list[Placed]:
    """What was said about a topic, over all documents that have not been removed, the last said last."""
    query = f"{_ROWS} WHERE target = ? AND +kind IN ({_VERDICTS}) AND removed = 0 {_ORDER}"
    return list(_placed(connection, query, target))


def of_code(connection: sqlite3.Connection, document: str, code: str) -> list[Placed]:
    """Where this code stands in a document, by any coder."""
    query = f"{_ROWS} WHERE annotations.document = ? AND target = ? AND kind = ?"
    return list(_placed(connection, query, document, code, About.CODE.value))


def everything(connection: sqlite3.Connection) -> list[Placed]:
    """The verdicts on the documents that have not been removed, the last said last."""
    return list(_placed(connection, f"{_ROWS} WHERE kind IN ({_VERDICTS}) AND removed = 0 {_ORDER}"))


def named(connection: sqlite3.Connection, annotations: Iterable[str]) -> list[Placed]:
    """What was said under these ids, also of removed documents; ids that are not there are left out."""
    return list(_placed(connection, f"{_ROWS} WHERE annotations.id {_NAMED} {_ORDER}", compact(list(annotations))))


def of_targets(connection: sqlite3.Connection, targets: Iterable[str], about: About) -> list[Placed]:
    """What these codes or units are the targets of, by any coder, also in removed documents."""
    query = f"{_ROWS} WHERE target {_NAMED} AND kind = ? {_ORDER}"
    return list(_placed(connection, query, compact(list(targets)), about.value))


def places(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, tuple[Span, ...]]:
    """By id, where these annotations and units stand now."""
    query = "SELECT annotation, spans FROM places WHERE annotation IN (SELECT value FROM json_each(?))"
    return {name: unpacked_spans(spans) for name, spans in connection.execute(query, (compact(list(names)),))}


def coders(connection: sqlite3.Connection) -> list[Coder]:
    """The coders; the first is the person at this machine."""
    rows = connection.execute("SELECT id, name, colour, confirmed FROM coders ORDER BY rowid")
    return [Coder(name, called, colour, bool(confirmed)) for name, called, colour, confirmed in rows]


def coder_at_work(connection: sqlite3.Connection, wanted: str) -> str:
    """The id of the wanted coder, or of the first where there is none like that; "" without any."""
    query = "SELECT id FROM coders ORDER BY id = ? DESC, rowid LIMIT 1"
    row = connection.execute(query, (wanted,)).fetchone()
    return row[0] if row else ""


def used_codes(connection: sqlite3.Connection, coder: str, limit: int) -> list[str]:
    """The ids of the codes that a coder has put on words, the last used first."""
    query = """
    SELECT target FROM annotations WHERE kind = 'code' AND coder = ? GROUP BY target ORDER BY max(made) DESC, target
    LIMIT ?
    """
    return [row[0] for row in connection.execute(query, (coder, limit))]


def is_coding(change: Change) -> bool:
    """Whether a change is one of a code, a note or a mark on a unit, which no comparison depends on."""
    row = change.after or change.before or {}
    return change.table == "annotations" and row.get("kind") in CODINGS


def new_annotation(
    document: str,
    place: Anchor,
    about: About,
    target: str,
    value: str,
    coder: str,
    *,
    version: int = 0,
    made: str = "",
) -> Change:
    """The row that says it; `made` is now unless it is known to be of another time."""
    new = str(uuid.uuid4())
    row: dict[str, Value] = {
        "id": new,
        "document": document,
        **asdict(place),
        "kind": about.value,
        "target": target,
        "version": version,
        "value": value,
        "coder": coder,
        "made": made or now(),
    }
    return Change("annotations", new, None, row)


def said_anew(said: Annotation, value: str, version: int) -> list[Change]:
    """The change by which an annotation says this now, about this version of its topic; none where it does already."""
    if (said.value, said.version) == (value, version):
        return []
    old: dict[str, Value] = {"value": said.value, "version": said.version, "made": said.made}
    new: dict[str, Value] = {"value": value, "version": version, "made": now()}
    return [Change("annotations", said.id, old, new)]


def place_again(connection: sqlite3.Connection, document: str) -> None:
    """Find everything that was said of a document again in its text of now, inside the transaction that changed it."""
    connection.execute("DELETE FROM places WHERE document = ?", (document,))
    for table in _TABLES:
        _place(connection, f"{_anchored(table)} WHERE document = ?", document)


def place_new(connection: sqlite3.Connection, edit: Edit) -> None:
    """Find what an edit adds, brings back or moves, inside its transaction.

    The text may be another since a person saw it.
    """
    for table in _TABLES:
        new = [
            change.id
            for change in edit.changes
            if change.table == table and change.after is not None and "block" in change.after
        ]
        if new:
            _place(connection, f"{_anchored(table)} WHERE id {_NAMED}", compact(new))


def _anchored(table: str) -> str:
    return f"SELECT id, document, {_COLUMNS} FROM {table}"  # noqa: S608  # names are the constants above


def _place(connection: sqlite3.Connection, query: str, value: str) -> None:
    rows = connection.execute(query, (value,)).fetchall()
    found = _find(connection, ((row[0], row[1], Anchor(*row[2:])) for row in rows))
    connection.executemany(
        "INSERT OR REPLACE INTO places (annotation, document, spans) VALUES (?, ?, ?)",
        ((name, document, _packed(spans)) for name, document, spans in found),
    )


def _find(connection: sqlite3.Connection, rows: Iterable[_Anchored]) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """The id, the document and the place in it as read now of those with an anchor."""
    finders: dict[str, Finder] = {}
    for name, document, place in rows:
        if place.block:
            if document not in finders:
                finders[document] = Finder(documents.bare_blocks(connection, document))
            yield name, document, finders[document].find(place)


def _placed(connection: sqlite3.Connection, query: str, *values: str) -> Iterator[Placed]:
    rows = connection.execute(query, values).fetchall()
    coders: dict[tuple[Any, ...], Coder] = {}
    said = [_annotation(row, coders) for row in rows]
    # An earlier version of the program did not keep where words stand before their document was read again.
    unplaced = ((one.id, one.document, one.anchor) for one, row in zip(said, rows, strict=True) if row[-1] is None)
    found = {name: spans for name, _, spans in _find(connection, unplaced)}
    # All packed lists are parsed in one go.
    packed = json.loads(f"[{','.join(row[-1] or 'null' for row in rows)}]")
    for one, spans in zip(said, packed, strict=True):
        yield Placed(one, found.get(one.id, ()) if spans is None else tuple(Span(*span) for span in spans))


def _annotation(row: tuple[Any, ...], coders: dict[tuple[Any, ...], Coder]) -> Annotation:
    """One row; equal coders are one object."""
    by = coders.get(row[14:18])
    if by is None:
        by = coders[row[14:18]] = Coder(row[14], row[15], row[16], bool(row[17]))
    return Annotation(row[0], row[1], Anchor(*row[2:10]), _ABOUT[row[10]], row[11], row[12], row[13], by, row[18])


def _packed(spans: tuple[Span, ...]) -> str:
    """A JSON list of [block, start, end]; an empty one for what was not found."""
    return compact([(span.block, span.start, span.end) for span in spans])


def unpacked_spans(packed: str) -> tuple[Span, ...]:
    """The spans that a row of `places` has."""
    return tuple(Span(*span) for span in json.loads(packed))
