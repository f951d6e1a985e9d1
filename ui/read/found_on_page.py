"""Where on the original pages the words that were found are printed, from the lines of a passage and a page's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Block, Piece, Rect
from reader.page_drawing import Word

_WORD = re.compile(r"\S+")
_LEEWAY = 1.5  # points by which a word may stand out of the rectangle of its line


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
    tokens = [match.span() for match in _WORD.finditer(text, piece.start, piece.end)]
    printed = sorted(word.rect for word in words if _stands_in(word.rect, line))
    if len(tokens) != len(printed):
        tokens, printed = [(piece.start, piece.end)], [line]
    touched = [
        _share(rect, token, span)
        for token, rect in zip(tokens, printed, strict=True)
        if token[0] < span[1] and token[1] > span[0]
    ]
    if not touched:
        return line
    return Rect(touched[0].x0, line.y0, touched[-1].x1, line.y1)


def _stands_in(word: Rect, line: Rect) -> bool:
    middle = (word.y0 + word.y1) / 2
    return line.y0 <= middle <= line.y1 and word.x0 >= line.x0 - _LEEWAY and word.x1 <= line.x1 + _LEEWAY


def _share(rect: Rect, token: tuple[int, int], span: tuple[int, int]) -> Rect:
    """The part of a word's rectangle that these of its characters take, all being of one width."""
    width = (rect.x1 - rect.x0) / max(1, token[1] - token[0])
    left = rect.x0 + width * max(0, span[0] - token[0])
    right = rect.x1 - width * max(0, token[1] - span[1])
    return Rect(left, rect.y0, right, rect.y1)
