"""What is asked as other programs are asked is answered with how to ask here."""

from __future__ import annotations

import pytest

from index.query import NotUnderstood, parse


@pytest.mark.parametrize(
    ("query", "instead"),
    [
        ("fire NEAR/5 safety", '"fire safety"~5'),
        ("knife near/3 crime", '"knife crime"~3'),
        ("knife w/12 crime", '"knife crime"~12'),
        ("knife NEAR crime", '"knife crime"~5'),
        ("knife ADJ2 crime", '"knife crime"~2'),
        ("NEAR(knife crime, 5)", '"knife crime"~5'),
        ("NEAR/4", '"fire safety"~4'),
    ],
)
def test_words_near_one_another_are_asked_for_in_quotation_marks(query: str, instead: str) -> None:
    with pytest.raises(NotUnderstood) as told:
        parse(query)
    assert told.value.advice.endswith(f"{instead}.")


def test_what_was_meant_is_known_where_words_stand_beside() -> None:
    with pytest.raises(NotUnderstood) as told:
        parse("party:labour fire NEAR/5 safety OR lamps")
    assert told.value.instead == 'party:labour "fire safety"~5 OR lamps'
    with pytest.raises(NotUnderstood) as told:
        parse("NEAR/4")
    assert told.value.instead == ""


@pytest.mark.parametrize(
    "query", ["near the sea", "NEAR MISS", "24/7", "and/or", "police/fire/ambulance", "homes/year"]
)
def test_words_that_only_look_so_are_words(query: str) -> None:
    assert parse(query)
