"""The table of actions, and what it feeds."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import assets
from ui.actions.of_annotating import WITH_CODES
from ui.actions.of_marks import WITH_MARKS
from ui.actions.offered import CODING, COMPARE, LIBRARY, MENUS, PLACES, PRESENT, TABLE, Actions, actions_of
from ui.shared.menus import fill


@pytest.fixture
def owner(themed: QApplication) -> QObject:
    return QObject()


@pytest.fixture
def actions(owner: QObject) -> Actions:
    return Actions(owner)


def test_every_action_has_a_name_and_a_sentence_for_the_help() -> None:
    assert not [spec.id for spec in TABLE if not spec.text or not spec.description.endswith(".")]
    assert not [name for name, number in Counter(spec.id for spec in TABLE).items() if number > 1]
    assert {spec.menu for spec in TABLE} <= {*MENUS, None}
    assert {spec.place for spec in TABLE} <= {*PLACES, CODING, PRESENT, None}


def test_every_icon_is_there_and_takes_its_colour_from_the_theme() -> None:
    for spec in TABLE:
        if spec.icon:
            assert "currentColor" in assets.icon(spec.icon).read_text(encoding="utf-8")


@pytest.mark.parametrize("place", [*PLACES, CODING, PRESENT])
def test_no_key_means_two_things_in_one_place(place: str) -> None:
    everywhere = () if place == PRESENT else actions_of(None)  # a window of its own hears its own keys alone
    specs = (*everywhere, *actions_of(place))
    keys = [key for spec in specs for key in (spec.shortcut, *spec.also) if key]
    assert not [key for key, number in Counter(keys).items() if number > 1]
    assert not [key for key in keys if QKeySequence(key).isEmpty()]


def test_no_letter_codes_outside_the_bar_beside_selected_words() -> None:
    coding = [*WITH_CODES, *WITH_MARKS, *(spec for spec in TABLE if spec.id in ("compare.code", "search.code"))]
    heard = [spec for spec in coding if any(key.isalpha() for key in (spec.shortcut, *spec.also) if len(key) == 1)]
    assert [spec.shortcut for spec in heard] == ["Q", "V", "M", "U", "O"]
    assert all(spec.heard_by_view for spec in heard)


def test_an_action_is_offered_once_somebody_answers_to_it(actions: Actions) -> None:
    assert "add-files" not in [spec.id for spec in actions.offered()]
    told: list[str] = []
    actions.connect("add-files", lambda: told.append("add"))
    assert "add-files" in [spec.id for spec in actions.offered()]
    actions.action("add-files").trigger()
    assert told == ["add"]


def test_actions_of_another_place_are_not_offered(actions: Actions) -> None:
    actions.connect("library.remove", lambda: None)
    actions.show_place(LIBRARY)
    assert actions.action("library.remove").isEnabled()
    actions.show_place("compare")
    assert not actions.action("library.remove").isVisible()


def test_an_action_that_has_nothing_to_do_is_grey_everywhere_and_hidden_in_a_place(actions: Actions) -> None:
    for name in ("undo", "library.remove"):
        actions.connect(name, lambda: None)
        actions.allow(name, False)
    assert actions.action("undo").isVisible()
    assert not actions.action("undo").isEnabled()
    assert not actions.action("library.remove").isVisible()
    actions.show_place(LIBRARY)
    assert not actions.action("undo").isEnabled()


def test_menus_hold_every_action_that_names_one(actions: Actions) -> None:
    bar = QMenuBar()
    fill(bar, actions)
    for menu_action in bar.actions():
        menu = menu_action.menu()
        assert isinstance(menu, QMenu)
        held = [each.objectName() for each in menu.actions() if not each.isSeparator()]
        assert sorted(held) == sorted(spec.id for spec in TABLE if spec.menu == menu_action.text())


def test_keys_of_one_letter_can_be_switched_off(actions: Actions) -> None:
    actions.use_single_keys(False)
    for spec in TABLE:
        assert not [key for key in actions.action(spec.id).shortcuts() if len(key.toString()) == 1]
    actions.use_single_keys(True)
    for spec in TABLE:
        if spec.single_key and not spec.heard_by_view:
            assert [key for key in actions.action(spec.id).shortcuts() if len(key.toString()) == 1]


def test_the_keys_of_a_place_work_only_while_the_focus_is_in_it(actions: Actions, qtbot: QtBot) -> None:
    told: list[str] = []
    actions.connect("library.remove", lambda: told.append("remove"))
    window, inside, outside = QWidget(), QLineEdit(), QLineEdit()
    place = QWidget()
    QVBoxLayout(place).addWidget(inside)
    layout = QVBoxLayout(window)
    layout.addWidget(place)
    layout.addWidget(outside)
    actions.attach(LIBRARY, place)
    with qtbot.waitExposed(window):
        window.show()
    inside.setReadOnly(True)  # an editable field keeps Del for itself
    for field, expected in ((outside, []), (inside, ["remove"])):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        assert told == expected
    window.close()


def test_a_place_can_be_narrowed_and_what_was_not_allowed_is_not_offered_afterwards(actions: Actions) -> None:
    for name in ("compare.pledges", "compare.charts", "compare.reject", "add-files"):
        actions.connect(name, lambda: None)
    actions.show_place(COMPARE)
    actions.narrow(COMPARE, frozenset({"compare.charts"}))
    assert [spec.id for spec in actions.offered()] == ["add-files", "compare.charts"]
    assert not actions.action("compare.pledges").isVisible()
    actions.allow("compare.reject", False)
    actions.narrow(COMPARE, None)
    assert [spec.id for spec in actions.offered()] == ["add-files", "compare.pledges", "compare.charts"]
