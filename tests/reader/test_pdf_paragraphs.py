"""Paragraphs, list items and words of a PDF, as the reader of the page sees them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pymupdf
import pytest
from typeset import Press, of_kind, paragraph, read, sentence, texts

from reader.model import Kind, Manifesto


def test_paragraphs_are_parted_where_the_lines_are_set_further_apart(tmp_path: Path) -> None:
    press = Press()
    y = 60.0
    for start in (10, 20, 30):
        y = press.column(40, y, 340, paragraph(start)) + 20
    assert texts(read(press, tmp_path)) == [paragraph(10), paragraph(20), paragraph(30)]


def test_paragraphs_are_parted_at_first_lines_that_are_indented(tmp_path: Path) -> None:
    press = Press()
    y = 60.0
    for start in (10, 20, 30):
        first, rest = paragraph(start).split(" ", 9)[:9], paragraph(start).split(" ", 9)[9]
        press.line(60, y, " ".join(first))
        y = press.column(40, y + 12.5, 340, rest) + 12.5
    assert texts(read(press, tmp_path)) == [paragraph(10), paragraph(20), paragraph(30)]


def test_a_bold_line_tight_on_its_paragraph_is_a_heading_of_its_own(tmp_path: Path) -> None:
    press = Press()
    y = press.column(40, 60, 340, paragraph(10)) + 25
    press.line(40, y, "Mending the quay", font="hebo")
    press.column(40, y + 12.5, 340, paragraph(20))
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.HEADING) == ["Mending the quay"]
    assert texts(manifesto, Kind.PARAGRAPH) == [paragraph(10), paragraph(20)]


def test_a_bold_phrase_that_begins_a_paragraph_stays_in_it(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "The quay comes first.", font="hebo")
    width = pymupdf.get_text_length("The quay comes first. ", "hebo", 10)
    press.line(40 + width, 60, "After it we will turn to the lamps and to")
    press.column(40, 72.5, 340, "the ferry. " + paragraph(20))
    (found,) = texts(read(press, tmp_path))
    assert found.startswith("The quay comes first. After it we will turn to the lamps and to the ferry.")


def bullets(press: Press, marks: list[str], font: str, hanging: float = 14) -> None:
    press.column(40, 60, 340, paragraph(10))
    y = 120.0
    for number, mark in enumerate(marks):
        press.line(40, y, mark, font=font)
        y = press.column(40 + hanging, y, 200, paragraph(30 + number, 1)) + 12.5


def test_bullets_begin_list_items_and_are_not_in_their_text(tmp_path: Path) -> None:
    press = Press()
    bullets(press, ["•"] * 3, "helv")
    items = of_kind(read(press, tmp_path), Kind.LIST_ITEM)
    assert [item.text for item in items] == [paragraph(30 + number, 1) for number in range(3)]
    assert all(item.marker in ("•", "·") for item in items)
    assert {item.level for item in items} == {1}


def test_letters_of_a_symbol_font_are_bullets(tmp_path: Path) -> None:
    press = Press()
    bullets(press, ["n", "n", "n"], "zadb")
    items = of_kind(read(press, tmp_path), Kind.LIST_ITEM)
    assert [item.text for item in items] == [paragraph(30 + number, 1) for number in range(3)]


def test_numbers_begin_list_items(tmp_path: Path) -> None:
    press = Press()
    bullets(press, ["1.", "2.", "3."], "helv")
    items = of_kind(read(press, tmp_path), Kind.LIST_ITEM)
    assert [item.marker for item in items] == ["1.", "2.", "3."]
    assert [item.text for item in items] == [paragraph(30 + number, 1) for number in range(3)]


def test_the_first_line_of_an_item_has_its_rectangle_where_its_words_begin(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "12.  We will reopen the old ferry over the river and pay for it")
    press.line(60, 72.5, "out of the purse of the harbour council, this very winter.")
    item = next(iter(of_kind(read(press, tmp_path), Kind.LIST_ITEM)))
    rects = [piece.rect for piece in item.pieces if piece.rect]
    assert abs(rects[0].x0 - rects[1].x0) < 1


def joined_words(tmp_path: Path, first: str, second: str, elsewhere: str = "") -> str:
    press = Press()
    press.column(40, 40, 340, elsewhere or paragraph(50))
    press.line(40, 100, f"The council of the harbour will in the coming year look at its {first}")
    press.line(40, 112.5, f"{second} and at nothing else before the summer has come to an end.")
    return texts(read(press, tmp_path))[-1]


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "whole"),
    [
        ("enter-", "prises", "", "enterprises"),
        ("evidence-", "based", "We ask for evidence. Everything is based on it.", "evidence-based"),
        ("North-", "East", "", "North-East"),
        ("re-", "election", "Their re-election was close and the election dear.", "re-election"),
        ("fore-", "shore", "The foreshore is ours.", "foreshore"),
        ("pre-", "and post-war houses", "", "pre- and post-war houses"),
        ("2017-", "18", "", "2017-18"),
        ("co-", "operation", "", "co-operation"),
        ("enter\u00ad", "prises", "", "enterprises"),
    ],
)
def test_hyphens_at_line_ends_stay_where_they_belong_to_the_word(
    tmp_path: Path, first: str, second: str, elsewhere: str, whole: str
) -> None:
    assert f"look at its {whole} and" in joined_words(tmp_path, first, second, elsewhere)


def check_pieces(manifesto: Manifesto) -> None:
    """Pieces lie in their text, in order; what stands between two of them is at most one space."""
    for block in manifesto.blocks:
        assert block.pieces
        assert block.pieces[0].start == 0
        assert block.pieces[-1].end == len(block.text)
        for piece, following in pairwise(block.pieces):
            assert piece.start < piece.end <= following.start
            assert block.text[piece.end : following.start] in ("", " ")


def test_the_pieces_of_a_joined_word_touch_and_keep_their_own_rectangles(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 100, "The council of the harbour will in the coming year look at its enter-")
    press.line(40, 112.5, "prises and at nothing else before the summer has come to an end.")
    manifesto = read(press, tmp_path)
    check_pieces(manifesto)
    first, second = manifesto.blocks[0].pieces
    assert first.end == second.start
    assert manifesto.blocks[0].text[: first.end].endswith("enter")
    assert first.rect is not None
    assert second.rect is not None
    assert first.rect.y1 <= second.rect.y0 + 4


def test_the_words_in_a_pieces_rectangle_are_the_words_of_the_piece(tmp_path: Path) -> None:
    press = Press()
    bullets(press, ["•"] * 3, "helv")
    manifesto = read(press, tmp_path)
    with pymupdf.open(tmp_path / "leaflet.pdf") as document:
        for block in manifesto.blocks:
            for piece in block.pieces:
                inside = document[0].get_textbox(pymupdf.Rect(*(piece.rect or ()))).split()
                assert inside == block.text[piece.start : piece.end].split()


def test_a_paragraph_goes_on_over_a_page_with_its_foot_and_the_next_ones_head_between(tmp_path: Path) -> None:
    press = Press()
    whole = paragraph(10, 8)
    words = whole.split()
    parts = (words[:70], words[70:130], words[130:])
    for number, part in enumerate(parts):
        press.line(150, 30, "A plan for Little Harbour", 8)
        press.column(40, 80, 340, " ".join(part))
        press.line(205, 575, str(number + 1), 8)
        if number < 2:
            press.new_page()
    manifesto = read(press, tmp_path)
    check_pieces(manifesto)
    (block,) = of_kind(manifesto, Kind.PARAGRAPH)
    assert block.text == whole
    assert [block.pieces[0].page, block.pieces[-1].page] == [1, 3]
    assert [block.pieces[0].label, block.pieces[-1].label] == ["1", "3"]


def test_a_list_item_goes_on_at_the_top_of_the_next_page_without_a_bullet(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 540, "•")
    press.column(54, 540, 200, "We will mend the quay. It has been broken since the storm of the")
    press.new_page()
    press.column(54, 60, 200, "last winter but one. Nobody should wait so long.")
    press.line(40, 100, "•")
    press.column(54, 100, 200, "We will light the lamps.")
    items = texts(read(press, tmp_path), Kind.LIST_ITEM)
    assert items[0] == (
        "We will mend the quay. It has been broken since the storm of the last winter but one. "
        "Nobody should wait so long."
    )
    assert items[1] == "We will light the lamps."


def test_a_drop_cap_begins_the_word_beside_it(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 82, "W", 34)
    press.line(74, 68, "e will begin with the quay, because the quay is where all of us")
    press.line(74, 80.5, "began, and with the ferry, because it takes us over the water.")
    press.column(40, 93, 340, paragraph(10))
    (found,) = texts(read(press, tmp_path))
    assert found.startswith("We will begin with the quay, because the quay is where all of us began, and")


def test_letters_set_far_apart_are_one_word(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "H A R B O U R", 18)
    press.column(40, 100, 340, paragraph(10))
    assert texts(read(press, tmp_path))[0] == "HARBOUR"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_rectangles_are_those_of_the_page_as_shown_however_it_is_turned(tmp_path: Path, turn: int) -> None:
    press = Press()
    press.sheet.set_rotation(turn)
    place = pymupdf.Point(50, 100) * press.sheet.derotation_matrix
    press.sheet.insert_text(place, "We will mend the old quay this winter.", fontsize=11, rotate=turn)
    manifesto = read(press, tmp_path)
    (block,) = of_kind(manifesto, Kind.PARAGRAPH)
    rect = block.pieces[0].rect
    assert rect is not None
    assert (round(rect.x0), manifesto.pages[0].width > manifesto.pages[0].height) == (50, turn in (90, 270))
    assert 85 < rect.y0 < rect.y1 < 106


def test_text_that_follows_a_list_without_a_gap_is_no_part_of_its_last_item(tmp_path: Path) -> None:
    press = Press()
    y = 60.0
    for start in (10, 20):
        press.line(40, y, "•")
        y = press.column(54, y, 200, paragraph(start, 1)) + 12.5
    press.line(40, y, "•")
    press.line(54, y, "A lamp for each lane")
    press.column(40, y + 12.5, 340, paragraph(30))
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.LIST_ITEM) == [paragraph(10, 1), paragraph(20, 1), "A lamp for each lane"]
    assert texts(manifesto, Kind.PARAGRAPH) == [paragraph(30)]


def test_the_words_that_address_the_reader_of_a_letter_stand_alone(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "Dear neighbours,")
    press.column(40, 72.5, 340, paragraph(10))
    assert texts(read(press, tmp_path)) == ["Dear neighbours,", paragraph(10)]


@pytest.mark.parametrize("amounts", [["£2.5 billion", "£11.0 billion", "-£0.4 billion"], ["12%", "7%", "100%"]])
def test_the_rows_of_a_table_are_read_one_by_one_with_their_amounts(tmp_path: Path, amounts: list[str]) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    names = ["Lamps for the lanes", "The ferry", "A new quay"]
    for at, (name, amount) in enumerate(zip(names, amounts, strict=True)):
        press.line(40, 130 + 15 * at, name)
        press.line(380 - pymupdf.get_text_length(amount, "helv", 10), 130 + 15 * at, amount)
    press.column(40, 190, 340, paragraph(20))
    found = texts(read(press, tmp_path))
    assert found == [
        paragraph(10),
        *(f"{name} {amount}" for name, amount in zip(names, amounts, strict=True)),
        paragraph(20),
    ]


def test_justified_lines_are_whole_however_far_apart_their_words_stand(tmp_path: Path) -> None:
    press = Press(width=420)
    wide = ["We", "will", "mend", "every"], ["lamp", "and", "each", "well"]
    for x, start in ((40, 10), (170, 20), (300, 30)):
        press.line(x, 60, "On the old harbour quay", 9)
        width = pymupdf.get_text_length("On the old harbour quay", "helv", 9)
        for row, words in enumerate(wide):
            for at, word in enumerate(words):
                left = x + (width - pymupdf.get_text_length(word, "helv", 9)) * at / (len(words) - 1)
                press.line(left, 71 + 11 * row, word, 9)
        press.column(x, 93, width, paragraph(start), 9)
    found = texts(read(press, tmp_path))
    opening = "On the old harbour quay We will mend every lamp and each well"
    assert found == [f"{opening} {paragraph(start)}" for start in (10, 20, 30)]


@pytest.mark.parametrize("pasted", [True, False])
def test_marks_that_are_drawn_or_pasted_begin_list_items(tmp_path: Path, pasted: bool) -> None:
    press = Press()
    y = press.column(40, 60, 340, paragraph(10)) + 12.5
    for number in range(3):
        if pasted:
            press.image(41, y - 7, 48, y)
        else:
            press.sheet.draw_circle((44, y - 3.5), 2, fill=(0, 0.4, 0))
        y = press.column(54, y, 200, paragraph(30 + number, 1)) + 12.5
    press.column(40, y, 340, paragraph(20))
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.LIST_ITEM) == [paragraph(30 + number, 1) for number in range(3)]
    assert texts(manifesto, Kind.PARAGRAPH) == [paragraph(10), paragraph(20)]
    item = next(iter(of_kind(manifesto, Kind.LIST_ITEM)))
    assert {round(piece.rect.x0) for piece in item.pieces if piece.rect} == {54}


def test_icons_of_addresses_and_a_logo_at_the_foot_of_pages_begin_no_list_items(tmp_path: Path) -> None:
    press = Press()
    for page in range(4):
        press.column(40, 60, 340, paragraph(10 * page))
        press.image(38, 560, 48, 570)
        press.line(54, 570, "A plan for Little Harbour and its lanes", 8)
        press.new_page()
    for at, address in enumerate(("littleharbour.example", "1 Quay Street", "0800 11 22 33")):
        press.image(41, 293 + 20 * at, 48, 300 + 20 * at)
        press.line(54, 300 + 20 * at, address)
    assert of_kind(read(press, tmp_path), Kind.LIST_ITEM) == []


@pytest.mark.parametrize("rows", [3, 8])
def test_columns_of_justified_text_tight_under_a_paragraph_as_wide_as_both_are_columns_still(
    tmp_path: Path, rows: int
) -> None:
    press = Press()
    line = "On the old harbour quay we will mend every lamp and"
    ending = "Nobody shall ever stand in the dark of the lanes."
    width = pymupdf.get_text_length(line, "helv", 10)
    press.width = 2 * width + 150
    press.new_page()
    word = " and a lamp"
    while pymupdf.get_text_length(line + word, "helv", 10) < 2 * width:
        word += " and a lamp"
    whole = line + word + "."
    press.line(40, 60, whole)
    gap = pymupdf.get_text_length(whole, "helv", 10) - 2 * width
    for x in (40, 40 + width + gap):
        for row in range(rows):
            press.line(x, 75 + 12 * row, line if row + 1 < rows else ending)
    first, left, right = texts(read(press, tmp_path))
    assert first == whole
    assert left == right == " ".join([*[line] * (rows - 1), ending])


def test_paragraphs_that_count_themselves_are_a_list(tmp_path: Path) -> None:
    press = Press()
    y = press.column(40, 60, 340, paragraph(1, 2))
    for number in range(1, 5):
        press.line(40, y + 24, str(number))
        y = press.column(54, y + 24, 320, sentence(10 + number))
    press.column(
        40, y + 30, 340, "12 lamps are not enough for a harbour as large as ours, and everybody knows it well."
    )
    manifesto = read(press, tmp_path)
    assert [(one.marker, one.text) for one in of_kind(manifesto, Kind.LIST_ITEM)] == [
        (str(number), sentence(10 + number)) for number in range(1, 5)
    ]
