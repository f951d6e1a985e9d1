"""All codes and notes of a library as one table, read at once: what Notes shows, counts and exports."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from reader.library.annotation_rows import unpacked_spans
from reader.library.verdicts import About, Span

_NOTED = """
SELECT annotations.id, annotations.document, kind, target, quote, coder, made, block != '',
    coalesce((SELECT group_concat(text, char(10, 10)) FROM memos
        WHERE subject_kind = 'annotation' AND subject = annotations.id), ''),
    coalesce(spans, '[]')
FROM annotations JOIN documents ON documents.id = annotations.document
LEFT JOIN places ON annotation = annotations.id
WHERE kind IN ('code', 'note') AND removed = 0 ORDER BY documents.position, "offset", made, annotations.id
"""


@dataclass(frozen=True, slots=True)
class Noted:
    """One code or note in the table. `target` is the id of the code, "" for a note; `coder` and `document` are ids.

    `quote` are the words as they stood when they were marked, "" where it speaks of the whole document. `memo` has the
    memos on it, with a blank line between those of several coders. `made` is UTC, ISO 8601.
    """

    id: str
    document: str
    about: About
    target: str
    quote: str
    coder: str
    made: str
    has_words: bool
    memo: str
    packed: str

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its words stand in the document as read now."""
        return unpacked_spans(self.packed)

    @property
    def found(self) -> bool:
        """Whether its words were found; what speaks of a whole document needs none."""
        return not self.has_words or self.packed != "[]"


def every(connection: sqlite3.Connection) -> list[Noted]:
    """Those of all documents that have not been removed, by document and place."""
    kinds = {about.value: about for about in About}
    return [
        Noted(name, document, kinds[kind], target, quote, coder, made, bool(has_words), memo, packed)
        for name, document, kind, target, quote, coder, made, has_words, memo, packed in connection.execute(_NOTED)
    ]
