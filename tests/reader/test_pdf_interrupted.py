"""Text of a PDF that something stands beside, between or over: notes, boxes, portraits, badges, initials, print."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from typeset import Press, of_kind, paragraph, read, texts, wrapped

from reader.model import Kind

BLUE = (0.1, 0.2, 0.7)
SHOUT = "Nobody shall sail in the dark any more, says Ada Lamp"
NAMES = "The old quay of the Harbour Council of Little Harbour and Saint Ferry will be mended."


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("note", ["See chapter 4.", "Nine wells were dug here in the year before last, all by hand."])
@pytest.mark.parametrize("row", [0, 3, 9])
@pytest.mark.parametrize("gap", [8, 24])
def test_notes_in_the_margin_do_not_cut_the_sentences_beside_them(
    tmp_path: Path, side: str, note: str, row: int, gap: int
) -> None:
    press = Press()
    text, margin = (40, 300 + gap) if side == "right" else (120 + gap, 40)
    width = 250
    press.column(text, 60, width, paragraph(10, 6))
    press.column(margin, 60 + 12.5 * row, 75, note, 7)
    assert sorted(texts(read(press, tmp_path))) == sorted([paragraph(10, 6), note])


@pytest.mark.parametrize("row", [2, 6])
def test_a_paragraph_goes_on_under_a_box_that_stands_between_its_lines(tmp_path: Path, row: int) -> None:
    press = Press()
    lines = wrapped(paragraph(10, 6), 340)
    for at, line in enumerate(lines):
        press.line(40, 60 + 12.5 * at + (60 if at >= row else 0), line)
    press.column(80, 60 + 12.5 * row + 14, 260, SHOUT, 14, "hebo", BLUE)
    found = texts(read(press, tmp_path))
    assert found[0] == paragraph(10, 6)
    assert len(found) == 2


def test_a_paragraph_that_is_complete_does_not_take_the_one_below_the_box(tmp_path: Path) -> None:
    press = Press()
    below = press.column(40, 60, 340, paragraph(10))
    below = press.column(80, below + 24, 260, SHOUT, 14, "hebo", BLUE)
    press.column(40, below + 24, 340, paragraph(20))
    found = texts(read(press, tmp_path))
    assert [found[0], found[2]] == [paragraph(10), paragraph(20)]


@pytest.mark.parametrize("size", [8.5, 10])
def test_text_of_two_columns_under_the_box_of_a_portrait_is_no_caption(tmp_path: Path, size: float) -> None:
    press = Press(height=700)
    for page in range(2):
        press.column(40, 60, 340, paragraph(40 * page, 12))
        press.new_page()
    press.image(150, 60, 400, 640)
    for x in (40, 220):
        below = 80.0
        for start in range(4):
            below = press.column(x, below, 160, paragraph(100 + x + 10 * start, 1), size) + 20
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.CAPTION) == []


@pytest.mark.parametrize("x", [213, 217])
def test_numbers_in_badges_that_reach_into_the_gutter_do_not_join_the_columns(tmp_path: Path, x: float) -> None:
    press = Press()
    press.column(40, 60, 172, paragraph(10, 8))
    for number in range(4):
        press.line(x, 60 + 62.5 * number, str(number + 1), 10, "hebo", BLUE)
        press.column(x + 14, 60 + 62.5 * number, 150, paragraph(30 + number, 1))
    found = texts(read(press, tmp_path))
    assert found[0] == paragraph(10, 8)
    assert [text.removeprefix(f"{at + 1} ") for at, text in enumerate(found[1:])] == [
        paragraph(30 + at, 1) for at in range(4)
    ]


@pytest.mark.parametrize("width", [150, 160, 170])
def test_a_paragraph_of_one_line_at_a_columns_foot_goes_on_in_the_next(tmp_path: Path, width: float) -> None:
    press = Press()
    below = press.column(40, 60, width, paragraph(20, 3))
    first, *rest = wrapped(
        "The old quay of the Harbour Council of Little Harbour and Saint Ferry will be mended.", width
    )
    press.line(40, below + 24, first)
    for at, line in enumerate(rest):
        press.line(220, 60 + 12.5 * at, line)
    press.column(220, 60 + 12.5 * len(rest) + 12, width, paragraph(30, 3))
    assert texts(read(press, tmp_path))[1] == " ".join((first, *rest))


def test_a_short_line_at_a_columns_foot_stays_alone(tmp_path: Path) -> None:
    press = Press()
    below = press.column(40, 60, 160, paragraph(20, 3))
    press.line(40, below + 24, "Ada Lamp")
    press.column(220, 60, 160, paragraph(30, 3))
    assert texts(read(press, tmp_path))[1:] == ["Ada Lamp", paragraph(30, 3)]


@pytest.mark.parametrize(
    "again", ["harbour council", "We mend", "the wells", "We mend the harbour council", "wells of the quay"]
)
def test_words_that_are_printed_over_words_are_read_once(tmp_path: Path, again: str) -> None:
    press = Press()
    whole = "We mend the harbour council and dig the wells"
    press.line(40, 60, whole)
    start = whole.index(again) if again in whole else whole.index("wells")
    press.line(40.6 + pymupdf.get_text_length(whole[:start], "helv", 10), 60.3, again)
    assert " ".join(texts(read(press, tmp_path))) in (whole, whole + " of the quay")


def test_a_word_that_stands_twice_is_read_twice(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "We mend and mend")
    press.line(135, 60, "mend again")
    assert " ".join(texts(read(press, tmp_path))) == "We mend and mend mend again"


@pytest.mark.parametrize(
    ("initial", "rest", "begins"),
    [
        ("A", "harbour is what its people make of it, and we will mend every lamp", "A harbour is"),
        ("W", "e will mend every lamp of the harbour before the winter comes to us", "We will mend"),
        ("I", "believe that every lamp of the harbour shall be mended before winter", "I believe that"),
        ("We", "will mend every lamp of the harbour before the winter comes to us", "We will mend"),
    ],
)
def test_an_initial_is_a_word_where_the_document_has_it_as_one(
    tmp_path: Path, initial: str, rest: str, begins: str
) -> None:
    press = Press()
    width = pymupdf.get_text_length(initial, "helv", 33)
    press.line(40, 84, initial, 33)
    lines = wrapped(rest, 130)
    for at, line in enumerate(lines):
        press.line(44 + width if at < 2 else 40, 70 + 12.5 * at, line)
    press.column(40, 160, 340, "We will not rest. I believe in a harbour, and I will say so. " + paragraph(10))
    assert texts(read(press, tmp_path))[0].startswith(begins)


@pytest.mark.parametrize("mark", ["(vii)", "(a)", "3)", "1.1.", "2.10.3."])
def test_numbers_tight_on_their_words_and_numbers_of_several_parts_begin_items(tmp_path: Path, mark: str) -> None:
    press = Press()
    below = press.column(40, 60, 340, paragraph(10))
    glue = "" if mark.endswith(")") else " "
    press.line(40, below + 20, f"{mark}{glue}Mend the quay and the lamps.")
    press.line(40, below + 40, f"{mark}{glue}Light the lanes and the wells.")
    items = of_kind(read(press, tmp_path), Kind.LIST_ITEM)
    assert [item.text for item in items] == ["Mend the quay and the lamps.", "Light the lanes and the wells."]
    assert {item.marker for item in items} == {mark}


ITEMS = ("lamps in every lane", "a second ferry", "deeper wells", "a longer quay")


@pytest.mark.parametrize("gap", [0, 6])
def test_short_indented_lines_under_a_lead_in_are_a_list(tmp_path: Path, gap: int) -> None:
    press = Press()
    below = press.column(40, 60, 340, f"{paragraph(10, 2)} In short, we want:") + gap
    for item in ITEMS:
        below += 12.5
        press.line(60, below, item)
    press.column(40, below + 12.5 + gap, 340, paragraph(20))
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.LIST_ITEM) == list(ITEMS)
    assert texts(manifesto, Kind.PARAGRAPH) == [f"{paragraph(10, 2)} In short, we want:", paragraph(20)]


@pytest.mark.parametrize("indent", [0, 20])
def test_text_under_a_lead_in_that_fills_its_lines_is_no_list(tmp_path: Path, indent: int) -> None:
    press = Press()
    below = press.column(40, 60, 340, "The council said of it:")
    press.column(40 + indent, below + 12.5, 340 - indent, paragraph(10, 3))
    assert texts(read(press, tmp_path), Kind.LIST_ITEM) == []


def test_short_lines_that_are_not_indented_are_no_list(tmp_path: Path) -> None:
    press = Press()
    for at, line in enumerate(("We want:", *ITEMS)):
        press.line(40, 60 + 12.5 * at, line)
    press.column(40, 160, 340, paragraph(20))
    assert texts(read(press, tmp_path), Kind.LIST_ITEM) == []


@pytest.mark.parametrize("x", [40, 310])
def test_a_sentence_goes_on_over_the_page_between_notes_in_the_margin(tmp_path: Path, x: float) -> None:
    press = Press()
    lines = wrapped(paragraph(10, 8), 170)
    for page in range(2):
        for at, line in enumerate(lines[12 * page : 12 * page + 12]):
            press.line(130, 60 + 12.5 * at, line)
        press.column(x, 60, 70, "See what the council said of wells in the year before last.", 7)
        press.new_page()
    assert paragraph(10, 8).startswith(texts(read(press, tmp_path))[0 if x > 130 else 1])
    assert " ".join(lines[:24]) in texts(read(press, tmp_path))
