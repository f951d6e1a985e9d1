"""Lines of Hebrew and Arabic are read in their order, whatever order and letter forms the file has them in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pymupdf
import pytest

from reader.formats import registry
from reader.model import Kind, Manifesto

ARABIC = "سنقوم بتوظيف 250 من رجال الشرطة خلال السنوات الخمس القادمة (2026) مع NHS في المدينة، ونبني 12.5 ألف منزل."
HEBREW = "נגייס עוד 250 שוטרים לעיר (2026) עם NHS בחמש השנים הבאות, ונבנה 12.5 אלף בתים."
OTHER = "נבנה בית ספר בכל רחוב."
Place = tuple[float, str, str]
ENGLISH = "We will print this page in English too."


def read(document: pymupdf.Document, folder: Path) -> Manifesto:
    document.save(folder / "lines.pdf")
    return registry.read(folder / "lines.pdf")


def texts(manifesto: Manifesto) -> list[str]:
    return [block.text for block in manifesto.blocks if block.kind is not Kind.FURNITURE]


def by_html(*paragraphs: str) -> pymupdf.Document:
    document = pymupdf.open()
    page = document.new_page(width=420, height=595)
    page.insert_htmlbox(pymupdf.Rect(40, 40, 380, 500), "".join(paragraphs))
    return document


def right(text: str) -> str:
    return f"<p dir=rtl>{text}</p>"


def seen(text: str) -> str:
    """A line as it is seen from the left: figures, Latin words and what is in brackets keep their order."""
    return " ".join(word if word.strip("(),.").isascii() else word[::-1] for word in reversed(text.split()))


@cache
def hebrew() -> bytes:
    """The font with which PyMuPDF sets Hebrew."""
    document = by_html(right(OTHER))
    return bytes(document.extract_font(document[0].get_fonts()[0][0])[3])


def set_by(document: pymupdf.Document, y: float, text: str, order: Callable[[list[Place]], list[Place]]) -> None:
    """Draw a line, as seen, from x=60 on: its letters one by one in this order."""
    page, font, x = document[-1], pymupdf.Font(fontbuffer=hebrew()), 60.0
    page.insert_font(fontname="heb", fontbuffer=hebrew())
    places: list[Place] = []
    for char in text:
        own = bool(font.has_glyph(ord(char))) and not char.isascii()
        places.append((x, char, "heb" if own else "helv"))
        x += (font if own else pymupdf.Font("helv")).text_length(char, 11)
    for at, char, name in order(places):
        page.insert_text((at, y), char, fontname=name, fontsize=11)


@pytest.mark.parametrize("text", [ARABIC, HEBREW, OTHER])
def test_a_paragraph_is_one_block_in_its_order(tmp_path: Path, text: str) -> None:
    found = read(by_html(right(text), f"<p>{ENGLISH}</p>"), tmp_path)
    assert texts(found) == [text, ENGLISH]


def test_paragraphs_under_each_other_stay_apart(tmp_path: Path) -> None:
    assert texts(read(by_html(right(HEBREW), right(OTHER), right(ARABIC)), tmp_path)) == [HEBREW, OTHER, ARABIC]


@pytest.mark.parametrize(
    "order",
    [lambda places: places, lambda places: places[::-1], lambda places: sorted(places, key=lambda one: one[2])],
    ids=["from the left", "from the right", "font by font"],
)
def test_the_order_in_which_letters_are_drawn_does_not_matter(
    tmp_path: Path, order: Callable[[list[Place]], list[Place]]
) -> None:
    document = pymupdf.open()
    document.new_page(width=420, height=595)
    text = "נגייס עוד 250 שוטרים לעיר (2026) עם NHS בחמש 12.5 השנים"
    set_by(document, 100, seen(text), order)
    assert texts(read(document, tmp_path)) == [text]


def test_hebrew_words_in_an_english_line_stand_where_they_are_read(tmp_path: Path) -> None:
    document = pymupdf.open()
    document.new_page(width=420, height=595)
    set_by(document, 100, "We say " + seen("בית ספר") + " and mean a school of 250.", lambda places: places)
    assert texts(read(document, tmp_path)) == ["We say בית ספר and mean a school of 250."]


def test_letters_of_every_form_are_the_letters_that_people_search_for(tmp_path: Path) -> None:
    found = texts(read(by_html(right(ARABIC)), tmp_path))[0]
    assert found == unicodedata.normalize("NFKC", found)


def test_right_columns_are_read_before_left_ones(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=420, height=595)
    for text, x in ((HEBREW, 230), (OTHER * 3, 40)):
        page.insert_htmlbox(pymupdf.Rect(x, 60, x + 150, 300), right(text))
    first, second = texts(read(document, tmp_path))
    assert (first, second.startswith(OTHER)) == (HEBREW, True)


def test_rectangles_are_those_of_the_page(tmp_path: Path) -> None:
    found = read(by_html(right(OTHER)), tmp_path)
    rect = found.blocks[0].pieces[0].rect
    assert rect is not None
    assert 379 <= rect.x1 <= 381
    assert rect.x0 > 200


def test_forms_of_letters_without_a_name_are_named_by_the_font(tmp_path: Path) -> None:
    found = read(by_html(right(ARABIC)), tmp_path)
    assert "\ufffd" not in "".join(texts(found))
    assert found.notes == (
        "Some letters that the file's fonts do not name were worked out from the words around them.",
    )
