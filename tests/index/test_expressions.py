"""Regular expressions: what they find, what they surely hold, and that none takes for ever."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.expressions import WrongExpression, expression


def found(written: str, text: str) -> list[str]:
    return [text[start:end] for start, end in expression(written).spans(text)]


@pytest.mark.parametrize(
    ("written", "text", "words"),
    [
        ("stop.{1,5}search", "Stop and search, stop-search", ["Stop and search", "stop-search"]),
        (r"\d+ per cent", "10 per cent and 5 percent", ["10 per cent"]),
        ("wom[ae]n", "Women and a woman", ["Women", "woman"]),
        (r"polic(e|ing)\b", "police policing policed", ["police", "policing"]),
        ("women's", "women’s and women's", ["women’s", "women's"]),
        ("two-year", "two‑year and two–year", ["two‑year", "two–year"]),
        (r"\(sic\)", "He (sic) said", ["(sic)"]),
        ("^We", "We will. We must.", ["We"]),
        (r"a\/b", "a/b", ["a/b"]),
    ],
)
def test_an_expression_finds_what_is_printed_whatever_the_case(written: str, text: str, words: list[str]) -> None:
    assert found(written, text) == words


@pytest.mark.parametrize(
    ("written", "needed"),
    [
        ("stop.{1,5}search", (("stop",), ("search",))),
        ("(stop|halt) and", (("stop", "halt"), ("and",))),
        ("(stop|x) them", (("them",),)),
        ("(police)?men", (("men",),)),
        ("(?:police){2}", (("police",),)),
        ("colou?r", (("colo",),)),
        ("colou*", (("colo",),)),
        ("Straße now", (("strasse",), ("now",))),
        (r"\d{4}", ()),
        ("cat|dog", (("cat", "dog"),)),
    ],
)
def test_the_letters_that_an_expression_surely_holds_are_known(
    written: str, needed: tuple[tuple[str, ...], ...]
) -> None:
    assert expression(written).needed == needed


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("stop(search", "A bracket opens that does not close."),
        ("stop)search", "A bracket closes that does not open."),
        ("[abc", "A square bracket opens"),
        ("*stop", "nothing before “*”"),
        ("a**", "repeats what is repeated"),
        ("(?=stop)", "looks ahead"),
        (r"(a)\1", "“\\1” means nothing"),
        ("a{5,2}", "at least 5 and at most 2"),
        ("(a+)+b", "too many ways"),
        ("(a|a)*b", "too many ways"),
        (".*.*.*x", "too many ways"),
        ("a" * 301, "too long"),
    ],
)
def test_what_cannot_be_looked_for_is_explained(written: str, why: str) -> None:
    with pytest.raises(WrongExpression, match=re.escape(why)) as refused:
        expression(written)
    assert refused.value.advice


def test_the_words_of_a_wrong_expression_are_known() -> None:
    with pytest.raises(WrongExpression) as refused:
        expression("stop(search")
    assert refused.value.words == ("stop", "search")


PIECES = [*"ab.()|*+?^$", "{2}", "{0,9}", "{3,}", "[ab]", "\\w", "\\b", "(?:"]
SIGNS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(SIGNS)
def test_whatever_is_typed_is_refused_or_found_in_time(written: str) -> None:
    try:
        made = expression(written)
    except WrongExpression:
        return
    begun = perf_counter()
    made.spans("a" * 400 + "!")
    assert perf_counter() - begun < 10


@given(SIGNS, st.text("ab ", max_size=30))
def test_an_expression_finds_what_python_finds_where_no_repeat_reaches_its_end(written: str, text: str) -> None:
    try:
        made = expression(written)
    except WrongExpression:
        return
    plain = re.compile(written, re.IGNORECASE)
    assert made.spans(text) == [fit.span() for fit in plain.finditer(text) if fit.end() > fit.start()]
