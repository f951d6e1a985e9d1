"""Ways through the comparison's table: columns chosen, rows folded, differences, nearest passages, one list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from in_compare import entries, opened, press
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from index.topics.measurable import has_figures
from index.topics.views import Views
from reader.home import Home, home
from reader.library.library import Library
from ui.compare.cards.entries import EntryKind
from ui.compare.panels.columns_panel import ColumnsPanel
from ui.compare.panels.nearest_panel import NearestPanel
from ui.compare.place import ComparePlace
from ui.frame.window import Window
from ui.scenes.ballot import SILENT
from ui.scenes.comparing import ballot
from ui.scenes.homes import copied_to
from ui.scenes.stage import Stage
from ui.session.settings import Settings

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path) -> Home:
    """A copy of a library with six manifestos, one of them silent on policing."""
    chosen = copied_to(home(tmp_path / "home"), ballot())
    Settings(chosen.settings).change(samples_note=False, place="compare")
    return chosen


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(qapp, dark=False, size=QSize(1900, 900))
    yield made
    made.close()


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return opened(stage, folder)


def names(place: ComparePlace) -> list[str]:
    return [column.document.candidate for column in place.table.area.shown]


def test_columns_are_chosen_and_moved_by_keyboard_and_come_back(stage: Stage, window: Window, folder: Home) -> None:
    place = window.places.compare
    before = names(place)
    assert len(before) == 6
    press(place, Qt.Key.Key_M)
    stage.settle(window)
    panel = place.host.panel("columns")
    assert isinstance(panel, ColumnsPanel)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    stage.settle(window)
    shown = place.table.presentation
    assert shown is not None
    assert [document.candidate for document in shown.documents] == before[1:]
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, ALT)
    stage.settle(window)
    wanted = [before[2], before[1], *before[3:]]
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert place.host.shown == ""
    stage.settle(window)
    assert names(place) == wanted
    window.close()
    assert names(opened(stage, folder).places.compare) == wanted


def test_the_last_column_cannot_be_taken_out(stage: Stage, window: Window) -> None:
    place = window.places.compare
    press(place, Qt.Key.Key_M)
    panel = place.host.panel("columns")
    assert isinstance(panel, ColumnsPanel)
    for _ in range(6):
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
        stage.settle(window)
    shown = place.table.presentation
    assert shown is not None
    assert [document.candidate for document in shown.documents] == [SILENT]


def test_the_choice_of_columns_is_offered_under_the_sets(window: Window) -> None:
    place = window.places.compare
    box = next(each for each in place.findChildren(QComboBox) if each.accessibleName() == "Set of manifestos")
    before = box.currentText()
    box.setCurrentIndex(box.findText("Choose columns…"))
    box.activated.emit(box.currentIndex())
    assert place.host.shown == "columns"
    assert box.currentText() == before


def test_with_numbers_only_every_card_has_a_pledge_with_a_figure(stage: Stage, window: Window) -> None:
    place = window.places.compare
    everything = sum(entry.kind is EntryKind.CARD for entry in entries(place))
    press(place, Qt.Key.Key_U)
    stage.settle(window)
    passages = [entry.passage for entry in entries(place) if entry.passage is not None]
    assert 0 < len(passages) < everything
    assert all(any(one.carries and has_figures(one) for one in each.match.statements) for each in passages)
    assert window.session.actions.action("compare.numbers").isChecked()


def test_a_folded_row_says_how_much_is_in_it_and_stays_folded(stage: Stage, window: Window, folder: Home) -> None:
    place = window.places.compare
    area = place.table.area
    press(place, Qt.Key.Key_Down)
    row = area.row()
    many = sum(entry.row == row and entry.kind is EntryKind.CARD for entry in area.view(0).cards.entries)
    press(place, Qt.Key.Key_F)
    folded = [entry for entry in area.view(0).cards.entries if entry.row == row]
    assert [entry.kind for entry in folded] == [EntryKind.HEAD, EntryKind.FOLDED]
    assert folded[1].text == f"{many} passages"
    assert area.entry() is folded[1]
    window.close()
    place = opened(stage, folder).places.compare
    area = place.table.area
    press(place, Qt.Key.Key_Down)
    chosen = area.entry()
    assert chosen is not None
    assert (chosen.row, chosen.kind) == (row, EntryKind.FOLDED)
    press(place, Qt.Key.Key_Space)
    assert sum(entry.row == row and entry.kind is EntryKind.CARD for entry in area.view(0).cards.entries) == many


def test_all_rows_fold_and_unfold_and_the_head_of_one_can_be_clicked(window: Window) -> None:
    place = window.places.compare
    before = [entry.kind for entry in entries(place)]
    press(place, Qt.Key.Key_F, SHIFT)
    assert {entry.kind for entry in entries(place)} == {EntryKind.HEAD, EntryKind.FOLDED}
    view = place.table.area.view(0)
    head = next(at for at, entry in enumerate(view.cards.entries) if entry.kind is EntryKind.HEAD and at > 0)
    middle = view.visualRect(view.cards.index(head)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    row = view.cards.entries[head].row
    assert EntryKind.CARD in {entry.kind for entry in entries(place) if entry.row == row}
    press(place, Qt.Key.Key_F, SHIFT)
    press(place, Qt.Key.Key_F, SHIFT)
    assert [entry.kind for entry in entries(place)] == before


def test_j_goes_to_the_next_row_where_some_speak_and_some_are_silent(stage: Stage, window: Window) -> None:
    place = window.places.compare
    place.show_set([each.id for each in window.session.library.documents() if each.candidate != SILENT])
    stage.settle(window)
    visited = []
    for _ in range(20):
        press(place, Qt.Key.Key_J)
        if place.table.area.row() in visited:
            break
        visited.append(place.table.area.row())
    shown = place.table.presentation
    assert shown is not None
    rows = {row.subtopic.id: {bool(cell.matches) for cell in row.cells} for row in shown.loaded.comparison.rows}
    assert len(visited) > 1
    assert all(rows[row or ""] == {True, False} for row in visited)
    press(place, Qt.Key.Key_J, SHIFT)
    assert place.table.area.row() == visited[-2]


def test_the_nearest_passages_of_a_silent_manifesto_are_one_key_away_and_open(stage: Stage, window: Window) -> None:
    place = window.places.compare
    silent = next(at for at, name in enumerate(names(place)) if name == SILENT)
    view = place.table.area.view(silent)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    press(place, Qt.Key.Key_T)
    stage.settle(window)
    panel = place.host.panel("nearest")
    assert isinstance(panel, NearestPanel)
    line = panel.list.line
    assert line is not None
    assert line.target is not None
    assert "Anti-social behaviour" in line.words
    assert "0.50 is needed" in line.where
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    assert line.target.block in str(window.places.read.state())


def test_the_list_has_every_passage_of_the_table_under_headings_and_the_same_keys(stage: Stage, window: Window) -> None:
    place = window.places.compare
    area = place.table.area
    cards = sorted(entry.place for entry in entries(place) if entry.kind is EntryKind.CARD)
    press(place, Qt.Key.Key_L)
    stage.settle(window)
    assert len(area.shown) == 1
    listed = entries(place)
    assert sorted(entry.place for entry in listed if entry.kind is EntryKind.CARD) == cards
    assert EntryKind.HEAD not in {entry.kind for entry in listed}
    assert listed[0].spoken == "Heading. Manifestos. 6 manifestos, in this order."
    owner = ""
    for entry in listed:
        owner = entry.document if entry.kind is EntryKind.MANIFESTO else owner
        assert entry.kind is EntryKind.HEADING or entry.document == owner
    press(place, Qt.Key.Key_Home)
    press(place, Qt.Key.Key_Down, CONTROL)
    heading = area.entry()
    assert heading is not None
    assert heading.kind is EntryKind.HEADING
    assert heading.spoken.startswith(f"Heading. {heading.subtopic}.")
    press(place, Qt.Key.Key_Right)
    press(place, Qt.Key.Key_Right)
    second, document = area.entry(), area.document()
    assert second is not None
    assert document is not None
    assert second.spoken.startswith(f"Heading, level 2. {document.name}.")
    assert document.candidate == "Maren Oldacre"
    press(place, Qt.Key.Key_Down)
    card = area.entry()
    assert card is not None
    assert card.passage is not None
    press(place, Qt.Key.Key_W)
    again = area.entry()
    assert again is not None
    assert again.card is not None
    assert again.card.why
    press(place, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    assert card.passage.match.block in str(window.places.read.state())


def test_the_list_is_remembered_and_left_by_the_same_key(stage: Stage, window: Window, folder: Home) -> None:
    press(window.places.compare, Qt.Key.Key_L)
    window.close()
    again = opened(stage, folder)
    assert len(again.places.compare.table.area.shown) == 1
    press(again.places.compare, Qt.Key.Key_L)
    stage.settle(again)
    assert len(again.places.compare.table.area.shown) == 6


def test_every_passage_of_every_view_is_there_to_be_opened_at_its_page(folder: Home, window: Window) -> None:
    with Library.open(folder) as library, Views(folder) as views:
        documents = {each.id: each for each in library.documents()}
        shown = 0
        for topic in window.session.topics:
            found, missing = views.cached(topic, list(documents))
            assert not missing
            for match in (match for matches in found.values() for match in matches):
                block, document = library.block(match.document, match.block), documents[match.document]
                assert block is not None
                assert block.text == match.text
                pages = [piece.page for piece in block.pieces if piece.page is not None]
                assert (match.page is None) == (document.page_count == 0)
                if match.page is not None:
                    assert match.page == pages[0]
                    assert all(1 <= page <= document.page_count for page in pages)
                shown += 1
    assert shown > 100
