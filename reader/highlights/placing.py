"""Lays what somebody marked on the pages of a PDF on the words of the text that was read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.highlights.values import HighlightsRead, Mark, PdfHighlight
from reader.library.verdicts import Selection
from reader.model import Block, Kind, Piece, Rect
from reader.printed import Printed, printed_words

# A word is marked when so much of its width is covered; of the lower of two rectangles, so much is within the other
# when they are of one line.
_COVERED = 0.5
_SAME_LINE = 0.5


class _Token(NamedTuple):
    """A word of the text: its number among all those of the page, its block, and where it is."""

    number: int
    block: Block
    piece: Piece
    word: Printed


def placed(read: HighlightsRead, blocks: Sequence[Block]) -> list[tuple[PdfHighlight, tuple[Selection, ...]]]:
    """Each highlight with its words: several selections where the text has other words between.

    None for what lies on no words of the text, a picture or a running head. A comment stands at the nearest line.
    """
    pages = {page: list(_tokens(blocks, page, read)) for page in read.words}
    return [(highlight, tuple(_selections(highlight, pages.get(highlight.page, [])))) for highlight in read.highlights]


def _tokens(blocks: Iterable[Block], page: int, read: HighlightsRead) -> Iterator[_Token]:
    number = 0
    for block in blocks:
        if block.kind is Kind.FURNITURE:
            continue
        for piece in block.pieces:
            if piece.page == page and piece.rect is not None:
                for word in printed_words(block, piece, read.words[page]):
                    yield _Token(number, block, piece, word)
                    number += 1


def _selections(highlight: PdfHighlight, tokens: Sequence[_Token]) -> Iterator[Selection]:
    if highlight.mark is Mark.COMMENT:
        yield from _at_line(highlight, tokens)
        return
    shares = [(_covered(token.word.rect, highlight.rects), token) for token in tokens]
    marked = [token for share, token in shares if share >= _COVERED]
    if not marked:  # part of one long word, say
        share, most = max(shares, key=lambda each: each[0], default=(0.0, None))
        marked = [most] if most is not None and share > 0 else []
    for run in _runs(marked):
        yield Selection(run[0].block.id, run[0].word.start, run[-1].block.id, run[-1].word.end)


def _runs(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """Words that follow each other in the text."""
    run: list[_Token] = []
    for token in tokens:
        if run and token.number != run[-1].number + 1:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _covered(word: Rect, rects: Iterable[Rect]) -> float:
    """The share of a word's width that the rectangles on its line cover: Okular writes one for each letter."""
    covered, reached = 0.0, word.x0
    for rect in sorted(rects):
        height = min(word.y1 - word.y0, rect.y1 - rect.y0)
        if min(word.y1, rect.y1) - max(word.y0, rect.y0) >= _SAME_LINE * height:
            covered += max(0.0, min(word.x1, rect.x1) - max(reached, rect.x0))
            reached = max(reached, rect.x1)
    return covered / max(0.1, word.x1 - word.x0)


def _at_line(highlight: PdfHighlight, tokens: Sequence[_Token]) -> Iterator[Selection]:
    """The line of print that is nearest to a comment."""
    at = highlight.rects[0]
    if tokens:
        nearest = min(tokens, key=lambda token: _distance(token.word.rect, at))
        yield Selection(nearest.block.id, nearest.piece.start, nearest.block.id, nearest.piece.end)


def _distance(one: Rect, other: Rect) -> tuple[float, float]:
    """How far two rectangles are apart, and then their middles."""
    x = max(0.0, one.x0 - other.x1, other.x0 - one.x1)
    y = max(0.0, one.y0 - other.y1, other.y0 - one.y1)
    middles = abs(one.y0 + one.y1 - other.y0 - other.y1) + abs(one.x0 + one.x1 - other.x0 - other.x1)
    return (x * x + y * y, middles)
