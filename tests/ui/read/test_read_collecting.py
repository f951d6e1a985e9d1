"""Collecting from the Read place: what is selected, part by part, else the passage that was opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from waiting import wait

from reader.library.collected import Evidence, collections, evidence
from ui.plans.lines import cited, place
from ui.read.place import ReadPlace
from ui.session.session import Session
from ui.shared.citing import citation

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reading(session: Session, qtbot: QtBot) -> Iterator[ReadPlace]:
    made = ReadPlace(session)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    wait(lambda: made.settled)
    made.close()
    made.deleteLater()


def collected(session: Session) -> list[Evidence]:
    lists = session.library.read(collections)
    return session.library.read(lambda connection: evidence(connection, lists[0].id)) if lists else []


def test_selected_words_are_collected_by_passage_without_what_is_empty_between(
    reading: ReadPlace, session: Session, notes: str
) -> None:
    reading.open_passage(notes, None, "text")
    wait(lambda: reading.settled)
    QTest.keyClick(reading.views.text, Qt.Key.Key_A, CONTROL)
    selected = [part for part in reading.views.selected if part.start < part.end]
    assert len(selected) > 1
    session.actions.action("read.collect").trigger()
    shown = reading.views.manifesto.shown if reading.views.manifesto is not None else ()
    assert [one.words for one in collected(session)] == [shown[part.block].text for part in selected]
    session.undo()
    assert collected(session) == []


def test_the_opened_passage_is_collected_with_its_page_where_nothing_is_selected(
    reading: ReadPlace, session: Session, boats: str
) -> None:
    passage = next(one for one in session.library.blocks(boats) if one.is_passage and one.page == 3)
    reading.open_passage(boats, passage.id, "page")
    wait(lambda: reading.settled)
    session.actions.action("read.collect").trigger()
    (one,) = collected(session)
    assert (one.words, place(one)) == (passage.text, "p. 3")
    assert cited(one) == citation(one.document, "p. 3")


def test_where_nothing_is_selected_or_opened_it_is_said_how_to_select(
    reading: ReadPlace, session: Session, notes: str
) -> None:
    said: list[str] = []
    session.noticed.connect(lambda sentence, _: said.append(sentence))
    reading.open_passage(notes, None, "text")
    wait(lambda: reading.settled)
    session.actions.action("read.collect").trigger()
    assert said[-1].startswith("Select words first")
    assert collected(session) == []
