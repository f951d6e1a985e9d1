"""Text is taken apart into the same words for indexing, for asking and for marking."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analysis import Sieve, analyser, language_code
from index.folding import fold


def stems(text: str, language: str = "en") -> list[str]:
    return [word.stem for word in analyser(language).words(text)]


def exacts(text: str, language: str = "en") -> list[str]:
    return [word.exact for word in analyser(language).words(text)]


def test_forms_of_an_english_word_share_a_stem_and_keep_their_own_form() -> None:
    assert stems("pledge pledges pledged") == ["pledg"] * 3
    assert exacts("Pledge PLEDGES pledged") == ["pledge", "pledges", "pledged"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "ʼ"])
def test_possessives_are_the_word_itself_whatever_the_apostrophe(apostrophe: str) -> None:
    assert exacts(f"women{apostrophe}s refuge") == ["women", "refuge"]
    assert stems(f"women{apostrophe}s refuge")[0] == stems("women")[0]


def test_a_plural_possessive_and_a_closing_quotation_mark_are_not_part_of_the_word() -> None:
    assert exacts("the nurses’ pay, ‘fair’ pay") == ["the", "nurses", "pay", "fair", "pay"]


def test_contractions_stay_one_word_with_a_straight_apostrophe() -> None:
    assert exacts("we’ll don't") == ["we'll", "don't"]


def test_languages_that_join_words_with_an_apostrophe_part_them() -> None:
    assert exacts("i’r heddlu", "cy") == ["i", "r", "heddlu"]
    assert exacts("l'eau d’État", "fr") == ["l", "eau", "d", "etat"]


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_hyphens_part_words(hyphen: str) -> None:
    assert exacts(f"stop{hyphen}and{hyphen}search") == ["stop", "and", "search"]


def test_a_word_of_two_parts_is_there_whole_as_well_at_either_part() -> None:
    words = [(word.position, word.exact) for word in analyser("en").words("we co-ordinate it")]
    assert words == [(0, "we"), (1, "co"), (1, "coordinate"), (2, "ordinate"), (2, "coordinate"), (3, "it")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("£1,300", ["1300"]),
        ("1,300", ["1300"]),
        ("1,234,567.50", ["1234567.50"]),
        ("£151m", ["151", "million"]),
        ("€1.2bn", ["1.2", "billion"]),
        ("9.5%", ["9.5", "percent"]),
        ("24/7", ["24", "7"]),
        ("10,20", ["10", "20"]),
        ("20mph zones", ["20mph", "zones"]),
        ("1970's", ["1970"]),
        ("2017–18", ["2017", "18"]),
    ],
)
def test_numbers(text: str, words: list[str]) -> None:
    assert exacts(text) == words


def test_german_numbers_are_grouped_by_points() -> None:
    assert exacts("1.300 Wohnungen, 1,5 Prozent", "de") == ["1300", "wohnungen", "1.5", "prozent"]


def test_abbreviations_with_points_and_ampersands() -> None:
    assert exacts("the U.K. and R&D, Roads&Rail") == ["the", "uk", "and", "r&d", "roads", "rail"]


def test_a_full_stop_without_a_space_parts_words() -> None:
    assert exacts("our nation.The plan") == ["our", "nation", "the", "plan"]


def test_accents_ligatures_and_what_cannot_be_seen_are_folded() -> None:
    assert exacts("Café cafe\u0301 of\ufb01ce soft\u00adware naïve Ærø straße") == [
        "cafe",
        "cafe",
        "office",
        "software",
        "naive",
        "aero",
        "strasse",
    ]


def test_footnote_numbers_are_not_part_of_the_word() -> None:
    assert exacts("nurses² CO₂") == ["nurses", "co2"]


def test_unknown_languages_and_welsh_are_folded_but_not_stemmed() -> None:
    assert stems("Dŵr glân", "cy") == ["dwr", "glan"]
    assert stems("running waters", "und") == ["running", "waters"]


def test_words_cover_what_stands_in_the_text() -> None:
    text = "🏘️ The women’s £151m plan"
    spans = [text[word.start : word.end] for word in analyser("en").words(text)]
    assert spans == ["The", "women’s", "£151m", "£151m", "plan"]


@pytest.mark.parametrize(
    ("given_as", "code"),
    [("en", "en"), ("en-GB", "en"), ("English", "en"), ("Welsh", "cy"), ("Cymraeg", "cy"), ("deutsch", "de")],
)
def test_languages_are_known_by_code_and_name(given_as: str, code: str) -> None:
    assert language_code(given_as) == code


def test_a_language_that_nobody_knows_is_undetermined() -> None:
    assert language_code("") == language_code("Klingon") == "und"


@settings(max_examples=150)
@given(st.text(max_size=60), st.sampled_from(["en", "cy", "de", "fr", "und"]))
def test_positions_for_the_index_are_those_of_the_words_for_marking(text: str, language: str) -> None:
    words = analyser(language).words(text)
    found_stems, found_exacts, end = analyser(language).positions(text)
    assert found_stems == _by_term((word.stem, word.position) for word in words)
    assert found_exacts == _by_term((word.exact, word.position) for word in words)
    assert end == max((word.position for word in words), default=-1) + 1
    assert all(0 <= word.start < word.end <= len(text) and word.exact for word in words)


@given(
    st.text("Pp oliceCO-'’s.,1£m\n", max_size=60),
    st.frozensets(st.sampled_from(["polic", "co", "1", "p"])),
    st.frozensets(st.sampled_from(["police", "c", "1"])),
    st.sampled_from([(), ("po",), ("c", "1")]),
)
def test_a_sieve_gives_the_wanted_words_as_they_are_among_all(
    text: str, wanted: frozenset[str], exact: frozenset[str], begun: tuple[str, ...]
) -> None:
    whole = analyser("en").words(text)
    chosen = [word for word in whole if word.stem in wanted or word.exact in exact or word.exact.startswith(begun)]
    assert Sieve("en", wanted, exact, begun).words(text) == chosen


@settings(max_examples=100)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def _by_term(pairs: object) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for term, position in pairs:  # type: ignore[attr-defined]  # pairs of a generator
        places.setdefault(term, []).append(position)
    return places


@pytest.mark.parametrize("language", ["sk", "cs", "pl", "el", "uk", "hr", "et", "ca", "gl", "ga", "mt", "is", "af", ""])
def test_words_of_a_language_without_a_stemmer_are_found_as_they_stand(language: str) -> None:
    found = analyser(language_code(language))
    assert {word.stem for word in found.words("politicians policing Volební")} >= {"politicians", "policing"}
