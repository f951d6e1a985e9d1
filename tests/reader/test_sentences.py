"""Sentences of a passage, and that none of its words gets lost between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sentences import sentences


def split(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    "parts",
    [
        ["We will spend £1.5bn.", "It works.", "No. 10 agrees.", "The answer is no.", "We move on."],
        ["Mr. Lamp met Dr. Quay at St. Mary’s.", "He said “We will act now.”", "Then he left."],
        ["We support e.g. lamps, i.e. light.", "The U.K. Government agrees."],
        ["1. Build 1.5 million homes.", "2. Plant trees."],
        ["What now?", "We act!", "“Is it right?” she asked.", "Yes."],
        ["Wardens (incl. PCSOs) etc. will grow.", "Ada B. Lamp won.", "J. K. Quay wrote.", "Plan B.", "We stop."],
        ["Prices rose by 3.5%.", "It is over...", "And more… and less.", "Vote at 8 a.m. on May 2."],
        ["Polls close at 10 p.m.", "Vote early."],
        ["• Bullets here; and more.", "• Next one."],
        ["Visit www.lamps.example.", "Or write to a.b@lamps.example.", "Thanks."],
        ["(We will act.)", "[See above.]", "'Quoted.'", "Done."],
        ["The Act (s. 5) applies.", "See p. 12.", "Section 1.2.", "Done."],
        ["It was he and I.", "They lost."],
        ["A line without a stop"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("de", ["Am 3. Oktober feiern wir.", "Das ist z. B. gut.", "Wir handeln, d.h. wir bauen.", "Nr. 5 folgt."]),
        ("de", ["„Wir handeln.“", "Das sagte er."]),
        ("es", ["El Sr. Pérez llegó.", "¿Qué hacemos?", "¡Actuar!", "La Sra. Díaz dijo que sí."]),
    ],
)
def test_other_languages_have_their_own_abbreviations_and_marks(language: str, parts: list[str]) -> None:
    assert split(" ".join(parts), language) == parts


@pytest.mark.parametrize(
    "number",
    [
        "(12)",
        "[^12]",
        "[a]",
        "(iv)",
        "12",
        "¹²",
        "[13]",
        " [13]",
        "12,13",
        "12–14",
        "[12][13]",
        " [12] [13]",
        "¹˒²",
        "¹·²",
        "*",
        "†",
        "[*]",
    ],
)
@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "en",
            ["We will put lamps on our streets.", "The last council cut them by a third.", "We will open 20 piers."],
        ),
        (
            "en",
            ["Is it right?", "He said “We act now.”", "It rose by 5%.", "The U.K. Government left (at last).", "End"],
        ),
        ("de", ["Wir bauen Straßen.", "Der Anteil stieg um 3 %.", "„Wir handeln.“", "Die Stadt zahlt."]),
        ("fr", ["Nous construirons des ponts.", "Le maire a dit « non ».", "À Paris aussi.", "Fin"]),
        ("el", ["Θα φτιάξουμε δρόμους.", "Το κόστος αυξήθηκε.", "Τέλος"]),
    ],
)
def test_the_number_of_a_note_after_the_stop_ends_the_sentence_with_it(
    number: str, language: str, parts: list[str]
) -> None:
    noted = [*(part + number for part in parts[:-1]), parts[-1]]
    assert split(" ".join(noted), language) == noted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The cost rose by 3.12 million a year"),
        ("en", "The cost rose by £3.12 Million a year"),
        ("en", "They met at No.12 Harbour Street"),
        ("en", "See p.12 The plan for lamps"),
        ("en", "See fig.3 Lamps by year"),
        ("en", "The vote is on 12.10.2027 The poll"),
        ("en", "Table.1 Police numbers"),
        ("en", "It goes by the rules of vol.2 The Quays"),
        ("en", "It was said by Smith et al.[13] in the report"),
        ("en", "It is paid by the fund.12 million more is to come"),
        ("de", "Um 12.30 Uhr gilt Art.5 Grundgesetz nach Abs.2 Satz"),
        ("de", "Die 3.12 Millionen stehen in Nr.4 Haushalt"),
    ],
)
def test_decimals_dates_and_numbers_of_things_end_no_sentence(language: str, text: str) -> None:
    assert split(text, language) == [text]


def test_a_sentence_ends_after_a_year_or_a_name_with_digits_and_the_number_of_a_note() -> None:
    parts = ["We will act by 2027.12", "The council will pay for COVID-19.13", "We will go on."]
    assert split(" ".join(parts)) == parts


def test_numbers_before_the_entries_of_a_list_of_notes_stay_with_them() -> None:
    parts = ["[12] Home Office, 2019.", "[13] The council, Lamps.", "[14] As before."]
    assert split(" ".join(parts)) == parts


def test_sentences_whose_space_was_lost_are_parted_but_addresses_are_not() -> None:
    assert split("We light the lanes.The quay comes next. See a.Lamp and b.example.") == [
        "We light the lanes.",
        "The quay comes next.",
        "See a.Lamp and b.example.",
    ]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(".!? \n“”„'ab1A")), max_size=200))
def test_sentences_ascend_and_hold_everything_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)
    outside = set(range(len(text))) - {at for start, end in spans for at in range(start, end)}
    assert all(text[at].isspace() for at in outside)


def test_a_very_long_text_is_split_quickly() -> None:
    assert len(sentences("We will act. " * 50_000)) == 50_000
