"""What is less certain, in the real window: last and folded up, opened by key, moved up by a person's word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from index.comparison import UNCERTAIN
from index.shares import caution
from index.topics.model import Topic, TopicQuery
from index.topics.own import keep
from ui.compare.cards.column_model import ColumnRole
from ui.compare.cards.entries import Entry, EntryKind
from ui.frame.window import Window
from ui.scenes.stage import Stage

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    window.activateWindow()
    window.places.show_topic("policing")
    stage.settle(window)
    window.places.compare.table.area.view(0).setFocus()
    return window


def press(stage: Stage, window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)
    stage.settle(window)


def chosen(window: Window) -> Entry:
    entry = window.places.compare.table.area.entry()
    assert entry is not None
    return entry


def spoken(window: Window) -> str:
    said = window.places.compare.table.area.view(0).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(said, str)
    return said


def cards(window: Window) -> dict[str, list[str]]:
    """The texts of the cards in the first column by row."""
    found: dict[str, list[str]] = {}
    for entry in window.places.compare.table.area.view(0).cards.entries:
        if entry.kind is EntryKind.CARD:
            found.setdefault(entry.row, []).append(entry.text)
    return found


def column(window: Window) -> tuple[int, int]:
    """How many passages of the first column count, and how many are to be checked."""
    shown = window.places.compare.table.presentation
    assert shown is not None
    found = shown.loaded.comparison.columns[0]
    return found.share.passages, len(found.uncertain)


def test_the_fold_is_last_and_opens_by_key_and_who_says_that_it_belongs_moves_a_passage_up(
    stage: Stage, window: Window
) -> None:
    passages, to_check = column(window)
    assert to_check > 1
    assert UNCERTAIN.id not in cards(window)
    press(stage, window, Qt.Key.Key_End)
    line = chosen(window)
    assert (line.row, line.kind, line.text) == (UNCERTAIN.id, EntryKind.FOLDED, f"{to_check} to check")
    assert "Less certain" in spoken(window)
    assert "Folded up" in spoken(window)
    press(stage, window, Qt.Key.Key_Return)
    assert chosen(window).row == UNCERTAIN.id
    assert caution().rstrip(".") in spoken(window)
    press(stage, window, Qt.Key.Key_Down)
    text = chosen(window).text
    assert text in cards(window)[UNCERTAIN.id]
    press(stage, window, Qt.Key.Key_Y)
    assert text not in cards(window)[UNCERTAIN.id]
    assert any(text in texts for row, texts in cards(window).items() if row != UNCERTAIN.id)
    assert column(window) == (passages + 1, to_check - 1)
    press(stage, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert column(window) == (passages, to_check)


def test_the_way_to_the_near_misses_stands_at_the_end_of_the_fold(stage: Stage, window: Window) -> None:
    press(stage, window, Qt.Key.Key_End)
    press(stage, window, Qt.Key.Key_Space)
    press(stage, window, Qt.Key.Key_End)
    assert chosen(window).kind is EntryKind.NEAREST
    press(stage, window, Qt.Key.Key_Return)
    assert window.places.compare.host.shown == "nearest"


def test_a_click_opens_the_fold_and_the_near_misses_and_the_pointer_says_what_can_be_clicked(
    stage: Stage, window: Window
) -> None:
    view = window.places.compare.table.area.view(1)

    def middle(kind: EntryKind) -> QPoint:
        at = max(at for at, entry in enumerate(view.cards.entries) if entry.kind is kind)
        view.go_to(at)
        stage.settle(window)
        return view.card_rect(at).topLeft() + QPoint(40, 20)

    def pointer(at: QPoint) -> Qt.CursorShape:
        for place in (at + QPoint(9, 0), at):  # where it is already, it tells nothing
            QTest.mouseMove(view.viewport(), place)
            stage.settle(window)
        return view.viewport().cursor().shape()

    line = middle(EntryKind.FOLDED)
    assert pointer(line) is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, line)
    stage.settle(window)
    assert UNCERTAIN.id in cards(window)
    assert pointer(middle(EntryKind.FOLDED)) is Qt.CursorShape.ArrowCursor
    near = middle(EntryKind.NEAREST)
    assert pointer(near) is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, near)
    stage.settle(window)
    assert window.places.compare.host.shown == "nearest"


def test_the_list_has_it_last_under_a_heading_that_unfolds_it(stage: Stage, window: Window) -> None:
    window.session.actions.action("compare.list").trigger()
    stage.settle(window)
    view = window.places.compare.table.area.view(0)
    entries = view.cards.entries
    heading = max(at for at, entry in enumerate(entries) if entry.kind is EntryKind.HEADING)
    assert entries[heading].subtopic.startswith("Less certain (")
    assert not any(entry.kind is EntryKind.CARD for entry in entries[heading:])
    view.setFocus()
    view.go_to(heading)
    press(stage, window, Qt.Key.Key_Return)
    opened = view.currentIndex().data(ColumnRole.ENTRY)
    assert isinstance(opened, Entry)
    assert opened.kind is EntryKind.HEADING
    assert any(entry.kind is EntryKind.CARD for entry in view.cards.entries[heading:])


def test_folding_all_rows_leaves_it_shut_and_differences_never_lead_to_it(stage: Stage, window: Window) -> None:
    press(stage, window, Qt.Key.Key_End)
    press(stage, window, Qt.Key.Key_Return)
    actions = window.session.actions
    for _ in range(2):
        actions.action("compare.fold-all").trigger()
        stage.settle(window)
        assert UNCERTAIN.id not in cards(window)
    press(stage, window, Qt.Key.Key_End)
    actions.action("compare.next-difference").trigger()
    assert chosen(window).row == UNCERTAIN.id


def test_a_cell_with_nothing_certain_leads_to_what_is_to_be_checked(stage: Stage, window: Window) -> None:
    weak = Topic("shelves", 1, "Shelves", "#3a6ea5", "", (TopicQuery("=strategies", 0.9),))
    keep(window.session.home.topics, weak)
    window.session.reload_topics()
    window.places.show_topic(weak.id)
    stage.settle(window)
    area = window.places.compare.table.area
    view = area.view(2)
    view.setFocus()
    silent = next(at for at, entry in enumerate(view.cards.entries) if entry.text == "Nothing certain; 1 to check.")
    view.go_to(silent)
    press(stage, window, Qt.Key.Key_Return)
    assert chosen(window).row == UNCERTAIN.id
    assert any(entry.kind is EntryKind.CARD for entry in view.cards.entries if entry.row == UNCERTAIN.id)
    view.go_to(silent)
    stage.settle(window)
    press(stage, window, Qt.Key.Key_Return)
    assert (chosen(window).row, window.places.here) == (UNCERTAIN.id, "compare")
