"""All codes and notes as rows of a table: the words as they stand now, their place, the code's path, who and when."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from index.annotations.running_text import RunningText
from index.citations.places import Place, labels_of, pages_of, section_of
from reader.database import at_one_moment
from reader.lead_ins import lead_in_of
from reader.library import annotation_rows, codes, documents, noted
from reader.library.codes import Code, Codebook
from reader.library.noted import Noted
from reader.library.records import Document
from reader.library.verdicts import Coder, Span
from reader.model import Block
from reader.sections import paragraph_number


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand in a document as read now, and what they are.

    `start` and `end` are code points in the document's running text, None where the words are not in it. `pages` are
    printed labels ("47", "47–48"), `section` the headings above, `paragraph` the number under the last of them, 0 for
    unknown. `lead_in` introduces the list in which the words stand, "" for none.
    """

    words: str = ""
    start: int | None = None
    end: int | None = None
    pages: str = ""
    section: tuple[str, ...] = ()
    paragraph: int = 0
    lead_in: str = ""

    @property
    def cited(self) -> Place:
        """The place as citations name it."""
        return Place(self.pages, "" if self.pages else section_of(self.section, self.paragraph))


@dataclass(frozen=True, slots=True)
class Row:
    """One code or note. `code` is None for a note; `path` is the code's, as one text: "Crime > Police".

    The passage of one whose words were not found again has them as they were marked; that of a code of a whole
    manifesto has none. `made` is UTC, ISO 8601.
    """

    id: str
    document: Document
    passage: Passage
    code: Code | None
    path: str
    memo: str
    coder: Coder
    made: str
    found: bool
    of_document: bool


class Passages:
    """Finds the passages of spans in one document."""

    def __init__(self, blocks: Sequence[Block], language: str) -> None:
        self._blocks = blocks
        self._language = language[:2]
        self._places = {block.id: at for at, block in enumerate(blocks)}
        self.text = RunningText(blocks)

    def of(self, spans: Sequence[Span], quote: str) -> Passage:
        """The passage of these spans; the quote alone where there are none, or its document was just read anew."""
        if not spans or any(span.block not in self._places for span in spans):
            return Passage(quote)
        at = self._places[spans[0].block]
        begun = self._blocks[at]
        found = self.text.range_of(spans)
        labels = [label for span in spans for label in self._labels(span)]
        passage = Passage(
            words="\n".join(self._blocks[self._places[span.block]].text[span.start : span.end] for span in spans),
            pages=pages_of(labels),
            section=begun.section,
            paragraph=paragraph_number(self._blocks, at),
            lead_in=lead_in_of(self._blocks, at, self._language),
        )
        if found is None:
            return passage
        return replace(passage, words=self.text.text[slice(*found)], start=found[0], end=found[1])

    def _labels(self, span: Span) -> list[str]:
        return labels_of(self._blocks[self._places[span.block]].pieces, [(span.start, span.end)])


def rows(connection: sqlite3.Connection, wanted: Sequence[Noted] | None = None) -> list[Row]:
    """All codes and notes of documents that have not been removed, or these, by document and place."""
    with at_one_moment(connection):
        return list(_rows(connection, noted.every(connection) if wanted is None else wanted))


def _rows(connection: sqlite3.Connection, wanted: Sequence[Noted]) -> Iterator[Row]:
    book = codes.codebook(connection)
    coders = {coder.id: coder for coder in annotation_rows.coders(connection)}
    for name, said in groupby(wanted, key=lambda one: one.document):
        document = documents.one(connection, name)
        if document is not None:
            passages = Passages(documents.blocks(connection, name), document.language)
            yield from (_row(one, document, passages, book, coders[one.coder]) for one in said)


def _row(said: Noted, document: Document, passages: Passages, book: Codebook, coder: Coder) -> Row:
    return Row(
        said.id,
        document,
        passages.of(said.spans, said.quote),
        book.get(said.target) if said.target else None,
        book.written_path(said.target),
        said.memo,
        coder,
        said.made,
        said.found,
        not said.has_words,
    )
