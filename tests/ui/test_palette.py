"""Ctrl+K and Shift+F1: finding anything, and the keys of this place, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shelf import shelve

from reader.home import Home
from ui.actions.offered import LIBRARY, Actions
from ui.frame.keys_help import KeysHelp, keys_of
from ui.frame.palette import Palette
from ui.session.session import Session
from ui.shared.overlay import Overlay


class Screen:
    """A window with a field in it, over which panels open."""

    def __init__(self, session: Session) -> None:
        self.window = QWidget()
        self.window.resize(800, 600)
        self.field = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.field)
        self.opened: list[str] = []
        self.palette = Palette(
            self.window, session, self.opened.append, lambda topic: self.opened.append(f"topic {topic}")
        )
        self.keys = KeysHelp(self.window, session.actions)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.palette.finder.field, text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.palette.finder.field, key)

    @property
    def names(self) -> list[str]:
        return [entry.name for entry in self.palette.finder.entries.shown]


@pytest.fixture
def actions(session: Session) -> Actions:
    session.actions.connect("add-files", lambda: None)
    session.actions.connect("keys", lambda: None)
    session.actions.connect("library.remove", lambda: None)
    session.actions.show_place(LIBRARY)
    return session.actions


@pytest.fixture
def screen(folder: Home, session: Session, actions: Actions, qtbot: QtBot) -> Iterator[Screen]:
    shelve(folder, "Forward together", party="Harbour", year="2019")
    made = Screen(session)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    made.field.setFocus()
    yield made
    made.window.close()


def test_topics_manifestos_and_actions_are_all_there_at_first(screen: Screen) -> None:
    screen.palette.open()
    assert {"Policing", "Harbour, 2019: Forward together", "Add files", "Remove from the library"} <= set(screen.names)
    assert "Undo" not in screen.names  # nobody answers to it here


def test_typing_narrows_and_return_chooses(screen: Screen, session: Session) -> None:
    screen.palette.open()
    screen.type("harb")
    assert screen.names[0] == "Harbour, 2019: Forward together"
    screen.press(Qt.Key.Key_Return)
    assert screen.opened == [session.library.documents()[0].id]
    assert not screen.palette.finder.isVisible()


def test_arrows_move_through_what_is_found_and_round(screen: Screen) -> None:
    screen.palette.open()
    screen.type("fire")
    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Up)
    screen.press(Qt.Key.Key_Return)
    assert screen.opened == ["topic fire-safety"]


def test_an_action_is_triggered_and_shows_its_key(screen: Screen, actions: Actions, qtbot: QtBot) -> None:
    screen.palette.open()
    screen.type("addf")
    assert screen.palette.finder.entries.shown[0].note == "Ctrl+O"
    with qtbot.waitSignal(actions.action("add-files").triggered):
        screen.press(Qt.Key.Key_Return)


def test_nothing_found_is_nothing_to_choose(screen: Screen) -> None:
    screen.palette.open()
    screen.type("zzzz")
    assert screen.names == []
    screen.press(Qt.Key.Key_Return)
    assert screen.opened == []
    assert screen.palette.finder.isVisible()


def test_escape_closes_it_and_gives_the_focus_back(screen: Screen) -> None:
    screen.palette.open()
    assert screen.palette.finder.field.hasFocus()
    screen.press(Qt.Key.Key_Escape)
    assert not screen.palette.finder.isVisible()
    assert screen.field.hasFocus()


def test_a_click_beside_it_closes_it(screen: Screen) -> None:
    screen.palette.open()
    beside = screen.window.childAt(5, 5)
    assert isinstance(beside, Overlay)
    QTest.mouseClick(beside, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert not screen.palette.finder.isVisible()


def test_the_focus_stays_inside_while_it_is_open(screen: Screen) -> None:
    screen.palette.open()
    screen.press(Qt.Key.Key_Tab)
    assert not screen.field.hasFocus()


def test_it_stays_in_the_window_when_the_window_shrinks(screen: Screen, qtbot: QtBot) -> None:
    screen.palette.open()
    screen.window.resize(400, 300)
    qtbot.waitUntil(lambda: screen.palette.finder.width() < 400)


def test_the_keys_of_this_place_come_first_and_only_what_works_is_listed(screen: Screen, actions: Actions) -> None:
    screen.keys.open("Library")
    listed = [spec.id for spec in screen.keys.model.rows]
    assert listed == ["library.remove", "add-files", "keys"]
    row = [screen.keys.model.index(0, column).data() for column in range(3)]
    assert row == ["Del", "Remove from the library", "Remove the selected manifestos; Undo brings them back."]


def test_keys_are_written_as_the_system_writes_them(actions: Actions) -> None:
    assert keys_of(actions.spec("redo")) == "Ctrl+Shift+Z or Ctrl+Y"
