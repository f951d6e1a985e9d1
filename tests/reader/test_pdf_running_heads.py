"""Running heads of every size are furniture; what heads a page once, or by template, is a heading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from typeset import BLACK, Press, paragraph, read, sentence, texts

from reader.model import Kind

NAMES = ("Quays", "Ferries", "Lamps", "Wells", "Markets", "Lanes", "Schools", "Bridges")
BLUE = (0.1, 0.2, 0.7)


def flowing(press: Press, count: int, page: int) -> None:
    """A page of paragraphs whose last sentence goes on on the page after."""
    y = 100.0
    words = paragraph(10 * page, 12).split()
    if page:
        words = ["and", "lamps", "for", "the", "lane", "too.", *words]
    press.column(
        40, y, 340, " ".join([*words, "We", "will", "have", "more", "boats"][: 400 if page < count - 1 else -5])
    )


@pytest.mark.parametrize(("size", "font"), [(9, "helv"), (14, "hebo"), (20, "hebo"), (26, "helv")])
def test_running_heads_of_left_and_right_pages_are_furniture_whatever_their_size(
    tmp_path: Path, size: float, font: str
) -> None:
    press = Press()
    for page in range(8):
        if page:
            press.new_page()
        press.line(
            40, 40, "A plan for Little Harbour" if page % 2 else "What the Lamp Society will do", size, font, BLUE
        )
        flowing(press, 8, page)
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.HEADING) == []
    assert len(texts(manifesto, Kind.FURNITURE)) == 8


def test_running_heads_set_like_the_headings_of_the_text_are_furniture_where_they_cut_sentences(
    tmp_path: Path,
) -> None:
    press = Press()
    for page, name in enumerate(NAMES):
        if page:
            press.new_page()
        press.line(40, 40, "A plan for Little Harbour" if page % 2 else "What the Lamp Society will do", 16, "hebo")
        flowing(press, 8, page)
        for place in (0, 1):
            press.line(40, 330 + 90 * place, f"{name} for {('all', 'children')[place]}", 16, "hebo")
            press.column(40, 350 + 90 * place, 340, paragraph(10 * page + 4 * place, 2))
        press.column(40, 520, 340, "In winter too we will have more boats and quays, lamps at every one of them,")
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.HEADING) == [f"{name} for {who}" for name in NAMES for who in ("all", "children")]


def test_a_running_head_of_one_chapter_is_furniture_and_its_title_stays(tmp_path: Path) -> None:
    press = Press()
    for page in range(12):
        if page:
            press.new_page()
        chapter = ("Quays and ferries", "Lamps and lanes")[page // 6]
        if page % 6 == 0:
            press.line(40, 70, chapter, 26, "hebo")
        else:
            press.line(40, 36, chapter, 16, "hebo", BLUE)
        flowing(press, 12, page)
    assert texts(read(press, tmp_path), Kind.HEADING) == ["Quays and ferries", "Lamps and lanes"]


@pytest.mark.parametrize("chapter", [2, 3, 5])
def test_running_heads_of_short_chapters_are_furniture_beside_that_of_the_book(tmp_path: Path, chapter: int) -> None:
    press = Press()
    for page in range(20):
        if page:
            press.new_page()
        of_chapter = f"{NAMES[page // (2 * chapter)]} for all"
        press.line(40, 36, of_chapter if page % 2 else "The lamp plan of Little Harbour", 18, "hebo", BLUE)
        press.line(40, 80, f"Who pays for {sentence(page)[8:20]}", 12, "hebo")
        press.column(40, 110, 340, paragraph(10 * page, 8))
    manifesto = read(press, tmp_path)
    assert len(texts(manifesto, Kind.FURNITURE)) == 20
    assert len(texts(manifesto, Kind.HEADING)) == 20


@pytest.mark.parametrize(("size", "font"), [(11, "hebo"), (14, "helv"), (20, "hebo")])
def test_chapters_that_begin_at_one_height_are_headings_where_nothing_recurs(
    tmp_path: Path, size: float, font: str
) -> None:
    press = Press()
    for page, name in enumerate(NAMES):
        if page:
            press.new_page()
        press.line(40, 40, f"{name} for all", size, font)
        press.column(40, 70, 340, paragraph(10 * page, 8))
    assert texts(read(press, tmp_path), Kind.HEADING) == [f"{name} for all" for name in NAMES]


def test_a_call_out_at_one_height_of_some_pages_is_not_thrown_away(tmp_path: Path) -> None:
    press = Press()
    for page in range(6):
        if page:
            press.new_page()
        press.line(40, 560, f"We promise {NAMES[page].casefold()} that last a lifetime", 11, "hebo", BLUE)
        press.column(40, 60, 340, paragraph(10 * page, 8))
    assert len(texts(read(press, tmp_path), Kind.FURNITURE)) == 0


def test_numbered_pledges_one_to_a_page_are_text(tmp_path: Path) -> None:
    press = Press()
    for page in range(6):
        if page:
            press.new_page()
        press.line(40, 50, f"Pledge {page + 1}", 18, "hebo")
        press.column(40, 80, 340, paragraph(10 * page, 8))
    assert texts(read(press, tmp_path), Kind.HEADING) == [f"Pledge {number}" for number in range(1, 7)]


def test_titles_set_aslant_head_their_chapters(tmp_path: Path) -> None:
    press = Press()
    for page in range(4):
        if page:
            press.new_page()
        turn = (pymupdf.Point(60, 120), pymupdf.Matrix(1, 1).prerotate(9))
        press.sheet.insert_text((60, 120), f"{NAMES[page]} for all", fontsize=30, fontname="hebo", morph=turn)
        press.column(40, 200, 340, paragraph(10 * page, 8))
    assert texts(read(press, tmp_path), Kind.HEADING) == [f"{name} for all" for name in NAMES[:4]]


def test_promoted_by_inside_a_sentence_is_no_imprint(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10, 8))
    press.line(40, 300, "Sport that is promoted by schools, and printed by no one, is", 8.5)
    press.line(40, 311, "a good thing for all of the harbour and its people.", 8.5)
    press.line(40, 560, "Promoted by A. Lamp on behalf of the Lamp Society", 7)
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.FURNITURE) == ["Promoted by A. Lamp on behalf of the Lamp Society"]


def with_numbered_lines(press: Press, first: int, *, anew: bool, number: Callable[[float, int], None]) -> list[str]:
    """Four pages of three paragraphs whose lines are numbered from `first` on; `number` prints one at a height."""
    wanted, count = [], first
    for page in range(4):
        if page:
            press.new_page()
        count = first if anew else count
        y = 60.0
        for part in range(3):
            wanted.append(paragraph(30 * page + 10 * part, 3))
            last = press.column(60, y, 300, wanted[-1])
            while y <= last + 0.1:
                number(y, count)
                count += 1
                y += 12.5
            y += 6
    return wanted


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("right", [False, True])
@pytest.mark.parametrize(("first", "anew"), [(1, True), (991, False)])
def test_printed_line_numbers_are_furniture_and_cut_nothing(
    tmp_path: Path, *, step: int, right: bool, first: int, anew: bool
) -> None:
    press = Press(height=400)

    def number(y: float, count: int) -> None:
        if count % step == 0:
            press.line(372 if right else 30, y, str(count), 7)

    wanted = with_numbered_lines(press, first, anew=anew, number=number)
    manifesto = read(press, tmp_path)
    assert texts(manifesto) == wanted
    assert {page.label for page in manifesto.pages} == {None}


def test_line_numbers_that_the_file_has_in_the_lines_themselves_are_parted_from_them(tmp_path: Path) -> None:
    press = Press(height=400)

    def number(y: float, count: int) -> None:
        press.line(57.5 - 4.2 * len(str(count)), y, str(count), 7, "cour")

    wanted = with_numbered_lines(press, 991, anew=False, number=number)
    assert texts(read(press, tmp_path)) == wanted


def test_a_numbered_list_of_single_lines_keeps_its_numbers(tmp_path: Path) -> None:
    press = Press()
    for page in range(4):
        if page:
            press.new_page()
        for at in range(8):
            press.line(44, 90 + 14 * at, f"{8 * page + at + 1}.", 9)
            press.line(60, 90 + 14 * at, sentence(8 * page + at)[:50])
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.FURNITURE) == []
    assert len(texts(manifesto)) == 32


@pytest.mark.parametrize("colour", [BLACK, BLUE])
def test_a_page_number_in_the_type_of_the_text_is_furniture(tmp_path: Path, colour: tuple[float, float, float]) -> None:
    press = Press()
    for page in range(5):
        if page:
            press.new_page()
        flowing(press, 5, page)
        press.line(205, 525, str(page + 1), 10, colour=colour)
    assert texts(read(press, tmp_path), Kind.FURNITURE) == ["1", "2", "3", "4", "5"]
