"""Who speaks in a manifesto: names, families of names, and a guess where no field says it."""

from __future__ import annotations

import re

import pytest

from index.topics.parties import is_name, voices
from reader.facts import facts


def is_author(name: str, *said: str) -> bool:
    return re.fullmatch(voices(said, facts()).author, name) is not None


def is_opponent(name: str, *said: str) -> bool:
    return re.fullmatch(voices(said, facts()).opponent, name) is not None


@pytest.mark.parametrize(
    ("party", "own"),
    [
        ("Labour", "labour"),
        ("Scottish Labour Party", "labour"),
        ("Conservative and Unionist Party", "tories"),
        ("Liberal Democrats", "lib dems"),
        ("Green Party of England and Wales", "greens"),
        ("Plaid Cymru – the Party of Wales", "plaid"),
        ("Social Democratic and Labour Party", "sdlp"),
        ("Democratic Unionist Party", "dup"),
        ("Alliance", "alliance"),
        ("Reform UK", "reform"),
        ("Sinn Féin", "sinn fein"),
        ("The Lantern Party", "the lantern party"),
    ],
)
def test_a_party_is_the_author_by_all_its_names_and_never_its_own_opponent(party: str, own: str) -> None:
    assert is_author(own, party)
    assert not is_opponent(own, party)


def test_all_other_parties_are_opponents() -> None:
    assert is_opponent("labour", "Social Democratic and Labour Party")
    assert is_opponent("tories", "Labour")
    assert is_opponent("labour", "The Lantern Party")
    assert not is_opponent("green", "Labour")


def test_a_candidate_is_the_author_by_surname_and_of_the_candidates_party() -> None:
    assert is_author("khan", "Labour", "Sadiq Khan")
    assert is_author("labour", "", "Sadiq Khan")
    assert not is_author("party", "Lantern Party")


def test_where_nobody_is_named_there_are_neither_authors_nor_opponents() -> None:
    assert not is_author("labour")
    assert not is_opponent("labour")


def test_leaders_and_candidates_speak_for_their_party() -> None:
    assert is_author("keir starmer", "Labour")
    assert is_opponent("keir starmer", "Conservative")
    assert is_opponent("susan hall", "Labour")


def test_parties_of_other_states_are_no_opponents() -> None:
    assert not is_opponent("fdp", "Labour")
    assert is_opponent("spd", "FDP")


@pytest.mark.parametrize(
    "words", ["labour", "Labour government", "plaid cymru", "liberal democrats", "Ann Lee", "quay party"]
)
def test_what_only_names_a_party_or_candidate_is_a_name(words: str) -> None:
    assert is_name(words, ("Ann Lee", "Quay Party"), facts())


@pytest.mark.parametrize("words", ["labour market", "green belt", "lifeboat", "party conference season", "lee shore"])
def test_words_that_say_more_are_none(words: str) -> None:
    assert not is_name(words, ("Ann Lee", "Quay Party"), facts())
