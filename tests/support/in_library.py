"""What tests do in the table of the Library: read its columns, write in its fields."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.library.columns import COLUMNS
from ui.library.place import LibraryPlace

PARTY = next(number for number, column in enumerate(COLUMNS) if column.field == "party")

ELECTION = next(number for number, column in enumerate(COLUMNS) if column.field == "election")
YEAR = next(number for number, column in enumerate(COLUMNS) if column.field == "year")


T = TypeVar("T", bound=QWidget)


def found(parent: QWidget, kind: type[T]) -> T:
    """The field that is open in a view."""
    child = parent.findChild(kind)
    assert isinstance(child, kind)
    return child


def texts(place: LibraryPlace, column: int = 0) -> list[str]:
    rows = place.table.model()
    return [rows.index(row, column).data() for row in range(rows.rowCount())]


def write(place: LibraryPlace, qtbot: QtBot, row: int, column: int, value: str) -> None:
    qtbot.waitUntil(lambda: place.table.findChild(QLineEdit) is None)  # one that was closed goes a moment later
    index = place.table.model().index(row, column)
    place.table.selectionModel().setCurrentIndex(index, place.table.selectionCommand(index))
    place.table.edit(index)
    type_in(place, qtbot, value)


def type_in(place: LibraryPlace, qtbot: QtBot, value: str) -> None:
    editor = found(place.table, QLineEdit)
    editor.setText(value)
    with qtbot.waitSignal(place.table.itemDelegate().commitData):
        QTest.keyClick(editor, Qt.Key.Key_Return)
