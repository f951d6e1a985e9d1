"""Coding where passages are seen: on a card of the comparison, a result, a near miss, by keyboard alone."""

from __future__ import annotations

from typing import cast

import in_compare
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.home import Home
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import rename_coder
from reader.library.library import Library
from ui.compare.panels.nearest_panel import NearestPanel
from ui.frame.window import Window
from ui.scenes.stage import Stage, manifesto_of

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    with Library.open(folder, durable=False) as library:
        for name in ("Officers", "Victims", "Housing"):
            library.apply(create_code(library, name))
        library.apply(rename_coder(library, library.coder, "Anna"))
    return in_compare.opened(stage, folder)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def type_(text: str) -> None:
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)


def codings(window: Window) -> list[tuple[str, str]]:
    """What another process would find on the disk: code or note, and words."""
    with Library.open(window.session.home) as library:
        book = library.codebook()
        return [("".join(book.path(one.target)[-1:]) or "Note", one.quote) for one in library.noted()]


def test_a_card_is_coded_by_keyboard_and_nothing_is_compared_anew(stage: Stage, window: Window) -> None:
    window.activateWindow()
    press(Qt.Key.Key_Down)
    card = window.places.compare.table.area.entry()
    assert card is not None
    assert card.passage is not None
    words = card.passage.match.text
    loaded = window.places.compare.table.presentation
    press(Qt.Key.Key_Return, CONTROL)
    type_("vic")
    press(Qt.Key.Key_Return)
    assert codings(window) == [("Victims", words)]
    assert window.session.library.undo_label() == "Code a passage as “Victims”"
    type_("q")  # it stands there already
    type_("1")
    assert sorted(codings(window)) == [("Officers", words), ("Victims", words)]
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Down)  # the keys are the table's again
    assert window.places.compare.table.area.entry() is not card
    stage.settle(window)
    assert window.places.compare.table.presentation is loaded
    window.session.undo()
    window.session.undo()
    assert codings(window) == []


@pytest.mark.parametrize("view", ["text", "page"])
def test_words_in_read_are_coded_by_keyboard_alone(stage: Stage, window: Window, view: str) -> None:
    document = manifesto_of(window, "Maren Oldacre")
    read = window.places.read
    passages = [one for one in window.session.library.blocks(document.id) if one.is_passage]
    read.open_passage(document.id, passages[3].id, view)
    window.places.go("read")
    stage.settle(window)
    window.activateWindow()
    read.views.currentWidget().setFocus()
    press(Qt.Key.Key_F8)  # the word at the cursor
    press(Qt.Key.Key_F8)  # its sentence
    assert read.marking.bar.open
    type_("hou")
    press(Qt.Key.Key_Return)
    ((name, first),) = codings(window)
    assert name == "Housing"
    assert first in passages[3].text
    assert window.session.library.undo_label() == "Code a passage as “Housing”"
    press(Qt.Key.Key_Escape)
    read.open_passage(document.id, passages[5].id, view)
    stage.settle(window)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F8)
    type_("1")
    press(Qt.Key.Key_Escape)
    read.open_passage(document.id, passages[6].id, view)
    stage.settle(window)
    press(Qt.Key.Key_F8)
    type_("q")
    assert [name for name, _ in codings(window)] == ["Housing", "Officers", "Officers"]
    type_("u")
    assert [name for name, _ in codings(window)] == ["Housing", "Officers"]
    for _ in range(3):
        window.session.undo()
    assert [words for _, words in codings(window)] == [first]


def test_the_words_of_a_card_are_narrowed_before_they_are_coded(window: Window) -> None:
    window.activateWindow()
    press(Qt.Key.Key_Down)
    card = window.places.compare.table.area.entry()
    assert card is not None
    assert card.passage is not None
    words = card.passage.match.text.split()
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Right, CONTROL | SHIFT)
    press(Qt.Key.Key_Right, CONTROL | SHIFT)
    press(Qt.Key.Key_Left, SHIFT)
    type_("1")
    ((_, quote),) = codings(window)
    assert quote in card.passage.match.text
    assert quote.split()[0] == words[2]
    assert len(quote.split()) < len(words) - 1


def test_a_result_is_coded_noted_and_collected_from_the_list(stage: Stage, window: Window) -> None:
    window.places.search_for("sprinklers")
    stage.settle(window)
    window.activateWindow()
    window.places.search.field.setFocus()
    press(Qt.Key.Key_Down)
    hit = window.places.search.passages.list.hit
    assert hit is not None
    press(Qt.Key.Key_Return, CONTROL)
    type_("hou")
    press(Qt.Key.Key_Return)
    type_("m")
    type_("Compare 2016")
    press(Qt.Key.Key_Return)
    assert codings(window) == [("Housing", hit.text)]
    with Library.open(window.session.home) as library:
        assert [one.memo for one in library.noted()] == ["Compare 2016"]
    press(Qt.Key.Key_C, CONTROL | SHIFT)
    stage.settle(window)
    assert hit.text in QGuiApplication.clipboard().text()
    press(Qt.Key.Key_Escape)
    assert window.places.search.passages.list.hasFocus()


def test_a_near_miss_is_coded_from_the_panel(stage: Stage, window: Window) -> None:
    window.activateWindow()
    press(Qt.Key.Key_Down)
    window.session.actions.action("compare.nearest").trigger()
    stage.settle(window)
    panel = cast(NearestPanel, window.places.compare.host.panel("nearest"))
    panel.take_focus()
    line = panel.list.line
    assert line is not None
    press(Qt.Key.Key_Return, CONTROL)
    type_("3")
    ((name, quote),) = codings(window)
    assert name == "Housing"
    assert quote in line.words
