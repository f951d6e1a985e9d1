"""The measurable parts of pledges."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.topics.measurable import found, has_figures, measurables
from index.topics.model import Statement, StatementKind


def pledge(text: str, kind: StatementKind = StatementKind.PLEDGE) -> Statement:
    return Statement(0, len(text), text, kind, carries=True)


def marked(text: str) -> list[tuple[str, str]]:
    return [(one.kind.value, text[one.start : one.end]) for one in measurables(pledge(text))]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("We will spend £151m on parks.", [("money", "£151m")]),
        ("An extra £1.9 billion a year for wardens.", [("money", "£1.9 billion a year")]),
        ("Give every warden £1,200.", [("number", "every warden"), ("money", "£1,200")]),
        ("Cut the charge by 20p.", [("money", "20p")]),
        ("Two million pounds for benches.", [("money", "Two million pounds")]),
        ("Hire 2,000 more wardens.", [("number", "2,000")]),
        ("Cut waiting by 30 per cent.", [("number", "30 per cent")]),
        ("Cut waiting by 30%.", [("number", "30%")]),
        ("Open fifteen lidos and twenty-one parks.", [("number", "fifteen"), ("number", "twenty-one")]),
        ("Plant a million trees.", [("number", "a million")]),
        ("Halve the charge and double the number of wardens.", [("number", "Halve"), ("number", "double")]),
        ("Open the lido by 2030.", [("date", "by 2030")]),
        ("Open the lido by the end of the parliament.", [("date", "by the end of the parliament")]),
        ("Answer within 48 hours.", [("date", "within 48 hours")]),
        ("Act in our first 100 days.", [("date", "in our first 100 days")]),
        ("A yearly check from April 2026.", [("date", "April 2026")]),
        ("A warden in every borough.", [("place", "in every borough")]),
        ("A warden in every single London ward.", [("place", "in every single London ward")]),
        ("Rhoi £3 miliwn y flwyddyn i barciau.", [("money", "£3 miliwn y flwyddyn")]),
        ("A lido in every London district.", [("place", "in every London district")]),
        ("A lido in each of our towns, and one for each town.", [("place", "each town")]),
        ("Agor 40 parc erbyn 2030.", [("number", "40"), ("date", "erbyn 2030")]),
        (
            "Hire 500 wardens in Wales by 2027 for £3m.",
            [("number", "500"), ("date", "by 2027"), ("money", "£3m")],
        ),
    ],
)
def test_sums_numbers_dates_and_every_place_of_a_kind_are_found(sentence: str, parts: list[tuple[str, str]]) -> None:
    assert marked(sentence) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Answer every 999 call and every 101 call.",
        "Wardens on duty 24/7.",
        "Repeal Section 12 of the Parks Act 1996.",
        "End the two-child limit.",
        "We stand by the 2010 Parks Act.",
        "The City of London Police will patrol.",
        "Everyone should have a park.",
        "We will act at once, and no one will be left out.",
        "The first duty of wardens comes second to none.",
        "Wardens in London will have what they need.",
        "New parks across Northern Ireland and in Leeds.",
        "Plant trees nationwide.",
        "Clean parks throughout the capital.",
        "Gates will open across the country.",
        "A new lido in Wales.",
    ],
)
def test_names_bare_places_and_figures_of_speech_measure_nothing(sentence: str) -> None:
    assert marked(sentence) == []


def test_parts_are_told_by_their_places_in_the_passage() -> None:
    text = "We hire 20 wardens. We open 30 parks."
    second = Statement(20, len(text), text[20:], StatementKind.PLEDGE, carries=True)
    assert [text[one.start : one.end] for one in measurables(second)] == ["30"]


def test_what_is_no_pledge_has_no_measurable_parts() -> None:
    told = pledge("We hired 20 wardens.", StatementKind.RECORD)
    assert measurables(told) == ()
    assert not has_figures(told)


def test_a_place_alone_is_no_figure() -> None:
    assert has_figures(pledge("A warden in Leeds by 2027."))
    assert not has_figures(pledge("A warden in Leeds."))


@given(st.text(alphabet="0123456789,. £%mk two hundred and by the end of in every", max_size=60))
def test_parts_stand_in_order_and_never_overlap(text: str) -> None:
    parts = measurables(pledge(text))
    assert all(one.start < one.end <= len(text) for one in parts)
    assert all(one.end <= after.start for one, after in pairwise(parts))


def test_long_rows_of_figures_take_no_longer_than_their_length() -> None:
    def seconds(text: str) -> float:
        taken = []
        for _ in range(3):  # the least: what else the machine does is not ours
            found.cache_clear()
            begun = time.process_time()
            found(text)
            taken.append(time.process_time() - begun)
        return min(taken)

    assert seconds("1,000 " * 4000) < 40 * max(seconds("1,000 " * 400), 0.002)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will spend £3m on parks.",
        "Hire 400 wardens.",
        "A warden in every park.",
        "A named warden for each borough.",
        "Give every child a free swim.",
        "Open the lido by 2030.",
        "Open the lido in 2031.",
        "The lido will be opened in 2031.",
        "Add 40 beds since the need is great.",
        "Open the lido within two years.",
        "Halve litter in ten years.",
        "Review the charge every year.",
        "One in three wardens will be a woman.",
        "Publish the figures in March 2029.",
        "Cut waits to under 15 minutes.",
        "End it in the next parliament.",
    ],
)
def test_sums_targets_dates_ahead_and_every_one_of_a_kind_are_numbers(sentence: str) -> None:
    assert has_figures(pledge(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Open new lidos in Scotland.",
        "Hire wardens across the country.",
        "Reverse what was cut since 2010.",
        "Put back what was lost between 2010 and 2017.",
        "Undo the cuts of the last ten years.",
        "Free swims for under 18s.",
        "Help people aged 16 to 24 to swim.",
        "Give a pass to anyone over 65.",
        "Give 16-year-olds a pass.",
        "Do what we say on page 34.",
        "Do more (see pages 34-36).",
        "Bring back the 2009 rules.",
        "As we said in 2015, open the lido.",
        "Give swimmers a say every time.",
        "Go back to the share of 2015.",
        "Bring back the rules that were scrapped in 2015.",
        "Make every effort to open the lido.",
        "Help 16 and 17-year-olds to swim.",
    ],
)
def test_places_baselines_ages_and_pages_are_none(sentence: str) -> None:
    assert not has_figures(pledge(sentence))
