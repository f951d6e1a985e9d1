"""Where words of the text are printed, and which word stands at a point of a line."""

from __future__ import annotations

import pytest

from reader.model import Block, Kind, Piece, Rect
from reader.page_drawing import Word
from reader.printed import edge_of, printed_words, rects_of, word_near

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


def test_a_word_that_stands_out_of_its_line_is_still_its_word() -> None:
    wide = (*WORDS[1:], Word("sail", Rect(80.0, 101.0, 118.0, 111.0)))
    assert rects_of(BLOCK, 10, 14, 5, wide) == [Rect(80.0, 100.0, 118.0, 112.0)]


@pytest.mark.parametrize(("x", "begins"), [(0.0, 0), (25.0, 0), (36.0, 4), (60.0, 4), (79.0, 10), (200.0, 10)])
def test_the_word_nearest_to_a_point_of_a_line_is_found(x: float, begins: int) -> None:
    assert word_near(BLOCK, BLOCK.pieces[0], x, WORDS) == begins


@pytest.mark.parametrize(("x", "begins"), [(0.0, 0), (60.0, 4), (109.0, 10), (200.0, 10)])
def test_without_the_words_of_the_page_characters_tell_the_word(x: float, begins: int) -> None:
    assert word_near(BLOCK, BLOCK.pieces[0], x, ()) == begins


def test_a_cursor_stands_before_its_letter_and_at_a_space_after_the_word() -> None:
    places = {at: edge_of(BLOCK, at, 5, WORDS) for at in (0, 3, 4, 14)}
    assert {at: rect and (rect.x0, rect.x1) for at, rect in places.items()} == {
        0: (10.0, 10.0),
        3: (30.0, 30.0),
        4: (40.0, 40.0),
        14: (110.0, 110.0),
    }
    assert edge_of(BLOCK, 0, 6, WORDS) is None


def test_words_of_either_direction_lie_where_they_are_printed_and_share_a_line_their_own_way() -> None:
    text = "שלום two boats עולם"
    block = Block(Kind.PARAGRAPH, text, pieces=(Piece(0, len(text), 5, "5", LINE),))
    starts = {"עולם": 10.0, "two": 40.0, "boats": 60.0, "שלום": 90.0}
    words = [Word(word, Rect(x, 101.0, x + 15.0, 111.0)) for word, x in starts.items()]
    assert {
        text[each.start : each.end]: each.rect.x0 for each in printed_words(block, block.pieces[0], words)
    } == starts
    assert [rect.x0 for rect in rects_of(block, 0, 8, 5, words)] == [40.0, 90.0], "not what is printed between them"
    first, *_, last = printed_words(block, block.pieces[0], ())
    assert last.rect.x0 == pytest.approx(LINE.x0)
    assert first.rect.x1 == pytest.approx(LINE.x1)
