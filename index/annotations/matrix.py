"""Codes by manifestos: how many passages, how many words, and how many of every 1,000 words of the manifesto."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.annotations.listing import Annotations, Listed
from reader.library.codes import Code
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import Span
from reader.words import number_of_words


@dataclass(frozen=True, slots=True)
class Cell:
    """One code in one manifesto, with the codes under it. `words` that several of them share are counted once.

    `per_thousand` is None where the manifesto has no words to compare with.
    """

    passages: int = 0
    words: int = 0
    per_thousand: float | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells` has a row for each of `codes`, in it a cell for each of `documents`; `paths` name the codes."""

    codes: tuple[Code, ...]
    paths: tuple[str, ...]
    documents: tuple[Document, ...]
    cells: tuple[tuple[Cell, ...], ...]


def matrix(library: Library, annotations: Annotations, rows: Iterable[Listed] | None = None) -> Matrix:
    """All codes of the codebook by the manifestos in which any of these rows is; without `rows`, of all.

    For a background thread: it reads the words of the passages.
    """
    coded = [row for row in (annotations.rows if rows is None else rows) if row.code]
    codebook = annotations.codebook
    within = {code.id: (code.id, *codebook.above(code.id)) for code in codebook.codes}
    by_cell: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for row in coded:
        for code in within.get(row.code, ()):
            by_cell[code, row.document].append(row)
    there = {row.document for row in coded}
    documents = tuple(document for document in annotations.documents if document.id in there)
    texts = library.texts({span.block for row in coded for span in row.spans})
    cells = tuple(
        tuple(_cell(by_cell.get((code.id, document.id), ()), document, texts) for document in documents)
        for code in codebook.codes
    )
    paths = tuple(codebook.written_path(code.id) for code in codebook.codes)
    return Matrix(codebook.codes, paths, documents, cells)


def _cell(rows: Sequence[Listed], document: Document, texts: Mapping[str, str]) -> Cell:
    if not rows:
        return Cell(per_thousand=0.0 if document.words else None)
    words = sum(
        number_of_words(texts.get(span.block, "")[span.start : span.end])
        for span in united(span for row in rows for span in row.spans)
    )
    return Cell(len(rows), words, 1000 * words / document.words if document.words else None)


def united(spans: Iterable[Span]) -> list[Span]:
    """The spans with those joined that share words or touch, so that no word is counted twice."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.block, one.start, one.end)):
        if found and found[-1].block == span.block and span.start <= found[-1].end:
            found[-1] = Span(span.block, found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
