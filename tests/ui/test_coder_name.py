"""Your name: changed in one place, on everything that was said, and refused where it cannot be one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.frame.coder_name import CoderName
from ui.session.session import Session


def test_return_keeps_the_name_that_was_typed_and_undo_brings_back_the_one_before(
    session: Session, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    before = session.library.coders()[0].name
    shown = CoderName(window, session)
    assert shown.field.text() == before
    shown.field.setText("  Ann   Example ")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert session.library.coders()[0].name == "Ann Example"
    session.undo()
    assert session.library.coders()[0].name == before


def test_an_empty_name_is_refused_where_it_was_typed(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    before = session.library.coders()[0].name
    shown = CoderName(window, session)
    shown.field.setText("   ")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert any("A coder needs a name." in label.text() for label in shown.findChildren(QLabel) if label.isVisible())
    assert session.library.coders()[0].name == before


def test_a_name_that_is_kept_as_it_is_counts_as_confirmed_and_nothing_is_said_of_a_change(
    session: Session, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    notes: list[str] = []
    session.noticed.connect(lambda sentence, _undo: notes.append(sentence))
    before = session.library.coders()[0]
    assert not before.confirmed
    QTest.keyClick(CoderName(window, session).field, Qt.Key.Key_Return)
    after = session.library.coders()[0]
    assert (after.name, after.confirmed) == (before.name, True)
    assert notes == []
