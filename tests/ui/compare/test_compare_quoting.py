"""A copied card is cited with the page on which the quoted words stand."""

from __future__ import annotations

from collections.abc import Callable

from index.citations.places import Place
from index.topics.model import Match
from reader.model import Piece
from ui.compare.cards.quoting import place_of

MakeMatch = Callable[..., Match]

PIECES = (Piece(0, 10, 47, "45"), Piece(10, 24, 48, "46"))
WORDS = "We will mend each lamp."


def test_words_on_the_second_page_of_a_passage_are_cited_with_that_page(make_match: MakeMatch) -> None:
    assert place_of(make_match(WORDS), [(0, 5)], PIECES) == Place("45")
    assert place_of(make_match(WORDS), [(12, 20)], PIECES) == Place("46")
    assert place_of(make_match(WORDS), [(0, 23)], PIECES) == Place("45–46")


def test_without_printed_labels_the_page_is_counted(make_match: MakeMatch) -> None:
    assert place_of(make_match(WORDS), [(0, 24)], (Piece(0, 24, 48, None),)) == Place("48")


def test_without_pages_the_heading_and_the_paragraph_under_it_stand_in(make_match: MakeMatch) -> None:
    match = make_match(WORDS, page=None, label=None)
    assert place_of(match, [(0, 24)], (Piece(0, 24),)) == Place(section="‘The quay’")
    assert place_of(match, [(0, 24)], (Piece(0, 24),), 3) == Place(section="‘The quay’, para. 3")
