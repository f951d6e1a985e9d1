"""Parts of the shown text on the original pages: under which pages they are printed, and where on one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.model import Block, Rect
from reader.page_drawing import Word
from reader.printed import rects_of
from ui.manifesto.finding import Found


def by_page(shown: Sequence[Block], parts: Iterable[Found]) -> dict[int, list[Found]]:
    """These parts of the text under the 1-based pages on which some of them is printed."""
    pages: dict[int, list[Found]] = {}
    for part in parts:
        pieces = shown[part.block].pieces
        printed = (piece.page for piece in pieces if piece.start < part.end and piece.end > part.start)
        for page in dict.fromkeys(printed):
            if page is not None:
                pages.setdefault(page, []).append(part)
    return pages


def rects_on(shown: Sequence[Block], parts: Iterable[Found], page: int, words: Sequence[Word]) -> Iterator[Rect]:
    """The rectangles of all these parts on this page."""
    for part in parts:
        yield from rects_of(shown[part.block], part.start, part.end, page, words)
