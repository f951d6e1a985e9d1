"""Copies of original PDFs in which what coders said of words stands as highlights, for other programs to show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from reader.errors import NotSupported, UserError
from reader.highlights.values import HighlightsWritten, Passage, WriteHighlights
from reader.library.codes import Codebook
from reader.library.library import Library
from reader.library.memos import MemoOf
from reader.library.records import Document
from reader.library.verdicts import About, Placed
from reader.model import Block
from reader.passwords import Passwords
from reader.pool import Pool
from reader.wording import tr

# What has no colour of its own looks as highlights do everywhere.
_COLOUR = "#ffd400"


@dataclass(frozen=True, slots=True)
class AnnotatedPdf:
    """A copy of the original with `highlights` annotations, which were read back from it.

    `left_out` codes and notes are on words that are not printed on any page, or were not found on it again.
    """

    document: Document
    content: bytes
    highlights: int
    left_out: int


def copy_name(document: Document) -> str:
    """What a copy is called at first: "plan, annotated.pdf"."""
    return tr("{name}, annotated.pdf", name=document.file_name.removesuffix(".pdf"))


def annotated_pdfs(
    library: Library,
    documents: Iterable[str],
    *,
    coders: Collection[str] | None = None,
    only: Collection[str] | None = None,
    passwords: Passwords = Passwords(),  # noqa: B008  # a frozen value
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[Document, AnnotatedPdf | UserError]]:
    """Each of these documents (ids) that has codes or notes, as a PDF with these, or why there is none.

    `coders` and `only` are the ids of those whose codes and notes are meant, and of these; None for all. A worker
    process does it. An error is NotSupported for what is no PDF, Encrypted, NotFound or Damaged. Once `cancelled` says
    so, there are no more.
    """
    codebook = library.codebook()
    memos: dict[str, list[str]] = {}
    for memo in library.memos(MemoOf.ANNOTATION):
        memos.setdefault(memo.subject, []).append(memo.text)
    with Pool(1) as pool:
        for name in documents:
            document = library.document(name)
            wanted = [one for one in library.coded(name) if _is_wanted(one, coders, only)]
            if document is None or not wanted:
                continue
            blocks = {block.id: block for block in library.blocks(name)}
            passages = [_passage(one, blocks, codebook, memos.get(one.annotation.id, [])) for one in wanted]
            try:
                given = [one for one in passages if one is not None]
                copy = _written(library, document, given, pool, passwords, cancelled)
                if copy is None:
                    return
                left_out = len(passages) - sum(map(bool, copy.counts))
                yield document, AnnotatedPdf(document, copy.content, sum(copy.counts), left_out)
            except UserError as error:
                yield document, error


def _is_wanted(one: Placed, coders: Collection[str] | None, only: Collection[str] | None) -> bool:
    said = one.annotation
    return (coders is None or said.coder.id in coders) and (only is None or said.id in only)


def _passage(one: Placed, blocks: dict[str, Block], codebook: Codebook, memos: Iterable[str]) -> Passage | None:
    """What is to be marked; None where the words are not printed anywhere."""
    said = one.annotation
    code = codebook.get(said.target) if said.about is About.CODE else None
    parts = tuple((blocks[span.block], span.start, span.end) for span in one.spans)
    printed = any(
        piece.rect is not None and piece.start < end and piece.end > start
        for block, start, end in parts
        for piece in block.pieces
    )
    if said.anchor.block and not printed:
        return None
    comment = "\n".join(filter(None, [codebook.written_path(code.id) if code else "", *memos]))
    return Passage(parts, said.coder.name, comment, (code.colour if code else "") or _COLOUR, said.made)


def _written(
    library: Library,
    document: Document,
    passages: list[Passage],
    pool: Pool,
    passwords: Passwords,
    cancelled: Callable[[], bool],
) -> HighlightsWritten | None:
    """The copy; None where it was cancelled before there was one."""
    if document.format != "PDF":
        raise NotSupported(
            tr("“{title}” is no PDF, so there are no pages to mark.", title=document.called),
            tr("Export its codes and notes as a spreadsheet or a document."),
        )
    task = WriteHighlights(library.original(document.id), tuple(passages))
    for _, outcome in pool.write_highlights([task], passwords=lambda: passwords, cancelled=cancelled):
        if isinstance(outcome, HighlightsWritten):
            return outcome
        raise outcome
    if cancelled():
        return None
    raise RuntimeError("the pool ended without an outcome")
