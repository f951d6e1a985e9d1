"""A digest for each document of all that is shown and quoted from it, so that damage which SQLite cannot see is seen.

SQLite notices a broken page, but not another letter in a text. The digest is kept beside the content when that is
written and looked at when the document is first read: once in a process for each reading, 1.5 to 3 ms a manifesto.
"""

from __future__ import annotations

import hashlib
import sqlite3

# As bytes, as they are stored: text that is no UTF-8 any more must not keep from looking.
_BLOCKS = """
SELECT CAST(position || '|' || id || '|' || kind || '|' || ifnull(level, '') || '|' || ifnull(marker, '') || '|'
    || section || '|' || text || '|' || pieces {references} AS BLOB)
FROM blocks WHERE document = ? ORDER BY position
"""
# A block without references is summed up as it was before there were any: libraries of then keep their digests.
_REFERENCES = """|| CASE "references" WHEN '[]' THEN '' ELSE '|' || "references" END"""
_PAGES = "SELECT number, CAST(label AS BLOB), width, height, readable FROM pages WHERE document = ? ORDER BY number"
_OUTLINE = "SELECT position, level, CAST(title AS BLOB), page FROM outline WHERE document = ? ORDER BY position"
_FACTS = """
SELECT CAST(file_name AS BLOB), CAST(original AS BLOB), CAST(format AS BLOB), page_count, readable_pages, words,
    CAST(notes AS BLOB), CAST(metadata AS BLOB), CAST(added AS BLOB), sample
FROM documents WHERE id = ?
"""
# Blocks are looked for by their ids in an index, which may be damaged where they are not.
_FOUND_BY_ID = """
SELECT count(*) FROM blocks AS there JOIN blocks AS found INDEXED BY blocks_by_id
    ON found.id = there.id AND found.document = there.document AND found.position = there.position
WHERE there.document = ?
"""

# The readings that were found sound by this process, each with the file of its library.
_sound: set[tuple[str, str, bytes]] = set()


# The files of libraries whose rows this process has looked at.
looked_at: set[str] = set()


class Mismatch(Exception):
    """What is stored of this document is not what was written."""

    def __init__(self, document: str) -> None:
        super().__init__(document)
        self.document = document


def digest(connection: sqlite3.Connection, document: str) -> str:
    """The digest of the document's blocks, pages, outline and facts as they are stored now, in hexadecimal.

    It is asked for by migrations too, to which the tables of before have led.
    """
    summed = hashlib.blake2b(digest_size=16)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(blocks)")]
    blocks = _BLOCKS.format(references=_REFERENCES if "references" in columns else "")
    for (row,) in connection.execute(blocks, (document,)):
        summed.update(row)
    for query in (_PAGES, _OUTLINE, _FACTS):
        summed.update(repr(connection.execute(query, (document,)).fetchall()).encode())
    return summed.hexdigest()


def seal(connection: sqlite3.Connection, document: str) -> None:
    """Keep the digest of what is stored now, inside the transaction that wrote it."""
    connection.execute("UPDATE content SET digest = ? WHERE document = ?", (digest(connection, document), document))


def check(connection: sqlite3.Connection, document: str) -> None:
    """Look once at each reading of the document. Raises Mismatch where it is not as it was written."""
    row = connection.execute("SELECT CAST(reading AS BLOB) FROM content WHERE document = ?", (document,)).fetchone()
    (_, _, database) = connection.execute("PRAGMA database_list").fetchone()
    reading = (database, document, row[0] if row else b"")
    if reading not in _sound:
        if not is_sound(connection, document):
            raise Mismatch(document)
        _sound.add(reading)


def is_sound(connection: sqlite3.Connection, document: str) -> bool:
    """Whether what is stored of the document is what was written; a document that is not there is."""
    own = not connection.in_transaction
    if own:
        connection.execute("BEGIN")  # all of it at one moment: another process may write it anew
    try:
        row = connection.execute("SELECT CAST(digest AS BLOB) FROM content WHERE document = ?", (document,)).fetchone()
        (blocks,) = connection.execute("SELECT count(*) FROM blocks WHERE document = ?", (document,)).fetchone()
        if row is None:
            there = connection.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone()
            return not blocks and there is None
        (found,) = connection.execute(_FOUND_BY_ID, (document,)).fetchone()
        return bool(row[0] == digest(connection, document).encode() and found == blocks)
    finally:
        if own:
            connection.execute("COMMIT")


def forget_checks() -> None:
    """Look at everything again: another file has taken the place of a library."""
    _sound.clear()
    looked_at.clear()
