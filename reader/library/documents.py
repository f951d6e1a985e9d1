"""The documents of a library as rows: writing one that has been read, and reading documents and their content."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reader.cells import CELL_GLUE
from reader.lead_ins import PASSED_OVER, may_be_introduced
from reader.lead_ins import lead_ins as introduced
from reader.library.clock import now
from reader.library.digests import check, seal
from reader.library.packing import BlockRow, compact, pack_block, passage_sum, unpack_blocks, unpack_references
from reader.library.records import FIELDS, Document, Extent
from reader.model import Block, Kind, Manifesto, OutlineEntry, Page
from reader.reading import READING
from reader.words import words_in

_SHOWN = (
    "id",
    *FIELDS,
    "confirmed",
    "file_name",
    "format",
    "page_count",
    "readable_pages",
    "words",
    "notes",
    "added",
    "sample",
    "removed",
)
# What is noted where a file comes from: no later reading of the library's copy can tell it.
_OF_ARRIVAL = frozenset(("source", "accessed"))
# In place of the number of the rules that a document was read by, so that it counts as outdated.
_DAMAGED = -1
_SELECT = f"SELECT {', '.join(_SHOWN)} FROM documents"  # noqa: S608  # names are the constants above
_COLUMNS = 'id, kind, level, marker, section, text, pieces, "references"'
_BLOCKS = f"SELECT {_COLUMNS} FROM blocks WHERE document = ?"  # noqa: S608  # names are the constant above


@dataclass(frozen=True, slots=True)
class Packed:
    """A manifesto ready to be written: made before the transaction begins, so that nobody waits for it."""

    facts: dict[str, str | int]
    fields: dict[str, str]
    confirmed: frozenset[str]
    blocks: list[BlockRow]
    pages: list[tuple[int, str | None, float, float, int]]
    outline: list[tuple[int, str, int]]


def pack(
    manifesto: Manifesto, fields: Mapping[str, str], known: Mapping[str, str], *, file_name: str, original: str
) -> Packed:
    """`fields` are guesses by name, `known` needs no confirming; title and language come from the manifesto else.

    A title that is "" among the guesses stays so: nobody knows it.
    """
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise ValueError(f"no such fields: {sorted(unknown)}")
    guesses = {"title": manifesto.title or file_name, "language": manifesto.language, "extent": Extent.WHOLE.value}
    guesses |= {name: value for name, value in fields.items() if value or name == "title"} | dict(known)
    facts: dict[str, str | int] = {
        "file_name": file_name,
        "original": original,
        "format": manifesto.format,
        "page_count": len(manifesto.pages),
        "readable_pages": sum(page.readable for page in manifesto.pages),
        "words": words_in(manifesto.blocks),
        "notes": compact(manifesto.notes),
        "metadata": compact(manifesto.metadata),
    }
    pages = [(page.number, page.label, page.width, page.height, int(page.readable)) for page in manifesto.pages]
    outline = [(entry.level, entry.title, entry.page) for entry in manifesto.outline]
    return Packed(facts, guesses, frozenset(known), [pack_block(block) for block in manifesto.blocks], pages, outline)


def write(connection: sqlite3.Connection, document: str, packed: Packed, *, sample: bool) -> None:
    """Write the document and its content, inside a transaction.

    One that is there already gets the new content and new guesses, "" where nothing is guessed any more; what a
    person has confirmed stays.
    """
    row = connection.execute("SELECT confirmed FROM documents WHERE id = ?", (document,)).fetchone()
    if row is None:
        values = packed.facts | packed.fields | {"id": document, "added": now(), "sample": int(sample)}
        values["confirmed"] = " ".join(sorted(packed.confirmed))
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        connection.execute(
            f"INSERT INTO documents ({names}, position) "  # noqa: S608  # names are FIELDS and literals above
            f"VALUES ({marks}, (SELECT coalesce(max(position), 0) + 1 FROM documents))",
            tuple(values.values()),
        )
    else:
        guessed = set(FIELDS) - set(row[0].split())
        guesses = {name: packed.fields.get(name, "") for name in guessed - (_OF_ARRIVAL - packed.fields.keys())}
        _update(connection, document, packed.facts | guesses)
    _write_content(connection, document, packed)


def _update(connection: sqlite3.Connection, document: str, values: Mapping[str, str | int]) -> None:
    assignments = ", ".join(f"{name} = ?" for name in values)
    connection.execute(
        f"UPDATE documents SET {assignments} WHERE id = ?",  # noqa: S608  # names are FIELDS and literals above
        (*values.values(), document),
    )


def _write_content(connection: sqlite3.Connection, document: str, packed: Packed) -> None:
    for table in ("blocks", "pages", "outline"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))  # noqa: S608  # the names above
    reading = (document, uuid.uuid4().hex)
    connection.execute("INSERT OR REPLACE INTO content (document, reading) VALUES (?, ?)", reading)
    connection.executemany(
        f"INSERT INTO blocks (document, position, {_COLUMNS}) "  # noqa: S608  # names are the constant above
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((document, position, *block) for position, block in enumerate(packed.blocks)),
    )
    connection.executemany(
        "INSERT INTO pages (document, number, label, width, height, readable) VALUES (?, ?, ?, ?, ?, ?)",
        ((document, *page) for page in packed.pages),
    )
    connection.executemany(
        "INSERT INTO outline (document, position, level, title, page) VALUES (?, ?, ?, ?, ?)",
        ((document, position, *entry) for position, entry in enumerate(packed.outline)),
    )
    seal(connection, document)


def _document(row: tuple[Any, ...]) -> Document:
    known = dict(zip(_SHOWN, row, strict=True))
    known["confirmed"] = frozenset(known["confirmed"].split())
    known["notes"] = tuple(json.loads(known["notes"]))
    known["sample"] = bool(known["sample"])
    known["removed"] = bool(known["removed"])
    return Document(**known)


def present(connection: sqlite3.Connection) -> list[Document]:
    return [_document(row) for row in connection.execute(f"{_SELECT} WHERE removed = 0 ORDER BY position")]


def ids(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(name for (name,) in connection.execute("SELECT id FROM documents WHERE removed = 0"))


def one(connection: sqlite3.Connection, document: str) -> Document | None:
    row = connection.execute(f"{_SELECT} WHERE id = ?", (document,)).fetchone()
    return _document(row) if row else None


def outdated(connection: sqlite3.Connection) -> list[Document]:
    current = "SELECT document FROM readings WHERE rules >= ?"
    query = f"{_SELECT} WHERE removed = 0 AND id NOT IN ({current}) ORDER BY position"
    rows = connection.execute(query, (READING,))
    return [_document(row) for row in rows]


def title(connection: sqlite3.Connection, document: str) -> str:
    """The title of a document, as far as it can be read."""
    row = connection.execute("SELECT CAST(title AS BLOB) FROM documents WHERE id = ?", (document,)).fetchone()
    return bytes(row[0]).decode("utf-8", "replace") if row else "A manifesto"


def damaged(connection: sqlite3.Connection) -> list[str]:
    """The documents whose content was found damaged and has not been read again since."""
    rows = connection.execute("SELECT document FROM readings WHERE rules = ?", (_DAMAGED,))
    return [document for (document,) in rows]


def mark_damaged(connection: sqlite3.Connection, document: str) -> None:
    """The document is to be read again, whatever rules it was read by."""
    connection.execute("INSERT OR REPLACE INTO readings (document, rules) VALUES (?, ?)", (document, _DAMAGED))


def mark_read(connection: sqlite3.Connection, document: str) -> None:
    """The document was read by the rules of now, or cannot be."""
    connection.execute("INSERT OR REPLACE INTO readings (document, rules) VALUES (?, ?)", (document, READING))


def readings(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """By document id, the reading that its text is: another whenever the text was written anew."""
    query = "SELECT document, reading FROM content WHERE document IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (compact(list(names)),)).fetchall())


def states(connection: sqlite3.Connection, names: Iterable[str], fields: Iterable[str]) -> dict[str, str]:
    """By document id, the reading of it and these of its fields as one text: another when any of them is."""
    columns = ", ".join(["coalesce(reading, '')", *(name for name in FIELDS if name in set(fields))])
    query = (
        f"SELECT id, json_array({columns}) FROM documents LEFT JOIN content ON document = id"  # noqa: S608  # of FIELDS
        " WHERE id IN (SELECT value FROM json_each(?))"
    )
    return dict(connection.execute(query, (compact(list(names)),)).fetchall())


def blocks(connection: sqlite3.Connection, document: str, *, first_pieces: bool = False) -> list[Block]:
    check(connection, document)
    rows = connection.execute(f"{_BLOCKS} ORDER BY position", (document,))
    return unpack_blocks(rows.fetchall(), first_pieces=first_pieces)


def bare_blocks(connection: sqlite3.Connection, document: str) -> list[Block]:
    """The blocks with kind, text, references and id alone: all that anchors need, for a fraction of the time."""
    check(connection, document)
    kinds = {kind.value: kind for kind in Kind}
    query = 'SELECT id, kind, text, "references" FROM blocks WHERE document = ? ORDER BY position'
    rows = connection.execute(query, (document,))
    return [Block(kinds[kind], text, id=name, references=unpack_references(refs)) for name, kind, text, refs in rows]


def block(connection: sqlite3.Connection, document: str, name: str) -> Block | None:
    check(connection, document)
    rows = connection.execute(f"{_BLOCKS} AND id = ?", (document, name))
    return next(iter(unpack_blocks(rows.fetchall())), None)


def passage(connection: sqlite3.Connection, document: str, name: str, expected: int) -> tuple[Block, str] | None:
    """A block and what introduces it; the whole document is checked only where their `passage_sum` is not expected."""
    row = connection.execute(f"{_BLOCKS} AND id = ?", (document, name)).fetchone()
    if row is None:
        check(connection, document)
        return None
    try:
        (found,) = unpack_blocks([row])
        lead = _lead_ins(connection, document, [name]).get(name, "") if may_be_introduced(found) else ""
    except (ValueError, KeyError, TypeError):
        check(connection, document)
        raise
    if passage_sum(row, lead) != expected:
        check(connection, document)
    return found, lead


def some_blocks(connection: sqlite3.Connection, document: str, names: Iterable[str]) -> dict[int, Block]:
    check(connection, document)
    query = (
        f"SELECT position, {_COLUMNS} FROM blocks"  # noqa: S608  # names are the constant above
        " WHERE +document = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY position"
    )
    rows = connection.execute(query, (document, compact(list(names)))).fetchall()
    found = unpack_blocks([row[1:] for row in rows], first_pieces=True)
    return {row[0]: block for row, block in zip(rows, found, strict=True)}


def lead_ins(connection: sqlite3.Connection, document: str, names: Iterable[str]) -> dict[str, str]:
    """By block id, what introduces each list item among these blocks, by the rule of `reader.lead_ins`."""
    check(connection, document)
    return _lead_ins(connection, document, names)


def _lead_ins(connection: sqlite3.Connection, document: str, names: Iterable[str]) -> dict[str, str]:
    # For each list or table asked about, what stands before it and its items up to the last one asked about. A cross
    # join keeps SQLite from going through all blocks of the document.
    query = (
        "WITH asked AS (SELECT item.position AS at, coalesce((SELECT position FROM blocks"
        "  WHERE document = item.document AND position < item.position"
        "  AND kind NOT IN (SELECT value FROM json_each(?3))"
        "  AND NOT (item.kind = ?5 AND kind = ?5 AND instr(text, ?6)) ORDER BY position DESC LIMIT 1), 0) AS before"
        "  FROM json_each(?2) AS name"
        "  CROSS JOIN blocks AS item ON +item.document = ?1 AND item.id = name.value"
        "  AND (item.kind = ?4 OR item.kind = ?5 AND instr(item.text, ?6))),"
        " lists AS (SELECT before, max(at) AS at FROM asked GROUP BY before)"
        " SELECT id, kind, level, marker, section, text, '[]', '[]' FROM lists CROSS JOIN blocks"
        " ON document = ?1 AND position BETWEEN before AND at ORDER BY position"
    )
    wanted = list(names)
    kinds = compact([kind.value for kind in PASSED_OVER])
    introduced_ones = (Kind.LIST_ITEM.value, Kind.PARAGRAPH.value, CELL_GLUE)
    rows = connection.execute(query, (document, compact(wanted), kinds, *introduced_ones)).fetchall()
    if not rows:
        return {}
    known = one(connection, document)
    found = introduced(unpack_blocks(rows), known.language[:2] if known is not None else "")
    return {name: found[name] for name in wanted if name in found}


def lengths(connection: sqlite3.Connection, document: str) -> list[tuple[str, int]]:
    check(connection, document)
    query = "SELECT id, length(text) FROM blocks WHERE document = ? ORDER BY position"
    return connection.execute(query, (document,)).fetchall()


def texts(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    # json_each takes any number of ids in one parameter; a list of marks is limited.
    query = "SELECT document, id, text FROM blocks WHERE id IN (SELECT value FROM json_each(?))"
    rows = connection.execute(query, (compact(list(names)),)).fetchall()
    for document in {row[0] for row in rows}:
        check(connection, document)
    return {name: text for _, name, text in rows}


def pages(connection: sqlite3.Connection, document: str) -> list[Page]:
    check(connection, document)
    query = "SELECT number, label, width, height, readable FROM pages WHERE document = ? ORDER BY number"
    rows = connection.execute(query, (document,))
    return [Page(number, label, width, height, bool(readable)) for number, label, width, height, readable in rows]


def outline(connection: sqlite3.Connection, document: str) -> list[OutlineEntry]:
    check(connection, document)
    query = "SELECT level, title, page FROM outline WHERE document = ? ORDER BY position"
    return [OutlineEntry(*row) for row in connection.execute(query, (document,))]
