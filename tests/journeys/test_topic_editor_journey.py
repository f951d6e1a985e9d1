"""Topics of one's own through the real window: made by keys, from a search, from examples; shared, deleted, back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import in_compare
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from index.topics.files import read_topic
from index.topics.model import Scope, Topic
from reader.home import Home
from ui.compare.topics.words_model import FOUND, ROWS, WHERE, WORDS
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.scenes.topics import LIGHTS, editor_of
from ui.shared.collecting import collect

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return in_compare.opened(stage, folder)


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keys are heard now."""
    QTest.keyClick(focused(window), key, modifiers)


def write(window: Window, text: str) -> None:
    for letter in text:  # the first may open a field for the others
        QTest.keyClicks(focused(window), letter)


def focused(window: Window) -> QWidget:
    widget = window.focusWidget()
    assert widget is not None
    return widget


def do(window: Window, name: str) -> None:
    action = window.session.actions.action(name)
    assert action.isEnabled(), name
    action.trigger()


def topic(window: Window, name: str) -> Topic:
    return next(each for each in window.session.topics if each.name == name)


def save_lights(stage: Stage, window: Window) -> Topic:
    """Make and keep the topic of the scene."""
    do(window, "compare.new-topic")
    editor_of(window).draft.change(LIGHTS)
    do(window, "compare.save-topic")
    return topic(window, LIGHTS.name)


def test_a_topic_is_made_from_nothing_by_keys_alone(stage: Stage, window: Window, folder: Home) -> None:
    press(window, Qt.Key.Key_N, CONTROL)
    editor = editor_of(window)
    write(window, "Street lamps")
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
    write(window, "What is said of lamps.")
    editor.words.table.setFocus()
    write(window, "lamp")
    assert isinstance(focused(window), QLineEdit)
    stage.settle(window)
    assert editor.preview.said[0].startswith("“lamp”: ")
    assert 1 <= len(editor.preview.examples.passages.hits) <= 3
    assert "lamps" in editor.words.said
    assert "=lamp" in editor.words.said
    press(window, Qt.Key.Key_Return)
    stage.settle(window)
    found = editor.words.words.index(0, FOUND).data()
    # One of these passages stands in the topic on violence too, and that is said here as well.
    note = ". Some of these passages speak of violence and abuse."
    where = f"The topic: {found} passages in 2 of 3 manifestos"
    assert editor.preview.said == (f"“lamp”: {found} passages{note}", f"{where}{note}")
    press(window, Qt.Key.Key_S, CONTROL)
    kept = read_topic(folder.topics / "street-lamps.toml")
    assert (kept.id, kept.version, kept.queries[0].query) == ("street-lamps", 1, "lamp")
    press(window, Qt.Key.Key_Escape)
    stage.settle(window)
    place = window.places.compare
    assert place.host.shown == ""
    assert place.state()["topic"] == "street-lamps"
    assert place.table.presentation is not None
    more = place.table.presentation.loaded.comparison.rows[-1]
    assert sum(len(cell.matches) for cell in more.cells) == int(found)


def test_a_search_is_kept_as_a_topic(stage: Stage, window: Window) -> None:
    window.places.go("search")
    window.places.search.search("police officers")
    stage.settle(window)
    press(window, Qt.Key.Key_T, CONTROL)
    stage.settle(window)
    editor = editor_of(window)
    assert (window.places.here, window.places.compare.host.shown) == ("compare", "topic")
    assert (editor.draft.topic.name, editor.draft.topic.queries[0].query) == ("Police officers", "police officers")
    assert editor.preview.best.passages.hits
    do(window, "compare.save-topic")
    assert topic(window, "Police officers").id == "police-officers"


def test_a_topic_is_made_from_passages_that_are_pointed_out(stage: Stage, window: Window) -> None:
    window.places.go("search")
    search = window.places.search
    search.search('"stop and search" OR lamp')
    stage.settle(window)
    search.passages.list.setFocus()
    for _ in range(3):
        press(window, Qt.Key.Key_E, CONTROL | SHIFT)
        press(window, Qt.Key.Key_F3)
    assert len(window.session.examples.passages) == 3
    press(window, Qt.Key.Key_N, CONTROL | SHIFT)
    stage.settle(window)
    editor = editor_of(window)
    offered = editor.terms.terms
    assert not window.session.examples.passages
    assert offered.rowCount() >= 1
    assert {query.query for _, query in offered.terms} == {query.query for query in editor.draft.topic.queries}
    editor.terms.view.setFocus()
    editor.terms.view.setCurrentIndex(offered.index(0))
    press(window, Qt.Key.Key_Space)
    assert offered.terms[0][1].query not in {query.query for query in editor.draft.topic.queries}


def test_a_topic_is_made_from_what_was_collected(stage: Stage, window: Window) -> None:
    hits = window.session.search("police", limit=5, passages_only=True).hits
    for hit in hits:
        collect(window.session, hit.document, [(hit.block, 0, len(hit.text))])
    do(window, "compare.topic-from-plan")
    stage.settle(window)
    editor = editor_of(window)
    assert "police" in {query.query for query in editor.draft.topic.queries}
    assert len(editor.terms.terms.terms[0][0].held_by) == len(hits)
    assert {hit.block for hit in hits} & {hit.block for hit in editor.preview.best.passages.hits}


def test_collected_passages_are_looked_up_in_the_background(stage: Stage, window: Window) -> None:
    hit = window.session.search("police", limit=1, passages_only=True).hits[0]
    collect(window.session, hit.document, [(hit.block, 0, len(hit.text))])
    stage.settle(window)
    do(window, "compare.topic-from-plan")
    assert (window.session.busy, window.places.compare.host.shown) == (True, "")
    stage.settle(window)
    assert window.places.compare.host.shown == "topic"


def test_a_list_that_holds_nothing_makes_no_topic(stage: Stage, window: Window) -> None:
    do(window, "compare.topic-from-plan")
    stage.settle(window)
    assert (window.strip.sentence, window.places.compare.host.shown) == (
        "There is no quotation in the plan yet: K adds a passage.",
        "",
    )


def test_a_line_that_is_not_understood_says_so_and_keeps_the_topic_from_being_kept(
    stage: Stage, window: Window, folder: Home
) -> None:
    do(window, "compare.new-topic")
    editor = editor_of(window)
    editor.draft.change(LIGHTS)
    editor.words.table.write_new()
    write(window, "-lamp")
    assert "only says what to leave out" in editor.words.said
    press(window, Qt.Key.Key_Return)
    stage.settle(window)
    editor.words.table.go_to(0)
    do(window, "compare.save-topic")
    assert editor.words.table.row == len(LIGHTS.queries)
    assert not list(folder.topics.glob("*.toml"))
    editor.words.table.setFocus()
    press(window, Qt.Key.Key_Delete)
    assert editor.draft.topic == LIGHTS
    stage.settle(window)


def test_ctrl_z_takes_back_the_last_change_of_the_draft(stage: Stage, window: Window) -> None:
    do(window, "compare.new-topic")
    editor = editor_of(window)
    editor.draft.change(LIGHTS)
    editor.words.table.setFocus()
    editor.words.table.go_to(1)
    press(window, Qt.Key.Key_Delete)
    assert len(editor.draft.topic.queries) == len(LIGHTS.queries) - 1
    press(window, Qt.Key.Key_Z, CONTROL)
    assert editor.draft.topic == LIGHTS
    stage.settle(window)


def test_a_built_in_topic_becomes_ones_own_version_and_comes_back(stage: Stage, window: Window, folder: Home) -> None:
    built_in = window.session.topics[0]
    press(window, Qt.Key.Key_E, CONTROL)
    editor = editor_of(window)
    assert editor.draft.topic == built_in
    editor.left_out.lines.write(editor.left_out.lines.rowCount() - 1, '"police box"')
    press(window, Qt.Key.Key_S, CONTROL)
    own = read_topic(folder.topics / f"{built_in.id}.toml")
    assert (own.id, own.version, own.exclude[-1]) == (built_in.id, built_in.version + 1, '"police box"')
    assert window.session.topics[0] == own
    delete = window.session.actions.action("compare.delete-topic")
    assert delete.text() == "Back to the built-in"
    delete.trigger()
    assert window.session.topics[0] == built_in
    assert window.places.compare.state()["topic"] == built_in.id
    do(window, "compare.restore-topic")
    assert window.session.topics[0] == own
    assert window.strip.sentence == f"“{own.name}” is back."


def test_rows_are_renamed_moved_and_taken_out_with_what_spoke_for_them(stage: Stage, window: Window) -> None:
    save_lights(stage, window)
    editor = editor_of(window)
    rows = editor.rows.view
    rows.go_to(0)
    rows.setFocus()
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in editor.draft.topic.subtopics] == ["walking", "lamps"]
    editor.rows.lines.write(1, "Lamps")
    assert editor.words.words.index(0, ROWS).data() == "Lamps"
    rows.go_to(1)
    press(window, Qt.Key.Key_Delete)
    assert editor.words.words.index(0, ROWS).data() == "any"
    editor.words.table.speak_for(0, "walking", True)
    assert editor.draft.topic.queries[0].subtopics == ("walking",)
    press(window, Qt.Key.Key_S, CONTROL)
    assert topic(window, LIGHTS.name).version == 2


def test_words_may_be_looked_for_in_headings(stage: Stage, window: Window) -> None:
    do(window, "compare.new-topic")
    editor = editor_of(window)
    model = editor.words.words
    model.setData(model.index(0, WORDS), "lamp")
    model.setData(model.index(0, WHERE), "section/cy")
    query = editor.draft.topic.queries[0]
    assert (query.scope, query.language) == (Scope.SECTION, "cy")
    assert model.index(0, WHERE).data() == "Headings, Welsh"
    stage.settle(window)


def test_a_topic_is_shared_as_a_file_and_comes_back_from_it(stage: Stage, window: Window, tmp_path: Path) -> None:
    made = save_lights(stage, window)
    window.places.compare.topics.export_to(tmp_path / "lights.toml")
    assert read_topic(tmp_path / "lights.toml") == made
    do(window, "compare.delete-topic")
    assert made not in window.session.topics
    assert window.places.compare.host.shown == ""
    window.places.compare.topics.import_file(tmp_path / "lights.toml")
    assert window.places.compare.state()["topic"] == made.id
    window.places.compare.topics.import_file(tmp_path / "lights.toml")
    assert window.session.topics.count(made) == 1


def test_a_topic_is_deleted_with_what_was_not_saved_of_it(stage: Stage, window: Window) -> None:
    made = save_lights(stage, window)
    editor_of(window).draft.change(replace(made, exclude=()))
    said: list[str] = []
    window.session.noticed.connect(lambda sentence, _: said.append(sentence))
    do(window, "compare.delete-topic")
    assert said == [f"“{made.name}” is deleted. Edit > Bring back the deleted topic undoes that."]
    assert window.places.compare.host.shown == ""


def test_deleting_a_topic_leaves_another_panel_open(stage: Stage, window: Window) -> None:
    save_lights(stage, window)
    press(window, Qt.Key.Key_Escape)
    do(window, "compare.plan")
    do(window, "compare.delete-topic")
    stage.settle(window)
    assert window.places.compare.host.shown == "plan"
    do(window, "compare.restore-topic")
    do(window, "compare.edit-topic")
    assert editor_of(window).draft.topic.name == LIGHTS.name


def test_the_editor_turns_to_the_topic_in_use_and_is_put_away_by_the_same_key(stage: Stage, window: Window) -> None:
    host = window.places.compare.host
    press(window, Qt.Key.Key_E, CONTROL)
    assert host.shown == "topic"
    assert editor_of(window).words.table.hasFocus()
    press(window, Qt.Key.Key_E, CONTROL)
    assert host.shown == ""
    for panel in ("charts", "sample"):
        do(window, f"compare.{panel}")
        stage.settle(window)
        press(window, Qt.Key.Key_E, CONTROL)
        assert host.shown == "topic"
    stage.settle(window)


def test_a_file_with_a_fault_is_refused_with_line_and_reason(window: Window, tmp_path: Path) -> None:
    said: list[str] = []
    window.session.noticed.connect(lambda sentence, _: said.append(sentence))
    (tmp_path / "wrong.toml").write_text('id = "wrong"\nname = "Wrong"\nweight = 2\n', encoding="utf-8")
    before = list(window.session.topics)
    window.places.compare.topics.import_file(tmp_path / "wrong.toml")
    assert said[0].startswith("wrong.toml, line 3: “weight” is not known here")
    assert window.session.topics == before


def test_a_duplicate_is_a_new_topic_with_all_that_the_first_has(stage: Stage, window: Window) -> None:
    made = save_lights(stage, window)
    do(window, "compare.duplicate-topic")
    editor = editor_of(window)
    assert editor.draft.topic.name == f"{made.name} (copy)"
    press(window, Qt.Key.Key_S, CONTROL)
    copy = topic(window, f"{made.name} (copy)")
    assert (copy.queries, copy.subtopics, copy.version) == (made.queries, made.subtopics, 1)
    assert copy.id != made.id


def test_what_is_not_kept_is_there_when_the_editor_comes_back(stage: Stage, window: Window) -> None:
    press(window, Qt.Key.Key_N, CONTROL)
    write(window, "Half a topic")
    press(window, Qt.Key.Key_Escape)
    assert "“Half a topic” is not saved yet" in window.strip.sentence
    press(window, Qt.Key.Key_E, CONTROL)
    editor = editor_of(window)
    assert editor.draft.topic == window.session.topics[0]
    do(window, "compare.new-topic")
    assert editor.draft.topic.name == "Half a topic"
    stage.settle(window)


def test_an_unfinished_topic_outlasts_another_that_is_begun_and_kept(stage: Stage, window: Window) -> None:
    press(window, Qt.Key.Key_N, CONTROL)
    write(window, "Half a topic")
    press(window, Qt.Key.Key_Escape)
    do(window, "compare.duplicate-topic")
    editor = editor_of(window)
    assert editor.draft.topic.name.endswith("(copy)")
    press(window, Qt.Key.Key_S, CONTROL)
    assert not editor.unsaved
    do(window, "compare.new-topic")
    assert editor.draft.topic.name == "Half a topic"
    stage.settle(window)


def test_a_broken_topic_file_is_told_and_does_not_keep_the_program_from_starting(stage: Stage, folder: Home) -> None:
    folder.topics.mkdir(exist_ok=True)
    (folder.topics / "broken.toml").write_text('id = "broken"\nname = \n', encoding="utf-8")
    window = stage.open(folder)
    assert len(window.session.topics) == 3
    assert "broken.toml, line 2" in window.strip.sentence
    stage.settle(window)
