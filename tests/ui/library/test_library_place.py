"""The Library place: correcting, confirming, removing, sets, failures."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_library import PARTY, YEAR, found, texts, type_in, write
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shelf import shelve

from reader.errors import Encrypted
from reader.home import Home
from reader.library import edits
from reader.library.records import FIELDS
from ui.library.columns import ELECTION, EXTENT, PAGES, TITLE, WORDS, widths
from ui.library.place import LibraryPlace, counted
from ui.library.sets import TO_CHECK
from ui.session.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of every list


def test_it_shows_what_is_loaded_and_says_how_much_can_be_read(place: LibraryPlace) -> None:
    assert texts(place) == ["Forward", "Backward", "Sideways"]
    assert texts(place, PAGES) == ["1 of 2"] * 3


def test_guesses_are_told_apart_for_eyes_and_ears(place: LibraryPlace, session: Session, shelved: list[str]) -> None:
    cell = place.table.model().index(0, PARTY)
    assert cell.data(Qt.ItemDataRole.FontRole).italic()
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Harbour, a guess"
    assert "guess" in cell.data(Qt.ItemDataRole.ToolTipRole)
    session.apply(edits.confirm(session.library, shelved[0]))
    assert cell.data(Qt.ItemDataRole.FontRole) is None
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Harbour"


def test_the_count_of_words_says_which_of_them_count(place: LibraryPlace) -> None:
    model, tip = place.table.model(), Qt.ItemDataRole.ToolTipRole
    for said in (model.headerData(WORDS, Qt.Orientation.Horizontal, tip), model.index(0, WORDS).data(tip)):
        assert "contents and indexes do not count" in said


def test_a_field_is_corrected_in_place_and_undo_takes_it_back(
    place: LibraryPlace, session: Session, shelved: list[str], qtbot: QtBot
) -> None:
    write(place, qtbot, 1, YEAR, "2023")
    document = session.library.document(shelved[1])
    assert document is not None
    assert (document.year, "year" in document.confirmed) == ("2023", True)
    session.undo()
    assert texts(place, YEAR)[1] == "2024"


def test_what_is_typed_in_one_of_several_selected_rows_holds_for_all(
    place: LibraryPlace, session: Session, qtbot: QtBot
) -> None:
    place.table.selectAll()
    index = place.table.model().index(1, YEAR)
    place.table.selectionModel().setCurrentIndex(index, place.table.selectionModel().SelectionFlag.NoUpdate)
    place.table.edit(index)
    type_in(place, qtbot, "2020")
    assert texts(place, YEAR) == ["2020"] * 3
    assert len(place.table.selected()) == 3
    session.undo()
    assert texts(place, YEAR) == ["2019", "2024", "2015"]


def test_typing_over_a_field_corrects_it(place: LibraryPlace, session: Session, qtbot: QtBot) -> None:
    place.table.setCurrentIndex(place.table.model().index(0, YEAR))
    QTest.keyClicks(place.table, "1")
    editor = found(place.table, QLineEdit)
    QTest.keyClicks(editor, "997")
    assert editor.text() == "1997"
    with qtbot.waitSignal(place.table.itemDelegate().commitData):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert texts(place, YEAR) == ["1997", "2024", "2015"]


def test_filling_down_gives_the_selected_what_the_first_has(place: LibraryPlace, session: Session) -> None:
    place.table.selectAll()
    current = place.table.model().index(0, YEAR)
    place.table.selectionModel().setCurrentIndex(current, place.table.selectionModel().SelectionFlag.NoUpdate)
    QTest.keyClick(place.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert texts(place, YEAR) == ["2019"] * 3
    assert texts(place, PARTY) == ["Harbour", "Meadow", "Tidewater"]
    assert all("year" in document.confirmed for document in session.library.documents())
    session.undo()
    assert texts(place, YEAR) == ["2019", "2024", "2015"]


def test_a_single_row_is_filled_from_the_one_above(place: LibraryPlace, session: Session) -> None:
    fill = session.actions.action("library.fill-down")
    place.table.setCurrentIndex(place.table.model().index(2, PARTY))
    fill.trigger()
    assert texts(place, PARTY) == ["Harbour", "Meadow", "Meadow"]
    place.table.setCurrentIndex(place.table.model().index(0, PARTY))
    label = session.library.undo_label()
    place.table.setCurrentIndex(place.table.model().index(2, PAGES))
    fill.trigger()
    assert session.library.undo_label() == label


def test_with_the_party_comes_its_colour_unless_another_was_chosen(
    place: LibraryPlace, session: Session, shelved: list[str], qtbot: QtBot
) -> None:
    session.apply(edits.set_fields(session.library, shelved[1], {"colour": "#123456"}))
    place.table.selectAll()
    index = place.table.model().index(0, PARTY)
    place.table.selectionModel().setCurrentIndex(index, place.table.selectionModel().SelectionFlag.NoUpdate)
    place.table.edit(index)
    type_in(place, qtbot, "Plaid Cymru")
    colours = [document.colour for document in session.library.documents()]
    assert colours == ["#005b54", "#123456", "#005b54"]
    assert "colour" not in session.library.documents()[0].confirmed


def test_what_holds_guesses_stands_in_a_table_of_its_own_until_that_is_left(
    place: LibraryPlace, session: Session, shelved: list[str]
) -> None:
    assert place.tabs.tabText(1) == "To check (3)"
    session.apply(edits.confirm(session.library, shelved[0]))
    assert place.tabs.tabText(1) == "To check (2)"
    place.tabs.choose(TO_CHECK)
    assert texts(place) == ["Backward", "Sideways"]
    place.table.selectRow(0)
    session.actions.action("library.confirm").trigger()
    assert place.tabs.tabText(1) == "To check (1)"
    assert texts(place) == ["Backward", "Sideways"]
    session.actions.action("library.confirm-all").trigger()
    assert place.tabs.tabText(1) == "To check"
    assert texts(place) == ["Backward", "Sideways"]
    session.undo()
    assert place.tabs.tabText(1) == "To check (1)"
    session.redo()
    place.tabs.choose("")
    assert place.tabs.count() == 1
    assert texts(place) == ["Forward", "Backward", "Sideways"]


def test_the_line_below_says_what_typing_does(place: LibraryPlace, session: Session, shelved: list[str]) -> None:
    documents = session.library.documents()
    assert "3 have guesses" in counted(documents)
    assert "3 selected: what you type in one applies to all of them" in counted(documents, 3)
    button = place.findChild(QPushButton, "confirm-all")
    assert isinstance(button, QPushButton)
    button.click()
    assert not button.isVisible()
    assert session.library.undo_label() == "Confirm fields of 3 manifestos"


def test_the_extent_is_one_of_three(place: LibraryPlace, session: Session, shelved: list[str]) -> None:
    place.table.edit(place.table.model().index(0, EXTENT))
    box = found(place.table, QComboBox)
    assert [box.itemText(number) for number in range(box.count())] == ["Whole", "Chapter", "Extract"]
    box.setCurrentIndex(1)
    place.table.itemDelegate().commitData.emit(box)
    document = session.library.document(shelved[0])
    assert document is not None
    assert document.extent == "chapter"


def test_all_guesses_of_the_selected_are_confirmed_at_once(
    place: LibraryPlace, session: Session, shelved: list[str]
) -> None:
    place.table.select(shelved[:2])
    session.actions.action("library.confirm").trigger()
    for name in shelved[:2]:
        document = session.library.document(name)
        assert document is not None
        assert all(field in document.confirmed for field in FIELDS if getattr(document, field))
    assert session.library.undo_label() == "Confirm fields of 2 manifestos"


def test_removing_asks_nothing_and_can_be_undone(place: LibraryPlace, session: Session, qtbot: QtBot) -> None:
    place.table.selectRow(1)
    with qtbot.waitSignal(session.noticed) as told:
        QTest.keyClick(place.table, Qt.Key.Key_Delete)
    assert told.args == ["Removed “Backward”", True]
    assert texts(place) == ["Forward", "Sideways"]
    session.undo()
    assert texts(place) == ["Forward", "Backward", "Sideways"]


def test_what_is_being_typed_stays_while_manifestos_come_and_go(
    place: LibraryPlace, folder: Home, session: Session, shelved: list[str]
) -> None:
    rows = place.table.model()
    place.table.setCurrentIndex(rows.index(1, YEAR))
    place.table.edit(rows.index(1, YEAR))
    found(place.table, QLineEdit).setText("202")
    shelve(folder, "Onward")
    place.refresh()
    session.apply(edits.remove(session.library, shelved[0]))
    assert texts(place) == ["Backward", "Sideways", "Onward"]
    assert found(place.table, QLineEdit).text() == "202"
    assert place.table.currentIndex().row() == 0
    assert place.table.selected() == [shelved[1]]


def test_it_sorts_by_a_column_and_goes_back_to_the_order_of_adding(place: LibraryPlace) -> None:
    place.table.sortByColumn(YEAR, Qt.SortOrder.DescendingOrder)
    assert texts(place) == ["Backward", "Forward", "Sideways"]
    place.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert texts(place) == ["Forward", "Backward", "Sideways"]


def test_return_opens_the_manifesto(place: LibraryPlace, shelved: list[str], qtbot: QtBot) -> None:
    place.table.selectRow(2)
    with qtbot.waitSignal(place.passage_activated) as told:
        QTest.keyClick(place.table, Qt.Key.Key_Return)
    assert told.args == [shelved[2], ""]


def test_a_set_is_made_named_shown_ordered_and_deleted(
    place: LibraryPlace, session: Session, shelved: list[str], qtbot: QtBot
) -> None:
    actions = session.actions
    place.table.select(shelved[:2])
    actions.action("library.new-set").trigger()
    field = found(place.tabs, QLineEdit)
    field.setText("Two of them")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [each.name for each in session.library.sets()] == ["Two of them"]
    assert texts(place) == ["Forward", "Backward"]

    place.table.selectRow(1)
    actions.action("library.up").trigger()
    assert texts(place) == ["Backward", "Forward"]
    assert place.table.selected() == [shelved[1]]

    actions.action("library.leave-set").trigger()
    assert texts(place) == ["Forward"]
    assert len(session.library.documents()) == 3

    actions.action("library.delete-set").trigger()
    assert texts(place) == ["Forward", "Backward", "Sideways"]
    for _ in range(4):
        session.undo()
    assert [each.name for each in session.library.sets()] == ["New set"]


def test_a_name_that_is_taken_is_refused_in_words(
    place: LibraryPlace, session: Session, shelved: list[str], qtbot: QtBot
) -> None:
    for name in ("One", "Two"):
        session.apply(edits.make_set(session.library, name, shelved))
    place.tabs.choose(session.library.sets()[1].id)
    place.tabs.rename(place.tabs.currentIndex())
    with qtbot.waitSignal(session.noticed) as told:
        found(place.tabs, QLineEdit).setText("one")
        QTest.keyClick(found(place.tabs, QLineEdit), Qt.Key.Key_Return)
    assert "already" in told.args[0]
    assert [each.name for each in session.library.sets()] == ["One", "Two"]


def test_sets_change_places(place: LibraryPlace, session: Session, shelved: list[str]) -> None:
    for name in ("One", "Two"):
        session.apply(edits.make_set(session.library, name, shelved))
    place.tabs.choose(session.library.sets()[1].id)
    session.actions.action("library.set-left").trigger()
    assert [each.name for each in session.library.sets()] == ["Two", "One"]
    chosen = place.tabs.chosen()
    assert chosen == session.library.sets()[0].id


def test_actions_on_a_set_are_offered_only_in_a_set(place: LibraryPlace, session: Session, shelved: list[str]) -> None:
    assert not session.actions.action("library.leave-set").isEnabled()
    session.apply(edits.make_set(session.library, "One", shelved))
    place.tabs.choose(session.library.sets()[0].id)
    assert session.actions.action("library.leave-set").isEnabled()


def test_failures_are_listed_with_what_to_do_until_they_are_dismissed(
    place: LibraryPlace, session: Session, tmp_path: Path
) -> None:
    assert not place.failures.isVisible()
    for name in ("one.pdf", "two.pdf"):
        session.library.fail(tmp_path / name, Encrypted(f"“{name}” needs a password.", "Save a copy without one."))
    place.refresh()
    assert place.failures.isVisible()
    listed = place.failures.list.model()
    assert listed.index(0, 0).data() == "“one.pdf” needs a password. Save a copy without one."
    place.failures.list.setCurrentIndex(listed.index(1, 0))
    assert place.failures.chosen() == [tmp_path / "two.pdf"]
    place.failures.dismissed.emit(place.failures.chosen())
    assert [failed.path for failed in session.library.failures()] == [str(tmp_path / "one.pdf")]


def test_an_empty_library_says_what_belongs_there(session: Session, qtbot: QtBot) -> None:
    empty = LibraryPlace(session)
    assert not empty.empty.isHidden()
    assert empty.table.model().rowCount() == 0
    empty.deleteLater()


def test_columns_widths_and_sorting_are_remembered(place: LibraryPlace, session: Session) -> None:
    place.table.setColumnHidden(PARTY, True)
    place.table.setColumnWidth(YEAR, 123)
    place.table.sortByColumn(YEAR, Qt.SortOrder.DescendingOrder)
    other = LibraryPlace(session)
    other.restore(place.state())
    assert other.table.isColumnHidden(PARTY)
    assert other.table.columnWidth(YEAR) == 123
    assert texts(other) == ["Backward", "Forward", "Sideways"]
    other.deleteLater()


def test_the_columns_fill_the_width_while_nobody_has_set_one(place: LibraryPlace, qtbot: QtBot) -> None:
    for width in (1000, 1300):
        place.resize(width, 600)
        qtbot.waitUntil(lambda: place.table.horizontalHeader().length() == place.table.viewport().width())


def test_editing_where_nothing_can_be_written_does_nothing(place: LibraryPlace, session: Session) -> None:
    """Qt warns of it, which fails this test."""
    place.table.setCurrentIndex(QModelIndex())
    session.actions.action("library.edit").trigger()
    assert place.table.state() is not QAbstractItemView.State.EditingState


def test_the_end_of_an_import_moves_nobody_who_is_here(
    place: LibraryPlace, session: Session, shelved: list[str]
) -> None:
    session.unseen.update(shelved)
    session.import_ended.emit()
    assert place.tabs.chosen() == ""
    place.arrived()
    assert place.tabs.chosen() == ""
    session.unseen.update(shelved)
    place.hide()
    session.import_ended.emit()
    place.show()
    place.arrived()
    assert place.tabs.chosen() == TO_CHECK


def test_no_cell_is_framed_before_somebody_went_to_one(place: LibraryPlace, qtbot: QtBot) -> None:
    place.arrived()
    qtbot.waitUntil(place.table.hasFocus)
    assert place.table.currentIndex().isValid()
    assert not place.table.framed
    QTest.keyClick(place.table, Qt.Key.Key_Down)
    assert place.table.framed


def test_columns_take_from_those_that_have_room_to_spare() -> None:
    words = {TITLE: 120, ELECTION: 300, YEAR: 56}
    fitted = widths([TITLE, ELECTION, YEAR], 800, 1.0, words)
    assert sum(fitted.values()) == 800
    assert all(fitted[column] >= width for column, width in words.items())
    narrow = widths([TITLE, ELECTION, YEAR], 400, 1.0, words)
    assert narrow[ELECTION] > widths([TITLE, ELECTION, YEAR], 400, 1.0, {YEAR: 56})[ELECTION]
