"""Where on the original pages words of the text are printed, and which word stands at a point of a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.model import Block, Piece, Rect
from reader.page_drawing import Word
from ui.manifesto.finding import Found
from ui.manifesto.grains import has_right_to_left, runs_right_to_left

_WORD = re.compile(r"\S+")


class _Printed(NamedTuple):
    """A word of a line: its code points in the block's text, its rectangle, and its letters' left and right edges."""

    span: tuple[int, int]
    rect: Rect
    letters: tuple[tuple[float, float], ...] = ()  # of each code point; none where they are not known


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
    """The rectangles (points) on this page of code points `start` to `end` of a block.

    One for each line of print; several where a line that runs from right to left has words of the other direction.
    `words` are the page's own words. Where they do not tell a line's words apart, its width is shared out by
    characters.
    """
    return [
        rect
        for piece in block.pieces
        if piece.page == page and piece.rect is not None and piece.start < end and piece.end > start
        for rect in _part_of_line(block.text, piece, piece.rect, (max(start, piece.start), min(end, piece.end)), words)
    ]


def _part_of_line(text: str, piece: Piece, line: Rect, span: tuple[int, int], words: Sequence[Word]) -> list[Rect]:
    found: list[Rect] = []
    beside = False  # whether the word before, from left to right, is part of it too
    for word in sorted(_printed(text, piece, line, words), key=lambda each: each.rect):
        touched = word.span[0] < span[1] and word.span[1] > span[0]
        if touched:
            part = _share(word, span)
            if found and beside:
                found[-1] = Rect(found[-1].x0, line.y0, max(found[-1].x1, part.x1), line.y1)
            else:
                found.append(Rect(part.x0, line.y0, part.x1, line.y1))
        beside = touched
    return found or [line]


def word_near(block: Block, piece: Piece, x: float, words: Sequence[Word]) -> int:
    """Where in the block's text (code points) the word begins that is nearest to `x` points on this line of print."""
    line = piece.rect
    if line is None:
        return piece.start
    printed = _printed(block.text, piece, line, words)
    if len(printed) == 1:  # one word, or words of which only the line's width is known
        share = min(1.0, max(0.0, (x - line.x0) / max(1.0, line.x1 - line.x0)))
        at = min(piece.end - 1, piece.start + int(share * (piece.end - piece.start)))
        spans = [match.span() for match in _WORD.finditer(block.text, piece.start, piece.end)]
        return next((span[0] for span in spans if at < span[1]), piece.start)
    return min(printed, key=lambda each: max(each.rect.x0 - x, x - each.rect.x1)).span[0]


def letter_near(block: Block, piece: Piece, x: float, words: Sequence[Word]) -> int:
    """Which code point of the block's text is printed nearest to `x` points on this line of print."""
    line = piece.rect
    if line is None:
        return piece.start
    printed = _printed(block.text, piece, line, words)
    near = min(printed, key=lambda each: max(each.rect.x0 - x, x - each.rect.x1))
    letters = near.letters
    if not letters:
        start, end = near.span
        width = max(1.0, near.rect.x1 - near.rect.x0) / max(1, end - start)
        letters = tuple((near.rect.x0 + at * width, near.rect.x0 + (at + 1) * width) for at in range(end - start))
    away = [max(left - x, x - right) for left, right in letters]
    return near.span[0] + away.index(min(away)) if away else near.span[0]


def edge_of(block: Block, at: int, page: int, words: Sequence[Word]) -> Rect | None:
    """Where a text cursor stands before the code point `at` of a block: a rectangle without width; None elsewhere."""
    ends = at >= len(block.text)
    letter = max(0, min(at, len(block.text) - 1))
    rects = rects_of(block, letter, letter + 1, page, words)
    if not rects:
        return None
    right = ends != runs_right_to_left(block.text)
    x = rects[0].x1 if right else rects[0].x0
    return Rect(x, rects[0].y0, x, rects[0].y1)


def _printed(text: str, piece: Piece, line: Rect, words: Sequence[Word]) -> list[_Printed]:
    """The words of a line in the order of the text; the whole line as one where print and text do not tell the same."""
    tokens = [match.span() for match in _WORD.finditer(text, piece.start, piece.end)]
    printed = sorted((word for word in words if _stands_in(word.rect, line)), key=lambda word: word.rect)
    if len(tokens) != len(printed):
        return [_Printed((piece.start, piece.end), line)]
    order = _from_left_to_right(text, tokens)
    found = {
        token: _Printed(token, word.rect, _letters(text[token[0] : token[1]], word))
        for token, word in zip(order, printed, strict=True)
    }
    return [found[token] for token in tokens]


def _from_left_to_right(text: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words of a line in the order in which they are printed: those of either direction keep together."""
    if not has_right_to_left(text):
        return tokens
    backwards = runs_right_to_left(text)
    stretches: list[tuple[bool, list[tuple[int, int]]]] = []
    for token in tokens:
        letters = text[token[0] : token[1]]
        turned = runs_right_to_left(letters)
        if not any(unicodedata.bidirectional(letter) in ("L", "R", "AL") for letter in letters):
            turned = stretches[-1][0] if stretches else backwards  # numbers and signs go with what is before them
        if not stretches or stretches[-1][0] != turned:
            stretches.append((turned, []))
        stretches[-1][1].append(token)
    ordered = reversed(stretches) if backwards else stretches
    return [token for turned, group in ordered for token in (reversed(group) if turned else group)]


def _letters(token: str, word: Word) -> tuple[tuple[float, float], ...]:
    """The left and right edge of each code point of a word of the text; none where the print does not tell.

    A ligature's width is shared out by its letters. A hyphen at the end of a line is printed and no part of the text.
    """
    spelled: list[tuple[str, float, float]] = []
    for number, sign in enumerate(word.text) if word.edges else ():
        left, right = word.edges[2 * number : 2 * number + 2]
        parts = unicodedata.normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else sign
        width = (right - left) / len(parts)
        spelled += [(part, left + at * width, left + (at + 1) * width) for at, part in enumerate(parts)]
    printed = "".join(letter for letter, _, _ in spelled)
    begins = printed.find(token) if len(printed) != len(token) else 0
    if begins < 0 or not printed:
        return ()
    return tuple((left, right) for _, left, right in spelled[begins : begins + len(token)])


def _stands_in(word: Rect, line: Rect) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return line.y0 <= y <= line.y1 and line.x0 <= x <= line.x1


def _share(word: _Printed, span: tuple[int, int]) -> Rect:
    """The part of a word's rectangle that these of its code points take; all of one width where nothing is known."""
    rect, token = word.rect, word.span
    low, high = max(span[0], token[0]) - token[0], min(span[1], token[1]) - token[0]
    if (low, high) == (0, token[1] - token[0]):
        return rect
    if word.letters:
        edges = [edge for letter in word.letters[low:high] for edge in letter]
        return Rect(min(edges), rect.y0, max(edges), rect.y1)
    width = (rect.x1 - rect.x0) / max(1, token[1] - token[0])
    return Rect(rect.x0 + width * low, rect.y0, rect.x0 + width * high, rect.y1)
