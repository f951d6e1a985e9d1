"""The rectangles of a passage's lines hold the passage's words, and no others."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from typeset import leaflet

from benchmarks.rectangles import Printed, on_paper, passages_of
from reader.formats.registry import read
from reader.model import Kind, Rect

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
# One with bullets, one of spreads, one with wrong fonts and one in two columns; the whole corpus is for the soak.
FEW = (
    "uk-2017/alliance-2017.pdf",
    "uk-2017/green-ni-2017.pdf",
    "uk-2017/plaid-cymru-2017.pdf",
    "word-and-web/piraten-grundsatzprogramm.pdf",
)
ALL = ("uk-2017/*.pdf", "other-languages/*.pdf", "word-and-web/*.pdf")

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="real manifestos are not at hand (../shared/corpus)")


def passages(patterns: Sequence[str], count: int) -> list[Printed]:
    found = [
        printed
        for pattern in patterns
        for path in sorted(CORPUS.glob(pattern))
        for printed in passages_of(path, read(path))
    ]
    assert len(found) >= count
    return random.Random(2017).sample(found, count)  # noqa: S311  # only for picking passages


@needs_corpus
def test_words_of_real_passages_are_inside_their_rectangles() -> None:
    assert on_paper(passages(FEW, 200)) >= 0.99


@pytest.mark.soak
@needs_corpus
def test_words_of_a_thousand_real_passages_are_inside_their_rectangles() -> None:
    assert on_paper(passages(ALL, 1000)) >= 0.99


def test_words_of_a_leaflet_are_inside_their_rectangles(tmp_path: Path) -> None:
    path = leaflet(tmp_path)
    manifesto = read(path)
    found = passages_of(path, manifesto)
    assert sum(block.kind is Kind.LIST_ITEM for _, block in found) == 3
    # A hyphen that the line's end put into a word parts it on paper, in the pieces as well.
    assert on_paper(found) == 1.0


def test_a_rectangle_that_covers_another_line_is_noticed(tmp_path: Path) -> None:
    path = leaflet(tmp_path)
    (_, block), *_ = passages_of(path, read(path))
    lines = [piece.rect for piece in block.pieces if piece.rect]
    below = [
        replace(piece, rect=Rect(rect.x0, rect.y0 + 12.5, rect.x1, rect.y1 + 12.5))
        for piece, rect in zip(block.pieces, lines, strict=True)
    ]
    assert on_paper([(path, replace(block, pieces=tuple(below)))]) < 0.3
