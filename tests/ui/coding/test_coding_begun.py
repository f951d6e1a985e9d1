"""What was begun to be coded is renamed and deleted where it is chosen, and says how much that takes away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader.library.records import Document
from reader.library.unit_edits import make_scheme, mark_unit
from reader.library.units import Base, UnitMark
from ui.coding.beginning import Beginning
from ui.session.session import Session


def names(session: Session) -> list[str]:
    return [one.name for one in session.library.schemes()]


def test_units_are_renamed_and_deleted_where_they_are_chosen(
    session: Session, document: Document, scheme: str, qtbot: QtBot
) -> None:
    library = session.library
    for unit, mark in zip(library.units(scheme), (UnitMark.NO_CODE, UnitMark.UNSURE), strict=False):
        session.apply(mark_unit(library, unit.unit.id, mark))
    session.apply(make_scheme(library, "By paragraph", Base.PARAGRAPH, [document.id]))
    said: list[str] = []
    session.noticed.connect(lambda sentence, _: said.append(sentence))
    form = Beginning(session, document.id)
    taken: list[str] = []
    form.chosen.connect(taken.append)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    begun = form.begun
    begun.list.use(scheme)
    assert begun.delete.text() == "Delete: 5 units, 2 marks"

    QTest.keyClick(begun.list, Qt.Key.Key_F2)
    field = begun.list.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "Every sentence")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Every sentence" in names(session))
    assert taken == []  # Return kept the name and began nothing
    session.undo()
    assert names(session) == ["All", "By paragraph"]

    begun.list.use(scheme)
    QTest.keyClick(begun.list, Qt.Key.Key_Delete)
    assert names(session) == ["By paragraph"]
    assert said[-1] == "Deleted: 5 units, 2 marks."
    begun.delete.click()
    assert not begun.isVisible()  # nothing is left to go on with
    session.undo()
    session.undo()
    assert names(session) == ["All", "By paragraph"]
    assert begun.isVisible()
    assert len(library.units(scheme)) == 5
    form.close()
