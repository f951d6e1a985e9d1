"""Comparing through the real window: topics, passages, quotations, pledges, silence, and coming back to it."""

from __future__ import annotations

import pytest
from in_compare import entries, opened, press
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from index import cache
from index.topics.model import StatementKind, Subtopic, Topic, TopicQuery
from reader.home import Home
from reader.library.edits import remove
from ui.compare.cards.entries import EntryKind
from ui.compare.place import ComparePlace
from ui.frame.window import Window
from ui.scenes.stage import Stage, wait

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return opened(stage, folder)


def choice(place: ComparePlace, name: str) -> QComboBox:
    return next(each for each in place.findChildren(QComboBox) if each.accessibleName() == name)


def choose(place: ComparePlace, name: str, text: str) -> None:
    """Choose a value of one of the quiet row's choices as the mouse would."""
    box = choice(place, name)
    at = box.findText(text)
    assert at >= 0
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_another_topic_is_one_key_away(stage: Stage, window: Window) -> None:
    place = window.places.compare
    assert place.state()["topic"] == "policing"
    policing = {entry.subtopic for entry in entries(place)} - {"More on this topic"}
    press(place, Qt.Key.Key_PageDown, CONTROL)
    stage.settle(window)
    assert place.state()["topic"] == "vawg"
    assert policing.isdisjoint({entry.subtopic for entry in entries(place)})
    press(place, Qt.Key.Key_PageUp, CONTROL)
    stage.settle(window)
    assert policing <= {entry.subtopic for entry in entries(place)}


def test_return_opens_the_chosen_passage_in_read(stage: Stage, window: Window) -> None:
    place = window.places.compare
    press(place, Qt.Key.Key_Down)
    press(place, Qt.Key.Key_Right)
    entry = place.table.area.entry()
    assert entry is not None
    assert entry.passage is not None
    press(place, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    read = window.places.read.state()
    assert read["document"] == entry.passage.match.document
    assert entry.passage.match.block in str(read)


def test_c_copies_the_words_with_their_citation(stage: Stage, window: Window) -> None:
    place = window.places.compare
    area = place.table.area
    press(place, Qt.Key.Key_Down)
    press(place, Qt.Key.Key_Right)  # the second sample is the one with pages
    press(place, Qt.Key.Key_C)
    entry, document = area.entry(), area.document()
    assert entry is not None
    assert entry.card is not None
    assert document is not None
    stage.settle(window)
    quoted = QGuiApplication.clipboard().text()
    assert document.candidate == "Maren Oldacre"
    cited = f"“{entry.card.quote}” (Oldacre, {document.year}, {entry.card.page})"
    assert quoted.startswith(f"{cited}\n\nOldacre, M. ({document.year}) {document.title}.")
    rich = QGuiApplication.clipboard().mimeData().html()
    assert rich.startswith("<blockquote lang=")
    assert f"<i>{document.title}</i>" in rich


def test_pledges_only_leaves_pledges_and_silence_and_comes_back(stage: Stage, window: Window) -> None:
    place = window.places.compare
    everything = len(entries(place))
    press(place, Qt.Key.Key_P)
    stage.settle(window)
    assert choice(place, "Statements shown").currentText() == "Pledges only"
    cards = [entry.card for entry in entries(place) if entry.card is not None]
    assert cards
    assert all(StatementKind.PLEDGE in card.kinds for card in cards)
    assert len(entries(place)) < everything
    choose(place, "Statements shown", "All statements")
    stage.settle(window)
    assert len(entries(place)) == everything
    assert not window.session.actions.action("compare.pledges").isChecked()


def test_a_silent_manifesto_says_so_and_can_be_searched_with_one_key(stage: Stage, window: Window) -> None:
    place = window.places.compare
    window.places.show_topic("fire-safety")
    stage.settle(window)
    area = place.table.area
    silent = next(at for at, column in enumerate(area.shown) if column.document.candidate == "Corin Pryce")
    view = area.view(silent)
    kinds = {entry.kind for entry in view.cards.entries}
    assert kinds == {EntryKind.HEAD, EntryKind.SILENCE, EntryKind.FOLDED}
    assert all("Nothing found" in entry.text for entry in view.cards.entries if entry.kind is EntryKind.SILENCE)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(place, Qt.Key.Key_Slash)
    stage.settle(window)
    assert window.places.here == "search"
    assert 'candidate:"Corin Pryce"' in window.places.search.state()["query"]


def test_why_and_the_whole_passage_open_on_the_card_and_close_again(window: Window) -> None:
    place = window.places.compare
    area = place.table.area
    press(place, Qt.Key.Key_Down)
    before = area.view(0).card_rect(1).height()
    press(place, Qt.Key.Key_W)
    explained = area.entry()
    assert explained is not None
    assert explained.card is not None
    assert explained.card.why.startswith("Words: ")
    assert area.view(0).card_rect(1).height() > before
    press(place, Qt.Key.Key_W)
    assert area.view(0).card_rect(1).height() == before
    cut = next(at for at, entry in enumerate(area.view(0).cards.entries) if entry.card is not None and entry.card.cut)
    area.view(0).go_to(cut)
    press(place, Qt.Key.Key_Space)
    whole = area.entry()
    assert whole is not None
    assert whole.card is not None
    assert whole.card.quote == whole.card.match.text
    press(place, Qt.Key.Key_Space)
    again = area.entry()
    assert again is not None
    assert again.card is not None
    assert again.card.cut


def test_why_comes_into_sight_on_a_card_that_is_higher_than_a_small_window(stage: Stage, window: Window) -> None:
    window.resize(1024, 640)
    window.places.show_topic("vawg")
    stage.settle(window)
    place = window.places.compare
    area = place.table.area
    view = area.view(0)
    press(place, Qt.Key.Key_Home)
    press(place, Qt.Key.Key_W)
    stage.settle(window)
    assert view.card_rect(1).height() > area.height()
    assert 0 <= area.height() - view.card_rect(1).bottom() < view.card_rect(1).height()


def test_single_letter_keys_can_be_switched_off(stage: Stage, window: Window) -> None:
    place = window.places.compare
    QGuiApplication.clipboard().setText("something else")
    window.session.actions.use_single_keys(False)
    press(place, Qt.Key.Key_Down)
    press(place, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "something else"
    press(place, Qt.Key.Key_C, CONTROL)
    stage.settle(window)
    assert QGuiApplication.clipboard().text().startswith("“")


def test_the_comparison_is_left_and_found_again_after_a_restart(stage: Stage, window: Window, folder: Home) -> None:
    place = window.places.compare
    window.places.show_topic("vawg")
    choose(place, "Passage length", "Full passages")
    choose(place, "Order of columns", "Order: by name")
    stage.settle(window)
    names = [column.document.name for column in place.table.area.shown]
    assert names == sorted(names)
    stage.close()
    again = opened(stage, folder).places.compare
    assert again.state()["topic"] == "vawg"
    assert choice(again, "Passage length").currentText() == "Full passages"
    assert [column.document.name for column in again.table.area.shown] == names


def test_a_manifesto_that_is_removed_leaves_and_comes_back_without_losing_the_place(
    stage: Stage, window: Window
) -> None:
    place = window.places.compare
    area = place.table.area
    area.common_scroll.bar.setValue(900)
    anchor, last = area.anchor(), area.shown[2].document
    assert anchor is not None
    window.session.apply(remove(window.session.library, last.id))
    stage.settle(window)
    assert [column.document.id for column in area.shown].count(last.id) == 0
    left = area.anchor()
    assert left is not None
    assert left.place == anchor.place
    window.session.undo()
    stage.settle(window)
    assert area.shown[2].document.id == last.id


def test_a_column_can_be_moved_by_hand_and_the_order_says_so(stage: Stage, window: Window) -> None:
    place = window.places.compare
    before = [column.document.id for column in place.table.area.shown]
    assert choice(place, "Order of columns").currentText() == "Order: as added"
    choose(place, "Order of columns", "Order: by name")
    stage.settle(window)
    press(place, Qt.Key.Key_Right, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    stage.settle(window)
    assert choice(place, "Order of columns").currentText() == "Order: my own"
    assert {column.document.id for column in place.table.area.shown} == set(before)


def test_in_a_narrow_window_columns_page_sideways(stage: Stage, window: Window) -> None:
    place = window.places.compare
    window.resize(800, 600)
    stage.settle(window)
    area = place.table.area
    assert len(area.shown) == 2
    assert all(area.view(at).width() >= 240 for at in range(2))
    press(place, Qt.Key.Key_Down)
    press(place, Qt.Key.Key_Right)
    third = window.session.library.documents()[2].id
    assert third not in [column.document.id for column in area.shown]
    press(place, Qt.Key.Key_Right)
    document = area.document()
    assert document is not None
    assert document.id == third


def test_views_that_are_gone_are_worked_out_again_while_the_columns_say_so(stage: Stage, folder: Home) -> None:
    cache.views_in(cache.folder(folder)).unlink()
    window = stage.open(folder)
    window.places.go("compare")
    place = window.places.compare
    wait(lambda: place.table.presentation is not None)
    assert place.table.presentation is not None
    assert place.table.presentation.loaded.missing
    assert {entry.kind for entry in entries(place)} == {EntryKind.HEAD, EntryKind.WORKING}
    assert "Working it out…" in [entry.text for entry in entries(place)]
    stage.settle(window)
    assert EntryKind.CARD in {entry.kind for entry in entries(place)}
    assert EntryKind.WORKING not in {entry.kind for entry in entries(place)}


def test_a_topic_that_cannot_be_worked_out_says_why_in_its_columns(stage: Stage, window: Window) -> None:
    wrong = Topic("wrong", 1, "Wrong", "", "", (TopicQuery("kind:nonsense"),), subtopics=(Subtopic("one", "One"),))
    window.session.topics.append(wrong)
    window.session.topics_changed.emit()
    window.places.show_topic("wrong")
    stage.settle(window)
    place = window.places.compare
    said = {entry.text for entry in entries(place) if entry.kind is EntryKind.WORKING}
    assert any("nonsense" in sentence for sentence in said), said
