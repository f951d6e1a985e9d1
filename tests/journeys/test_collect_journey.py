"""Collecting with one key in Compare, Search and Read; the plan beside each of them; what is closest elsewhere."""

from __future__ import annotations

from typing import cast

import in_compare
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reader.home import Home
from reader.library.collected import Collected, collections, items
from ui.compare.panels.closest_panel import ClosestPanel
from ui.frame.window import Window
from ui.plans.panel import PlanPanel
from ui.scenes.stage import Stage, manifesto_of

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return in_compare.opened(stage, folder)


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def collected(window: Window) -> list[Collected]:
    library = window.session.library
    return [
        one
        for each in library.read(collections)
        for one in library.read(lambda connection, each=each: items(connection, each.id))  # type: ignore[misc]  # a default
    ]


def test_k_collects_in_compare_search_and_read_and_the_plan_stands_beside_the_comparison(
    stage: Stage, window: Window
) -> None:
    press(window, Qt.Key.Key_Down)
    card = window.places.compare.table.area.entry()
    assert card is not None
    assert card.passage is not None
    press(window, Qt.Key.Key_K)
    press(window, Qt.Key.Key_K)  # the same is not collected twice
    assert [one.anchor.quote for one in collected(window)] == [card.passage.match.text]

    window.places.search_for("sprinklers")
    stage.settle(window)
    window.places.search.field.setFocus()
    QTest.keyClick(window.places.search.field, Qt.Key.Key_Down)
    hit = window.places.search.passages.list.hit
    assert hit is not None
    press(window, Qt.Key.Key_K)
    assert [one.anchor.quote for one in collected(window)][1:] == [hit.text]

    lantern = manifesto_of(window, "Maren Oldacre")
    passage = [one for one in window.session.library.blocks(lantern.id) if one.is_passage][3]
    window.places.read.open_passage(lantern.id, passage.id, "text")
    window.places.go("read")
    stage.settle(window)
    QTest.keyClick(window.places.read.views.currentWidget(), Qt.Key.Key_K)
    assert [one.anchor.quote for one in collected(window)][2:] == [passage.text]

    window.places.go("compare")
    press(window, Qt.Key.Key_K, CONTROL | SHIFT)
    stage.settle(window)
    panel = cast(PlanPanel, window.places.compare.host.panel("plan"))
    assert [line.words for line in panel.list.parts.lines] == [one.anchor.quote for one in collected(window)]
    assert panel.list.hasFocus()
    press(window, Qt.Key.Key_Up)  # from the last, after which the next would stand
    press(window, Qt.Key.Key_C)  # the list's own key, not that of the comparison beside it
    stage.settle(window)
    assert hit.text in QGuiApplication.clipboard().text()
    press(window, Qt.Key.Key_Escape)
    assert window.places.compare.host.shown == ""
    for _ in range(3):
        window.session.undo()
    assert collected(window) == []


def test_the_plan_stands_beside_search_and_read_and_what_is_added_there_comes_to_its_end(
    stage: Stage, window: Window
) -> None:
    window.places.search_for("sprinklers")
    stage.settle(window)
    search, read = window.places.search, window.places.read
    search.passages.list.setFocus()
    press(window, Qt.Key.Key_K)
    press(window, Qt.Key.Key_K, CONTROL | SHIFT)
    stage.settle(window)
    assert search.plan.panel.list.hasFocus()
    first = [line.words for line in search.plan.panel.list.parts.lines]
    assert len(first) == 1

    press(window, Qt.Key.Key_Return)  # the quotation where it stands
    stage.settle(window)
    assert window.places.here == "read"
    press(window, Qt.Key.Key_K, CONTROL | SHIFT)
    stage.settle(window)
    lantern = manifesto_of(window, "Maren Oldacre")
    passage = [one for one in window.session.library.blocks(lantern.id) if one.is_passage][3]
    read.open_passage(lantern.id, passage.id, "text")
    stage.settle(window)
    QTest.keyClick(read.views.currentWidget(), Qt.Key.Key_K)
    stage.settle(window)
    assert [line.words for line in read.plan.panel.list.parts.lines] == [*first, passage.text]
    read.plan.panel.list.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert not read.plan.shown
    assert read.views.currentWidget().hasFocus()


def test_a_k_that_is_typed_into_the_search_field_is_a_letter(stage: Stage, window: Window) -> None:
    window.places.search_for("police officers")
    stage.settle(window)
    window.places.search.field.setFocus()
    window.places.search.field.clear()
    press(window, Qt.Key.Key_K)
    assert window.places.search.field.text() == "k"
    assert collected(window) == []


def test_what_is_closest_follows_the_card_and_opens_in_read(stage: Stage, window: Window) -> None:
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_O)
    stage.settle(window)
    area = window.places.compare.table.area
    panel = cast(ClosestPanel, window.places.compare.host.panel("closest"))
    entry = area.entry()
    assert entry is not None
    assert entry.passage is not None
    assert panel.near.lines.lines[0].words == entry.passage.match.text
    assert len(panel.near.lines.lines) == 3  # the passage, and each of the other two manifestos
    for _ in range(8):
        press(window, Qt.Key.Key_Down)  # the keys have stayed in the table
        stage.settle(window)
        following = area.entry()
        lines = panel.near.lines.lines
        if following is not None and following.passage is not None and any(line.target for line in lines[1:]):
            break
    assert following is not None
    assert following.passage is not None
    assert following is not entry
    assert lines[0].words == following.passage.match.text
    panel.near.setFocus()
    close = next(at for at, line in enumerate(lines) if at and line.target is not None)
    panel.near.setCurrentIndex(panel.near.lines.index(close))
    target = lines[close].target
    assert target is not None
    press(window, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    assert window.places.read.state()["document"] == target.document
