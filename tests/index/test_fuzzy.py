"""Finding by a few letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.fuzzy import plain, score


def best(typed: str, *names: str) -> str:
    return max((name for name in names if score(typed, name) is not None), key=lambda name: score(typed, name) or 0)


def test_letters_that_begin_words_fit_best() -> None:
    assert best("fs", "Offers", "Fire safety") == "Fire safety"
    assert best("lib", "Deliberate", "Library") == "Library"


def test_words_may_be_typed_in_any_order() -> None:
    assert score("2017 labour", "Labour, 2017: For the many") is not None


def test_case_and_accents_do_not_count() -> None:
    assert plain("Élan") == "elan"
    assert score("elan", "ÉLAN") is not None


def test_letters_that_are_not_there_do_not_fit() -> None:
    assert score("xyz", "Library") is None
    assert score("yrarbil", "Library") is None


def test_nothing_typed_fits_everything() -> None:
    assert score("", "Library") is not None


@given(st.text(), st.text())
def test_any_text_can_be_typed(typed: str, name: str) -> None:
    found = score(typed, name)
    assert found is None or isinstance(found, int)
    assert len(plain(name)) == len(name)


@given(st.text(min_size=1))
def test_a_name_typed_whole_is_found(name: str) -> None:
    assert score(name, name) is not None
