"""Tables in a PDF: a row is a block, whatever stands in its cells and however they are wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from typeset import Press, paragraph, read, texts

from reader.model import Kind

YEARS = ("2031", "2032", "2033")
COSTS = {
    "Lamps": ("10.5", "842.1", "7.0"),
    "Ferries": ("99.0", "12.4", "1,300.2"),
    "Quays": ("-", "3.3", "4.8"),
    "All of it": ("109.5", "857.8", "1,312.0"),
}
AT = (180, 250, 320)


def rows_by_row(press: Press, top: float, left: float = 40, font: str = "helv") -> float:
    """Set the table of costs cell by cell along its rows; the baseline of the last."""
    for number, year in enumerate(YEARS):
        press.line(left + AT[number] - 35, top, year, 10, "hebo")
    for row, (name, amounts) in enumerate(COSTS.items()):
        press.line(left, top + 20 * (row + 1), name, 10, font)
        for number, amount in enumerate(amounts):
            press.line(left + AT[number] - 40, top + 20 * (row + 1), amount)
    return top + 20 * len(COSTS)


def expected() -> list[str]:
    return [" ".join(YEARS), *(" ".join((name, *amounts)) for name, amounts in COSTS.items())]


def ruled(press: Press, across: Sequence[float], down: Sequence[float]) -> None:
    for y in across:
        press.sheet.draw_line((down[0], y), (down[-1], y))
    for x in down:
        press.sheet.draw_line((x, across[0]), (x, across[-1]))


@pytest.mark.parametrize("font", ["helv", "hebo"])
def test_each_row_is_a_paragraph_with_its_amounts_though_its_label_is_bold(tmp_path: Path, font: str) -> None:
    press = Press()
    below = rows_by_row(press, press.column(40, 60, 340, paragraph(10)) + 30, font=font)
    press.column(40, below + 30, 340, paragraph(20))
    assert texts(read(press, tmp_path), Kind.PARAGRAPH) == [paragraph(10), *expected(), paragraph(20)]


def test_a_table_that_is_written_column_by_column_is_read_by_rows_all_the_same(tmp_path: Path) -> None:
    press = Press()
    below = press.column(40, 60, 340, paragraph(10)) + 30
    for row, name in enumerate(COSTS):
        press.line(40, below + 20 * row, name)
    for number in range(3):
        for row, amounts in enumerate(COSTS.values()):
            press.line(AT[number], below + 20 * row, amounts[number])
    assert texts(read(press, tmp_path)) == [paragraph(10), *expected()[1:]]


@pytest.mark.parametrize("above", [True, False])
def test_a_table_in_one_of_two_columns_leaves_the_other_alone(tmp_path: Path, above: bool) -> None:
    press = Press(width=640)
    press.column(40, 60, 250, paragraph(10))
    rows_by_row(press, 180, 320 if above else 40)
    press.column(320 if not above else 40, 170 if above else 60, 250, paragraph(30, 5))
    found = texts(read(press, tmp_path))
    assert paragraph(30, 5) in found
    assert paragraph(10) in found
    assert [text for text in found if text in expected()] == expected()


@pytest.mark.parametrize("lines", [2, 3])
def test_wrapped_labels_beside_the_middle_of_their_rows_keep_their_amounts(tmp_path: Path, lines: int) -> None:
    press = Press()
    labels = [("Lamps for the", "lanes of the", "old town")[:lines], ("Ferries at night", "and by day", "too")[:lines]]
    labels.append(("New quays", "for everybody", "who sails")[:lines])
    for row, label in enumerate(labels):
        middle = 100 + 50 * row
        for at, words in enumerate(label):
            press.line(40, middle + 12 * (at - (lines - 1) / 2), words)
        for number in range(3):
            press.line(AT[number], middle, f"{row + 1}{number}.{number + 2}")
    assert texts(read(press, tmp_path)) == [
        " ".join((*label, *(f"{row + 1}{number}.{number + 2}" for number in range(3))))
        for row, label in enumerate(labels)
    ]


def test_wrapped_labels_set_as_tight_as_the_rows_stay_with_the_row_they_go_on_from(tmp_path: Path) -> None:
    press = Press()
    rows = [("Lamps", "1.5"), ("Ferries at night and", "20.5"), ("by day", ""), ("Quays", "3.5"), ("Wells", "40.5")]
    for at, (name, amount) in enumerate(rows):
        press.line(40, 100 + 12 * at, name)
        if amount:
            press.line(200, 100 + 12 * at, amount)
            press.line(260, 100 + 12 * at, amount)
    assert texts(read(press, tmp_path))[:3] == [
        "Lamps 1.5 1.5",
        "Ferries at night and by day 20.5 20.5",
        "Quays 3.5 3.5",
    ]


@pytest.mark.parametrize(("rows", "is_table"), [(3, True), (2, False)])
def test_three_rows_of_amounts_make_a_table(tmp_path: Path, rows: int, is_table: bool) -> None:
    press = Press()
    for row, (name, amounts) in enumerate(list(COSTS.items())[:rows]):
        for x, text in zip((40, *AT), (name, *amounts), strict=True):
            press.line(x, 60 + 20 * row, text)
    assert (texts(read(press, tmp_path)) == expected()[1 : rows + 1]) is is_table


def test_contents_with_numbers_on_both_sides_are_no_table(tmp_path: Path) -> None:
    press = Press()
    names = ("The quay", "The ferry", "The lamps", "The library", "The bridge", "The well")
    for row, name in enumerate(names):
        press.line(40, 60 + 20 * row, str(row + 1))
        press.line(60, 60 + 20 * row, name)
        press.line(300, 60 + 20 * row, str(4 * row + 3))
    assert texts(read(press, tmp_path), Kind.CONTENTS) == [
        f"{row + 1} {name} {4 * row + 3}" for row, name in enumerate(names)
    ]


def test_short_lines_in_two_columns_that_are_written_in_turn_are_no_table(tmp_path: Path) -> None:
    press = Press()
    for row in range(4):
        press.line(40, 60 + 40 * row, f"Promise number {'ABCD'[row]} of ours", 12)
        press.line(230, 60 + 40 * row, f"And number {'EFGH'[row]} beside it", 12)
    assert len(texts(read(press, tmp_path))) == 8


WORDS = (
    ("Now", "What we will do"),
    ("Too few lamps burn in the lanes", "Light every lane of the old town by the winter"),
    ("The ferry is late", "Buy a second boat, and pay for it out of the purse of the harbour"),
    ("Wells run dry when no rain falls", "Dig deeper"),
)


@pytest.mark.parametrize("boxed", [True, False])
def test_rules_make_rows_of_cells_whose_words_are_wrapped(tmp_path: Path, boxed: bool) -> None:
    press = Press()
    below = press.column(40, 60, 340, paragraph(10)) + 20
    tops = [below, below + 20, below + 70, below + 120, below + 170]
    if boxed:
        for row in range(4):
            for x0, x1 in ((40, 150), (150, 380)):
                press.sheet.draw_rect((x0, tops[row], x1, tops[row + 1]))
    else:
        ruled(press, tops, (40, 150, 380))
    for row, cells in enumerate(WORDS):
        press.column(44, tops[row] + 14, 90, cells[0], font="hebo")
        press.column(154, tops[row] + 14, 120, cells[1])
    press.column(40, tops[-1] + 30, 340, paragraph(20))
    found = texts(read(press, tmp_path), Kind.PARAGRAPH)
    assert found == [paragraph(10), *(" ".join(row) for row in WORDS), paragraph(20)]


def test_rules_between_texts_are_no_table(tmp_path: Path) -> None:
    press = Press(height=800)
    ruled(press, (40, 300, 560), (30, 205, 390))
    for at, x in enumerate((40, 215)):
        for row, top in enumerate((60, 320)):
            below = press.column(x, top, 160, paragraph(40 * at + 20 * row, 2))
            press.column(x, below + 24, 160, paragraph(40 * at + 20 * row + 10, 2))
    found = texts(read(press, tmp_path))
    assert sorted(found) == sorted(paragraph(start, 2) for start in range(0, 80, 10))


def test_lists_in_the_cells_of_a_table_stay_lists(tmp_path: Path) -> None:
    press = Press()
    ruled(press, (50, 80, 130, 180), (40, 150, 380))
    for row, (name, top) in enumerate((("Place", 70), ("Harbour", 100), ("Market", 150))):
        press.line(44, top, name)
        for at in range(2 if row else 1):
            press.line(154, top + 12 * at, f"{'• ' if row else ''}Thing {'ABC'[row]}{at} of the council")
    found = read(press, tmp_path)
    assert texts(found, Kind.LIST_ITEM) == [f"Thing {row}{at} of the council" for row in "BC" for at in (0, 1)]
    assert texts(found, Kind.PARAGRAPH) == ["Place Thing A0 of the council", "Harbour", "Market"]


def test_an_amount_is_no_list_marker(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "842.1")
    press.line(75, 60, "904.8")
    assert texts(read(press, tmp_path), Kind.LIST_ITEM) == []


def test_a_bullet_that_a_font_draws_for_a_figure_is_no_page_number_of_the_text_beside_it(tmp_path: Path) -> None:
    press = Press(width=420)
    press.column(40, 60, 160, paragraph(10, 8))
    for number in range(5):
        press.line(230, 60 + 50 * number, "6", 10, "zadb")
        press.column(244, 60 + 50 * number, 140, paragraph(30 + number, 1))
    manifesto = read(press, tmp_path)
    assert texts(manifesto) == [paragraph(10, 8), *(paragraph(30 + number, 1) for number in range(5))]
    assert {block.marker for block in manifesto.blocks} == {None, "•"}


@pytest.mark.parametrize("by_row", [True, False])
def test_words_in_three_columns_are_a_table_where_the_file_has_them_row_by_row(tmp_path: Path, by_row: bool) -> None:
    press = Press()
    rows = [("Where", "What", "Who"), ("Quay", "New planks", "Ada Lamp"), ("Lanes", "Lamps", "Ben Well")]
    rows = [*rows, ("Market", "A roof", "Cleo Bridge")]
    places = [(row, column) for row in range(4) for column in range(3)]
    for row, column in places if by_row else sorted(places, key=lambda place: place[1]):
        press.line((40, 160, 280)[column], 60 + 20 * row, rows[row][column])
    assert (texts(read(press, tmp_path)) == [" ".join(row) for row in rows]) is by_row


def test_a_table_whose_numbers_rise_is_no_contents(tmp_path: Path) -> None:
    press = Press()
    for row in range(6):
        for x, text in zip((40, 160, 260), (f"Ward {'ABCDEF'[row]}", str(10 + row), str(20 + 3 * row)), strict=True):
            press.line(x, 60 + 20 * row, text)
    assert texts(read(press, tmp_path), Kind.PARAGRAPH) == [
        f"Ward {'ABCDEF'[row]} {10 + row} {20 + 3 * row}" for row in range(6)
    ]


def test_contents_that_say_page_before_their_numbers_are_no_table(tmp_path: Path) -> None:
    press = Press()
    names = ("The quay", "The ferry", "The lamps", "The library", "The bridge", "The well")
    for row, name in enumerate(names):
        for x, text in zip((70, 90, 300), (f"{row + 1}", name, f"p. {4 * row + 3}"), strict=True):
            press.line(x, 60 + 20 * row, text)
    assert texts(read(press, tmp_path), Kind.CONTENTS) == [
        f"{row + 1} {name} p. {4 * row + 3}" for row, name in enumerate(names)
    ]


def test_tables_beside_each_other_keep_their_own_cells(tmp_path: Path) -> None:
    press = Press(width=800)
    for row, (name, amounts) in enumerate(COSTS.items()):
        for left in (40, 440):
            press.line(left, 260 + 20 * row, name)
            for number, amount in enumerate(amounts[:2]):
                press.line(left + AT[number], 260 + 20 * row, amount)
            if left == 40:
                press.line(400, 230 + 5 * row, f"Note {row}", 4)
    found = " ".join(texts(read(press, tmp_path)))
    assert all(found.count(f"{name} {amounts[0]} {amounts[1]}") == 2 for name, amounts in COSTS.items())
    assert (
        len(found.split()) == 2 * len(" ".join(" ".join((name, *two[:2])) for name, two in COSTS.items()).split()) + 8
    )


def test_heads_of_two_lines_are_one_row(tmp_path: Path) -> None:
    press = Press()
    for number, year in enumerate(YEARS):
        press.line(AT[number], 60, "Cost in", 10, "hebo")
        press.line(AT[number] + 5, 72, year, 10, "hebo")
    for row, (name, amounts) in enumerate(COSTS.items()):
        for x, text in zip((40, *AT), (name, *amounts), strict=True):
            press.line(x, 95 + 15 * row, text)
    assert texts(read(press, tmp_path)) == ["Cost in 2031 Cost in 2032 Cost in 2033", *expected()[1:]]


@pytest.mark.parametrize("anchor", [0, 1])
def test_labels_keep_their_amounts_on_their_first_and_on_their_last_line(tmp_path: Path, anchor: int) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    for row, (name, amounts) in enumerate(COSTS.items()):
        for at, words in enumerate((f"{name} of the", "harbour")):
            press.line(40, 140 + 40 * row + 12 * at, words)
        for number, amount in enumerate(amounts):
            press.line(AT[number], 140 + 40 * row + 12 * anchor, amount)
    found = texts(read(press, tmp_path))
    assert found == [
        paragraph(10),
        *(" ".join((f"{name} of the harbour", *amounts)) for name, amounts in COSTS.items()),
    ]


MERGED = {
    "the first label": [("Lamps", 2), ("Lanes", 1), ("Piers", 1)],
    "the last": [("Lamps", 1), ("Lanes", 1), ("Piers", 2)],
    "two of them": [("Lamps in every lane", 2), ("Ferries by night and by day", 3)],
}


@pytest.mark.parametrize("middle", [True, False])
@pytest.mark.parametrize("name", MERGED)
def test_a_label_in_a_cell_beside_several_rows_is_said_in_each(tmp_path: Path, name: str, middle: bool) -> None:
    press, labels = Press(), MERGED[name]
    edges = (40, 150, 260, 380)
    top = press.column(40, 60, 340, paragraph(10)) + 20
    expected, row = ["Area 2031 2032"], 1
    for at, (label, rows) in enumerate((("Area", 1), *labels)):
        at_row = 0 if at == 0 else row
        press.sheet.draw_rect((edges[0], top + 30 * at_row, edges[1], top + 30 * (at_row + rows)))
        below = 15 * (rows - 1) if middle else 0
        press.column(44, top + 30 * at_row + below + 14, 100, label)
        for each in range(at_row, at_row + rows):
            amounts = ("2031", "2032") if at == 0 else (f"£{2 * each}m", f"£{2 * each + 1}m")
            for column, amount in enumerate(amounts, 1):
                press.sheet.draw_rect((edges[column], top + 30 * each, edges[column + 1], top + 30 * (each + 1)))
                press.line(edges[column] + 4, top + 30 * each + 14, amount)
            expected += [] if at == 0 else [" ".join((label, *amounts))]
        row += 0 if at == 0 else rows
    press.column(40, top + 30 * row + 30, 340, paragraph(20))
    manifesto = read(press, tmp_path)
    assert texts(manifesto) == [paragraph(10), *expected, paragraph(20)]
    tops = [block.pieces[0].rect.y0 for block in manifesto.blocks if block.pieces[0].rect is not None]
    assert tops == sorted(tops)


def test_labels_without_rules_between_them_are_each_its_own_row_s(tmp_path: Path) -> None:
    press = Press()
    ruled(press, (60, 80, 100, 120, 140), (150, 260, 380))
    for ends in (((40, 60), (40, 140)), ((40, 60), (380, 60)), ((40, 140), (380, 140))):
        press.sheet.draw_line(*ends)
    for row, name in enumerate(("Lamps", "Lanes", "Piers", "Wells")):
        for x, text in ((44, name), (154, f"£{row}m"), (264, f"£{row + 4}m")):
            press.line(x, 74 + 20 * row, text)
    assert texts(read(press, tmp_path)) == ["Lamps £0m £4m", "Lanes £1m £5m", "Piers £2m £6m", "Wells £3m £7m"]
