"""Coding mode: what is seen of a unit and of what was said of it, by whom, and how far one is."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from annotating import BOATS, HEAD, NETS, WALL, read_again
from full import files_of_at_most
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.edits import Edit
from reader.library.codes import Code, Codebook
from reader.library.judging import set_verdict
from reader.library.records import Document
from reader.library.unit_edits import delete_scheme, make_scheme, mark_unit
from reader.library.units import UnitMark, UnitState
from reader.library.verdicts import Verdict
from ui.annotating.annotating import annotating
from ui.coding import beginning
from ui.coding.beginning import Beginning
from ui.coding.code_keys import code_keys
from ui.coding.course import place_of
from ui.coding.place import CodingPlace
from ui.session.session import Session
from ui.session.signals import LibraryChange

FIRST = "The harbour wall will be mended before winter comes."


def write(letters: str) -> None:
    for letter in letters:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def state(place: CodingPlace) -> UnitState:
    assert place.course is not None
    return place.course.state


def test_the_unit_stands_in_the_middle_with_what_is_around_it(place: CodingPlace) -> None:
    shown = place.desk.unit.toPlainText()
    assert HEAD in shown
    assert NETS in shown
    assert "Page 2" not in shown  # running heads are no context
    assert FIRST not in place.desk.unit.dimmed
    middle = place.desk.unit.viewport().height() / 2
    assert abs(place.desk.unit.cursorRect().center().y() - middle) < middle / 2
    write("1" * 4)
    assert abs(place.desk.unit.cursorRect().center().y() - middle) < middle / 2  # the last as well as the first
    assert BOATS not in place.desk.unit.dimmed


def test_a_screen_reader_is_told_number_state_and_words(place: CodingPlace) -> None:
    interface = QAccessible.queryAccessibleInterface(place.desk.unit)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == f"Unit 1 of 5. Unseen. {FIRST}"


def test_progress_tells_who_was_seen_and_who_is_unsure(place: CodingPlace) -> None:
    assert place.desk.progress.text() == "0 of 5 seen"
    write("1?x")
    assert place.desk.progress.text() == "3 of 5 seen, 1 unsure"
    assert place.desk.panel.before.text() == "The unit before: No code"


def test_codes_stay_on_a_unit_that_is_unsure_and_no_code_takes_them_off(place: CodingPlace) -> None:
    write("1")
    press(Qt.Key.Key_Up)
    write("?")
    press(Qt.Key.Key_Up)
    assert place.desk.panel.state.text() == "Unsure: Sea"
    write("x")
    press(Qt.Key.Key_Up)
    assert state(place) is UnitState.NO_CODE


def test_two_codes_on_one_unit_are_both_kept(place: CodingPlace) -> None:
    write("1")
    press(Qt.Key.Key_Up)
    write("2")
    press(Qt.Key.Key_Up)
    assert place.desk.panel.state.text() == "Sea, Land"
    write("u")
    assert state(place) is UnitState.UNSEEN


def test_a_full_disk_is_said_and_the_unit_stays_at_hand(place: CodingPlace, session: Session) -> None:
    said: list[str] = []
    session.noticed.connect(lambda sentence, _: said.append(sentence))
    write("1")
    with files_of_at_most(0):
        write("2x?")
    full = "The disk of the library is full. Make room on it and try again; nothing that was saved before is lost."
    assert said == [full] * 3
    assert place.desk.progress.text() == "1 of 5 seen"
    assert place.course is not None
    assert (place.course.at, state(place)) == (1, UnitState.UNSEEN)
    write("2")
    press(Qt.Key.Key_Up)
    assert place.desk.panel.state.text() == "Land"


def test_behind_the_last_unit_it_is_said_what_is_left(place: CodingPlace, session: Session) -> None:
    said: list[str] = []
    session.noticed.connect(lambda sentence, _: said.append(sentence))
    write("1?")
    press(Qt.Key.Key_Down)
    write("xx")
    assert said[-1] == "This was the last unit; 1 is unseen."
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    write("1")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert said[-1] == "All units are seen; you are unsure of 1."
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert state(place) is UnitState.UNSURE


def second_coder(place: CodingPlace, session: Session) -> None:
    """Ben codes the first unit, has no code for the second, and has a verdict on the first."""
    assert place.course is not None
    shared = annotating(session)
    first, second = place.course.units[:2]
    anna = shared.coder.id
    shared.add_coder("Ben")
    where = place_of(first)
    assert where is not None
    shared.apply(first.unit.document, where, shared.codebook.codes[1].id)
    session.apply(mark_unit(session.library, second.unit.id, UnitMark.NO_CODE), shared)
    block, topic = first.unit.anchor.block, session.topics[0]
    session.apply(set_verdict(session.library, first.unit.document, block, topic, Verdict.BELONGS))
    shared.work_as(anna)


def test_who_codes_blind_sees_nothing_of_others(place: CodingPlace, session: Session, qtbot: QtBot) -> None:
    second_coder(place, session)
    qtbot.waitUntil(lambda: place.settled)
    assert state(place) is UnitState.UNSEEN
    assert "Ben" not in place.desk.panel.others.text()
    session.actions.action("coding.blind").trigger()
    qtbot.waitUntil(lambda: place.settled)
    assert place.desk.panel.others.text().splitlines() == [
        "Ben: Land",
        f"Ben: belongs to “{session.topics[0].name}”",
    ]
    press(Qt.Key.Key_Down)
    assert place.desk.panel.others.text().splitlines()[0] == "Ben: no code"
    session.actions.action("coding.blind").trigger()
    assert place.desk.panel.others.text() == ""
    assert place.state()["blind"]


def test_units_are_to_be_locked_before_a_second_coder_starts(
    place: CodingPlace, session: Session, qtbot: QtBot
) -> None:
    annotating(session).add_coder("Ben")
    qtbot.waitUntil(lambda: place.settled)
    assert place.desk.warning.text() == "Lock the units before a second coder starts."
    session.actions.action("coding.lock").trigger()
    assert place.desk.warning.text() == "The units are locked."
    assert not session.actions.action("coding.split").isEnabled()
    session.undo()
    assert session.actions.action("coding.split").isEnabled()


def test_nothing_is_split_outside_the_unit(place: CodingPlace, session: Session) -> None:
    said: list[str] = []
    session.noticed.connect(lambda sentence, _: said.append(sentence))
    press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    session.actions.action("coding.split").trigger()
    assert said == ["There is nothing to split there. Choose a place between two words of the unit."]
    assert place.course is not None
    assert len(place.course.units) == 5


def test_units_of_a_manifesto_that_is_read_again_stay_where_their_words_are(
    place: CodingPlace, session: Session, document: Document, qtbot: QtBot
) -> None:
    write("12")
    read_again(session.library, document, f"New words come first. {WALL}", NETS, BOATS)
    session.library_changed.emit(LibraryChange(frozenset({document.id})))
    qtbot.waitUntil(lambda: place.settled)
    assert place.desk.progress.text() == "2 of 5 seen"
    assert place.desk.unit.dimmed.startswith(f"{HEAD}\nNew words come first.")


def test_deleted_units_leave_nothing_to_code_until_that_is_undone(
    place: CodingPlace, session: Session, scheme: str, qtbot: QtBot
) -> None:
    session.apply(delete_scheme(session.library, scheme))
    assert place.course is None
    assert "Nothing is being coded" in place.desk.empty.sentences
    session.undo()
    place.open(scheme)
    qtbot.waitUntil(lambda: place.settled)
    assert state(place) is UnitState.UNSEEN


def test_letters_that_are_switched_off_begin_finding_a_code(place: CodingPlace, session: Session) -> None:
    session.settings.change(single_keys=False)
    write("1")
    assert state(place) is UnitState.UNSEEN
    press(Qt.Key.Key_Escape)
    assert place.desk.unit.hasFocus()
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Up)
    assert place.desk.panel.state.text() == "Land"


def test_what_is_typed_can_be_made_a_new_code(place: CodingPlace) -> None:
    write("tides")
    press(Qt.Key.Key_Return)
    assert place.desk.unit.hasFocus()
    assert place.desk.panel.before.text() == "The unit before: tides"


def codebook(*codes: tuple[str, str]) -> Codebook:
    return Codebook([Code(name, "", name, key=key) for name, key in codes])


@pytest.mark.parametrize(
    ("codes", "digits", "keys"),
    [
        ((("Sea", "s"), ("Land", "")), False, {"s": "Sea", "2": "Land"}),
        ((("Sea", "2"), ("Land", "")), False, {"2": "Sea"}),  # a key of one's own comes before recent ones
        ((("Sea", "X"), ("Land", "")), False, {"1": "Sea", "2": "Land"}),  # X says that there is no code
        ((("504 Welfare", ""), ("Heading", "H"), ("Odd", "1")), True, {"h": "Heading"}),
    ],
)
def test_a_code_has_its_own_key_or_that_of_the_codes_used_last(
    codes: tuple[tuple[str, str], ...], digits: bool, keys: dict[str, str]
) -> None:
    found = code_keys(codebook(*codes), [name for name, _ in codes], digits=digits)
    assert {key: code.name for key, code in found.items()} == keys


def test_a_sample_is_drawn_by_its_seed_and_named_for_it(
    session: Session, document: Document, scheme: str, qtbot: QtBot
) -> None:
    form = Beginning(session, document.id)
    form.wanted.setValue(2)
    form.seed.setValue(7)
    with qtbot.waitSignal(form.chosen) as chosen:
        form.make()
    made = next(one for one in session.library.schemes() if one.id == chosen.args[0])
    assert (made.name, made.size, made.seed) == ("Sentences of Lamp Society, 2 drawn with seed 7", 2, 7)
    assert len(session.library.units(made.id)) == 2
    assert session.library.undo_label() is not None


def test_who_closes_the_question_while_units_are_made_has_none(
    session: Session, document: Document, scheme: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = threading.Event()

    def make_later(*given: Any, **named: Any) -> Edit:
        hidden.wait(10)
        return make_scheme(*given, **named)

    monkeypatch.setattr(beginning, "make_scheme", make_later)
    form = Beginning(session, document.id)
    form.show()
    form.make()
    form.hide()
    hidden.set()
    form.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not session.busy)
    assert [one.id for one in session.library.schemes()] == [scheme]


def test_nothing_is_begun_without_a_manifesto_or_a_second_time_under_one_name(
    session: Session, document: Document, scheme: str, qtbot: QtBot
) -> None:
    form = Beginning(session, "none of these")
    form.make()
    assert form.problem.text() == "Choose at least one manifesto."
    for _ in range(2):
        form = Beginning(session)
        form.base.setCurrentIndex(1)
        with qtbot.waitSignal(form.chosen):
            form.make()
    names = [one.name for one in session.library.schemes()]
    assert names[1:] == ["Paragraphs of Lamp Society", "Paragraphs of Lamp Society (2)"]


def test_who_goes_on_while_units_are_read_again_is_not_taken_back(
    place: CodingPlace, session: Session, qtbot: QtBot
) -> None:
    session.library_changed.emit(LibraryChange())
    assert not place.settled
    write("12")
    qtbot.waitUntil(lambda: place.settled)
    assert place.course is not None
    assert place.course.at == 2
    assert place.desk.progress.text() == "2 of 5 seen"
