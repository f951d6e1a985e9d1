"""Marks that others put on a PDF are no words of the party: watermarks, stamps, notes, answers in forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph, read, texts

from reader.model import Kind

TITLE = "A Plan for the Harbour"


def leaflet(pages: int = 3) -> Press:
    press = Press()
    for number in range(pages):
        if number:
            press.new_page()
        else:
            press.line(60, 60, TITLE, 20, "hebo")
        below = press.column(60, 100, 300, paragraph(9 * number, 5))
        press.column(60, below + 24, 300, paragraph(9 * number + 5, 4))
    return press


def expected(pages: int = 3) -> list[str]:
    found = [TITLE]
    for number in range(pages):
        found += [paragraph(9 * number, 5), paragraph(9 * number + 5, 4)]
    return found


def mark(
    press: Press,
    text: str,
    *,
    size: float = 60,
    height: float = 190,
    angle: float = 0,
    grey: float = 0.8,
    overlay: bool = True,
    pages: Sequence[int] = (0, 1, 2),
) -> None:
    """Set large words across the middle of pages, turned by degrees."""
    for number in pages:
        middle = pymupdf.Point(210, height)
        start = (210 - pymupdf.get_text_length(text, "hebo", size) / 2, height + size / 3)
        press.document[number].insert_text(
            start,
            text,
            fontsize=size,
            fontname="hebo",
            color=(grey,) * 3,
            morph=(middle, pymupdf.Matrix(angle)),
            overlay=overlay,
        )


@pytest.mark.parametrize("overlay", [True, False])
@pytest.mark.parametrize(("angle", "grey"), [(0, 0.8), (0, 0.0), (30, 0.8), (45, 0.0), (90, 0.9), (-45, 0.7)])
@pytest.mark.parametrize("text", ["DRAFT", "Zum Lesen"])
def test_words_across_the_text_of_pages_are_furniture(
    tmp_path: Path, text: str, angle: float, grey: float, overlay: bool
) -> None:
    press = leaflet()
    mark(press, text, angle=angle, grey=grey, overlay=overlay)
    found = read(press, tmp_path)
    assert texts(found) == expected()
    assert texts(found, Kind.FURNITURE) == [text] * 3
    assert found.title == TITLE


@pytest.mark.parametrize("angle", [0, 45])
def test_a_mark_across_one_page_is_furniture_too(tmp_path: Path, angle: float) -> None:
    press = leaflet()
    mark(press, "CONFIDENTIAL", size=48, angle=angle, pages=[0])
    found = read(press, tmp_path)
    assert (texts(found), found.title) == (expected(), TITLE)


def test_huge_words_in_one_place_of_most_pages_are_a_mark_with_nothing_under_them(tmp_path: Path) -> None:
    press = leaflet()
    mark(press, "Zum Lesen", height=450)
    found = read(press, tmp_path)
    assert (texts(found), found.title) == (expected(), TITLE)


@pytest.mark.parametrize("angle", [0, 45])
def test_a_mark_is_one_on_a_page_without_text_under_it(tmp_path: Path, angle: float) -> None:
    press = leaflet()
    press.document.new_page(0, width=420, height=595).insert_text((60, 90), TITLE, fontsize=24)
    mark(press, "Leseprobe", angle=angle, pages=[0, 1, 2])
    found = read(press, tmp_path)
    assert found.title == TITLE
    assert "Leseprobe" not in texts(found)


@pytest.mark.parametrize(
    "text",
    ["PROPERTY OF DOWNHAM LIBRARY", "Downloaded by m.smith@example.org on 3 May 2031", "Final draft 3.2", "ENTWURF"],
)
def test_stamps_above_a_title_are_no_part_of_it(tmp_path: Path, text: str) -> None:
    press = leaflet()
    press.document[0].insert_text((60, 30), text, fontsize=14)
    found = read(press, tmp_path)
    assert (texts(found), found.title) == (expected(), TITLE)


@pytest.mark.parametrize("text", ["Draft laws we will repeal", "Property of the state", "Confidential helplines"])
def test_headings_that_speak_of_drafts_and_property_stay(tmp_path: Path, text: str) -> None:
    press = leaflet(1)
    press.new_page()
    press.line(60, 120, text, 16, "hebo")
    press.column(60, 150, 300, paragraph(30))
    assert texts(read(press, tmp_path), Kind.HEADING) == [TITLE, text]


def note(page: pymupdf.Page) -> None:
    page.add_freetext_annot(pymupdf.Rect(60, 10, 400, 40), "ASK THE CHAIR", fontsize=24)


def stamp(page: pymupdf.Page) -> None:
    page.add_stamp_annot(pymupdf.Rect(60, 400, 300, 450), stamp=4)


def answer(page: pymupdf.Page) -> None:
    field = pymupdf.Widget()
    field.field_type, field.field_name = pymupdf.PDF_WIDGET_TYPE_TEXT, "name"
    field.rect, field.field_value = pymupdf.Rect(60, 20, 400, 45), "Filled in by a reader"
    field.text_fontsize = 24
    page.add_widget(field)


@pytest.mark.parametrize("add", [note, stamp, answer])
def test_what_readers_wrote_on_a_page_is_left_out_and_told_of(
    tmp_path: Path, add: Callable[[pymupdf.Page], None]
) -> None:
    press = leaflet()
    add(press.document[1])
    add(press.document[0])
    found = read(press, tmp_path)
    assert (texts(found), found.title) == (expected(), TITLE)
    assert found.notes == ("What readers wrote on pages 1 and 2 (notes, stamps, answers in forms) is left out.",)


def test_a_highlight_and_an_empty_field_need_no_note(tmp_path: Path) -> None:
    press = leaflet()
    press.document[0].add_highlight_annot(pymupdf.Rect(60, 90, 200, 110))
    field = pymupdf.Widget()
    field.field_type, field.field_name = pymupdf.PDF_WIDGET_TYPE_TEXT, "name"
    field.rect = pymupdf.Rect(60, 500, 200, 520)
    press.document[1].add_widget(field)
    assert read(press, tmp_path).notes == ()
