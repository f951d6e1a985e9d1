"""A student's plan: six passages, two sentences, put in order, undone, there after a restart, and written out."""

from __future__ import annotations

from pathlib import Path

import docx
import in_compare
import pytest
from by_keys import ALT, CONTROL, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.home import Home
from ui.compare.cards.entries import EntryKind
from ui.frame.window import Window
from ui.plans.delegate import OwnWords
from ui.scenes.stage import Stage

FIRST, SECOND = "Each promises more officers.", "None of them says from which year it counts."


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return in_compare.opened(stage, folder)


def shown(window: Window) -> list[str]:
    return [line.words for line in window.places.plans.panel.list.parts.lines]


def write(stage: Stage, window: Window, words: str) -> None:
    field = next(one for one in window.places.plans.panel.list.findChildren(OwnWords) if one.isVisible())
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    stage.settle(window)


def test_six_passages_two_sentences_are_ordered_undone_kept_and_written_out(
    stage: Stage, window: Window, folder: Home, tmp_path: Path
) -> None:
    area = window.places.compare.table.area
    passages: list[str] = []
    for column in range(3):
        view = area.view(column)
        cards = [row for row, entry in enumerate(view.cards.entries) if entry.kind is EntryKind.CARD]
        for row in cards[:2]:
            view.go_to(row)
            view.setFocus()
            press(stage, window, Qt.Key.Key_K)
            entry = area.entry()
            assert entry is not None
            assert entry.passage is not None
            passages.append(entry.passage.match.text)
    assert len(set(passages)) == 6
    assert "6 parts in “My plan”" in window.rail.buttons[-1].accessibleDescription()

    press(stage, window, Qt.Key.Key_6, CONTROL)
    assert window.places.here == "plans"
    assert shown(window) == passages
    parts = window.places.plans.panel.list
    assert parts.hasFocus()
    press(stage, window, Qt.Key.Key_N)  # after the last, which is in use
    write(stage, window, FIRST)
    press(stage, window, Qt.Key.Key_N)
    write(stage, window, SECOND)
    assert shown(window) == [*passages, FIRST, SECOND]
    for _ in range(7):
        press(stage, window, Qt.Key.Key_Up, ALT)
    assert shown(window) == [SECOND, *passages, FIRST]
    assert window.places.plans.panel.extent.text().startswith("Words: 13 yours, ")

    for _ in range(9):  # seven moves and two sentences
        press(stage, window, Qt.Key.Key_Z, CONTROL)
    assert shown(window) == passages
    for _ in range(9):
        press(stage, window, Qt.Key.Key_Y, CONTROL)
    assert shown(window) == [SECOND, *passages, FIRST]

    window.close()
    again = stage.open(folder)
    stage.settle(again)
    assert again.places.here == "plans"
    assert shown(again) == [SECOND, *passages, FIRST]
    again.session.actions.action("export").trigger()
    assert again.exporting is not None
    stage.settle(again)
    again.exporting.save(tmp_path / "essay.docx")
    stage.settle(again)
    styled = {one.text: one.style.name for one in docx.Document(str(tmp_path / "essay.docx")).paragraphs if one.style}
    assert [styled[words] for words in (FIRST, SECOND)] == ["Own words"] * 2
    quoted = [text for text, style in styled.items() if style == "Quotation"]
    assert all(any(words in text for text in quoted) for words in passages)


def test_what_is_written_at_the_end_of_a_long_plan_is_in_sight(stage: Stage, window: Window) -> None:
    area = window.places.compare.table.area
    view = area.view(0)
    cards = [row for row, entry in enumerate(view.cards.entries) if entry.kind is EntryKind.CARD]
    for row in cards[:12]:
        view.go_to(row)
        view.setFocus()
        press(stage, window, Qt.Key.Key_K)
    press(stage, window, Qt.Key.Key_6, CONTROL)
    press(stage, window, Qt.Key.Key_N)
    parts = window.places.plans.panel.list
    field = next(one for one in parts.findChildren(OwnWords) if one.isVisible())
    assert parts.viewport().rect().contains(field.geometry())
    QTest.keyClicks(field, "A sentence that does not end soon. " * 20)
    stage.settle(window)
    assert parts.viewport().rect().contains(field.geometry())
