"""Headings, contents, quotations and the title of a PDF."""

from __future__ import annotations

from pathlib import Path

from typeset import Press, of_kind, paragraph, read, texts

from reader.model import Kind


def chapters(press: Press) -> None:
    """Two chapters with sections and a bold heading at the body's size, one page each."""
    for number in (1, 2):
        if number > 1:
            press.new_page()
        press.line(40, 60, f"{number} The harbour and its lamps", 24, "hebo")
        for part, top in (("Quays", 100), ("Ferries", 260)):
            press.line(40, top, f"{part} of part {number}", 15, "hebo")
            press.line(40, top + 25, f"Who pays for {part.casefold()}", 10, "hebo")
            press.column(40, top + 45, 340, paragraph(number * 40 + top // 10, 4))


def test_headings_are_ranked_by_size_and_give_the_sections(tmp_path: Path) -> None:
    press = Press()
    chapters(press)
    manifesto = read(press, tmp_path)
    headings = of_kind(manifesto, Kind.HEADING)
    assert [(heading.level, heading.text) for heading in headings[:3]] == [
        (1, "1 The harbour and its lamps"),
        (2, "Quays of part 1"),
        (3, "Who pays for quays"),
    ]
    assert of_kind(manifesto, Kind.PARAGRAPH)[-1].section == (
        "2 The harbour and its lamps",
        "Ferries of part 2",
        "Who pays for ferries",
    )


def test_levels_come_from_the_outline_where_there_is_one(tmp_path: Path) -> None:
    press = Press()
    chapters(press)
    entries = []
    for number in (1, 2):
        entries.append([1, f"Part {number}", number])
        entries.append([2, f"{number} The harbour and its lamps", number])
        entries.extend([3, f"{part} of part {number}", number] for part in ("Quays", "Ferries"))
    press.document.set_toc(entries)
    manifesto = read(press, tmp_path)
    assert [heading.level for heading in of_kind(manifesto, Kind.HEADING)[:3]] == [2, 3, 4]
    assert [(entry.level, entry.page) for entry in manifesto.outline[:3]] == [(1, 1), (2, 1), (3, 1)]


def test_a_bold_lead_in_with_a_colon_is_a_paragraph(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    press.line(40, 130, "The Lamp Society will:", font="hebo")
    for number in range(3):
        press.line(40, 150 + 20 * number, f"•  {paragraph(30 + number, 1)}"[:70])
    assert texts(read(press, tmp_path), Kind.PARAGRAPH)[-1] == "The Lamp Society will:"


def test_short_lines_in_one_style_one_after_the_other_are_a_list(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "A vote for the quay", 20, "hebo")
    for number, words in enumerate(("A dry cellar", "A lit lane", "A ferry at night", "A well in every square")):
        press.line(40, 90 + 24 * number, words, 12)
    press.column(40, 300, 340, paragraph(10, 6), 9)
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.HEADING) == ["A vote for the quay"]
    assert len(texts(manifesto, Kind.LIST_ITEM)) == 4


def test_a_name_over_an_office_heads_nothing(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    press.line(40, 140, "Ada Lamp", font="hebo")
    press.line(40, 153, "Harbour master")
    assert texts(read(press, tmp_path), Kind.HEADING) == []


def test_plain_lines_between_paragraphs_are_headings_in_documents_full_of_them(tmp_path: Path) -> None:
    press = Press(height=2400)
    y = 60.0
    for number in range(10):
        press.line(40, y, f"Of the lamps in ward {'ABCDEFGHIJ'[number]}")
        y = press.column(40, y + 20, 340, paragraph(10 * number)) + 20
    assert len(texts(read(press, tmp_path), Kind.HEADING)) == 10


CONTENTS = (("Quays", 3), ("Ferries", 7), ("Lamps and lanes", 12), ("Wells", 15), ("Markets", 20), ("Money", 31))


def test_contents_entries_end_with_the_page_they_point_to(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 60, "Contents", 20, "hebo")
    for number, (words, page) in enumerate(CONTENTS):
        press.line(40, 100 + 18 * number, words)
        press.line(100, 100 + 18 * number, ". " * 30)
        press.line(380 - 6 * len(str(page)), 100 + 18 * number, str(page))
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.CONTENTS) == [f"{words} {page}" for words, page in CONTENTS]
    assert texts(manifesto, Kind.HEADING) == ["Contents"]


def test_contents_with_the_page_in_front_or_at_the_end_of_the_first_line_have_it_last(tmp_path: Path) -> None:
    press = Press()
    for number, (words, page) in enumerate(CONTENTS):
        press.line(40, 100 + 18 * number, str(page))
        press.line(70, 100 + 18 * number, words)
    assert texts(read(press, tmp_path), Kind.CONTENTS) == [f"{words} {page}" for words, page in CONTENTS]
    press = Press()
    for number, (words, page) in enumerate(CONTENTS):
        press.line(40, 100 + 40 * number, f"{words} of the harbour and")
        press.line(370, 100 + 40 * number, str(page))
        press.line(40, 112 + 40 * number, "of its people")
    assert texts(read(press, tmp_path), Kind.CONTENTS) == [
        f"{words} of the harbour and of its people {page}" for words, page in CONTENTS
    ]


def test_a_quotation_set_large_is_a_quote(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    press.column(40, 200, 340, '"A lamp is worth more than a thousand promises about the coming of the light."', 14)
    press.column(40, 300, 340, paragraph(30))
    assert len(texts(read(press, tmp_path), Kind.QUOTE)) == 1


def test_the_title_is_the_files_own_where_a_person_wrote_it(tmp_path: Path) -> None:
    press = Press()
    chapters(press)
    press.document.set_metadata({"title": "Light for Little Harbour", "author": "A. Lamp"})
    manifesto = read(press, tmp_path)
    assert manifesto.title == "Light for Little Harbour"
    assert manifesto.metadata["author"] == "A. Lamp"


def test_a_title_that_a_program_wrote_gives_way_to_the_largest_words_in_front(tmp_path: Path) -> None:
    press = Press()
    press.line(40, 200, "Light for", 40, "hebo")
    press.line(40, 250, "Little Harbour", 40, "hebo")
    press.new_page()
    chapters(press)
    press.document.set_metadata({"title": "Layout 1"})
    assert read(press, tmp_path).title == "Light for Little Harbour"


def test_small_type_under_a_picture_is_its_caption(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10, 6))
    press.image(40, 200, 380, 400)
    press.line(40, 412, "The quay before the storm", 8)
    press.column(40, 480, 340, paragraph(20, 3), 8)
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.CAPTION) == ["The quay before the storm"]
    assert texts(manifesto, Kind.PARAGRAPH) == [paragraph(10, 6), paragraph(20, 3)]


def test_a_heading_over_short_items_heads_them_and_a_line_that_ends_in_dots_leads_in(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    press.line(40, 150, "The harbour", font="hebo")
    press.line(40, 240, "A vote for us is a vote...", font="hebo")
    for top in (168, 258):
        for at, item in enumerate(("lamps on all lanes", "a ferry at night", "a dry quay")):
            press.line(40, top + 15 * at, "•")
            press.line(54, top + 15 * at, item)
    manifesto = read(press, tmp_path)
    assert texts(manifesto, Kind.HEADING) == ["The harbour"]
    assert texts(manifesto, Kind.PARAGRAPH) == [paragraph(10), "A vote for us is a vote..."]


def test_a_short_line_set_larger_is_a_heading_with_its_full_stop(tmp_path: Path) -> None:
    press = Press()
    y = press.column(40, 60, 340, paragraph(10)) + 30
    press.line(40, y, "Mending the quay.", 13)
    y = press.column(40, y + 18, 340, paragraph(20)) + 30
    press.line(40, y, "We will mend the quay and light all of the lamps.", 13)
    press.column(40, y + 18, 340, paragraph(30))
    assert texts(read(press, tmp_path), Kind.HEADING) == ["Mending the quay."]


def test_the_head_of_a_foreword_and_the_name_under_it_are_no_title(tmp_path: Path) -> None:
    press = Press()  # a cover that is a picture
    press.new_page()
    press.line(40, 60, "Our promise to you", 24, "hebo")
    press.column(40, 100, 340, paragraph(3, 8))
    press.line(40, 400, "Ann Example", 20, "hebo")
    press.new_page()
    press.column(40, 60, 340, paragraph(9, 8))
    assert read(press, tmp_path).title == ""


def test_a_running_head_is_no_title_however_large(tmp_path: Path) -> None:
    press = Press()
    for number in range(4):
        if number:
            press.new_page()
        press.line(40, 40, "HARBOUR PLAN 2024", 18, "hebo")
        press.column(40, 80, 340, paragraph(20 + number, 6))
    assert read(press, tmp_path).title == ""


def test_words_that_fill_a_page_as_an_ornament_and_addresses_are_no_title(tmp_path: Path) -> None:
    press = Press()
    for row in range(5):
        press.line(40, 60 + 40 * row, "Lamps lamps lamps", 30, "hebo")
    press.line(40, 320, "Light for Little Harbour", 22, "hebo")
    press.line(40, 360, "www.harbour.example", 22, "hebo")
    press.new_page()
    press.column(40, 60, 340, paragraph(9, 6))
    assert read(press, tmp_path).title == "Light for Little Harbour"
