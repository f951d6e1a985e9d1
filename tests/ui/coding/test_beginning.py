"""Making units: the window answers meanwhile, it can be stopped, and it is one edit that undo takes back."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.edits import Edit
from reader.errors import UserError
from reader.library.coder_edits import rename_coder
from reader.library.records import Document
from reader.library.unit_edits import make_scheme
from ui.coding import beginning
from ui.coding.beginning import Beginning
from ui.session import long_edit
from ui.session.session import Session

WAIT = 20.0  # seconds, for a machine that is busy


class Gate:
    """Holds the making of units on its thread until it is opened."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def __call__(self, *arguments: object, **named: object) -> Edit:
        self.reached.set()
        assert self.opened.wait(WAIT)
        return make_scheme(*arguments, **named)  # type: ignore[arg-type]  # handed on as they came


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(beginning, "make_scheme", made)
    yield made
    made.opened.set()


@pytest.fixture
def form(document: Document, session: Session, qtbot: QtBot) -> Iterator[Beginning]:
    made = Beginning(session, document.id)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


def rename(session: Session) -> Edit:
    return rename_coder(session.library, session.library.coder, "Berta")


def test_the_window_answers_while_units_are_made(form: Beginning, gate: Gate, session: Session, qtbot: QtBot) -> None:
    refused: list[UserError] = []
    form.make()
    assert gate.reached.wait(WAIT)
    assert form.cancel.isVisible()
    assert not form.start.isEnabled()
    QTest.keyClick(form.manifestos, Qt.Key.Key_Space)  # a key is answered at once
    assert form.manifestos.ticked() == []
    assert session.attempt(lambda: rename(session), failed=refused.append) is None  # it would wait, and the window too
    assert "Parting manifestos into units" in refused[0].problem
    with qtbot.waitSignal(form.chosen) as made:
        gate.opened.set()
    assert made.args is not None
    (scheme,) = session.library.schemes()
    assert made.args == [scheme.id]
    assert session.attempt(lambda: rename(session)) is not None


def test_making_units_can_be_stopped(form: Beginning, gate: Gate, session: Session, qtbot: QtBot) -> None:
    said: list[str] = []
    session.noticed.connect(lambda sentence, _undo: said.append(sentence))
    form.make()
    assert gate.reached.wait(WAIT)
    QTest.mouseClick(form.cancel, Qt.MouseButton.LeftButton)
    gate.opened.set()
    qtbot.waitUntil(lambda: not session.busy)
    assert said == ["Stopped. No units were made."]
    assert session.library.schemes() == []
    assert session.library.undo_label() is None
    assert form.start.isEnabled()
    assert form.cancel.isHidden()


def test_units_are_one_edit_of_ones_own_that_undo_takes_back_away_from_the_window(
    form: Beginning, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_edit, "_LONG", 0)  # as it is with those of two hundred manifestos
    told: list[Edit] = []
    session.edit_applied.connect(lambda edit, _who: told.append(edit))
    session.watch()
    with qtbot.waitSignal(form.chosen):
        form.make()
    session.watcher.look()
    assert [edit.label for edit in told] == [session.library.undo_label()]  # told once, though another connection wrote
    session.undo()  # it is not named as another window's first
    qtbot.waitUntil(lambda: not session.busy)
    assert session.library.schemes() == []
    session.redo()
    qtbot.waitUntil(lambda: not session.busy)
    (scheme,) = session.library.schemes()
    assert len(session.library.units(scheme.id)) == len(told[0].changes) - 1
