"""A German manifesto among English ones: nobody calls it silent, and its words are written in the editor."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from index.topics.files import read_topic
from reader.library.records import Document
from ui.compare.charts.panel import CHARTS, ChartsPanel
from ui.compare.panels.nearest_panel import NearestPanel
from ui.compare.sample.panel import SamplePanel
from ui.compare.topics.editor import TopicEditor
from ui.compare.topics.words_model import FOUND, WHERE
from ui.frame.window import Window
from ui.scenes import languages
from ui.scenes.stage import Stage
from ui.scenes.topics import editor_of
from ui.theme.text import Text

NO_GERMAN = "This topic has no German words"


def do(window: Window, name: str) -> None:
    action = window.session.actions.action(name)
    assert action.isEnabled(), name
    action.trigger()


def german(window: Window) -> Document:
    return next(each for each in window.session.library.documents() if each.language == "de")


def said_in(window: Window) -> list[str]:
    """What the cells of the German manifesto say."""
    area = window.places.compare.table.area
    at = next(at for at, shown in enumerate(area.shown) if shown.document == german(window))
    return [entry.text for entry in area.view(at).cards.entries if entry.document]


def _offered(editor: TopicEditor) -> list[QAction]:
    """What can be done about languages that the topic has no words in."""
    return [action for action in editor.words.languages.actions() if not action.isSeparator()]


def test_a_german_manifesto_is_left_out_until_the_topic_has_german_words(stage: Stage) -> None:
    window = languages.compared(stage)
    assert set(said_in(window)) == {f"{NO_GERMAN}."}

    window.places.compare.table.area.view(0).setFocus()
    do(window, "compare.nearest")
    stage.settle(window)
    nearest = cast(NearestPanel, window.places.compare.host.panel("nearest"))
    assert f"{NO_GERMAN}. " in " ".join(label.text() for label in nearest.findChildren(Text))

    do(window, "compare.charts")
    charts = cast(ChartsPanel, window.places.compare.host.panel("charts"))
    stage.settle(window)
    for number in range(len(CHARTS) - 1):
        charts.tabs.setCurrentIndex(number)
        spoken = [spot.spoken for spot in charts.view.chart.figure.spots if "Leuchtturmpartei" in spot.spoken]
        assert any("this topic has no german words" in told.casefold() for told in spoken)

    do(window, "compare.sample")
    sample = cast(SamplePanel, window.places.compare.host.panel("sample"))
    said = " ".join(label.text() for label in sample.choosing.findChildren(Text))
    assert "passages of 3 manifestos" in said
    assert f"{NO_GERMAN}, so German manifestos are left out." in said


def test_words_are_translated_in_the_editor_and_find_what_the_manifesto_says(stage: Stage) -> None:
    window = languages.compared(stage)
    do(window, "compare.edit-topic")
    editor = editor_of(window)
    stage.settle(window)
    assert "in 3 of 3 manifestos; 3 less certain; no German words yet" in editor.preview.said[1]
    before = len(editor.draft.topic.queries)
    translate, there = _offered(editor)
    assert translate.text() == "Add lines to translate into German (1 manifesto)"
    assert there.text() == "The words are German already"
    there.trigger()
    assert _offered(editor) == []
    editor.draft.undo()
    _offered(editor)[0].trigger()
    assert editor.words.table.row == before
    assert editor.words.words.index(before, WHERE).data() == "Text, German"
    assert editor.words.words.index(before, FOUND).data() == "to do"
    assert "what German manifestos say" in editor.words.said
    editor.words.table.go_to(0)
    _offered(editor)[0].trigger()
    assert editor.words.table.row == before, "the lines that are there already are gone to"

    for letter in "Polizei":  # the first opens the field
        QTest.keyClicks(window.focusWidget(), letter)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    stage.settle(window)
    assert editor.words.words.index(before, FOUND).data() == "1"
    assert _offered(editor) == []
    do(window, "compare.save-topic")
    assert read_topic(window.session.home.topics / "policing.toml").languages == ("en", "cy", "de")
    do(window, "compare.edit-topic")
    stage.settle(window)
    texts = said_in(window)
    assert any(text.startswith("Wir wollen mehr Polizei") for text in texts)
    assert "Nothing found in the whole text." in texts
    assert f"{NO_GERMAN}." not in texts
