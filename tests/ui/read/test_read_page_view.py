"""The original pages on the screen, drawn by the real renderer."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pixels import box, colours, picture
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from waiting import wait

from reader.library.records import Document
from reader.model import Manifesto
from ui import theme
from ui.manifesto.finding import find
from ui.manifesto.manifesto import OnPage, OpenManifesto, opened
from ui.manifesto.stretch import words_of
from ui.read.page_view import PageView
from ui.theme import paper

Show = Callable[[OpenManifesto], PageView]


@pytest.fixture
def boats_open(pdf: Path, read_pdf: Manifesto) -> OpenManifesto:
    return opened(Document("boats", "Boats"), read_pdf.blocks, read_pdf.pages, (), pdf)


@pytest.fixture
def show(themed: QApplication) -> Iterator[Show]:
    """Shows pages and waits until those in sight are drawn."""
    views: list[PageView] = []

    def show(manifesto: OpenManifesto) -> PageView:
        view = PageView()
        views.append(view)
        view.resize(700, 600)
        view.show()
        view.open(manifesto)
        wait(lambda: view.complete)
        return view

    yield show
    for view in views:
        view.pictures.close()
        view.close()
        view.deleteLater()


def test_pages_are_drawn_and_say_where_one_is(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    assert "#000000" in colours(picture(view.viewport())), "print is black"
    assert view.page() == 1
    assert view.accessibleDescription() == "p. 1 (1 of 8)"


def test_the_passage_is_marked_on_its_lines_and_nowhere_else(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    block = next(number for number, each in enumerate(boats_open.shown) if "page 3 paragraph 2" in each.text)
    marks = boats_open.rects(block)
    assert len(marks) == 2
    view.mark(marks, "The words.")
    assert view.accessibleDescription() == "p. 1 (1 of 8)", "the passage is not in sight"
    view.go_to(marks[0])
    assert view.accessibleDescription() == "p. 3 (3 of 8). Marked: The words."
    wait(lambda: view.complete)
    tinted = box(picture(view.viewport()), paper.PASSAGE_ON_PAPER)
    lines = (marks[1].rect.y1 - marks[0].rect.y0) * view.zoom
    assert tinted.top() == pytest.approx(200, abs=3), "a third from the top"
    assert tinted.height() == pytest.approx(lines, abs=5)
    assert tinted.width() == pytest.approx((marks[0].rect.x1 - marks[0].rect.x0) * view.zoom, abs=10)


def test_in_the_dark_theme_paper_is_dimmed(show: Show, boats_open: OpenManifesto, themed: QApplication) -> None:
    view = show(boats_open)
    theme.apply(themed, dark=True)
    try:
        shown = colours(picture(view.viewport()))
    finally:
        theme.apply(themed, dark=False)
    assert paper.DIMMED_PAPER in shown
    assert paper.PAPER not in shown


def test_what_is_found_is_tinted_on_the_very_word(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    found = find(boats_open.shown, "second")
    view.show_found(found, found[0])
    wait(lambda: view.complete)
    image = picture(view.viewport())
    current = box(image, paper.CURRENT_ON_PAPER)
    assert current.width() / view.zoom == pytest.approx(34, abs=6), "the width of the word, not of the line"
    assert paper.FOUND_ON_PAPER in colours(image)


def test_going_to_a_page_and_zooming_keep_the_page(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    view.go_to_page(5)
    assert view.page() == 5
    usual = view.zoom
    view.step_zoom(True)
    assert view.zoom > usual
    assert view.page() == 5
    view.set_zoom(None)
    assert view.fits_width
    assert view.zoom * 420 == pytest.approx(view.viewport().width() - 2 * paper.PAGE_GAP, abs=1)
    assert view.page() == 5


def test_ctrl_and_the_wheel_zoom(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    usual, middle = view.zoom, QPointF(view.viewport().rect().center())
    turned = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turned)
    assert view.zoom > usual
    assert view.page() == 1


def test_space_home_and_end_go_through_the_pages(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > 400
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page() == 8
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page() == 1


def test_a_renderer_that_died_is_started_again(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    killed = view.pictures.process_id
    assert killed is not None
    os.kill(killed, signal.SIGTERM)
    view.go_to_page(7)
    wait(lambda: view.complete)
    assert view.pictures.process_id != killed
    assert "#000000" in colours(picture(view.viewport()))


def test_a_file_that_cannot_be_drawn_says_so_on_the_page(show: Show, boats_open: OpenManifesto, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    view = show(replace(boats_open, original=broken))
    assert "Page 1 could not be drawn." in view.accessibleDescription()
    assert paper.INK_ON_PAPER in colours(picture(view.viewport()))


def test_a_point_is_found_again_after_scrolling_away(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    place = OnPage(4, boats_open.rects(boats_open.numbers[boats_open.shown[10].id])[0].rect)
    view.go_to(place)
    assert view.shows(place)
    view.verticalScrollBar().setValue(0)
    assert not view.shows(place)


def words_on(view: PageView, manifesto: OpenManifesto) -> str:
    return words_of(manifesto, view.selecting.parts)


def spot(view: PageView, place: OnPage) -> QPoint:
    """The left end of a line on the viewport, when one has gone to it: a third from the top."""
    view.go_to(place)
    left = (view.viewport().width() - round(420 * view.zoom)) // 2
    line = round((place.rect.y1 - place.rect.y0) * view.zoom)
    return QPoint(left + round(place.rect.x0 * view.zoom) + 3, view.viewport().height() // 3 + line // 2)


def test_a_double_click_selects_a_word_and_shift_click_goes_on_from_there(
    show: Show, boats_open: OpenManifesto
) -> None:
    view = show(boats_open)
    line = boats_open.rects(2)[0]
    begin = spot(view, line)
    wait(lambda: view.complete)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    assert words_on(view, boats_open) == "On"
    below = begin + QPoint(0, round(12 * view.zoom))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, below)
    assert words_on(view, boats_open) == "On page 1 paragraph 1 begins with a first full line and"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    assert words_on(view, boats_open) == "", "a click selects nothing any more"


def test_a_selection_dragged_out_of_the_window_scrolls_on_until_the_button_is_let_go(
    show: Show, boats_open: OpenManifesto
) -> None:
    view = show(boats_open)
    begin = spot(view, boats_open.rects(2)[0])
    outside = QPoint(begin.x(), view.viewport().height() + 160)
    before = view.verticalScrollBar().value()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view.viewport(), outside)
    wait(lambda: view.page() == 3)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=outside)
    assert view.verticalScrollBar().value() > before
    assert "On page 2 paragraph 3 begins" in words_on(view, boats_open)


def test_all_is_selected_and_a_screen_reader_hears_how_much(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.accessibleDescription() == f"p. 1 (1 of 8). Selected: {len(boats_open.shown)} paragraphs"


def test_the_text_cursor_is_moved_by_arrow_keys_and_comes_into_sight(show: Show, boats_open: OpenManifesto) -> None:
    view = show(boats_open)
    view.show_cursor(True)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    page = view.page()
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Down)
    cursor = view.selecting.cursor
    assert cursor is not None
    printed = boats_open.on_page(cursor)
    assert printed is not None
    assert printed.page > (page or 0), "from what was in sight on"
    assert view.shows(printed)
    view.show_cursor(False)
    scrolled = view.verticalScrollBar().value()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.selecting.cursor == cursor
    assert view.verticalScrollBar().value() > scrolled, "without a cursor the arrow keys scroll"


def test_the_margin_lies_on_the_ground_of_the_pages_clear_of_the_scroll_bar(
    show: Show, boats_open: OpenManifesto
) -> None:
    view = show(boats_open)
    view.keep_margin(True)
    wait(lambda: view.complete)
    bar, margin, strip = view.verticalScrollBar(), view.codes.margin, view.codes.strip
    assert view.verticalScrollBar().maximum()
    assert margin.geometry().right() < strip.geometry().left()
    assert strip.geometry().right() < bar.mapTo(view, bar.rect().topLeft()).x()
    beside = picture(view).copy(margin.geometry().adjusted(0, 8, 0, 0))
    assert colours(beside) == {theme.tokens().colours.window}
