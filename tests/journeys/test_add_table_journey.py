"""Many files added at once and put right in one table, from the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reader.library.records import Document
from ui.frame.window import Window
from ui.library.columns import COLUMNS
from ui.scenes.stage import Stage
from ui.scenes.writing import campaign_files

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PARTY, ELECTION = (
    next(number for number, column in enumerate(COLUMNS) if column.field == field) for field in ("party", "election")
)


def added(window: Window) -> list[Document]:
    return [document for document in window.session.library.documents() if not document.sample]


def press(window: Window, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key, modifiers)


def type_over(window: Window, value: str) -> None:
    """Type into the cell in use and press Return."""
    # Without a screen nothing keeps the window active, and only in an active one does focus return to the table.
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    table = window.places.library.table
    QTest.keyClicks(table, value[:1])
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, value[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(20)
    window.activateWindow()  # nor does anything activate it again when the list of values has gone
    assert QTest.qWaitForWindowActive(window)
    assert window.places.here == "library"


@pytest.mark.timeout(180)
@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of every list
def test_many_manifestos_are_put_right_in_one_table_from_the_keyboard(stage: Stage) -> None:
    window = stage.open_samples(own=True)
    window.activateWindow()
    window.session.add_files(campaign_files())
    stage.settle(window)
    press(window, Qt.Key.Key_1, modifiers=CTRL)
    place = window.places.library
    assert place.tabs.tabText(place.tabs.currentIndex()) == "To check (6)"
    assert [document.party for document in added(window)] == ["Labour", "Plaid Cymru", "", "", "", "Green"]
    place.table.setFocus()
    _correct_three_together(window)
    _confirm_all_and_take_back(window)


def _correct_three_together(window: Window) -> None:
    table = window.places.library.table
    press(window, Qt.Key.Key_Home, modifiers=CTRL)
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, PARTY)
    type_over(window, "Quay Party")
    press(window, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert table.currentIndex().column() == ELECTION
    type_over(window, "Brackenmouth council election 2023")
    press(window, Qt.Key.Key_Down, Qt.Key.Key_Down, modifiers=SHIFT)
    press(window, Qt.Key.Key_D, modifiers=CTRL)
    elections = [document.election for document in added(window)][2:5]
    assert elections == ["Brackenmouth council election 2023"] * 3
    press(window, Qt.Key.Key_Up, modifiers=SHIFT)
    assert len(table.selected()) == 2
    press(window, Qt.Key.Key_Left, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_D, modifiers=CTRL)
    assert [document.party for document in added(window)][2:5] == ["Quay Party", "Quay Party", ""]


def _confirm_all_and_take_back(window: Window) -> None:
    place = window.places.library
    press(window, Qt.Key.Key_Return, modifiers=CTRL | SHIFT)
    assert all("title" in document.confirmed for document in added(window))
    assert len(place.table.shown()) == 6
    press(window, Qt.Key.Key_Z, modifiers=CTRL)
    assert not any("title" in document.confirmed for document in added(window))
    press(window, Qt.Key.Key_Z, modifiers=CTRL)
    assert [document.party for document in added(window)][2:5] == ["Quay Party", "", ""]
    press(window, Qt.Key.Key_Y, modifiers=CTRL)
    press(window, Qt.Key.Key_Return, modifiers=CTRL | SHIFT)
    place.tabs.choose("")
    assert place.tabs.count() == 1
