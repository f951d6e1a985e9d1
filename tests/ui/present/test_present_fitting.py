"""What of a column's passages is on the wall at once, and how large it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wall import extract

from index.lessons.slides import Extract
from ui.present.fitting import Fitted, Portion, Room
from ui.present.look import LEAST, look_for

WIDE = 20  # characters of a line


def room(lines: int) -> Room:
    """A column of so many lines, each one pixel high, of type that is one pixel wide."""
    return Room(lines, lambda text: -(-len(text) // WIDE), place=1, between=1)


def all_portions(passages: list[Extract], lines: int) -> list[Portion]:
    fitted, found = Fitted(passages, room(lines)), [0]
    while fitted.goes_on(found[-1]):
        found.append(found[-1] + 1)
    return [fitted.portion(number) for number in found]


def test_what_fits_is_whole_and_what_does_not_comes_after() -> None:
    passages = [extract("We plant reeds."), extract("We mend boats."), extract("We open the bridge again.")]
    first, second = all_portions(passages, 5)
    assert [piece.text for piece in first.pieces] == ["We plant reeds.", "We mend boats."]
    assert (first.more, first.rest) == (1, False)
    assert [piece.text for piece in second.pieces] == ["We open the bridge again."]
    assert (second.more, second.rest) == (0, False)


def test_a_long_passage_is_cut_between_sentences_and_goes_on_with_the_next() -> None:
    text = "We will plant reeds along the bank. We will mend the boats. We will open the bridge again in May."
    portions = all_portions([extract(text)], 5)
    said = [portion.pieces[0].text for portion in portions]
    assert said == [
        "We will plant reeds along the bank. We will mend the boats. […]",
        "[…] We will open the bridge again in May.",
    ]
    assert portions[0].rest


def test_a_sentence_that_takes_back_what_came_before_stays_with_it() -> None:
    text = "We mend boats. We will build a pier. Not where herons breed, unless they have left."
    first, *_ = all_portions([extract(text)], 4)
    assert first.pieces[0].text == "We mend boats. […]"


def test_the_whole_of_a_shortened_passage_comes_after_all_passages() -> None:
    whole = "First a word. We will plant reeds. Last a word."
    portions = all_portions([extract("[…] We will plant reeds. […]", rest=whole), extract("We mend.")], 6)
    assert [piece.text for piece in portions[0].pieces] == ["[…] We will plant reeds. […]", "We mend."]
    assert (portions[0].more, portions[0].rest) == (0, True)
    assert [piece.text for piece in portions[1].pieces] == [whole]
    assert portions[1].pieces[0].whole


def test_marks_move_with_the_words() -> None:
    text = "We will plant reeds along the bank. We will mend the boats. We will open the bridge again in May."
    at = text.index("bridge")
    passage = Extract(text, text, marks=((0, 2), (at, at + 6)), place="p. 4")
    for portion in all_portions([passage], 5):
        for piece in portion.pieces:
            assert {piece.text[start:end] for start, end in piece.marks} <= {"We", "bridge"}
            assert len(piece.marks) == 1


@given(st.lists(st.text("ab .!", min_size=1, max_size=160), min_size=1, max_size=5), st.integers(4, 12))
def test_every_word_is_shown_and_nothing_is_higher_than_the_column(texts: list[str], lines: int) -> None:
    passages = [extract(text) for text in texts]
    portions = all_portions(passages, lines)
    shown = "".join(piece.text for portion in portions for piece in portion.pieces)
    kept = [letter for letter in shown if letter in "ab!"]
    assert kept == [letter for text in texts for letter in text if letter in "ab!"]
    for portion in portions:
        heights = [room(lines).needed(piece.text, piece.extract) for piece in portion.pieces]
        one_word = len(portion.pieces) == 1 and len(portion.pieces[0].text.split()) <= 3
        assert sum(heights) + len(heights) - 1 <= lines or one_word


@pytest.mark.parametrize(
    ("size", "columns", "least", "most"),
    [((1024, 768), 4, 28, 28), ((1920, 1080), 4, 39, 40), ((1920, 1080), 2, 47, 48), ((3840, 2160), 4, 78, 80)],
)
def test_type_is_as_large_as_the_screen_lets_it_be(size: tuple[int, int], columns: int, least: int, most: int) -> None:
    assert least <= look_for(*size, columns).type <= most


def test_type_never_gets_smaller_than_can_be_read_from_the_back() -> None:
    assert look_for(640, 480, 4).type == LEAST
    assert look_for(1920, 1080, 3, steps=-99).type == LEAST
    assert look_for(1920, 1080, 3, steps=2).type > look_for(1920, 1080, 3).type
