"""Which pages without words of their own go to OCR: pictures of print, not photographs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph

from reader.formats import registry
from reader.model import Manifesto

WIDE, HIGH = 420, 595


@cache
def print_of(colour: tuple[float, float, float] = (0, 0, 0), ground: tuple[float, float, float] = (1, 1, 1)) -> bytes:
    """A picture of a page of print."""
    press = Press(WIDE, HIGH)
    page = press.document[0]
    page.draw_rect(page.rect, color=ground, fill=ground)
    for at, start in enumerate(range(0, 400, 10)):
        page.insert_text((40, 50 + 13 * at), paragraph(11, start), fontsize=9, color=colour)
    made: bytes = page.get_pixmap(dpi=150).tobytes("png")
    return made


@cache
def photograph() -> bytes:
    """Blotches of all greys, each over others: no ground, many edges."""
    document = pymupdf.open()
    page = document.new_page(width=WIDE, height=HIGH)
    shape = page.new_shape()
    for at in range(3000):
        x, y, grey = at * 7919 % WIDE, at * 104729 % HIGH, at * 31 % 97 / 97
        shape.draw_rect(pymupdf.Rect(x, y, x + 30, y + 6))
        shape.finish(color=None, fill=(grey, grey, grey))
    shape.commit()
    made: bytes = page.get_pixmap(dpi=100).tobytes("png")
    return made


@cache
def strips_of(page: bytes, count: int) -> list[bytes]:
    """The picture cut into so many strips from the top down, as some scanners store it."""
    whole = pymupdf.Pixmap(page)
    made = []
    for at in range(count):
        top, bottom = whole.height * at // count, whole.height * (at + 1) // count
        strip = pymupdf.Pixmap(whole.colorspace, pymupdf.IRect(0, top, whole.width, bottom), whole.alpha)
        strip.copy(whole, strip.irect)
        made.append(strip.tobytes("png"))
    return made


def document(path: Path, pages: list[bytes | str], caption: str = "") -> Manifesto:
    """A PDF of pictures, with a caption each, and of pages with text of their own, read without OCR."""
    made = pymupdf.open()
    for content in pages:
        if isinstance(content, str):
            press = Press(WIDE, HIGH)
            press.column(40, 60, 340, content)
            made.insert_pdf(press.document)
            continue
        page = made.new_page(width=WIDE, height=HIGH)
        page.insert_image(page.rect, stream=content)
        if caption:
            page.insert_text((40, 580), caption, fontsize=8)
    made.save(path)
    return registry.read(path)


def readable(manifesto: Manifesto) -> list[bool]:
    return [page.readable for page in manifesto.pages]


TEXT = [paragraph(start, 20) for start in (0, 60, 120, 180)]


def test_a_picture_of_print_between_pages_of_text_waits_for_ocr(tmp_path: Path) -> None:
    manifesto = document(tmp_path / "mixed.pdf", [*TEXT, print_of()])
    assert readable(manifesto) == [True, True, True, True, False]
    assert manifesto.notes == ("Page 5 is a picture that OCR has not read yet.",)


def test_light_print_on_a_dark_ground_is_print(tmp_path: Path) -> None:
    assert not readable(document(tmp_path / "mixed.pdf", [*TEXT, print_of((1, 1, 1), (0, 0.2, 0.4))]))[4]


def test_a_photograph_between_pages_of_text_is_no_loss_and_is_named(tmp_path: Path) -> None:
    manifesto = document(tmp_path / "mixed.pdf", [TEXT[0], photograph(), *TEXT[1:]])
    assert readable(manifesto) == [True] * 5
    assert manifesto.notes == ("Page 2 shows pictures and no text.",)


def test_a_pattern_that_is_hardly_seen_is_no_print(tmp_path: Path) -> None:
    assert readable(document(tmp_path / "mixed.pdf", [*TEXT, print_of((0.85, 0.85, 0.85))])) == [True] * 5


def test_in_a_scan_every_page_goes_to_ocr_its_pictures_too(tmp_path: Path) -> None:
    assert readable(document(tmp_path / "scan.pdf", [TEXT[0], print_of(), photograph(), print_of()])) == [
        True,
        False,
        False,
        False,
    ]


def test_a_stamp_on_a_scanned_page_does_not_make_it_readable(tmp_path: Path) -> None:
    assert readable(document(tmp_path / "stamped.pdf", [*TEXT, print_of()], "Scanned 3"))[4] is False
    assert readable(document(tmp_path / "titled.pdf", [*TEXT, photograph()], "Our harbour")) == [True] * 5


@pytest.mark.parametrize("count", [2, 5, 40])
@pytest.mark.parametrize("number", ["hidden", "outside", "tiny", "covered"])
def test_a_page_of_strips_of_print_with_only_a_number_goes_to_ocr(tmp_path: Path, count: int, number: str) -> None:
    press = Press(WIDE, HIGH)
    press.column(40, 60, 340, TEXT[0])
    for text in TEXT[1:]:
        press.new_page()
        press.column(40, 60, 340, text)
    press.new_page()
    if number == "covered":
        press.line(200, 300, "5")
    for at, strip in enumerate(strips_of(print_of(), count)):
        edges = [HIGH * at / count, HIGH * (at + 1) / count]
        press.sheet.insert_image(pymupdf.Rect(0, edges[0], WIDE, edges[1]), stream=strip, keep_proportion=False)
    if number != "covered":
        x, y = (-40, 300) if number == "outside" else (200, 590)
        press.line(x, y, "5", 4, colour=(1, 1, 1) if number == "hidden" else (0, 0, 0))
    assert readable(registry.read(press.save(tmp_path / "strips.pdf"))) == [True] * 4 + [False]


def test_pictures_on_less_than_most_of_a_page_are_not_the_page(tmp_path: Path) -> None:
    press = Press(WIDE, HIGH)
    press.column(40, 60, 340, TEXT[0])
    press.new_page()
    press.line(40, 30, "Our harbour")
    for at, strip in enumerate(strips_of(print_of(), 5)[:2]):
        press.sheet.insert_image((0, 120 * at, WIDE, 120 * at + 118), stream=strip, keep_proportion=False)
        press.sheet.insert_image((0, 120 * at, WIDE, 120 * at + 118), stream=strip, keep_proportion=False)
    assert readable(registry.read(press.save(tmp_path / "strips.pdf"))) == [True, True]
