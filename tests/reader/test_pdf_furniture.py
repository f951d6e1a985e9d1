"""What recurs at the edges of a PDF's pages, what its pages are called, and what they hide."""

from __future__ import annotations

from pathlib import Path

import pytest
from typeset import Press, paragraph, read, texts, wrapped

from reader.model import Kind

WHITE = (1.0, 1.0, 1.0)


def pages(press: Press, count: int, first: int = 1) -> None:
    """Pages of text with a running head, a foot and a number."""
    for number in range(count):
        if number:
            press.new_page()
        press.line(150, 24, "A plan for Little Harbour", 8)
        press.column(40, 80, 340, paragraph(10 * (number + 1)))
        press.line(40, 575, "The Lamp Society", 8)
        press.line(370, 575, str(first + number), 8)


def test_running_heads_feet_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    press = Press()
    pages(press, 4)
    manifesto = read(press, tmp_path)
    assert texts(manifesto) == [paragraph(10 * number) for number in (1, 2, 3, 4)]
    assert set(texts(manifesto, Kind.FURNITURE)) == {
        "A plan for Little Harbour", "The Lamp Society", "1", "2", "3", "4"
    }  # fmt: skip


def test_furniture_does_not_depend_on_the_order_of_pages_or_the_name_of_the_file(tmp_path: Path) -> None:
    press = Press()
    pages(press, 5)
    straight = read(press, tmp_path, "2024-lamps.pdf")
    press.document.select([3, 0, 4, 2, 1])
    mixed = read(press, tmp_path, "zz (final) copy.pdf")
    assert sorted((block.kind, block.text) for block in straight.blocks) == sorted(
        (block.kind, block.text) for block in mixed.blocks
    )


def test_a_heading_at_the_top_of_many_pages_is_not_furniture(tmp_path: Path) -> None:
    press = Press()
    for number in range(5):
        if number:
            press.new_page()
        press.line(40, 60, "Where we are", 18, "hebo")
        press.column(40, 90, 340, paragraph(10 * number))
        press.line(40, 200, "Where we can be", 18, "hebo")
        press.column(40, 230, 340, paragraph(10 * number + 5))
    assert texts(read(press, tmp_path), Kind.HEADING) == ["Where we are", "Where we can be"] * 5


def test_printed_numbers_are_the_labels_and_reach_the_pieces(tmp_path: Path) -> None:
    press = Press()
    pages(press, 4, first=7)
    manifesto = read(press, tmp_path)
    assert [page.label for page in manifesto.pages] == ["7", "8", "9", "10"]
    assert {piece.label for block in manifesto.blocks for piece in block.pieces if piece.page == 3} == {"9"}


def test_a_page_between_numbered_ones_is_counted(tmp_path: Path) -> None:
    press = Press()
    pages(press, 5)
    press.document.delete_page(2)
    press.document.new_page(2, press.width, press.height).insert_text((40, 300), "A harbour at night.")
    assert [page.label for page in read(press, tmp_path).pages] == ["1", "2", "[3]", "4", "5"]


def test_a_year_that_recurs_is_no_page_number(tmp_path: Path) -> None:
    press = Press()
    for number in range(4):
        if number:
            press.new_page()
        press.column(40, 80, 340, paragraph(10 * number))
        press.line(40, 575, f"{number + 3} Lamp Society Plan 2017", 8)
    assert [page.label for page in read(press, tmp_path).pages] == ["3", "4", "5", "6"]


def test_the_files_own_labels_serve_where_none_is_printed(tmp_path: Path) -> None:
    press = Press()
    for number in range(4):
        if number:
            press.new_page()
        press.column(40, 80, 340, paragraph(10 * number))
    press.document.set_page_labels(
        [{"startpage": 0, "style": "r", "firstpagenum": 1}, {"startpage": 2, "style": "D", "firstpagenum": 1}]
    )
    assert [page.label for page in read(press, tmp_path).pages] == ["i", "ii", "1", "2"]


def test_printed_numbers_win_over_the_files_labels(tmp_path: Path) -> None:
    press = Press()
    pages(press, 3, first=5)
    press.document.set_page_labels([{"startpage": 0, "style": "r", "firstpagenum": 1}])
    assert [page.label for page in read(press, tmp_path).pages] == ["5", "6", "7"]


def test_text_that_the_page_hides_is_furniture(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 80, 340, paragraph(10))
    press.line(40, 300, "White on white", colour=WHITE)
    press.line(60, 450, "Under the picture")
    press.image(40, 400, 380, 560)
    press.sheet.draw_rect((40, 320, 380, 360), fill=(0, 0, 0.5))
    press.line(60, 345, "White on blue.", colour=WHITE)
    manifesto = read(press, tmp_path)
    assert texts(manifesto) == [paragraph(10), "White on blue."]
    assert set(texts(manifesto, Kind.FURNITURE)) == {"White on white", "Under the picture"}


@pytest.mark.parametrize("size", [9, 28])
@pytest.mark.parametrize("panel", [(0.5, 0.5, 0.55), (0.1, 0.5, 0.2), (0.9, 0.4, 0)])
def test_white_lines_on_a_panel_are_read_though_one_text_object_has_lines_above_and_below_it(
    tmp_path: Path, size: float, panel: tuple[float, float, float]
) -> None:
    press = Press()
    above, below = "The lamps above the panel reach as far to the right as it does.", "The lamps below it do not."
    press.sheet.insert_text((60, 80), [above, *[""] * 30, below], fontsize=10)
    press.sheet.draw_rect((40, 160, 380, 260), color=None, fill=panel)
    press.line(60, 220, "Lamps on the panel.", size, colour=WHITE)
    press.line(60, 300, "Lamps on paper", size, colour=WHITE)
    manifesto = read(press, tmp_path)
    assert texts(manifesto) == [above, "Lamps on the panel.", below]
    assert texts(manifesto, Kind.FURNITURE) == ["Lamps on paper"]


def test_white_lines_on_white_under_black_ones_are_not_read(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 80, 340, paragraph(10), font="hebo")
    press.line(40, 80, "What nobody can see here, since nobody drew it dark", colour=WHITE)
    assert texts(read(press, tmp_path)) == [paragraph(10)]


def test_text_on_a_picture_is_read(tmp_path: Path) -> None:
    press = Press()
    press.image(40, 40, 380, 560)
    press.column(60, 100, 300, paragraph(10))
    assert texts(read(press, tmp_path)) == [paragraph(10)]


def test_turned_credits_and_imprints_are_furniture(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 80, 340, paragraph(10))
    press.sheet.insert_text((410, 300), "Picture by A. Lamp", fontsize=6, rotate=90)
    press.line(40, 500, "Printed and promoted by A. Lamp on behalf of the Lamp Society, 1 Quay.", 7)
    assert texts(read(press, tmp_path)) == [paragraph(10)]


@pytest.mark.parametrize("text", ["12", "– 12 –", "| 12", "12 |", "Page 12", "Seite 12", "Sida 12", "Leathanach 12"])
def test_a_number_at_the_edge_is_the_label_with_its_ornaments_left_out(tmp_path: Path, text: str) -> None:
    press = Press()
    press.column(40, 80, 340, paragraph(10))
    press.line(200, 580, text, 8)
    manifesto = read(press, tmp_path)
    assert manifesto.pages[0].label == "12"
    assert texts(manifesto) == [paragraph(10)]


def test_a_page_whose_text_is_set_on_its_side_keeps_it(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 100, 340, paragraph(10, 4))
    press.new_page()
    for at, line in enumerate(wrapped(paragraph(20, 8), 400)):
        press.sheet.insert_text((60 + 12.5 * at, 500), line, fontsize=10, rotate=90)
    assert "In year 27" in " ".join(texts(read(press, tmp_path), Kind.PARAGRAPH))
