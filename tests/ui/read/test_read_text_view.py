"""The flowing text on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pixels import box, picture
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import wait

from ui import theme
from ui.manifesto.finding import find
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.text_view import TextView
from ui.theme import paper

Show = Callable[[OpenManifesto], TextView]


@pytest.fixture
def show(themed: QApplication, qtbot: QtBot) -> Show:
    """Shows a manifesto as flowing text and waits until all of it is there."""

    def show(manifesto: OpenManifesto) -> TextView:
        view = TextView()
        qtbot.addWidget(view)
        view.resize(900, 600)
        view.show()
        view.open(manifesto)
        wait(lambda: view.settled)
        return view

    return show


def height_of(view: TextView, place: Place) -> float:
    """Where this point stands on the screen, as a share of the view's height."""
    block = view.document().findBlockByNumber(place.block)
    return view.cursorRect(QTextCursor(block)).top() / view.viewport().height()


def test_a_long_text_is_filled_turn_by_turn_and_then_is_all_there(
    themed: QApplication, qtbot: QtBot, long: OpenManifesto
) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.open(long)
    assert view.document().blockCount() < len(long.shown) / 2, "the first turn may take a moment only"
    wait(lambda: view.settled)
    assert view.document().toPlainText() == "\n".join(block.text for block in long.shown)


def test_the_passage_is_a_third_from_the_top(show: Show, long: OpenManifesto) -> None:
    view = show(long)
    view.go_to(Place(200))
    assert height_of(view, Place(200)) == pytest.approx(1 / 3, abs=0.02)
    assert view.shows(200)
    assert not view.shows(0)
    assert view.place().block in (199, 200)


def test_a_passage_wanted_before_it_is_there_is_gone_to_when_it_is(
    themed: QApplication, qtbot: QtBot, long: OpenManifesto
) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.open(long)
    view.go_to(Place(380))
    assert view.place() == Place(380)
    wait(lambda: view.settled)
    assert height_of(view, Place(380)) == pytest.approx(1 / 3, abs=0.02)


def test_the_opened_passage_stands_on_a_tint_with_a_bar(show: Show, long: OpenManifesto) -> None:
    view = show(long)
    view.mark(3)
    view.go_to(Place(3))
    image = picture(view.viewport())
    line = view.cursorRect(QTextCursor(view.document().findBlockByNumber(3)))
    assert box(image, paper.passage(theme.tokens())).contains(line.translated(-5, 0).topLeft())
    assert box(image, theme.tokens().colours.accent).width() == paper.PASSAGE_BAR
    view.mark(None)
    assert box(picture(view.viewport()), paper.passage(theme.tokens())).isEmpty()


def test_printed_page_numbers_stand_where_pages_begin(show: Show, harbour: OpenManifesto) -> None:
    view = show(harbour)
    numbers = view.strip.numbers
    assert [number.label for number in numbers] == ["i", "1", "2"]
    assert [number.y for number in numbers] == sorted(number.y for number in numbers)
    ferries = view.cursorRect(QTextCursor(view.document().findBlockByNumber(2)))
    assert numbers[1].y + paper.line_height(theme.tokens().reading) / 2 == pytest.approx(ferries.center().y(), abs=1)
    assert view.strip.accessibleDescription() == "page i begins; page 1 begins; page 2 begins"


def test_what_is_found_is_tinted_and_the_current_one_stands_out(show: Show, harbour: OpenManifesto) -> None:
    view = show(harbour)
    found = find(harbour.shown, "pier")
    view.show_found(found, found[1])
    tinted = {
        each.cursor.selectedText(): QColor(each.format.background().color()).name() for each in view.extraSelections()
    }
    assert len(view.extraSelections()) == 2
    assert tinted["pier"] == theme.tokens().colours.accent
    view.show_found([], None)
    assert view.extraSelections() == []


def test_only_what_is_found_in_sight_is_tinted(show: Show, long: OpenManifesto) -> None:
    view = show(long)
    view.show_found(find(long.shown, "boats"), None)
    assert 0 < len(view.extraSelections()) < 40
    view.go_to(Place(300))
    assert view.extraSelections()[0].cursor.blockNumber() > 280


def test_arrow_keys_scroll_until_a_text_cursor_is_wanted(show: Show, long: OpenManifesto) -> None:
    view = show(long)
    QTest.keyClick(view, Qt.Key.Key_Down)
    scrolled = view.verticalScrollBar().value()
    assert scrolled > 0
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > scrolled + 400
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    view.show_cursor(True)
    before = view.textCursor().position()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.textCursor().position() == before + 1
    assert view.verticalScrollBar().value() == 0


def test_text_is_selected_and_copied_with_the_keyboard_alone(show: Show, harbour: OpenManifesto) -> None:
    view = show(harbour)
    view.go_to(Place(0))
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    view.copy()
    assert QGuiApplication.clipboard().text() == "A town"
    QTest.keyClicks(view, "nothing")
    assert view.document().toPlainText().startswith("A town by the sea\n")


def test_another_theme_and_another_width_keep_the_place(show: Show, long: OpenManifesto, themed: QApplication) -> None:
    view = show(long)
    view.go_to(Place(200))
    theme.apply(themed, dark=True)
    try:
        wait(lambda: view.settled)
        assert height_of(view, Place(200)) == pytest.approx(1 / 3, abs=0.05)
    finally:
        theme.apply(themed, dark=False)
    view.resize(480, 600)
    wait(lambda: view.settled)
    assert height_of(view, Place(200)) == pytest.approx(1 / 3, abs=0.05)
    assert view.document().textWidth() < 480
