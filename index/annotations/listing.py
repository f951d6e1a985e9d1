"""All codes and notes as rows of one table: words, path of the code, memo, manifesto, page, section, coder, date."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from index.citations.places import pages_of
from index.naming import told_apart
from reader.library.codes import Codebook
from reader.library.library import Library
from reader.library.noted import Noted
from reader.library.packing import compact
from reader.library.records import Document
from reader.library.verdicts import Coder, Span

# So many packed lists are parsed at a time: parsing lets no other thread go on, and the window would stand still.
_AT_ONCE = 500
_BLOCKS = "SELECT id, section, pieces FROM blocks WHERE id IN (SELECT value FROM json_each(?))"


class Listed(NamedTuple):
    """One code or note. `code` is the id of its code and `path` the names down to it, both "" for a note.

    `words` are those that were marked, "" where it speaks of the whole manifesto; `spans` is where they stand now, ()
    there and where they were not found again. `pages` is "47" or "47–48" as printed, "" for none; `section` are the
    headings above, outermost first. `document` and `coder` are ids. `made` is UTC, ISO 8601.
    """

    id: str
    document: str
    code: str
    path: str
    words: str
    memo: str
    manifesto: str
    party: str
    pages: str
    section: tuple[str, ...]
    coder: str
    coder_name: str
    made: str
    spans: tuple[Span, ...]
    has_words: bool

    @property
    def found(self) -> bool:
        """Whether its words were found in the text of now; what speaks of a whole manifesto needs none."""
        return bool(self.spans) or not self.has_words


@dataclass(frozen=True, slots=True)
class Annotations:
    """The rows by manifesto and place, with what they name. `documents` are those of the library, in its order,
    `names` by id what each is called among them."""

    rows: tuple[Listed, ...] = ()
    codebook: Codebook = field(default_factory=Codebook)
    documents: tuple[Document, ...] = ()
    coders: tuple[Coder, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


class _Block(NamedTuple):
    section: tuple[str, ...]
    pieces: Sequence[Sequence[Any]]  # as packed: start, end, page, label


def read_annotations(library: Library, only: str = "") -> Annotations:
    """All codes and notes on manifestos that have not been removed, of `only` one coder (an id) where one is named.

    Raises what `Library` raises.
    """
    noted = [one for one in library.noted() if only in ("", one.coder)]
    codebook, documents = library.codebook(), library.documents()
    coders = {coder.id: coder for coder in library.coders()}
    known, names = {one.id: one for one in documents}, told_apart(documents)
    paths = {code.id: codebook.written_path(code.id) for code in codebook.codes}
    spans = _unpacked(noted)
    ends = {span.block for each in spans for span in (*each[:1], *each[-1:])}
    blocks = library.read(lambda connection: _blocks(connection, ends))
    rows = []
    for one, where in zip(noted, spans, strict=True):
        document, coder = known.get(one.document), coders.get(one.coder)
        if document is None or coder is None:
            continue  # removed, or taken back by another process, between two of the readings above
        pages, section = _place(where, blocks)
        rows.append(
            Listed(
                one.id,
                one.document,
                code=one.target,
                path=paths.get(one.target, ""),
                words=one.quote,
                memo=one.memo,
                manifesto=names[document.id],
                party=document.party,
                pages=pages,
                section=section,
                coder=coder.id,
                coder_name=coder.name,
                made=one.made,
                spans=where,
                has_words=bool(one.has_words),
            )
        )
    return Annotations(tuple(rows), codebook, tuple(documents), tuple(coders.values()), names)


def _unpacked(noted: Sequence[Noted]) -> list[tuple[Span, ...]]:
    """Where each stands."""
    return [tuple(Span(*span) for span in spans) for spans in _parsed([one.packed for one in noted])]


def _parsed(packed: Sequence[str]) -> Iterator[Any]:
    """What these JSON texts say, many of them parsed in one go."""
    for at in range(0, len(packed), _AT_ONCE):
        yield from json.loads(f"[{','.join(packed[at : at + _AT_ONCE])}]")


def _blocks(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, _Block]:
    rows = connection.execute(_BLOCKS, (compact(list(names)),)).fetchall()
    pieces = _parsed([row[2] for row in rows])
    sections = {packed: tuple(json.loads(packed)) for packed in {row[1] for row in rows}}
    return {row[0]: _Block(sections[row[1]], lines) for row, lines in zip(rows, pieces, strict=True)}


def _place(spans: Sequence[Span], blocks: Mapping[str, _Block]) -> tuple[str, tuple[str, ...]]:
    """The pages from the first to the last of these words, and the headings above the first."""
    if not spans or spans[0].block not in blocks:
        return "", ()
    first, last = blocks[spans[0].block], blocks.get(spans[-1].block)
    labels = _labels(first, spans[0])
    if last is not None:
        labels += _labels(last, spans[-1])
    return pages_of(labels), first.section


def _labels(block: _Block, span: Span) -> list[str]:
    """The pages on which these words of a block are printed, by printed label where there is one."""
    return [
        str(piece[3] or piece[2])
        for piece in block.pieces
        if len(piece) > 2 and piece[2] is not None and piece[0] < span.end and span.start < piece[1]
    ]
