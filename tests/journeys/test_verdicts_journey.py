"""Taking correction through the real window: by keys on cards, in the panel, from Read, and what the program learns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from index.topics.files import read_topic
from ui.compare.cards.entries import EntryKind
from ui.compare.panels.verdicts_panel import VerdictsPanel
from ui.frame.window import Window
from ui.scenes.judging import card, verdicts
from ui.scenes.stage import Stage, wait
from ui.shared.choosing import ChoiceList

PATROLS = "We will ask the police"
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def texts(window: Window, column: int) -> list[str]:
    entries = window.places.compare.table.area.view(column).cards.entries
    return [entry.text for entry in entries if entry.kind is EntryKind.CARD]


def panel(window: Window) -> VerdictsPanel:
    found = window.places.compare.host.panel("verdicts")
    assert isinstance(found, VerdictsPanel)
    return found


def heads(window: Window) -> list[str]:
    return [line.head for line in panel(window).list.lines.lines if not line.words]


def press(stage: Stage, window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)
    stage.settle(window)


def test_a_verdict_is_said_by_key_listed_withdrawn_and_undone(stage: Stage) -> None:
    window = verdicts(stage)
    window.activateWindow()
    before = heads(window)
    assert before[:2] == ["Left out (1)", "Added (3)"]
    card(window, 0, PATROLS)
    press(stage, window, Qt.Key.Key_X)
    assert not any(PATROLS in text for text in texts(window, 0))
    assert heads(window)[0] == "Left out (2)"
    assert window.strip.sentence == "Left out of “Policing”."
    press(stage, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert any(PATROLS in text for text in texts(window, 0))
    assert heads(window) == before
    listed = panel(window).list
    line = next(at for at, one in enumerate(listed.lines.lines) if one.words.startswith("Police horses"))
    listed.setCurrentIndex(listed.lines.index(line))
    listed.setFocus()
    press(stage, window, Qt.Key.Key_Delete)
    assert heads(window)[0] == "Added (3)"
    press(stage, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heads(window) == before


def test_single_keys_that_are_switched_off_say_nothing(stage: Stage) -> None:
    window = verdicts(stage)
    window.activateWindow()
    window.session.actions.use_single_keys(False)
    card(window, 0, PATROLS)
    said = len(window.session.library.all_annotations())
    press(stage, window, Qt.Key.Key_X)
    press(stage, window, Qt.Key.Key_Y)
    assert len(window.session.library.all_annotations()) == said
    assert any(PATROLS in text for text in texts(window, 0))


def test_words_are_learned_by_a_click_alone_and_verdicts_outlive_the_new_version(stage: Stage) -> None:
    window = verdicts(stage)
    session = window.session
    old = next(topic for topic in session.topics if topic.id == "policing")
    shown = [texts(window, column) for column in range(len(window.places.compare.table.area.shown))]
    button = next(one for one in panel(window).proposals.buttons if "beach wardens" in one.accessibleName())
    assert session.topics == [*session.topics]
    button.click()
    wait(lambda: next(topic for topic in session.topics if topic.id == "policing").version > old.version)
    stage.settle(window)
    new = next(topic for topic in session.topics if topic.id == "policing")
    assert (new.version, new.builtin) == (old.version + 1, False)
    assert new.queries[:-1] == old.queries
    assert new.queries[-1].query == '"beach wardens"'
    (file,) = session.home.topics.glob("*.toml")
    assert read_topic(file).version == new.version
    assert [texts(window, column) for column in range(len(shown))] == shown
    assert not any("beach wardens" in one.accessibleName() for one in panel(window).proposals.buttons)


def test_a_passage_is_added_to_a_topic_from_read(stage: Stage) -> None:
    window = verdicts(stage)
    session = window.session
    document = next(each for each in session.library.documents() if "Rockpool" in each.party + each.title)
    block = next(block for block in session.library.blocks(document.id) if "crabs" in block.text)
    window.places.read.open_passage(document.id, block.id, "text")
    window.places.go("read")
    stage.settle(window)
    session.actions.action("read.add-to-topic").trigger()
    for _ in range(2):  # the topic, then its rows
        wait(lambda: bool(open_lists()))
        QTest.keyClick(open_lists()[-1].list, Qt.Key.Key_Return)
    stage.settle(window)
    window.places.go("compare")
    stage.settle(window)
    places = [at for at, one in enumerate(window.places.compare.table.area.shown) if one.document.id == document.id]
    if not places:
        session.actions.action("compare.later-columns").trigger()
        stage.settle(window)
        places = [at for at, one in enumerate(window.places.compare.table.area.shown) if one.document.id == document.id]
    assert block.text in texts(window, places[0])


def open_lists() -> list[ChoiceList]:
    return [one for one in QApplication.allWidgets() if isinstance(one, ChoiceList) and one.isVisible()]
