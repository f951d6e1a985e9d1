"""Writes a copy of a PDF in which passages are marked, as highlights that other programs show with author and note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pymupdf

from reader.errors import Damaged
from reader.formats.pdf.comments import take_comments_off, words_on
from reader.formats.pdf.opening import BROKEN, open_pages
from reader.highlights.values import HighlightsWritten, Passage
from reader.model import Rect
from reader.page_drawing import Word
from reader.printed import rects_of

# Where notes on the whole file stand on its first page, and how far apart, in points.
_MARGIN, _STEP = 12, 22


def write_highlights(path: Path, passages: Sequence[Passage], passwords: Sequence[str]) -> HighlightsWritten:
    """The copy with a highlight for each passage and page; what the file has of its own stays, a protection too.

    Raises Encrypted, Damaged, and Damaged where what was written cannot be read back.
    """
    words = _words(path, {page for one in passages for page in _pages(one)}, passwords)
    document = open_pages(path, passwords)
    try:
        names = list(_written(document, passages, words))
        content: bytes = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_KEEP)
    except BROKEN:
        raise _unwritten(path) from None
    finally:
        document.close()
    there = _names_in(path, content, passwords)
    if any(name not in there for own in names for name in own):
        raise _unwritten(path)
    return HighlightsWritten(content, tuple(map(len, names)))


def _pages(passage: Passage) -> list[int]:
    """The pages on which it is printed, in the order of its words."""
    pages = [
        piece.page
        for block, start, end in passage.parts
        for piece in block.pieces
        if piece.page is not None and piece.start < end and piece.end > start
    ]
    return list(dict.fromkeys(pages))


def _words(path: Path, pages: set[int], passwords: Sequence[str]) -> dict[int, tuple[Word, ...]]:
    """The words of these pages, without what people wrote on them; none of a page that cannot be read."""
    document = open_pages(path, passwords)
    found: dict[int, tuple[Word, ...]] = {}
    try:
        for number in pages:
            try:
                page = document[number - 1]
                take_comments_off(page)
                found[number] = words_on(page)
            except BROKEN:
                found[number] = ()
    finally:
        document.close()
    return found


def _written(
    document: Any, passages: Sequence[Passage], words: Mapping[int, tuple[Word, ...]]
) -> Iterator[tuple[str, ...]]:
    """Mark the passages, in place; the names of the annotations of each."""
    notes = 0
    for passage in passages:
        if not passage.parts:
            page = document[0]
            point = pymupdf.Point(_MARGIN + notes * _STEP, _MARGIN) * page.derotation_matrix
            notes += 1
            yield (_described(page.add_text_annot(point, passage.comment), passage, passage.comment),)
            continue
        names: list[str] = []
        for number in _pages(passage):
            rects = [
                rect
                for block, start, end in passage.parts
                for rect in rects_of(block, start, end, number, words[number])
            ]
            page = document[number - 1]
            made = page.add_highlight_annot([_quad(page, rect) for rect in rects])
            names.append(_described(made, passage, passage.comment if not names else ""))
        yield tuple(names)


def _quad(page: Any, rect: Rect) -> Any:
    """What PyMuPDF wants for a rectangle of the page as shown: the place as if it were not turned."""
    return pymupdf.Rect(*rect).quad * page.derotation_matrix


def _described(made: Any, passage: Passage, comment: str) -> str:
    """Give an annotation what the passage has; its name in the file."""
    made.set_info(content=comment, title=passage.author, subject="Hustings", **_dates(passage.made))
    made.set_colors(stroke=[int(passage.colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    made.update()
    return str(made.info["id"])


def _dates(made: str) -> dict[str, str]:
    try:
        written = datetime.fromisoformat(made).strftime("D:%Y%m%d%H%M%SZ")
    except ValueError:
        return {}
    return {"creationDate": written, "modDate": written}


def _names_in(path: Path, content: bytes, passwords: Sequence[str]) -> set[str]:
    """The names of all annotations of a file that was just written; none where it cannot be read."""
    try:
        with pymupdf.open("pdf", content) as copy:
            if copy.needs_pass and not any(copy.authenticate(password) for password in ("", *passwords)):
                return set()
            return {annotation.info["id"] for page in copy for annotation in page.annots()}
    except BROKEN:
        raise _unwritten(path) from None


def _unwritten(path: Path) -> Damaged:
    return Damaged(
        f"Highlights could not be written into a copy of “{path.name}”.", "Export as a spreadsheet or a document."
    )
