"""The tables of a library, and the steps that lead from each version of them to the next."""

from __future__ import annotations

import getpass
import sqlite3
import uuid
from collections.abc import Callable
from typing import TypeAlias

from reader.library.annotating_tables import eleventh
from reader.library.digests import seal
from reader.library.highlight_tables import twelfth
from reader.library.lesson_tables import thirteenth
from reader.library.records import FIELDS
from reader.library.reference_columns import fourteenth

# Tells a library from the SQLite files of other programs: "Hust".
APPLICATION_ID = 0x48757374

Migration: TypeAlias = Callable[[sqlite3.Connection], None]

# References are checked at the end of a transaction, so that the changes of an edit may stand in any order.
_LATER = "DEFERRABLE INITIALLY DEFERRED"

_DOCUMENTS = f"""
CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,  -- SHA-256 of the file
    {" ".join(f"{field} TEXT NOT NULL DEFAULT ''," for field in FIELDS)}
    confirmed TEXT NOT NULL DEFAULT '',  -- names of the fields that a person has confirmed, with spaces between
    file_name TEXT NOT NULL,
    original TEXT NOT NULL,  -- file name in the folder of originals
    format TEXT NOT NULL,
    page_count INTEGER NOT NULL,
    readable_pages INTEGER NOT NULL,
    words INTEGER NOT NULL,
    notes TEXT NOT NULL,  -- JSON list
    metadata TEXT NOT NULL,  -- JSON object
    added TEXT NOT NULL,
    position INTEGER NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;
"""

_CONTENT = """
CREATE TABLE blocks (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER,
    marker TEXT,
    section TEXT NOT NULL,  -- JSON list
    text TEXT NOT NULL,
    pieces TEXT NOT NULL,  -- see packing.py
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_by_id ON blocks (id);
CREATE TABLE pages (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    label TEXT,
    width REAL NOT NULL,
    height REAL NOT NULL,
    readable INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE outline (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    level INTEGER NOT NULL,
    title TEXT NOT NULL,
    page INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE queue (
    position INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,  -- as the file system has it: a name need not be Unicode
    state TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL DEFAULT '',
    sample INTEGER NOT NULL DEFAULT 0,
    fields TEXT NOT NULL DEFAULT '{}'  -- JSON object: what is known of the manifesto before it is read
) STRICT;
"""

_PEOPLE = f"""
CREATE TABLE sets (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE set_members (
    id TEXT PRIMARY KEY NOT NULL,
    set_id TEXT NOT NULL REFERENCES sets (id) {_LATER},
    document TEXT NOT NULL REFERENCES documents (id) {_LATER},
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX set_members_by_set ON set_members (set_id);
CREATE INDEX set_members_by_document ON set_members (document);
CREATE TABLE views (  -- how a set was left (topic, filters ...): remembered, not edited
    set_id TEXT PRIMARY KEY NOT NULL,
    view TEXT NOT NULL
) STRICT;
CREATE TABLE coders (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE TABLE codes (
    id TEXT PRIMARY KEY NOT NULL,
    parent TEXT REFERENCES codes (id) {_LATER},
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    definition TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE annotations (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) {_LATER},
    block TEXT NOT NULL,  -- no reference: after a file is read again the anchor is found again or flagged
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    value TEXT NOT NULL,
    coder TEXT NOT NULL REFERENCES coders (id) {_LATER},
    made TEXT NOT NULL
) STRICT;
CREATE INDEX annotations_by_document ON annotations (document, kind);
CREATE TABLE memos (
    id TEXT PRIMARY KEY NOT NULL,
    subject_kind TEXT NOT NULL,  -- see MemoOf in memos.py
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    coder TEXT NOT NULL REFERENCES coders (id) {_LATER},
    made TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;
CREATE INDEX memos_by_subject ON memos (subject_kind, subject);
CREATE TABLE journal (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    changes TEXT NOT NULL,  -- JSON
    made TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
"""


_RECOGNISED = """
CREATE TABLE recognised (  -- what OCR saw on pages, kept until the document is read with it and after
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    data TEXT NOT NULL,  -- name of the language data used, '' where OCR failed
    lines TEXT NOT NULL,  -- JSON: words with their rectangles, line by line
    used INTEGER NOT NULL DEFAULT 0,  -- whether the document was read with it
    PRIMARY KEY (document, page)
) STRICT;
"""


_READ_AGAIN = """
CREATE TABLE readings (
    document TEXT PRIMARY KEY NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    rules INTEGER NOT NULL  -- by which it was read, see reader/reading.py
) STRICT;
-- annotations.version: of the topic it speaks of; annotations.offset: of the quote in the running text, as made
ALTER TABLE annotations ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE annotations ADD COLUMN "offset" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX annotations_by_target ON annotations (target);
CREATE TABLE places (  -- where the words of annotations stand in their document as read now
    annotation TEXT PRIMARY KEY NOT NULL,  -- no reference: it may be withdrawn and come back
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    spans TEXT NOT NULL  -- JSON list of [block, start, end]; empty for what was not found again
) STRICT;
CREATE INDEX places_by_document ON places (document);
"""

_SAMPLES = f"""
CREATE TABLE samples (  -- passages drawn to be judged blind, see index/sampling.py
    id TEXT PRIMARY KEY NOT NULL,
    topic TEXT NOT NULL,
    topic_version INTEGER NOT NULL,
    topic_digest TEXT NOT NULL,  -- of its queries: what was on trial
    engine INTEGER NOT NULL,  -- the rules by which the topic was looked for
    documents TEXT NOT NULL,  -- JSON list of ids
    seed INTEGER NOT NULL,
    size INTEGER NOT NULL,  -- as asked for
    sizes TEXT NOT NULL,  -- JSON object: how many passages each stratum had
    coder TEXT NOT NULL REFERENCES coders (id) {_LATER},  -- who had it drawn
    made TEXT NOT NULL
) STRICT;
CREATE INDEX samples_by_topic ON samples (topic);
CREATE TABLE sample_items (
    id TEXT PRIMARY KEY NOT NULL,
    sample TEXT NOT NULL REFERENCES samples (id) {_LATER},
    position INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) {_LATER},
    block TEXT NOT NULL,  -- no reference: the text may be read again
    stratum TEXT NOT NULL
) STRICT;
CREATE INDEX sample_items_by_sample ON sample_items (sample, position);
CREATE TABLE judgements (
    id TEXT PRIMARY KEY NOT NULL,
    sample_item TEXT NOT NULL REFERENCES sample_items (id) {_LATER},
    coder TEXT NOT NULL REFERENCES coders (id) {_LATER},
    on_topic INTEGER NOT NULL,
    made TEXT NOT NULL,
    UNIQUE (sample_item, coder)
) STRICT;
"""

_COLLECTED = f"""
CREATE TABLE collections (  -- named lists of quotations: an essay plan, an evidence file
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE collected (  -- anchored as annotations are, see anchoring.py
    id TEXT PRIMARY KEY NOT NULL,
    collection TEXT NOT NULL REFERENCES collections (id) {_LATER},
    document TEXT NOT NULL REFERENCES documents (id) {_LATER},
    block TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    sentence TEXT NOT NULL,  -- the person's own
    position INTEGER NOT NULL,
    made TEXT NOT NULL
) STRICT;
CREATE INDEX collected_by_collection ON collected (collection, position);
"""

_READINGS_OF_CONTENT = """
CREATE TABLE content (
    document TEXT PRIMARY KEY NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    reading TEXT NOT NULL  -- another for every time that the text of a document is written
) STRICT;
INSERT INTO content SELECT id, lower(hex(randomblob(16))) FROM documents;
"""

_PLANS = f"""
CREATE TABLE plan_parts (  -- what stands in a list, which is a plan: headings, quotations and one's own sentences
    id TEXT PRIMARY KEY NOT NULL,
    collection TEXT NOT NULL REFERENCES collections (id) {_LATER},
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('heading', 'quotation', 'own')),
    text TEXT NOT NULL,  -- "" for a quotation
    item TEXT NOT NULL  -- the id in `collected` of a quotation, else ""; no reference: undo may take it back alone
) STRICT;
CREATE INDEX plan_parts_by_collection ON plan_parts (collection, position);
"""


def _statements(script: str) -> list[str]:
    """The statements of a script: `executescript` would commit the transaction that a migration runs in."""
    return [statement for statement in script.split(";\n") if statement.strip()]


def _first(connection: sqlite3.Connection) -> None:
    """Version 1: everything that documents, sets and annotations need, and one coder, the person at this machine."""
    for script in (_DOCUMENTS, _CONTENT, _PEOPLE):
        for statement in _statements(script):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("INSERT INTO coders (id, name) VALUES (?, ?)", (str(uuid.uuid4()), _person()))


def _second(connection: sqlite3.Connection) -> None:
    """Version 2: the pages that OCR has seen."""
    for statement in _statements(_RECOGNISED):
        connection.execute(statement)


def _third(connection: sqlite3.Connection) -> None:
    """Version 3: by which rules documents were read, and where what people said stands in them after a new reading.

    The columns of annotations change, but nothing could annotate before, so none are in the journal.
    """
    for statement in _statements(_READ_AGAIN):
        connection.execute(statement)


def _fourth(connection: sqlite3.Connection) -> None:
    """Version 4: samples of passages and the blind judgements of them."""
    for statement in _statements(_SAMPLES):
        connection.execute(statement)


def _fifth(connection: sqlite3.Connection) -> None:
    """Version 5: the collected lists."""
    for statement in _statements(_COLLECTED):
        connection.execute(statement)


def _sixth(connection: sqlite3.Connection) -> None:
    """Version 6: which reading of a document its text is, so that what was made of another is known to be stale."""
    for statement in _statements(_READINGS_OF_CONTENT):
        connection.execute(statement)


def _seventh(connection: sqlite3.Connection) -> None:
    """Version 7: an id of the library's own, the same in its copies."""
    connection.execute("CREATE TABLE library (id TEXT PRIMARY KEY NOT NULL) STRICT")
    connection.execute("INSERT INTO library VALUES (lower(hex(randomblob(16))))")


def _eighth(connection: sqlite3.Connection) -> None:
    """Version 8: who made an edit, in which session of the program; "" for those of before."""
    connection.execute("ALTER TABLE journal ADD COLUMN coder TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE journal ADD COLUMN session TEXT NOT NULL DEFAULT ''")


def _ninth(connection: sqlite3.Connection) -> None:
    """Version 9: a digest of the content of each document, so that damage to it is seen."""
    connection.execute("ALTER TABLE content ADD COLUMN digest TEXT NOT NULL DEFAULT ''")
    for (document,) in connection.execute("SELECT document FROM content").fetchall():
        seal(connection, document)


def _tenth(connection: sqlite3.Connection) -> None:
    """Version 10: lists become plans: each quotation in them is a part, in the order that it had."""
    for statement in _statements(_PLANS):
        connection.execute(statement)
    rows = connection.execute("SELECT id, collection, position FROM collected").fetchall()
    connection.executemany(
        "INSERT INTO plan_parts (id, collection, position, kind, text, item) VALUES (?, ?, ?, 'quotation', '', ?)",
        ((str(uuid.uuid4()), collection, position, item) for item, collection, position in rows),
    )


def _person() -> str:
    """The name under which the person at this machine is logged in, or "Me" where the system knows none."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # what getuser raises differs between systems and versions
        return "Me"


# Each takes the library from its place in the list to the next version, inside one transaction, and changes the tables
# in some way, so that they tell their version (reader/library/damage.py). One that changes the columns of a journalled
# table says so to `columns_changed` (reader/library/migrating.py); one that changes what `digest` looks at seals again.
MIGRATIONS: tuple[Migration, ...] = (
    _first,
    _second,
    _third,
    _fourth,
    _fifth,
    _sixth,
    _seventh,
    _eighth,
    _ninth,
    _tenth,
    eleventh,
    twelfth,
    thirteenth,
    fourteenth,
)
