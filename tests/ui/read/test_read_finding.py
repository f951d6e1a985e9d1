"""Finding words in one manifesto."""

from __future__ import annotations

import pytest

from reader.model import Block, Kind, Piece, Rect
from reader.page_drawing import Word
from ui.read.finding import Found, find
from ui.read.words_on_page import rects_of


def paragraphs(*texts: str) -> list[Block]:
    return [Block(Kind.PARAGRAPH, text, id=text) for text in texts]


def test_every_occurrence_is_found_in_reading_order() -> None:
    blocks = paragraphs("Boats and boats.", "None here.", "A boat.")
    assert find(blocks, "boat") == [Found(0, 0, 4), Found(0, 10, 14), Found(2, 2, 6)]


@pytest.mark.parametrize("typed", ["the town's  harbour", "THE TOWN’S HARBOUR", "the town‘s\nharbour"])
def test_case_spacing_and_kinds_of_marks_do_not_matter(typed: str) -> None:
    assert find(paragraphs("See the town’s harbour."), typed) == [Found(0, 4, 22)]


def test_what_is_typed_is_taken_as_it_stands() -> None:
    assert find(paragraphs("Costs £2.50 (about)"), "2.5") == [Found(0, 7, 10)]
    assert find(paragraphs("Costs £2550"), "2.5") == []


def test_offsets_count_code_points() -> None:
    assert find(paragraphs("🏮👩‍🚒 lamp"), "lamp") == [Found(0, 5, 9)]


def test_nothing_typed_finds_nothing() -> None:
    assert find(paragraphs("Boats"), "  ") == []


LINE = Rect(10.0, 100.0, 110.0, 112.0)
BLOCK = Block(Kind.PARAGRAPH, "two boats sail", pieces=(Piece(0, 14, 5, "5", LINE),))
WORDS = (
    Word("sail", Rect(80.0, 101.0, 110.0, 111.0)),
    Word("two", Rect(10.0, 101.0, 30.0, 111.0)),
    Word("boats", Rect(40.0, 101.0, 70.0, 111.0)),
    Word("below", Rect(10.0, 120.0, 30.0, 130.0)),
)


def test_a_word_found_is_marked_where_it_is_printed() -> None:
    assert rects_of(BLOCK, 4, 9, 5, WORDS) == [Rect(40.0, 100.0, 70.0, 112.0)]


def test_a_part_of_a_word_takes_its_share_of_the_word() -> None:
    assert rects_of(BLOCK, 4, 8, 5, WORDS) == [Rect(40.0, 100.0, 64.0, 112.0)]


def test_words_in_a_row_are_marked_as_one() -> None:
    assert rects_of(BLOCK, 0, 9, 5, WORDS) == [Rect(10.0, 100.0, 70.0, 112.0)]


def test_a_line_whose_words_are_not_known_is_shared_out_by_characters() -> None:
    (rect,) = rects_of(BLOCK, 7, 14, 5, ())
    assert rect == pytest.approx(Rect(60.0, 100.0, 110.0, 112.0))


def test_other_pages_show_nothing() -> None:
    assert rects_of(BLOCK, 4, 9, 6, WORDS) == []
