"""The order in which a PDF's columns, spreads and boxes are read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typeset import Press, of_kind, paragraph, read, texts

from reader.formats.pdf.columns import columns_of
from reader.formats.pdf.lines import Line
from reader.formats.pdf.style import Style
from reader.model import Kind

BODY = Style(10.0, 400, False, 0, "Face")


def two_columns(press: Press, top: float, numbers: tuple[int, int, int, int]) -> None:
    for x, (first, second) in ((40, numbers[:2]), (220, numbers[2:])):
        below = press.column(x, top, 160, paragraph(first, 2))
        press.column(x, below + 24, 160, paragraph(second, 2))


def test_the_left_column_is_read_to_its_end_before_the_right(tmp_path: Path) -> None:
    press = Press()
    two_columns(press, 80, (10, 20, 30, 40))
    assert texts(read(press, tmp_path)) == [paragraph(first, 2) for first in (10, 20, 30, 40)]


def test_columns_drawn_right_first_are_still_read_from_the_left(tmp_path: Path) -> None:
    press = Press()
    press.column(220, 80, 160, paragraph(30))
    press.column(40, 80, 160, paragraph(10))
    assert texts(read(press, tmp_path)) == [paragraph(10), paragraph(30)]


def test_a_heading_over_both_columns_comes_first_and_text_under_both_last(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "A harbour for everyone who lives here today", 16, "hebo")
    two_columns(press, 90, (10, 20, 30, 40))
    press.column(40, 330, 340, paragraph(50))
    found = texts(read(press, tmp_path))
    assert found[0] == "A harbour for everyone who lives here today"
    assert found[-1] == paragraph(50)
    assert found[1:-1] == [paragraph(first, 2) for first in (10, 20, 30, 40)]


def test_a_short_heading_between_two_sets_of_columns_parts_them(tmp_path: Path) -> None:
    press = Press()
    two_columns(press, 60, (10, 20, 30, 40))
    press.line(40, 300, "The ferry", 16, "hebo")
    two_columns(press, 330, (50, 60, 70, 80))
    found = texts(read(press, tmp_path))
    assert found[4] == "The ferry"
    assert found[:4] == [paragraph(first, 2) for first in (10, 20, 30, 40)]
    assert found[5:] == [paragraph(first, 2) for first in (50, 60, 70, 80)]


def test_cards_with_headings_in_a_row_are_read_row_by_row(tmp_path: Path) -> None:
    press = Press()
    for row, top in enumerate((60, 260)):
        for place, x in enumerate((40, 220)):
            number = row * 2 + place
            press.line(x, top, f"Promise {'ABCD'[number]}", 13, "hebo")
            press.column(x, top + 20, 160, paragraph(10 * (number + 1), 2))
    assert texts(read(press, tmp_path), Kind.HEADING) == ["Promise A", "Promise B", "Promise C", "Promise D"]


def test_headings_that_stand_side_by_side_once_leave_columns_as_they_are(tmp_path: Path) -> None:
    press = Press()
    for place, x in enumerate((40, 220)):
        press.column(x, 60, 160, paragraph(10 * place + 10, 2))
        press.line(x, 200, f"Promise {'AB'[place]}", 13, "hebo")
        press.column(x, 220, 160, paragraph(10 * place + 30, 2))
    found = texts(read(press, tmp_path))
    assert found == [paragraph(10, 2), "Promise A", paragraph(30, 2), paragraph(20, 2), "Promise B", paragraph(40, 2)]


def test_captions_under_rows_of_pictures_are_read_row_by_row(tmp_path: Path) -> None:
    press = Press()
    names = ("Ada Lamp of the quay", "Ben Well of the market", "Cleo Bridge of the lane", "Dan Ferry of the river")
    for number, name in enumerate(names):
        press.line(40 + 200 * (number % 2), 200 + 220 * (number // 2), name)
        press.line(40 + 200 * (number % 2), 213 + 220 * (number // 2), "stands for us all")
    found = " ".join(texts(read(press, tmp_path)))
    assert [found.index(name) for name in names] == sorted(found.index(name) for name in names)


def test_a_box_beside_narrow_text_is_read_after_it_and_before_the_text_below_both(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 180, paragraph(10, 4))
    press.column(250, 62.5, 130, paragraph(20, 2))
    press.column(40, 330, 340, paragraph(30, 4))
    assert texts(read(press, tmp_path)) == [paragraph(10, 4), paragraph(20, 2), paragraph(30, 4)]


def test_a_paragraph_that_runs_on_in_the_next_column_is_one_block_with_a_piece_for_each_line(tmp_path: Path) -> None:
    press = Press()
    whole = paragraph(10, 6)
    words = whole.split()
    press.column(40, 60, 160, " ".join(words[:55]))
    press.column(220, 60, 160, " ".join(words[55:]))
    (block,) = of_kind(read(press, tmp_path), Kind.PARAGRAPH)
    assert block.text == whole
    rects = [piece.rect for piece in block.pieces if piece.rect]
    assert len({round(rect.x0) for rect in rects}) == 2
    assert " ".join(block.text[piece.start : piece.end] for piece in block.pieces) == whole


def test_a_spread_is_read_left_page_first_and_carries_both_labels(tmp_path: Path) -> None:
    press = Press(width=840)
    for first in (4, 6, 8):
        for side in (0, 1):
            press.column(420 * side + 40, 70, 150, paragraph(10 * first + side, 2))
            press.column(420 * side + 220, 70, 150, paragraph(10 * first + 5 + side, 2))
            press.line(420 * side + 200, 575, str(first + side), 8)
        press.new_page()
    manifesto = read(press, tmp_path)
    assert [page.label for page in manifesto.pages[:3]] == ["4|5", "6|7", "8|9"]
    found = of_kind(manifesto, Kind.PARAGRAPH)
    assert [block.text for block in found[:4]] == [paragraph(start, 2) for start in (40, 45, 41, 46)]
    assert [block.label for block in found[:4]] == ["4", "4", "5", "5"]


def line(x0: float, width: float, baseline: float, style: Style = BODY) -> Line:
    """A line of a file that has its columns from the left to the right."""
    y0, y1, place = baseline - 8, baseline + 2, round(100 * x0 + baseline)
    return Line(1, "words here", x0, y0, x0 + width, y1, baseline, style, style, style, text_x0=x0, place=place)


@pytest.mark.parametrize(("size", "gap", "columns"), [(9.2, 8, 2), (9.4, 8, 1), (10, 24, 1), (10, 26, 2), (12, 26, 1)])
def test_a_line_beside_several_is_a_column_where_it_is_smaller_or_far_off(
    size: float, gap: float, columns: int
) -> None:
    text = [line(40, 200, 60 + 12 * at) for at in range(6)]
    note = line(240 + gap, 60, 84, BODY._replace(size=size))
    assert len(columns_of([*text, note], 10.0)) == columns


def test_lines_beside_each_other_and_alone_are_a_row() -> None:
    assert len(columns_of([line(40, 60, 60), line(240, 60, 60), line(440, 60, 60)], 10.0)) == 1


@pytest.mark.parametrize("last", [BODY, BODY._replace(weight=700)])
def test_what_is_set_like_the_columns_above_is_theirs_and_a_heading_that_of_the_text_below(last: Style) -> None:
    left, right = ([line(x, 160, 60 + 12 * at) for at in range(5)] for x in (40, 220))
    below = [line(40, 340, 200 + 12 * at) for at in range(3)]
    found = columns_of([*left, *right, line(40, 90, 160, last), *below], 10.0)
    assert (found[0][-1].baseline == 160) is (last == BODY)


@given(
    st.lists(
        st.tuples(st.integers(0, 500), st.integers(5, 400), st.integers(20, 700)).map(lambda one: line(*one)),
        max_size=40,
    )
)
@settings(max_examples=60)
def test_no_line_is_lost_or_read_twice_whatever_stands_where(lines: list[Line]) -> None:
    found = [line for column in columns_of(lines, 10.0) for line in column]
    assert sorted(map(id, found)) == sorted(map(id, lines))


def test_many_lines_are_ordered_in_reasonable_time() -> None:
    chance = random.Random(4)  # noqa: S311 - places on a page, no secrets
    lines = [line(chance.uniform(0, 500), 60, chance.uniform(20, 7000)) for _ in range(5000)]
    assert sum(len(column) for column in columns_of(lines, 10.0)) == 5000


@pytest.mark.parametrize("longer", ["left", "right"])
def test_the_last_item_of_a_longer_column_stays_in_it_above_text_as_wide_as_both(tmp_path: Path, longer: str) -> None:
    press = Press()
    items = {"left": [paragraph(10 + at, 1) for at in range(3)], "right": [paragraph(30 + at, 1) for at in range(3)]}
    items["right" if longer == "left" else "left"].pop()
    for x, side in ((40, "left"), (220, "right")):
        for at, text in enumerate(items[side]):
            press.column(x, 60 + 60 * at, 160, f"- {text}")
    press.column(40, 260, 340, paragraph(50))
    assert texts(read(press, tmp_path)) == [*items["left"], *items["right"], paragraph(50)]
