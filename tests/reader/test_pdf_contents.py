"""Contents pages and indexes of PDFs, in all the ways they are set, and pages that only look like them."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph, read, sentence, texts

from reader.formats.pdf.contents import Entry, listed_in
from reader.formats.pdf.lines import Line, clean
from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.style import Style
from reader.model import Kind, Manifesto

WORDS = ("Quays", "Ferries and their fares", "Lamps", "Wells", "Markets of the old town", "Money", "Schools", "Bridges")
# For each of 16 entries its title and its page.
ENTRIES = [(f"{WORDS[at % 8]} {'for all' if at < 8 else 'abroad'}", 3 + 4 * at + at % 3) for at in range(16)]
AS_READ = [f"{words} {page}" for words, page in ENTRIES]


def listed(manifesto: Manifesto) -> list[str]:
    """The entries found, where nothing but one heading stands on the page besides."""
    assert texts(manifesto, Kind.HEADING) == ["What is where"]
    others = {block.kind for block in manifesto.blocks} - {Kind.HEADING, Kind.CONTENTS, Kind.FURNITURE}
    assert not others, [block for block in manifesto.blocks if block.kind in others]
    return texts(manifesto, Kind.CONTENTS)


def titled(size: float = 20, font: str = "hebo") -> Press:
    press = Press()
    press.line(40, 60, "What is where", size, font)
    return press


def at_the_right(press: Press, x: float, y: float, text: str, size: float = 10, font: str = "helv") -> None:
    press.line(x - pymupdf.get_text_length(text, font, size), y, text, size, font)


@pytest.mark.parametrize("form", ["{}", "Page {}", "p. {}", "p.{}", "» {}", "{}-{}", "tud. {}", "| {}"])
@pytest.mark.parametrize("place", ["aligned", "after the title", "after dots"])
def test_an_entry_points_to_its_page_in_many_forms(tmp_path: Path, form: str, place: str) -> None:
    press, pointers = titled(), [form.format(page, page + 2) for _, page in ENTRIES]
    for at, ((words, _), pointer) in enumerate(zip(ENTRIES, pointers, strict=True)):
        if place == "aligned":
            press.line(40, 100 + 22 * at, words)
            press.line(330, 100 + 22 * at, pointer)
        else:
            press.line(40, 100 + 22 * at, f"{words} {'.' * 30 * (place == 'after dots')} {pointer}")
    assert listed(read(press, tmp_path)) == [
        f"{words} {pointer.lstrip('|» ')}" for (words, _), pointer in zip(ENTRIES, pointers, strict=True)
    ]


@pytest.mark.parametrize("leader", ["", ".", ". ", "·", "_"])
@pytest.mark.parametrize("shift", [0, 7, 13])
def test_two_columns_with_leaders_keep_their_own_numbers(tmp_path: Path, leader: str, shift: float) -> None:
    press = titled()
    for at, (words, page) in enumerate(ENTRIES):
        left, y = (40, 100 + 26 * at) if at < 8 else (225, 100 + 26 * (at - 8) + shift)
        press.line(left, y, words, 8)
        start = left + pymupdf.get_text_length(words, "helv", 8) + 2
        width = pymupdf.get_text_length(leader, "helv", 8) if leader else 1
        press.line(start, y, leader * int((left + 160 - start) / width), 8)
        at_the_right(press, left + 175, y, str(page), 8)
    assert listed(read(press, tmp_path)) == AS_READ


def test_in_two_columns_a_number_is_not_taken_by_a_row_of_the_other_column(tmp_path: Path) -> None:
    press = titled()
    for at, (words, page) in enumerate(ENTRIES):
        left, y = (40, 100 + 30 * at) if at < 8 else (225, 100 + 30 * (at - 8))
        press.line(left, y - 10 * (at >= 8), words, 8)
        press.line(left, y + 10 - 10 * (at >= 8), "and of those who come after", 8)
        at_the_right(press, left + 175, y + 10 - 10 * (at >= 8), str(page), 8)
    assert listed(read(press, tmp_path)) == [f"{words} and of those who come after {page}" for words, page in ENTRIES]


@pytest.mark.parametrize("sign", ["\ufffd", "\U000f0003", "\uf02e", "•", "_"])
@pytest.mark.parametrize("between", ["", " "])
def test_leaders_are_left_out_whatever_sign_repeats_and_whether_or_not_it_has_a_name(sign: str, between: str) -> None:
    assert clean(f"Quays for all {between.join(sign * 20)} 12") == "Quays for all 12"


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(("size", "gap"), [(10, 18), (10, 50), (16, 40)])
@pytest.mark.parametrize("shift", [0, 9])
def test_numbers_in_front_come_last(tmp_path: Path, columns: int, size: float, gap: float, shift: float) -> None:
    press = titled()
    for at, (words, page) in enumerate(ENTRIES):
        column, row = divmod(at, 16 // columns)
        left, y = 40 + 190 * column, 100 + 24 * row + shift * column
        press.line(left, y, str(page), size)
        press.line(left + gap, y, words, 9)
    assert listed(read(press, tmp_path)) == AS_READ


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("lower", [-4, 0, 3, 6])
def test_large_numbers_in_front_need_not_stand_on_the_line_of_their_titles(
    tmp_path: Path, columns: int, lower: float
) -> None:
    press = titled(30)
    for at, (words, page) in enumerate(ENTRIES):
        column, row = divmod(at, 16 // columns)
        left, y = 40 + 190 * column, 110 + 28 * row
        press.line(left, y + lower, str(page), 20, "hebo")
        press.line(left + 45, y, words, 9)
    assert listed(read(press, tmp_path)) == AS_READ


def test_dots_of_another_size_do_not_make_the_type_of_an_entry(tmp_path: Path) -> None:
    press = titled(16)
    for at, (words, page) in enumerate(ENTRIES):
        press.line(40, 100 + 22 * at, words, 12)
        dots = 40 + pymupdf.get_text_length(words, "helv", 12) + 2
        press.line(dots, 100 + 22 * at, "." * 150, 3)
        press.line(dots + 150 * pymupdf.get_text_length(".", "helv", 3) + 2, 100 + 22 * at, str(page), 12)
    assert listed(read(press, tmp_path)) == AS_READ


def test_sentences_that_describe_entries_are_text(tmp_path: Path) -> None:
    press = Press(height=900)
    press.line(40, 60, "What is where", 20, "hebo")
    for at, (words, page) in enumerate(ENTRIES[:8]):
        press.line(40, 100 + 60 * at, words, 11, "hebo")
        at_the_right(press, 380, 100 + 60 * at, str(page), 11, "hebo")
        press.column(40, 114 + 60 * at, 300, sentence(at), 8)
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.CONTENTS) == AS_READ[:8]
    assert texts(manifesto, Kind.PARAGRAPH) == [sentence(at) for at in range(8)]
    assert texts(manifesto, Kind.HEADING) == ["What is where"]


@pytest.mark.parametrize("mark", [" ", " - ", " | ", ": "])
def test_numbers_in_front_come_last_in_one_line_too(tmp_path: Path, mark: str) -> None:
    press = titled()
    for at, (words, page) in enumerate(ENTRIES):
        column, row = divmod(at, 8)
        press.line(40 + 190 * column, 100 + 24 * row, f"{page}{mark}{words}", 9)
    assert listed(read(press, tmp_path)) == AS_READ


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(("size", "font"), [(13, "hebo"), (10, "hebo"), (10, "helv"), (8, "heit")])
def test_labels_of_groups_and_rows_without_numbers_are_contents(
    tmp_path: Path, columns: int, size: float, font: str
) -> None:
    press = titled()
    expected = []
    for at, (words, page) in enumerate(ENTRIES):
        column, row = divmod(at, 16 // columns)
        left, y = 40 + 190 * column, 110 + 18 * row + 20 * (row // 4)
        if at % 4 == 0:
            press.line(left, y - 18, f"Part {'ABCD'[at // 4]}", size, font)
            expected.append(f"Part {'ABCD'[at // 4]}")
        press.line(left, y, words, 9, "helv" if at % 8 != 5 else "heit")
        if at % 8 != 5:
            at_the_right(press, left + 165, y, str(page), 9)
        expected.append(words if at % 8 == 5 else f"{words} {page}")
    assert listed(read(press, tmp_path)) == expected


@pytest.mark.parametrize(("size", "font"), [(30, "helv"), (10, "hebo"), (10, "helv"), (12, "tiro")])
def test_the_title_is_the_largest_or_first_line_however_it_is_set(tmp_path: Path, size: float, font: str) -> None:
    press = titled(size, font)
    for at, (words, page) in enumerate(ENTRIES):
        press.line(40, 110 + 22 * at, words)
        press.line(360, 110 + 22 * at, str(page))
    assert listed(read(press, tmp_path)) == AS_READ


def test_where_the_title_is_on_another_page_labels_are_no_titles(tmp_path: Path) -> None:
    press = Press()
    for at, (words, page) in enumerate(ENTRIES):
        y = 60 + 20 * at + 30 * (at // 4)
        if at % 4 == 0:
            press.line(40, y - 20, f"Part {'ABCD'[at // 4]}", 14, "hebo")
        press.line(40, y, words)
        press.line(360, y, str(page))
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.HEADING) == []
    assert len(texts(manifesto, Kind.CONTENTS)) == 20


@pytest.mark.parametrize("number", ["first line", "last line", "between"])
@pytest.mark.parametrize("second", ["and its people", "People of the harbour"])
def test_an_entry_may_have_two_lines(tmp_path: Path, number: str, second: str) -> None:
    press, step = titled(), {"first line": 0.0, "last line": 12.0, "between": 6.0}[number]
    for at, (words, page) in enumerate(ENTRIES):
        press.line(40, 100 + 28 * at, f"{words} and of all that is there")
        press.line(40, 112 + 28 * at, second)
        press.line(370, 100 + 28 * at + step, str(page))
    assert listed(read(press, tmp_path)) == [
        f"{words} and of all that is there {second} {page}" for words, page in ENTRIES
    ]


def test_contents_go_on_over_pages_to_a_last_one_with_few_entries(tmp_path: Path) -> None:
    press = titled()
    for at, (words, page) in enumerate(ENTRIES):
        if at in (6, 12):
            press.new_page()
        press.line(40, 110 + 40 * (at % 6), words)
        press.line(360, 110 + 40 * (at % 6), str(page))
    press.new_page()
    press.column(40, 80, 340, paragraph(10))
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.CONTENTS) == AS_READ
    assert texts(manifesto, Kind.HEADING) == ["What is where"]
    assert texts(manifesto, Kind.PARAGRAPH) == [paragraph(10)]


def test_a_foreword_beside_the_contents_is_text(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "Foreword", 16, "hebo")
    press.column(40, 90, 160, paragraph(10, 6), 9)
    press.line(240, 60, "What is where", 16, "hebo")
    for at, (words, page) in enumerate(ENTRIES):
        press.line(240, 90 + 20 * at, words, 9)
        at_the_right(press, 390, 90 + 20 * at, str(page), 9)
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.CONTENTS) == AS_READ
    assert texts(manifesto, Kind.PARAGRAPH) == [paragraph(10, 6)]
    assert texts(manifesto, Kind.HEADING) == ["Foreword", "What is where"]


INDEX = [
    *("animals 12, 14-16", "boats 3, 9, 40", "bridges 22", "ferries 4, 31", "fares 31-33", "grants 8, 17, 19-22"),
    *("harbour 2, 5", "housing 61", "lamps 7, 12, 90", "markets 15", "quays 1, 2", "wells 44, 45-47"),
]


@pytest.mark.parametrize("letters", [False, True])
@pytest.mark.parametrize("columns", [1, 2])
def test_an_index_is_contents(tmp_path: Path, letters: bool, columns: int) -> None:
    press, expected, y, left, letter = titled(), [], 90.0, 40.0, ""
    for at, entry in enumerate(INDEX):
        if at == 6 and columns == 2:
            y, left = 90.0, 230.0
        if letters and entry[0] != letter:
            letter = entry[0]
            press.line(left, y + 6, letter.upper(), 11, "hebo")
            expected.append(letter.upper())
            y += 20
        press.line(left, y, entry, 8)
        expected.append(entry)
        y += 11
    assert listed(read(press, tmp_path)) == expected


TABLES = {
    "unsorted": (120, 14, 300, 7, 45, 210, 9, 88),
    "sorted": (7, 9, 14, 45, 88, 120, 210, 300),
}


@pytest.mark.parametrize("head", ["£m", "Cost (£ million)", "% of budget"])
@pytest.mark.parametrize("amounts", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("years", [1, 2])
def test_a_table_of_costs_is_no_contents(tmp_path: Path, head: str, amounts: tuple[int, ...], years: int) -> None:
    press = Press()
    press.line(40, 60, "What it costs", 20, "hebo")
    for year in range(years):
        press.line(300 + 60 * year, 90, head, 8)
    for at, (words, amount) in enumerate(zip(WORDS, amounts, strict=True)):
        press.line(40, 110 + 18 * at, words)
        for year in range(years):
            at_the_right(press, 330 + 60 * year, 110 + 18 * at, str(amount + year))
    assert not texts(read(press, tmp_path), Kind.CONTENTS)


@pytest.mark.parametrize("start", [1, 41])
@pytest.mark.parametrize("columns", [1, 2])
def test_numbered_pledges_and_lines_are_no_contents(tmp_path: Path, start: int, columns: int) -> None:
    press = Press()
    for at in range(20):
        column, row = divmod(at, 20 // columns)
        press.line(40 + 190 * column, 60 + 24 * row, f"{start + at}")
        press.line(60 + 190 * column, 60 + 24 * row, f"We will mend the {WORDS[at % 8].lower()}.", 9)
    assert not texts(read(press, tmp_path), Kind.CONTENTS)


@pytest.mark.parametrize("columns", [1, 2])
def test_figures_that_a_font_draws_as_bullets_are_no_page_numbers(tmp_path: Path, columns: int) -> None:
    press = Press()
    for at in range(16):
        column, row = divmod(at, 16 // columns)
        press.line(40 + 190 * column, 60 + 30 * row, "6", font="zadb")
        press.line(54 + 190 * column, 60 + 30 * row, f"Mend the {WORDS[at % 8].lower()} and paint", 8)
        press.line(54 + 190 * column, 72 + 30 * row, "them in the harbour's blue.", 8)
    manifesto = read(press, tmp_path)
    assert texts(manifesto) == [
        f"Mend the {WORDS[at % 8].lower()} and paint them in the harbour's blue." for at in range(16)
    ]
    assert {block.kind for block in manifesto.blocks} == {Kind.LIST_ITEM}


def test_notes_at_the_ends_of_sentences_make_no_contents(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "What we found", 16, "hebo")
    for at in range(10):
        press.line(40, 90 + 40 * at, "In the last year of its office the council has mended", 10)
        press.line(40, 102 + 40 * at, f"all {WORDS[at % 8].lower()} that it found.{at + 8}", 10)
    assert not texts(read(press, tmp_path), Kind.CONTENTS)


PLAIN = Style(10.0, 400, False, 0, "Face")
BOLD = PLAIN._replace(weight=700)


def entry(words: str, number: str = "", x: float = 40, y: float = 0, style: Style = PLAIN, page: int = 2) -> Group:
    parts = [*words.split("|"), *([number] if number else [])]
    lines = [Line(page, text, x, y, x + 90, y + 10, y + 8, style, style, style) for text in parts]
    return Group(lines, Kind.CONTENTS)


def test_what_the_contents_list_is_known_with_depths_and_labels() -> None:
    other = Group(entry("Heading").lines, Kind.HEADING)
    groups = [
        other,
        entry("Foreword", "3"),
        entry("1 Quays and the|people on them", "Page 5", y=20),
        entry("Lamps", "Page 5", x=60, y=40),
        entry("2 Money", "Page 9–12", y=60, style=BOLD),
        entry("Fares", "Page 10", x=261, y=0),
        entry("The end", x=240, y=20),
    ]
    assert listed_in(groups) == [
        Entry("Foreword", "3", 1),
        Entry("1 Quays and the people on them", "5", 1),
        Entry("Lamps", "5", 2),
        Entry("2 Money", "9–12", 1),
        Entry("Fares", "10", 2),
        Entry("The end", "", 1),
    ]


def test_where_all_entries_begin_alike_their_type_tells_their_depth() -> None:
    groups = [entry("Quays", "5", style=BOLD), entry("Lamps", "6", y=20), entry("Money", "8", y=40, style=BOLD)]
    assert [one.depth for one in listed_in(groups)] == [1, 2, 1]


def test_an_index_lists_no_headings() -> None:
    assert listed_in([entry("quays", "5, 7"), entry("lamps", "6", y=20), entry("wells", "3–4, 9", y=40)]) == []


def test_a_label_of_two_lines_over_the_entries_of_a_part_is_one_entry(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "Contents", 20, "hebo")
    y, page, wanted = 90.0, 2, []
    for part in ("THE HARBOUR AND ITS", "THE TOWN BEHIND THE"):
        press.line(40, y, f"PART: {part}", 10, "hebo")
        press.line(40, y + 12, "QUAYS AND LANES", 10, "hebo")
        wanted.append(f"PART: {part} QUAYS AND LANES")
        y += 28
        for name in ("Ferries", "Lamps", "Wells"):
            page += 2
            press.line(40, y, name)
            press.line(370, y, str(page))
            wanted.append(f"{name} {page}")
            y += 16
        y += 14
    assert texts(read(press, tmp_path), Kind.CONTENTS) == wanted


def test_contents_go_on_over_a_column_in_which_few_entries_name_a_page(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "Contents", 20, "hebo")
    for at in range(10):
        press.line(40, 100 + 16 * at, f"Ward {'ABCDEFGHIJ'[at]} and its lamps")
        press.line(370, 100 + 16 * at, str(at + 3))
    press.new_page()
    for at in range(6):
        press.line(40, 60 + 16 * at, f"Quay {'ABCDEF'[at]} mended")
        press.line(180, 60 + 16 * at, str(20 + at))
    for at in range(20):
        press.line(220, 60 + 16 * at, f"Ferry {'ABCDEFGHIJKLMNOPQRST'[at]} painted")
    for at in (0, 5, 10, 15):
        press.line(370, 60 + 16 * at, str(41 + at))
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.PARAGRAPH, Kind.LIST_ITEM) == []
    assert texts(manifesto, Kind.HEADING) == ["Contents"]
