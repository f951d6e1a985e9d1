"""The pages that OCR has seen, as rows: what a crash leaves is what was finished, page by page."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from reader.recognition.pages import RecognisedPage, packed_lines, unpacked_lines


def keep(connection: sqlite3.Connection, document: str, page: RecognisedPage) -> None:
    """Keep a page in place of what was seen on it before, inside a transaction."""
    connection.execute(
        "INSERT OR REPLACE INTO recognised (document, page, data, lines) VALUES (?, ?, ?, ?)",
        (document, page.number, page.data, packed_lines(page)),
    )


def of_document(connection: sqlite3.Connection, document: str) -> list[RecognisedPage]:
    rows = connection.execute(
        "SELECT page, data, lines FROM recognised WHERE document = ? ORDER BY page", (document,)
    ).fetchall()
    return [RecognisedPage(number, data, unpacked_lines(lines)) for number, data, lines in rows]


def data_by_page(connection: sqlite3.Connection, document: str) -> dict[int, str]:
    """The language data that each recognised page was seen with, "" where OCR failed."""
    return dict(connection.execute("SELECT page, data FROM recognised WHERE document = ?", (document,)).fetchall())


def unused(connection: sqlite3.Connection) -> set[str]:
    """The documents that have not been read with all that OCR has seen."""
    return {row[0] for row in connection.execute("SELECT DISTINCT document FROM recognised WHERE used = 0")}


def unreadable(connection: sqlite3.Connection) -> dict[str, list[int]]:
    """The numbers of the pages without readable text that OCR has not seen, by document, removed ones left out."""
    found: dict[str, list[int]] = {}
    for document, number in connection.execute(
        "SELECT pages.document, number FROM pages JOIN documents ON documents.id = pages.document "
        "WHERE readable = 0 AND removed = 0 AND NOT EXISTS "
        "(SELECT 1 FROM recognised WHERE recognised.document = pages.document AND page = number) ORDER BY number"
    ):
        found.setdefault(document, []).append(number)
    return found


def mark_used(connection: sqlite3.Connection, document: str, pages: Iterable[RecognisedPage]) -> None:
    """The document has been read with these pages, or cannot be."""
    connection.executemany(
        "UPDATE recognised SET used = 1 WHERE document = ? AND page = ? AND data = ?",
        ((document, page.number, page.data) for page in pages),
    )


def seen(connection: sqlite3.Connection) -> set[str]:
    """The documents with pages that OCR has seen, removed ones left out."""
    query = "SELECT DISTINCT document FROM recognised JOIN documents ON id = document WHERE removed = 0"
    return {row[0] for row in connection.execute(query)}
