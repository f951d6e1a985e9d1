"""Headings of every style that a document uses for them, and what is set like them and heads nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from typeset import BLACK, Colour, Press, of_kind, paragraph, read, sentence, texts

from reader.model import Kind

NAMES = ("Quays", "Ferries", "Lamps", "Wells", "Markets", "Lanes", "Schools", "Bridges")
BLUE: Colour = (0.1, 0.2, 0.7)


def under_headings(
    press: Press, size: float, font: str, colour: Colour, gap: float, form: str = "{} for all"
) -> list[str]:
    """Eight short sections on two pages, each with a heading set so, its baseline `gap` points over the paragraph."""
    titles = []
    for page in range(2):
        if page:
            press.new_page()
        y = 60.0
        for name in NAMES[4 * page : 4 * page + 4]:
            titles.append(form.format(name))
            press.line(40, y, titles[-1], size, font, colour)
            y = press.column(40, y + gap, 340, paragraph(10 * len(titles), 3)) + 26
    return titles


@pytest.mark.parametrize(
    ("size", "font", "colour"),
    [
        (10, "hebo", BLACK),
        (10, "helv", BLUE),
        (10, "heit", BLUE),
        (11, "hebo", BLACK),
        (11.5, "helv", BLACK),
        (10, "hebi", BLUE),
    ],
)
@pytest.mark.parametrize("gap", [12.5, 16])
def test_subheads_near_the_body_s_size_are_headings_apart_or_tight(
    tmp_path: Path, size: float, font: str, colour: Colour, gap: float
) -> None:
    press = Press()
    titles = under_headings(press, size, font, colour, gap)
    assert texts(read(press, tmp_path), Kind.HEADING) == titles


@pytest.mark.parametrize("form", ["{} FOR ALL", "{} for whom?", "1.1 {} for all"])
def test_bold_capitals_questions_and_numbers_are_headings(tmp_path: Path, form: str) -> None:
    press = Press()
    titles = under_headings(press, 10, "hebo", BLACK, 15, form)
    assert texts(read(press, tmp_path), Kind.HEADING) == titles


@pytest.mark.parametrize("end", [":", "..."])
def test_a_larger_heading_may_end_in_a_colon_or_dots(tmp_path: Path, end: str) -> None:
    press = Press()
    titles = under_headings(press, 14, "hebo", BLACK, 20, "{} we want" + end)
    assert texts(read(press, tmp_path), Kind.HEADING) == titles


def test_a_chevron_before_a_coloured_bold_line_does_not_make_it_an_item(tmp_path: Path) -> None:
    press = Press()
    under_headings(press, 12, "hebo", BLUE, 18, "> {} for all")
    headings = texts(read(press, tmp_path), Kind.HEADING)
    assert [heading.lstrip("> ") for heading in headings] == [f"{name} for all" for name in NAMES]


@pytest.mark.parametrize("words", ["A quay is a promise made of stone.", "Nobody should wait for a ferry in the dark."])
def test_pull_quotes_are_no_headings(tmp_path: Path, words: str) -> None:
    press = Press()
    for page in range(4):
        if page:
            press.new_page()
        press.line(40, 60, f"{NAMES[page]} for all", 18, "hebo")
        below = press.column(40, 90, 340, paragraph(10 * page, 4))
        press.column(60, below + 40, 300, f'"{words}"', 15, "heit", BLUE)
        press.column(40, below + 100, 340, paragraph(10 * page + 5, 4))
    assert texts(read(press, tmp_path), Kind.HEADING) == [f"{name} for all" for name in NAMES[:4]]


@pytest.mark.parametrize(
    "words", ["ISBN 978 0 00 000000 2", "LH1 4QY", "www.little-harbour.example", "Ada Lamp, harbour master"]
)
def test_numbers_addresses_and_signatures_at_the_end_are_no_headings(tmp_path: Path, words: str) -> None:
    press = Press()
    titles = under_headings(press, 14, "hebo", BLACK, 20)
    press.line(40, 560, words, 12, "hebo")
    assert texts(read(press, tmp_path), Kind.HEADING) == titles


def test_who_spoke_a_quotation_is_no_heading(tmp_path: Path) -> None:
    press = Press()
    titles = under_headings(press, 14, "hebo", BLACK, 20)
    press.new_page()
    press.column(40, 60, 340, f'"{sentence(3)} {sentence(4)}"', 10, "heit")
    press.line(40, 110, "Ada Lamp, harbour master", 10, "hebo")
    press.column(40, 140, 340, paragraph(70, 4))
    assert texts(read(press, tmp_path), Kind.HEADING) == titles


def test_coloured_chapters_and_black_subheads_of_one_size_have_two_levels(tmp_path: Path) -> None:
    press = Press()
    for page in range(4):
        if page:
            press.new_page()
        press.line(40, 60, f"{NAMES[page]} for all", 14, "hebo", BLUE)
        y = press.column(40, 90, 340, paragraph(10 * page, 2))
        for part in ("Who pays", "Who mends"):
            press.line(40, y + 30, f"{part} for {NAMES[page].casefold()}", 14, "hebo")
            y = press.column(40, y + 50, 340, paragraph(10 * page + 3, 2))
    levels = [heading.level for heading in of_kind(read(press, tmp_path), Kind.HEADING)]
    assert levels == [1, 2, 2] * 4


def test_a_listed_line_set_like_the_text_is_a_heading(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "Contents", 16, "hebo")
    for at, name in enumerate(NAMES[:6]):
        press.line(40, 90 + 16 * at, f"{name} for all {'.' * 40} {at + 2}")
    for at, name in enumerate(NAMES[:6]):
        press.new_page()
        press.line(40, 60, f"{name} for all")
        press.column(40, 80, 340, paragraph(10 * at, 4))
    assert texts(read(press, tmp_path), Kind.HEADING) == ["Contents", *(f"{name} for all" for name in NAMES[:6])]


def test_a_long_heading_keeps_to_the_class_of_the_short_ones_and_a_sentence_set_so_does_not(tmp_path: Path) -> None:
    press = Press()
    long = "(9) Limit what the harbour takes from every boat so that no ferry and no lamp is ever paid for twice again"
    titles = under_headings(press, 14, "hebo", BLUE, 18, "(1) {} for all")
    press.new_page()
    y = press.column(40, 60, 300, long, 14, "hebo", BLUE)
    y = press.column(40, y + 18, 340, paragraph(90, 3)) + 30
    y = press.column(40, y, 300, f"{sentence(7)} And so it will stay.", 14, "hebo", BLUE)
    press.column(40, y + 18, 340, paragraph(95, 3))
    assert texts(read(press, tmp_path), Kind.HEADING) == [*titles, long]
