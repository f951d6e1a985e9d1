"""Where the words of a text are printed: the words of a line of it are matched with those that the page has there.

And back: which word or letter of the text stands at a point of a line. `words` are always those of the piece's page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from reader.directions import has_letters, has_right_to_left, runs_right_to_left
from reader.model import Block, Piece, Rect
from reader.page_drawing import Word

_WORD = re.compile(r"\S+")
# Raised ends of words are so much smaller and stand so near to them (in heights).
_SMALLER, _TOUCHING = 0.9, 0.08


class Printed(NamedTuple):
    """A word of a block: its code points in the block's text (end exclusive), and where it is, in points.

    `letters` are the left and right edge of each code point; none where they are not known. `backwards` says whether
    it runs from right to left.
    """

    start: int
    end: int
    rect: Rect
    letters: tuple[tuple[float, float], ...] = ()
    backwards: bool = False


def printed_words(block: Block, piece: Piece, words: Sequence[Word]) -> list[Printed]:
    """The words of one line of print in the order of the text.

    Each is as high as the line, which keeps clear of its neighbours. Where the page does not have as many words there
    as the text, the line's width is shared out by characters.
    """
    line = piece.rect
    if line is None:
        return []
    tokens = [match.span() for match in _WORD.finditer(block.text, piece.start, piece.end)]
    on_page = sorted((word for word in words if _stands_in(word.rect, line)), key=lambda word: word.rect)
    labels = {label for offset, label in block.references if piece.start <= offset <= piece.end}
    if labels:
        on_page = _without_labels(on_page, labels)
    if len(tokens) != len(on_page):
        on_page = _with_raised_ends(on_page)
    if len(tokens) != len(on_page):
        backwards = runs_right_to_left(block.text[piece.start : piece.end])
        whole = Printed(piece.start, piece.end, line, backwards=backwards)
        return [Printed(*token, _share(whole, *token), backwards=backwards) for token in tokens]
    found = {}
    for token, word in zip(_from_left_to_right(block.text, tokens), on_page, strict=True):
        text = block.text[slice(*token)]
        rect = Rect(word.rect.x0, line.y0, word.rect.x1, line.y1)
        found[token] = Printed(*token, rect, _letters(text, word), runs_right_to_left(text))
    return [found[token] for token in tokens]


def rects_of(block: Block, start: int, end: int, page: int, words: Sequence[Word]) -> list[Rect]:
    """The rectangles (points) on this page of code points `start` to `end` of a block.

    One for each line of print; several where a line that runs from right to left has words of the other direction.
    """
    return [
        rect
        for piece in block.pieces
        if piece.page == page and piece.start < end and piece.end > start
        for rect in _part_of_line(printed_words(block, piece, words), start, end)
    ]


def word_near(block: Block, piece: Piece, x: float, words: Sequence[Word]) -> int:
    """Where in the block's text (code points) the word begins that is nearest to `x` points on this line of print."""
    near = _nearest(block, piece, x, words)
    return near.start if near is not None else piece.start


def letter_near(block: Block, piece: Piece, x: float, words: Sequence[Word]) -> int:
    """Which code point of the block's text is printed nearest to `x` points on this line of print."""
    near = _nearest(block, piece, x, words)
    if near is None:
        return piece.start
    shares = (_share(near, at, at + 1) for at in range(near.start, near.end))
    letters = near.letters or [(share.x0, share.x1) for share in shares]
    away = [max(left - x, x - right) for left, right in letters]
    return near.start + away.index(min(away))


def edge_of(block: Block, at: int, page: int, words: Sequence[Word]) -> Rect | None:
    """Where a text cursor stands before the code point `at` of a block: a rectangle without width; None elsewhere.

    Before a space, which is not printed, and at the end it stands after the letter before.
    """
    for letter, after in ((at, False), (at - 1, True)):
        rects = rects_of(block, letter, letter + 1, page, words)
        if rects:
            right = after != runs_right_to_left(block.text)
            x = rects[0].x1 if right else rects[0].x0
            return Rect(x, rects[0].y0, x, rects[0].y1)
    return None


def _part_of_line(printed: Sequence[Printed], start: int, end: int) -> list[Rect]:
    found: list[Rect] = []
    beside = False  # whether the word before, from left to right, is part of it too
    for word in sorted(printed, key=lambda each: each.rect):
        touched = word.start < end and word.end > start
        if touched:
            part = _share(word, max(start, word.start), min(end, word.end))
            if beside:
                found[-1] = Rect(found[-1].x0, part.y0, max(found[-1].x1, part.x1), part.y1)
            else:
                found.append(part)
        beside = touched
    return found


def _nearest(block: Block, piece: Piece, x: float, words: Sequence[Word]) -> Printed | None:
    printed = printed_words(block, piece, words)
    return min(printed, key=lambda each: max(each.rect.x0 - x, x - each.rect.x1), default=None)


def _stands_in(word: Rect, line: Rect) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return line.y0 <= y <= line.y1 and line.x0 <= x <= line.x1


def _from_left_to_right(text: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words of a line in the order in which they are printed: those of either direction keep together."""
    if not has_right_to_left(text):
        return tokens
    backwards = runs_right_to_left(text)
    stretches: list[tuple[bool, list[tuple[int, int]]]] = []
    for token in tokens:
        letters = text[slice(*token)]
        turned = runs_right_to_left(letters)
        if not has_letters(letters):
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


def _without_labels(words: Sequence[Word], labels: set[str]) -> list[Word]:
    """The words of a line of print without its references to notes, which may be words of their own or end one."""
    every = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    several = rf"(?:{every})(?:[,;–-]?(?:{every}))*"
    reference = re.compile(rf"(?:(?:\[(?:{every})\])+|{several})(?=\W*$)")
    kept: list[Word] = []
    for word in words:
        found = reference.search(word.text)
        if found is None or (found.start() and not _ends_word(word.text[: found.start()])):
            kept.append(word)
            continue
        rest = _left_of(word, slice(0, found.start()), slice(found.end(), None))
        if found.start():
            kept.append(rest)
        elif rest.text and kept:
            # What follows a reference belongs to the word before it.
            kept[-1] = _joined(kept[-1], rest.text, rest)
    return kept


def _with_raised_ends(words: Sequence[Word]) -> list[Word]:
    """The words of a line of print, where small ones that touch the word before them, raised ends, are parts of it."""
    kept: list[Word] = []
    for word in words:
        before = kept[-1] if kept else None
        height = before.rect.y1 - before.rect.y0 if before is not None else 0.0
        is_small = word.rect.y1 - word.rect.y0 < _SMALLER * height
        if before is not None and is_small and word.rect.x0 - before.rect.x1 < _TOUCHING * height:
            kept[-1] = _joined(before, word.text, word)
        else:
            kept.append(word)
    return kept


def _joined(before: Word, text: str, word: Word) -> Word:
    """The word with the text of another one at its end."""
    edges = before.edges + word.edges if before.edges and word.edges else ()
    return Word(before.text + text, Rect(before.rect.x0, before.rect.y0, word.rect.x1, before.rect.y1), edges)


def _ends_word(text: str) -> bool:
    """Whether what stands before raised figures is a word or a stop, not a sum that they are part of."""
    return not text[-1].isdigit() or len(text) > len("2017")


def _left_of(word: Word, *parts: slice) -> Word:
    """The word's letters in these parts alone, on all of its place where theirs are not known."""
    text = "".join(word.text[part] for part in parts)
    if len(word.edges) != 2 * len(word.text):
        return Word(text, word.rect)
    places = [at for part in parts for at in range(len(word.text))[part]]
    edges = tuple(edge for at in places for edge in word.edges[2 * at : 2 * at + 2])
    return Word(text, Rect(min(edges), word.rect.y0, max(edges), word.rect.y1), edges) if edges else Word("", word.rect)


def _share(word: Printed, start: int, end: int) -> Rect:
    """What code points `start` to `end` take of a word; all of one width where no edges are known."""
    rect = word.rect
    if (start, end) == (word.start, word.end):
        return rect
    if word.letters:
        edges = [edge for letter in word.letters[start - word.start : end - word.start] for edge in letter]
        return Rect(min(edges), rect.y0, max(edges), rect.y1)
    width = (rect.x1 - rect.x0) / max(1, word.end - word.start)
    before, after = width * (start - word.start), width * (word.end - end)
    if word.backwards:
        before, after = after, before
    return Rect(rect.x0 + before, rect.y0, rect.x1 - after, rect.y1)
