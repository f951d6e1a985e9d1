"""However a number, an abbreviation, a word for all genders or a mutated word is written, each way finds the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.query import NotUnderstood, parse
from index.search import Searcher

# For each language, groups of ways to write one thing; each way is typed, and stands in a passage of its own.
GROUPS: dict[str, list[list[str]]] = {
    "en": [
        ["12,000", "12000", "12 000", "12\u00a0000", "12\u2009000", "12\u202f000", "12'000", "12’000"],
        ["£3,500", "£3500", "£3 500", "£3\u202f500", "£ 3 500"],
        ["7,250", "7250", "7 250"],
        ["£27m", "£27 million", "£27 m", "£27-million", "£27,000,000", "27mn", "£27 000 000"],
        ["1.5 billion", "1,500,000,000", "1.5bn"],
        ["B. T. P.", "B.T.P.", "BTP", "B T P"],
        ["R & D", "R&D", "R and D"],
        ["9%", "9 per cent", "9 percent", "9 %"],
        ["antisocial", "anti-social", "anti social"],
        ["nonpayment", "non-payment", "non payment"],
        ["O’Hara", "O'Hara", "OHara"],
        ["protégé", "protege", "protégés", "proteges"],
    ],
    "de": [
        ["12.000", "12000", "12 000", "12’000"],
        ["Wähler", "Wähler*innen", "Wähler:innen", "Wähler_innen", "WählerInnen", "Wähler/-innen", "Wähler(innen)"],
        ["Mieterin", "Mieter*in", "Mieter:in", "Mieter/in"],
        ["Prüfung", "Pruefung", "Prüfungen"],
    ],
    "fr": [
        ["12 000", "12\u202f000", "12.000", "12000"],
        ["conducteur", "conducteur·rice·s", "conducteur.rice.s", "conducteurs"],
        ["habitant", "habitant·e·s", "habitant(e)s", "habitant-e-s", "habitante"],
        ["santé", "sante"],
    ],
    "es": [
        ["12.000", "12 000", "12000"],
        ["vecinos", "vecin@s", "vecinxs", "vecinos/as", "vecines", "vecinas"],
        ["atención", "atencion"],
    ],
    "it": [["amici", "amic*", "amicə"]],
    "cy": [
        ["Pontypridd", "Bontypridd", "Mhontypridd", "Phontypridd"],
        ["gwlad", "wlad", "ngwlad"],
        ["tân", "tan", "dân", "thân", "nhân"],
    ],
}


def pairs() -> list[tuple[str, int]]:
    return [(language, number) for language, groups in GROUPS.items() for number in range(len(groups))]


@pytest.fixture(scope="module")
def searchers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Searcher]:
    made = {}
    for language, groups in GROUPS.items():
        text = "\n".join(f"x {way} x" for group in groups for way in group)
        made[language] = Searcher(Indexed(tmp_path_factory.mktemp(language), Written(text, language=language)).home)
    return made


@pytest.mark.parametrize(("language", "number"), pairs())
def test_each_way_finds_all_ways_and_nothing_else(searchers: dict[str, Searcher], language: str, number: int) -> None:
    ways = GROUPS[language][number]
    for typed in (way for way in ways if not way.endswith("*")):
        found = {hit.text for hit in searchers[language].search(typed).hits}
        assert found == {f"x {way} x" for way in ways}, typed


@pytest.mark.parametrize(
    ("text", "typed", "is_found"),
    [
        ("In 2017 500 officers left.", "2017500", False),
        ("In 2017 500 officers left.", "500", True),
        ("In ward 24 500 officers left.", "500", True),
        ("Points 1, 2, 3 and 4", "123", False),
        ("It grew by 1.5 a year", "15", False),
        ("Dial 0800 123 456", "0800123456", False),
        ("Plan B. A new start", "BA", False),
        ("Smith & Co operate here", "cooperate", False),
        ("A banded area and elsewhere", "A&E", False),
        ("£27 m wide banners", "27 million", True),
        ("27 m wide banners", "27 million", False),
    ],
)
def test_what_stands_side_by_side_is_not_glued(tmp_path: Path, text: str, typed: str, *, is_found: bool) -> None:
    made = Indexed(tmp_path, Written(text))
    with Searcher(made.home) as searcher:
        assert bool(searcher.search(typed).hits) is is_found


SHAPES = "xenophobia homophobia\nwoman and women\nunemployment\ngovernment policy\nwomen walk home"


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("*phobia", [0]),
        ("wom?n", [1, 4]),
        ("wom?n?", [1, 4]),
        ("un*ment", [2]),
        ("*ment", [2, 3]),
        ('"wom?n w*"', [4]),
        ('"*ment policy"', [3]),
        ("*homo*", [0]),
        ("w?", []),
        ("policy?", [3]),
    ],
)
def test_stars_and_question_marks_stand_for_letters(tmp_path: Path, typed: str, lines: list[int]) -> None:
    made = Indexed(tmp_path, Written(SHAPES))
    with Searcher(made.home) as searcher:
        found = sorted(hit.text for hit in searcher.search(typed).hits)
    assert found == sorted(SHAPES.split("\n")[line] for line in lines)


def test_a_shape_that_nearly_every_word_has_is_answered_with_what_to_do(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(" ".join(f"{chr(97 + n % 26)}{n}s" for n in range(1100))))
    with (
        Searcher(made.home) as searcher,
        pytest.raises(NotUnderstood, match="More than 1,000 words fit “\\*s”") as told,
    ):
        searcher.search("*s")
    assert "more letters" in told.value.advice


def test_a_topic_has_stars_at_the_ends_of_words_alone() -> None:
    assert parse("polic*")
    with pytest.raises(NotUnderstood, match="at the end of a word"):
        parse('"a *phobia" OR fear')
