"""Where the words of a text are printed: the words of a line of it are matched with those that the page has there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Block, Piece, Rect
from reader.page_drawing import Word

_WORD = re.compile(r"\S+")
_RIGHT_TO_LEFT = ("R", "AL")


class Printed(NamedTuple):
    """A word of a block: its code points in the block's text (end exclusive) and its rectangle in points."""

    start: int
    end: int
    rect: Rect


def printed_words(block: Block, piece: Piece, words: Sequence[Word]) -> list[Printed]:
    """The words of one line of print in the order of the text; `words` are those of its page.

    Each is as high as the line, which keeps clear of its neighbours. Where the page does not have as many words there
    as the text, the line's width is shared out by characters.
    """
    line = piece.rect
    if line is None:
        return []
    tokens = [match.span() for match in _WORD.finditer(block.text, piece.start, piece.end)]
    backwards = _runs_right_to_left(block.text[piece.start : piece.end])
    on_page = sorted((word.rect for word in words if _stands_in(word.rect, line)), reverse=backwards)
    if len(on_page) != len(tokens):
        return [Printed(*token, _share(line, (piece.start, piece.end), token, backwards)) for token in tokens]
    return [
        Printed(*token, Rect(rect.x0, line.y0, rect.x1, line.y1)) for token, rect in zip(tokens, on_page, strict=True)
    ]


def rects_of(block: Block, start: int, end: int, page: int, words: Sequence[Word]) -> list[Rect]:
    """What code points `start` to `end` of a block cover on this page: a rectangle for each line of print."""
    found = []
    for piece in block.pieces:
        if piece.page != page or piece.rect is None or piece.start >= end or piece.end <= start:
            continue
        touched = [
            _share(word.rect, (word.start, word.end), (max(start, word.start), min(end, word.end)), backwards)
            for backwards in (_runs_right_to_left(block.text[piece.start : piece.end]),)
            for word in printed_words(block, piece, words)
            if word.start < end and word.end > start
        ]
        if touched:
            left, right = min(rect.x0 for rect in touched), max(rect.x1 for rect in touched)
            found.append(Rect(left, piece.rect.y0, right, piece.rect.y1))
    return found


def _stands_in(word: Rect, line: Rect) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return line.y0 <= y <= line.y1 and line.x0 <= x <= line.x1


def _share(rect: Rect, whole: tuple[int, int], part: tuple[int, int], backwards: bool) -> Rect:
    """What `part` of the characters of `whole` take of its rectangle, all being of one width."""
    width = (rect.x1 - rect.x0) / max(1, whole[1] - whole[0])
    before, after = width * (part[0] - whole[0]), width * (whole[1] - part[1])
    if backwards:
        before, after = after, before
    return Rect(rect.x0 + before, rect.y0, rect.x1 - after, rect.y1)


def _runs_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    first = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", *_RIGHT_TO_LEFT))
    return next(first, "L") in _RIGHT_TO_LEFT
