"""A copied quotation names manifesto, year and the page on which the quoted words stand."""

from __future__ import annotations

from collections.abc import Callable

from index.topics.model import Match
from reader.library.records import Document, Extent
from reader.model import Piece
from ui.compare.cards.quoting import quotation

MakeMatch = Callable[..., Match]

TIDE = Document("d1", "With the Tide", party="Tide Party", year="2024")
PIECES = (Piece(0, 10, 47, "45"), Piece(10, 24, 48, "46"))
WORDS = "We will mend each lamp."


def test_it_has_the_words_and_where_they_stand(make_match: MakeMatch) -> None:
    quoted = quotation(WORDS, make_match(WORDS), TIDE, [(0, 5)], PIECES)
    assert quoted == "“We will mend each lamp.” (Tide Party, With the Tide, 2024, p. 45)"


def test_words_on_the_second_page_of_a_passage_are_cited_with_that_page(make_match: MakeMatch) -> None:
    assert quotation(WORDS, make_match(WORDS), TIDE, [(12, 20)], PIECES).endswith("p. 46)")
    assert quotation(WORDS, make_match(WORDS), TIDE, [(0, 23)], PIECES).endswith("pp. 45–46)")


def test_without_printed_labels_the_page_is_counted(make_match: MakeMatch) -> None:
    pieces = (Piece(0, 24, 48, None),)
    assert quotation(WORDS, make_match(WORDS), TIDE, [(0, 24)], pieces).endswith("p. 48)")


def test_without_pages_the_heading_and_the_paragraph_under_it_stand_in(make_match: MakeMatch) -> None:
    match = make_match(WORDS, page=None, label=None)
    assert quotation(WORDS, match, TIDE, [(0, 24)], (Piece(0, 24),)).endswith("2024, section ‘The quay’)")
    quoted = quotation(WORDS, match, TIDE, [(0, 24)], (Piece(0, 24),), 3)
    assert quoted.endswith("2024, section ‘The quay’, paragraph 3)")


def test_nothing_is_said_twice_and_a_chapter_is_called_one(make_match: MakeMatch) -> None:
    same = Document("d1", "Tide Party", party="Tide Party", year="2024", extent=Extent.CHAPTER)
    quoted = quotation(WORDS, make_match(WORDS), same, [(0, 24)], PIECES)
    assert quoted.endswith("(Tide Party, 2024, chapter, pp. 45–46)")
    dated = Document("d1", "Manifesto 2024", party="Tide Party", year="2024")
    assert "(Tide Party, Manifesto 2024, pp." in quotation(WORDS, make_match(WORDS), dated, [(0, 24)], PIECES)
