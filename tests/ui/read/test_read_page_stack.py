"""Where pages stand in one long column, and the pictures that are kept of them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from reader.model import Page, Rect
from reader.page_drawing import PictureRequest
from ui.pages.picture_cache import PictureCache
from ui.read.page_stack import PageStack, fitting
from ui.theme.paper import PAGE_GAP

PAGES = (Page(1, None, 300.0, 400.0), Page(2, "1", 600.0, 400.0), Page(3, "2", 300.0, 400.0))


def test_pages_stand_one_below_the_other_centred_on_the_widest() -> None:
    stack = PageStack(PAGES, 2.0)
    assert [stack.box(page).y for page in (1, 2, 3)] == [PAGE_GAP, 2 * PAGE_GAP + 800, 3 * PAGE_GAP + 1600]
    assert [stack.box(page).x for page in (1, 2, 3)] == [300, 0, 300]
    assert stack.height == 4 * PAGE_GAP + 2400


@pytest.mark.parametrize(
    ("top", "bottom", "pages"),
    [(0, 10, [1]), (0, 500, [1]), (500, 1000, [1, 2]), (PAGE_GAP + 800, PAGE_GAP + 801, []), (5000, 5100, [])],
)
def test_the_pages_between_two_heights_are_those_that_show_there(top: int, bottom: int, pages: list[int]) -> None:
    assert list(PageStack(PAGES, 2.0).between(top, bottom)) == pages


def test_a_rectangle_of_a_page_is_rounded_outwards() -> None:
    stack = PageStack(PAGES, 1.5)
    box = stack.box(1)
    placed = stack.rect(1, Rect(10.1, 20.1, 30.1, 40.1))
    assert (placed.x - box.x, placed.y - box.y, placed.width, placed.height) == (15, 30, 31, 31)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [0.5, 1.67, 5.3])
def test_bands_cover_a_page_without_gap_or_overlap(zoom: float, ratio: float) -> None:
    stack = PageStack(PAGES, zoom)
    bands = stack.bands(1, ratio)
    height = round(stack.box(1).height * ratio)
    if bands[0].height is None:
        assert len(bands) == 1
        return
    below = 0
    for band in bands:
        assert band.top == below
        assert band.height is not None
        below += band.height
    assert below == height


def test_fitting_makes_the_widest_page_as_wide_as_there_is_room() -> None:
    assert fitting(PAGES, 900) * 600 == pytest.approx(900)
    assert fitting((), 900) == 1.0


def picture(rows: int) -> QImage:
    return QImage(100, rows, QImage.Format.Format_RGB32)  # 400 bytes a row


def request(page: int) -> PictureRequest:
    return PictureRequest("a.pdf", page, 1.0)


def test_the_picture_unused_for_longest_goes_when_memory_is_full() -> None:
    cache = PictureCache(most=1000)
    cache.keep(request(1), picture(1))
    cache.keep(request(2), picture(1))
    cache.get(request(1))
    cache.keep(request(3), picture(1))
    assert request(2) not in cache
    assert request(1) in cache
    assert request(3) in cache
    assert cache.bytes == 800


def test_a_picture_larger_than_the_memory_is_kept_alone() -> None:
    cache = PictureCache(most=1000)
    cache.keep(request(1), picture(1))
    cache.keep(request(2), picture(10))
    assert request(1) not in cache
    assert cache.get(request(2)) is not None


def test_a_picture_kept_again_counts_once() -> None:
    cache = PictureCache(most=1000)
    cache.keep(request(1), picture(1))
    cache.keep(request(1), picture(2))
    assert cache.bytes == 800
