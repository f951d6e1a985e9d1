"""Forms of page numbers, and numbers that stand in the file though nobody sees them on the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph, read

Colour = tuple[float, float, float]
RED: Colour = (0.9, 0.1, 0.1)
FOOT, HEAD = 580, 24


def labels(
    folder: Path, count: int, draw: Callable[[Press, int], None], bare: tuple[int, ...] = ()
) -> list[str | None]:
    """The labels of so many pages, of text but for those that are bare, on each of which this is drawn."""
    press = Press()
    for page in range(count):
        if page:
            press.new_page()
        if page not in bare:
            press.column(40, 90, 340, paragraph(20 * page))
        draw(press, page)
    return [page.label for page in read(press, folder).pages]


@pytest.mark.parametrize("word", ["Manifesto", "Maniffesto", "Programme", "Programa", "Wahlprogramm", "Manifest"])
def test_a_number_after_what_the_whole_is_called_is_that_of_the_page(tmp_path: Path, word: str) -> None:
    found = labels(tmp_path, 6, lambda press, page: press.line(40, HEAD, f"{word} {page + 4}", 8))
    assert found == ["4", "5", "6", "7", "8", "9"]


@pytest.mark.parametrize("word", ["Mission", "Promise", "Teil", "Prioridad", "Reform"])
def test_a_number_after_what_there_are_several_of_is_not(tmp_path: Path, word: str) -> None:
    found = labels(tmp_path, 6, lambda press, page: press.line(40, HEAD, f"{word} {page + 4}", 8))
    assert found == [None] * 6


@pytest.mark.parametrize("form", ["{}-{}", "{}.{}", "Page {}-{}", "{}-{:02}"])
def test_pages_counted_in_each_part_are_cited_with_its_letter(tmp_path: Path, form: str) -> None:
    """A-1 to A-4, then B-1 to B-4."""
    shown = [form.format("AB"[page // 4], page % 4 + 1) for page in range(8)]
    found = labels(tmp_path, 8, lambda press, page: press.line(200, FOOT, shown[page], 8))
    assert found == [text.removeprefix("Page ") for text in shown]


@pytest.mark.parametrize("form", ["Pagina {} van 9", "{}/9", "Page {} of 9", "na {} van 9", "a {} van 9", "{} / 9"])
def test_a_number_with_the_number_of_all_pages_needs_no_long_run(tmp_path: Path, form: str) -> None:
    def drawn(press: Press, page: int) -> None:
        if page >= 7:
            press.line(200, FOOT, form.format(page + 1), 8)

    assert labels(tmp_path, 9, drawn) == [*[None] * 7, "8", "9"]


@pytest.mark.parametrize("form", ["Pledge {} of 9", "{} of 9 houses are cold", "Step {} of 9: the quay"])
def test_what_else_is_counted_up_to_a_number_is_no_page(tmp_path: Path, form: str) -> None:
    def drawn(press: Press, page: int) -> None:
        if page >= 7:
            press.line(40, HEAD, form.format(page + 1), 10, "hebo")

    assert labels(tmp_path, 9, drawn) == [None] * 9


def under_a_picture(press: Press, number: str, x: float) -> None:
    press.line(x, FOOT, number, 8)
    press.image(0, 0, 420, 595)


def in_the_colour_of_the_ground(press: Press, number: str, x: float) -> None:
    press.sheet.draw_rect(pymupdf.Rect(0, 0, 420, 595), color=None, fill=RED)
    press.line(x, FOOT, number, 8, colour=RED)


def under_the_ground(press: Press, number: str, x: float) -> None:
    press.line(x, FOOT, number, 8)
    press.sheet.draw_rect(pymupdf.Rect(0, 0, 420, 595), color=None, fill=RED)


def white_on_white(press: Press, number: str, x: float) -> None:
    press.line(x, FOOT, number, 8, colour=(1, 1, 1))


@pytest.mark.parametrize("hide", [under_a_picture, in_the_colour_of_the_ground, under_the_ground, white_on_white])
@pytest.mark.parametrize("x", [40, 205, 370])
def test_a_number_that_nobody_sees_is_not_printed(
    tmp_path: Path, hide: Callable[[Press, str, float], None], x: float
) -> None:
    """On the cover there is none, on the picture of a chapter it is counted."""

    def drawn(press: Press, page: int) -> None:
        if page in (0, 3):
            hide(press, str(page + 1), x)
            press.line(40, 200, "Quays", 30, "hebo", (0, 0, 1))
        else:
            press.line(x, FOOT, str(page + 1), 8)

    assert labels(tmp_path, 7, drawn, (0, 3)) == [None, "2", "3", "[4]", "5", "6", "7"]


@pytest.mark.parametrize("ink", [(1, 1, 1), (0, 0, 0), (1, 0.5, 0.5)])
@pytest.mark.parametrize("size", [6, 11])
def test_a_number_on_a_coloured_page_is_printed(tmp_path: Path, ink: Colour, size: float) -> None:
    def drawn(press: Press, page: int) -> None:
        if page == 3:
            press.sheet.draw_rect(pymupdf.Rect(0, 0, 420, 595), color=None, fill=RED)
        press.line(205, FOOT, str(page + 1), size, colour=ink if page == 3 else (0, 0, 0))

    assert labels(tmp_path, 7, drawn) == ["1", "2", "3", "4", "5", "6", "7"]
