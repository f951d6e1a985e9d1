"""Marks cover the words that a query means, whole and where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.marking import mark, merged, runs
from index.query import leaves, parse

TEXT = "🏘️ The women’s co-ordinated plan: door-to-door repairs, £151m for semi-detached homes; roof and wall repairs."


def marked(query: str, text: str = TEXT, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in mark(text, language, leaves(parse(query)))]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("women", ["women’s"]),
        ("repaired", ["repairs", "repairs"]),
        ("=repair", []),
        ("=repairs", ["repairs", "repairs"]),
        ("coordinate", ["co-ordinated"]),
        ("co-ordinates", ["co-ordinated"]),
        ("co-ordination", []),
        ("semidetached", ["semi-detached"]),
        ('"semidetached homes"', ["semi-detached homes"]),
        ('"door to door"', ["door-to-door"]),
        ("door-to-door", ["door-to-door"]),
        ("151 million", ["£151m"]),
        ("£151m", ["£151m"]),
        ("detach*", ["detached"]),
        ('"roof repair"', []),
        ('"roof repair"~2', ["roof", "repairs"]),
        ('"repair roof"~2', ["roof", "repairs"]),
        ('"roof repair"~1', []),
        ('"wall* repairs"', ["wall repairs"]),
        ("plan -women", ["plan"]),
        ("section:plan", ["plan"]),
    ],
)
def test_marks(query: str, words: list[str]) -> None:
    assert marked(query) == words


def test_overlapping_marks_are_one() -> None:
    assert marked('"wall repairs" repairs') == ["repairs", "wall repairs"]
    assert merged([(4, 9), (0, 5), (9, 12)]) == [(0, 9), (9, 12)]


def test_a_word_typed_without_its_accents_is_found_in_languages_that_have_them() -> None:
    assert marked("policia", "La policía local", "es") == ["policía"]
    assert marked("wasser", "Das Wasser der Häuser", "de") == ["Wasser"]
    assert marked("hauser", "Das Wasser der Häuser", "de") == ["Häuser"]


def test_the_same_query_means_other_words_in_another_language() -> None:
    assert marked("lights", "light lights", "en") == ["light", "lights"]
    assert marked("lights", "light lights", "cy") == ["lights"]


def test_a_word_twice_needs_two_places() -> None:
    assert marked('"plan plan"~9', "one plan only") == []
    assert marked('"plan plan"~9', "a plan is a plan") == ["plan", "plan"]


def test_runs_follow_one_another_or_lie_near() -> None:
    assert runs([[0, 7], [1, 5], [2]], None) == [(0, 1, 2)]
    assert runs([[5], [1, 9]], 3) == [(5, 1), (5, 9)]
    assert runs([[5], [1, 9]], 2) == []


def test_hostile_repetition_does_not_take_for_ever() -> None:
    text = "lamp " * 2000
    assert marked('"lamp lamp lamp lamp"~50', text)


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(["roof", "wall", "co-op", "’s", "£3m", "é", "-", " ", "\n", "🏘️"]), max_size=20),
    st.sampled_from(["roof", '"roof wall"', '"wall roof"~3', "coop", "co-op", "3 million", "r*", '"co-op roof"']),
)
def test_marks_are_in_order_apart_and_inside_the_text(parts: list[str], query: str) -> None:
    text = "".join(parts)
    spans = mark(text, "en", leaves(parse(query)))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
