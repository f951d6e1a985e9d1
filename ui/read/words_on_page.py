"""Where on the original pages words of the text are printed, and which word stands at a point of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.model import Block, Piece, Rect
from reader.page_drawing import Word
from ui.manifesto.finding import Found

_WORD = re.compile(r"\S+")


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


def rects_of(block: Block, start: int, end: int, page: int, words: Sequence[Word]) -> list[Rect]:
    """The rectangles (points) on this page of code points `start` to `end` of a block, one per line of print.

    `words` are the page's own words. Where they do not tell a line's words apart, its width is shared out by
    characters.
    """
    return [
        _part_of_line(block.text, piece, piece.rect, (max(start, piece.start), min(end, piece.end)), words)
        for piece in block.pieces
        if piece.page == page and piece.rect is not None and piece.start < end and piece.end > start
    ]


def _part_of_line(text: str, piece: Piece, line: Rect, span: tuple[int, int], words: Sequence[Word]) -> Rect:
    touched = [
        _share(rect, token, span)
        for token, rect in _printed(text, piece, line, words)
        if token[0] < span[1] and token[1] > span[0]
    ]
    if not touched:
        return line
    return Rect(touched[0].x0, line.y0, touched[-1].x1, line.y1)


def word_near(block: Block, piece: Piece, x: float, words: Sequence[Word]) -> int:
    """Where in the block's text (code points) the word begins that is nearest to `x` points on this line of print."""
    line = piece.rect
    if line is None:
        return piece.start
    printed = _printed(block.text, piece, line, words)
    if len(printed) == 1:  # one word, or words of which only the line's width is known
        share = min(1.0, max(0.0, (x - line.x0) / max(1.0, line.x1 - line.x0)))
        at = min(piece.end - 1, piece.start + int(share * (piece.end - piece.start)))
        printed = [(match.span(), line) for match in _WORD.finditer(block.text, piece.start, piece.end)]
        return next((token[0] for token, _ in printed if at < token[1]), piece.start)
    return min(printed, key=lambda each: max(each[1].x0 - x, x - each[1].x1))[0][0]


def _printed(text: str, piece: Piece, line: Rect, words: Sequence[Word]) -> list[tuple[tuple[int, int], Rect]]:
    """The words of a line with their rectangles; the whole line as one where print and text do not tell the same."""
    tokens = [match.span() for match in _WORD.finditer(text, piece.start, piece.end)]
    printed = sorted(word.rect for word in words if _stands_in(word.rect, line))
    if len(tokens) != len(printed):
        return [((piece.start, piece.end), line)]
    return list(zip(tokens, printed, strict=True))


def _stands_in(word: Rect, line: Rect) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return line.y0 <= y <= line.y1 and line.x0 <= x <= line.x1


def _share(rect: Rect, token: tuple[int, int], span: tuple[int, int]) -> Rect:
    """The part of a word's rectangle that these of its characters take, all being of one width."""
    width = (rect.x1 - rect.x0) / max(1, token[1] - token[0])
    left = rect.x0 + width * max(0, span[0] - token[0])
    right = rect.x1 - width * max(0, token[1] - span[1])
    return Rect(left, rect.y0, right, rect.y1)
