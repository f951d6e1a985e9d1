"""What people marked in PDF files, as rows: found by the import, offered to be taken as annotations."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from reader.highlights.values import Mark, PdfHighlight
from reader.library import documents
from reader.library.anchoring import Anchors
from reader.library.folding import folded
from reader.library.packing import compact
from reader.library.verdicts import Anchor, Selection

# Formats whose files can have highlights.
_FORMATS = ("PDF",)


@dataclass(frozen=True, slots=True)
class FoundHighlight:
    """What somebody marked in a file, without its place on the page.

    `anchors` are its words in the text: several where other words stand between, none where it is on no words of it.
    """

    page: int
    mark: Mark
    author: str
    comment: str
    colour: str
    made: str
    anchors: tuple[Anchor, ...]

    @property
    def says_something(self) -> bool:
        """Whether there is anything to be taken: words, or a comment."""
        return bool(self.anchors or self.comment)


@dataclass(frozen=True, slots=True)
class HighlightedFile:
    """The highlights of one file: the document's own, or another copy (`source` is its SHA-256)."""

    source: str
    document: str
    answered: bool
    highlights: tuple[FoundHighlight, ...]


def keep(
    connection: sqlite3.Connection,
    source: str,
    document: str,
    placed: Iterable[tuple[PdfHighlight, Sequence[Selection]]],
) -> list[FoundHighlight]:
    """Keep what was found in a file, inside a transaction; a person's answer stays when the file is looked at again."""
    anchors = Anchors(documents.bare_blocks(connection, document))
    found = [_found(one, tuple(anchors.of(selection) for selection in selections)) for one, selections in placed]
    found = [one for one in found if one.says_something]
    connection.execute(
        "INSERT INTO highlighted_files (source, document) VALUES (?, ?) "
        "ON CONFLICT (source) DO UPDATE SET document = excluded.document",
        (source, document),
    )
    connection.execute("DELETE FROM found_highlights WHERE source = ?", (source,))
    connection.executemany(
        "INSERT INTO found_highlights (source, position, page, mark, author, comment, colour, made, anchors) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (source, at, one.page, one.mark.value, one.author, one.comment, one.colour, one.made, _packed(one.anchors))
            for at, one in enumerate(found)
        ),
    )
    return found


def files(connection: sqlite3.Connection, document: str) -> list[HighlightedFile]:
    """The files with highlights that belong to a document, its own first."""
    rows = connection.execute(
        "SELECT source, answered, page, mark, author, comment, colour, made, anchors FROM highlighted_files "
        "JOIN found_highlights USING (source) WHERE document = ? ORDER BY source <> document, source, position",
        (document,),
    ).fetchall()
    return [
        HighlightedFile(
            source,
            document,
            answered,
            tuple(
                FoundHighlight(row[2], Mark(row[3]), row[4], row[5], row[6], row[7], unpacked_anchors(row[8]))
                for row in rows
                if row[0] == source
            ),
        )
        for source, answered in dict.fromkeys((row[0], bool(row[1])) for row in rows)
    ]


def answer(connection: sqlite3.Connection, document: str) -> None:
    """A person has said what is to become of the highlights of a document."""
    connection.execute("UPDATE highlighted_files SET answered = 1 WHERE document = ?", (document,))


def unread(connection: sqlite3.Connection) -> list[str]:
    """The documents that may have highlights and were not looked through, in the order in which they were added."""
    query = (
        "SELECT id FROM documents WHERE removed = 0 AND format IN (SELECT value FROM json_each(?))"
        " AND id NOT IN (SELECT source FROM highlighted_files) ORDER BY position"
    )
    return [name for (name,) in connection.execute(query, (compact(_FORMATS),))]


def same_text(connection: sqlite3.Connection, texts: Sequence[str], words: int) -> str:
    """The id of the document that is there with these very texts of blocks, and so many words; "" for none."""
    for (name,) in connection.execute("SELECT id FROM documents WHERE removed = 0 AND words = ?", (words,)).fetchall():
        if [block.text for block in documents.bare_blocks(connection, name)] == list(texts):
            return str(name)
    return ""


def _found(one: PdfHighlight, anchors: tuple[Anchor, ...]) -> FoundHighlight:
    """Some programs copy the words that are marked into the comment: then there is none."""
    copied = folded(one.comment) == folded(" ".join(anchor.quote for anchor in anchors))
    comment = "" if copied else one.comment
    return FoundHighlight(one.page, one.mark, one.author, comment, one.colour, one.made, anchors)


def _packed(anchors: Iterable[Anchor]) -> str:
    return compact([astuple(anchor) for anchor in anchors])


def unpacked_anchors(packed: str) -> tuple[Anchor, ...]:
    return tuple(Anchor(*values) for values in json.loads(packed))
