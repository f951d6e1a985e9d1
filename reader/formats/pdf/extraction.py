"""Takes the lines of print out of every page of an open PDF, whatever single pages do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pymupdf

from reader.formats.pdf.comments import take_comments_off
from reader.formats.pdf.drawn_marks import give_drawn_marks
from reader.formats.pdf.hidden import seen_on
from reader.formats.pdf.letter_spacing import has_letters_apart, part_words
from reader.formats.pdf.line_numbers import take_line_numbers
from reader.formats.pdf.lines import Line, find_marker, lines_of
from reader.formats.pdf.mending import Glyphs, has_unknown
from reader.formats.pdf.opening import BROKEN
from reader.formats.pdf.page_numbers import with_page_numbers
from reader.formats.pdf.pictured_text import may_hold_words
from reader.formats.pdf.recognised import blocks_by_page, is_lost
from reader.formats.pdf.rows import mark_numbers, once, tidied
from reader.formats.pdf.style import Styles
from reader.formats.pdf.tables import with_whole_rows
from reader.formats.pdf.turning import Box, own_direction, turn_text, turned
from reader.formats.pdf.typography import symbol_fonts
from reader.formats.registry import OnPage
from reader.recognition.pages import RecognisedPage

# No ligatures (PyMuPDF spells them out), no pictures; white space as it is, tabs are evidence.
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_GLYPH_NUMBERS = pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
# A page without text but with so many drawn paths may show letters as outlines.
_MANY_PATHS = 40


@dataclass(slots=True)
class RawPage:
    """A PDF page (1-based) as read: its size in points, what it shows and hides.

    `numbers` count the lines in the margin.
    `pictures`, `marks` (small ones) and `rules` are the rectangles of those beside text; `has_ink` says of a page
    without text that it shows something.
    All is turned where most of the page's text is set sideways or upside down; `back` leads to the page as shown.
    `recognised` says that its lines were seen by OCR; then `has_ink` says that there is more that it could not read.
    """

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    numbers: list[Line] = field(default_factory=list)
    hidden: list[Line] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    marks: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    has_ink: bool = False
    failed: bool = False
    recognised: bool = False
    back: Any = pymupdf.Identity


@dataclass(slots=True)
class Extracted:
    """The pages of a document, and how many letters had to be restored in them."""

    pages: list[RawPage]
    mended: int


def extract(document: Any, on_page: OnPage, recognised: Mapping[int, RecognisedPage]) -> Extracted:
    """Every page of the document; one that cannot be read has `failed` set. `document` is PyMuPDF's.

    The pages that OCR has `recognised`, by number, have its words instead of their own.
    """
    styles, glyphs = Styles(), Glyphs()
    seen = blocks_by_page(recognised)
    count = document.page_count
    pages = []
    for number in range(1, count + 1):
        blocks = seen.get(number)
        pages.append(
            _page(document, number, styles, glyphs)
            if blocks is None
            else _recognised_page(document, recognised[number], lines_of(blocks, number, styles))
        )
        on_page(number, count)
    # A damaged file that is repaired while it is read may turn out to have fewer pages: nobody can look at these again.
    for page in pages[document.page_count :]:
        page.failed, page.has_ink, page.pictures = True, False, []
    mended = glyphs.mend([line for page in pages for line in page.lines])
    for page, numbers in zip(pages, take_line_numbers([page.lines for page in pages]), strict=True):
        page.numbers = numbers
    lines = [line for page in pages for line in page.lines]
    symbols = symbol_fonts(lines)
    for line in lines:
        find_marker(line, symbols)
    give_drawn_marks([(page.lines, page.marks) for page in pages])
    for page in pages:
        page.lines = once(page.lines)
        mark_numbers(page.lines)
        page.lines = tidied(with_page_numbers(with_whole_rows(page.lines, page.rules)), lines)
    return Extracted(pages, mended)


def _page(document: Any, number: int, styles: Styles, glyphs: Glyphs) -> RawPage:
    made = RawPage(number, 0.0, 0.0)
    try:
        page = document[number - 1]
        made.width, made.height = page.rect.width, page.rect.height
        take_comments_off(page)
        blocks = page.get_text("dict", flags=_FLAGS)["blocks"]
        if has_unknown(blocks):
            glyphs.put_into(blocks, page.get_text("dict", flags=_FLAGS | _GLYPH_NUMBERS)["blocks"])
        if has_letters_apart(blocks):
            part_words(blocks, page.get_text("rawdict", flags=_FLAGS)["blocks"])
        if page.rotation:
            turn_text(blocks, page.rotation_matrix)
        lines = lines_of(blocks, number, styles)
        seen, made.pictures, made.marks, made.rules = seen_on(page, lines)
        hidden = {line.place for line in lines if id(line) in seen}
        matrix = own_direction(blocks, made.width, made.height)
        if matrix is not None:
            turn_text(blocks, matrix)
            lines = lines_of(blocks, number, styles)
            _turn(made, matrix)
        made.lines = [line for line in lines if line.place not in hidden]
        made.hidden = [line for line in lines if line.place in hidden]
        made.has_ink = not made.lines and has_ink(page)
    except BROKEN:
        made.failed = True
    return made


def _turn(page: RawPage, matrix: Any) -> None:
    _, _, page.width, page.height = turned((0.0, 0.0, page.width, page.height), matrix)
    page.pictures, page.marks, page.rules = (
        [turned(box, matrix) for box in boxes] for boxes in (page.pictures, page.marks, page.rules)
    )
    page.back = ~matrix


def _recognised_page(document: Any, seen: RecognisedPage, lines: list[Line]) -> RawPage:
    made = RawPage(seen.number, 0.0, 0.0, lines, has_ink=is_lost(seen), recognised=True)
    try:
        page = document[seen.number - 1]
        made.width, made.height = page.rect.width, page.rect.height
        made.has_ink = made.has_ink or (not lines and may_hold_words(page))
    except BROKEN:
        made.failed = True
    return made


def has_ink(page: Any) -> bool:
    """Whether a page of PyMuPDF's shows pictures, or so many paths that they may be letters. Raises as PyMuPDF does."""
    kinds = [kind for kind, _ in page.get_bboxlog()]
    return "fill-image" in kinds or "fill-imgmask" in kinds or len(kinds) >= _MANY_PATHS
