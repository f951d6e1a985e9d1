"""Citations name who, what, when and where, and say nothing twice."""

from __future__ import annotations

import pytest

from reader.library.records import Document, Extent
from reader.model import Piece
from ui.shared.citing import citation, labels_of, pages_named, section_named

TIDE = Document("d1", "With the Tide", party="Tide Party", candidate="Ada Brook", year="2024")


def test_a_citation_names_the_candidate_before_the_party() -> None:
    assert citation(TIDE, "p. 4") == "Ada Brook, With the Tide, 2024, p. 4"
    assert citation(TIDE, "") == "Ada Brook, With the Tide, 2024"


def test_an_extract_is_called_one() -> None:
    assert citation(Document("d", "The Tide", extent=Extent.EXTRACT), "p. 2") == "The Tide, extract, p. 2"


@pytest.mark.parametrize(
    ("labels", "named"), [([], ""), (["iv"], "p. iv"), (["4", "4"], "p. 4"), (["4", "5", "6"], "pp. 4–6")]
)
def test_pages_are_named_by_the_first_and_the_last(labels: list[str], named: str) -> None:
    assert pages_named(labels) == named


def test_only_pages_with_quoted_words_count_by_label_or_number() -> None:
    pieces = (Piece(0, 10, 1, "i"), Piece(10, 20, 2, None), Piece(20, 30))
    assert labels_of(pieces, [(0, 4), (12, 30)]) == ["i", "2"]
    assert labels_of(pieces, [(20, 25)]) == []


def test_the_innermost_heading_stands_for_a_place_without_pages() -> None:
    assert section_named(("The town", "The quay")) == "section ‘The quay’"
    assert section_named(()) == ""


def test_paragraphs_are_counted_under_their_heading_where_there_are_no_pages() -> None:
    assert section_named(("The quay",), 3, 3) == "section ‘The quay’, paragraph 3"
    assert section_named(("The quay",), 3, 5) == "section ‘The quay’, paragraphs 3–5"
    assert section_named((), 2) == "paragraph 2"
