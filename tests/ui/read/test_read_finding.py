"""Finding words in one manifesto."""

from __future__ import annotations

import pytest

from reader.model import Block, Kind
from ui.manifesto.finding import Found, find


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
