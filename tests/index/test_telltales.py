"""Phrases that give away who governs are found, with what they tell; ordinary phrases are not."""

from __future__ import annotations

import pytest

from index.hiding.telltales import Tale, telltales


@pytest.mark.parametrize(
    ("text", "phrase", "tale"),
    [
        ("In government we have cut queues.", "In government we have", Tale.OFFICE),
        ("Since 2010 we have built piers.", "Since 2010 we have", Tale.OFFICE),
        ("As Mayor, I’ve opened ferries.", "As Mayor, I’ve", Tale.OFFICE),
        ("If I am re-elected, boats will run.", "If I am re-elected", Tale.OFFICE),
        ("We ask for a second term.", "a second term", Tale.OFFICE),
        ("Our record on boats is clear.", "Our record on", Tale.OFFICE),
        ("It fell under this Prime Minister.", "under this Prime Minister", Tale.PREDECESSOR),
        ("Then the previous Labour government left.", "the previous Labour government", Tale.PREDECESSOR),
        ("Then the last [Party A] Government left.", "the last [Party A] Government", Tale.PREDECESSOR),
        ("We inherited an empty harbour.", "We inherited", Tale.PREDECESSOR),
        ("We are the official opposition.", "the official opposition", Tale.OPPOSITION),
    ],
)
def test_what_gives_incumbency_away_is_found_where_it_stands(text: str, phrase: str, tale: Tale) -> None:
    (found,) = telltales(text)
    assert (text[found.start : found.end], found.tale) == (phrase, tale)


@pytest.mark.parametrize(
    "text",
    [
        "We will open ferries.",
        "In 2017 we have to act.",
        "In opposition to the plan, people met.",
        "The previous owners of the pier left.",
        "We have the best boats and a record catch.",
        "Government should buy boats.",
        "A term of three years for board members.",
    ],
)
def test_ordinary_phrases_are_no_telltales(text: str) -> None:
    assert telltales(text) == []


def test_phrases_that_overlap_are_told_once_and_in_order() -> None:
    text = "Since 2010 we have built on our record under the previous government."
    found = telltales(text)
    assert [text[one.start : one.end] for one in found] == [
        "Since 2010 we have",
        "built on our record",
        "under the previous government",
    ]
