"""Fields of the Library: what is offered while they are written in, what Return takes, what an election brings."""

from __future__ import annotations

import pytest
from in_library import ELECTION, PARTY, found, texts, write
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QStyledItemDelegate
from pytestqt.qtbot import QtBot
from shelf import shelve

from reader.home import Home
from reader.library import edits
from ui.library.place import LibraryPlace
from ui.session.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of every list


def test_a_field_says_how_many_manifestos_it_is_for_and_offers_the_newest_values_first(place: LibraryPlace) -> None:
    place.table.selectAll()
    place.table.edit(place.table.model().index(1, PARTY))
    editor = found(place.table, QLineEdit)
    assert editor.accessibleName() == "Party, of 3 manifestos"
    assert offered(editor)[:3] == ["Meadow", "Harbour", "Tidewater"]
    assert "Plaid Cymru" in offered(editor)


def offered(editor: QLineEdit) -> list[str]:
    model = editor.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_field_is_written_in_where_its_cell_is(place: LibraryPlace) -> None:
    for row, column in ((1, ELECTION), (2, PARTY)):  # an empty one, and one that is filled
        index = place.table.model().index(row, column)
        place.table.setCurrentIndex(index)
        place.table.edit(index)
        assert found(place.table, QLineEdit).geometry().topLeft() == place.table.visualRect(index).topLeft()
        place.table.closeEditor(found(place.table, QLineEdit), QStyledItemDelegate.EndEditHint.NoHint)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def popup_of(editor: QLineEdit) -> QListView:
    popup = editor.completer().popup()
    assert isinstance(popup, QListView)
    return popup


def open_field(place: LibraryPlace, column: int) -> QLineEdit:
    place.table.selectRow(0)
    place.table.edit(place.table.model().index(0, column))
    editor = found(place.table, QLineEdit)
    editor.clear()
    return editor


def test_elections_are_offered_from_the_newest_by_any_of_their_words(place: LibraryPlace) -> None:
    editor = open_field(place, ELECTION)
    QTest.keyClicks(editor, "general el")
    assert editor.text() == "general el"
    uk = [name for name in offered(editor) if name.startswith("UK general election 20")]
    for open_one in (popup_of(editor), editor):
        QTest.keyClick(open_one, Qt.Key.Key_Escape)
    assert uk[:3] == ["UK general election 2024", "UK general election 2019", "UK general election 2017"]


def test_return_takes_what_was_typed_unless_a_value_was_chosen(place: LibraryPlace, qtbot: QtBot) -> None:
    editor = open_field(place, PARTY)
    QTest.keyClicks(editor, "plaid")
    popup = popup_of(editor)
    assert popup.isVisible()
    with qtbot.waitSignal(place.table.itemDelegate().commitData):
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert texts(place, PARTY)[0] == "plaid"
    qtbot.waitUntil(lambda: place.table.findChild(QLineEdit) is None)
    editor = open_field(place, PARTY)
    QTest.keyClicks(editor, "cymru")
    popup = popup_of(editor)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(place.table.itemDelegate().commitData):
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert texts(place, PARTY)[0] == "Plaid Cymru"


def test_an_election_fills_its_year_office_and_nation_where_they_are_empty(
    place: LibraryPlace, folder: Home, session: Session, shelved: list[str], qtbot: QtBot
) -> None:
    session.apply(edits.set_fields(session.library, shelved[0], {"office": "council"}))
    shelve(folder, "Onward", party="Plaid Cymru")
    place.refresh()
    for row in (0, 3):
        write(place, qtbot, row, ELECTION, "UK general election 2017")
    known, new = session.library.documents()[0], session.library.documents()[3]
    assert (known.year, known.office, known.nation) == ("2019", "council", "United Kingdom")
    assert (new.year, new.office, new.nation) == ("2017", "parliament", "Wales")
    assert not new.confirmed & {"year", "office", "nation"}
    session.undo()
    assert session.library.documents()[3].nation == ""


def test_an_election_that_is_not_known_is_filled_as_in_another_manifesto(
    place: LibraryPlace, folder: Home, session: Session, shelved: list[str], qtbot: QtBot
) -> None:
    values = {"election": "Harbour council 2020", "nation": "Harbourland"}
    session.apply(edits.set_fields(session.library, shelved[0], values))
    write(place, qtbot, 1, ELECTION, "Harbour council 2020")
    assert session.library.documents()[1].nation == "Harbourland"
