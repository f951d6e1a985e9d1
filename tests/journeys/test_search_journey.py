"""Words akin to those typed, through the real window: named beside the results and in the topic editor."""

from __future__ import annotations

import in_compare
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from reader.home import Home
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.scenes.topics import editor_of
from ui.theme.words import words_on


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return in_compare.opened(stage, folder)


def test_officers_name_the_office_which_a_click_or_a_key_finds(stage: Stage, window: Window) -> None:
    window.places.go("search")
    place = window.places.search
    QTest.keyClicks(place.field, "officers")
    stage.settle(window)
    first = place.said
    assert all(
        "office " not in hit.text[start:end]
        for group in place.passages._model.groups
        for hit in group.hits
        for start, end in hit.marks
    )
    (button,) = place.passages.akin.buttons
    assert button.isVisible()
    word, _, count = words_on(button).partition(", ")
    assert word == "office"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.settle(window)
    assert place.field.text() == "office"
    assert place.said.startswith(f"{count} passages")
    (back,) = place.passages.akin.buttons
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Space)
    stage.settle(window)
    assert (place.field.text(), place.said) == ("officers", first)


def test_the_topic_editor_says_which_words_a_line_leaves_out(stage: Stage, window: Window) -> None:
    window.session.actions.action("compare.new-topic").trigger()
    editor = editor_of(window)
    editor.words.table.setFocus()
    for letter in "officers":
        widget = window.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, letter)
    stage.settle(window)
    assert "“officers” also finds officer." in editor.words.said
    assert "Other words, not found by it: office (" in editor.words.said


def test_results_are_narrowed_to_a_topic_and_exported_so(stage: Stage, window: Window) -> None:
    window.places.go("search")
    place = window.places.search
    place.search("women")
    stage.settle(window)
    topics = next(box for box in place.findChildren(QComboBox) if box.accessibleName() == "Narrow by topic")
    assert topics.isVisible()
    names = [topics.itemText(at).rpartition(" (")[0] for at in range(1, topics.count())]
    assert set(names) <= {topic.name for topic in window.session.topics}
    topics.setFocus()
    QTest.keyClick(topics, Qt.Key.Key_End)
    stage.settle(window)
    shown = sum(len(group.hits) for group in place.passages._model.groups)
    assert topics.currentText() == f"{names[-1]} ({shown})"
    place.search(f'women topic:"{names[-1]}"')
    stage.settle(window)
    assert sum(len(group.hits) for group in place.passages._model.groups) == shown
