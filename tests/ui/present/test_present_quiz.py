"""A quiz on the wall: hands are counted with keys, the answer is said before the next question, nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from waiting import wait

from index.lessons.slides import Extract, Lesson, QuestionSlide, TextSlide, Who
from ui.present.answers import AnswerRow
from ui.present.presented import Presented
from ui.present.room import PresentRoom
from ui.present.window import PresentWindow
from ui.present.words import Words
from ui.session.session import Session

WHO = tuple(Who(name[0].lower(), name, document=name) for name in ("Anchor", "Heron", "Tallow"))
WORDS = "We will set lamps along the north pier and pay for their oil out of the council purse."


def question(number: int) -> QuestionSlide:
    extract = Extract(WORDS, WORDS, place="p. 4", document="Heron", block="b")
    return QuestionSlide(f"quiz/{number}", number, 2, extract, WHO, 1, "Heron, A wider river, p. 4")


LESSON = Lesson("Who said it?", (question(1), question(2), TextSlide("end", "Well done")))


@pytest.fixture
def wall(session: Session, themed: QApplication) -> Iterator[PresentWindow]:
    session.settings.change(present_on="window")
    room = PresentRoom(session)
    room.present(Presented(LESSON), QPushButton())
    shown = room.window
    assert shown is not None
    shown.resize(1024, 768)
    wait(lambda: room.settled and shown.isActiveWindow())
    yield shown
    room.end()


def press(wall: PresentWindow, *keys: Qt.Key, shift: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or wall, key, modifiers)


def votes(wall: PresentWindow, number: int = 1) -> tuple[int, ...]:
    return wall.course.votes.of(question(number))


def heard(wall: PresentWindow) -> list[str]:
    """What a screen reader hears of the answers that are seen."""
    return [row.accessibleName() for row in wall.findChildren(AnswerRow) if row.isVisible()]


def seen(wall: PresentWindow) -> str:
    return "\n".join(each.text() for each in wall.findChildren(Words) if each.isVisible())


def test_hands_are_counted_and_taken_away_with_one_key_each(wall: PresentWindow) -> None:
    assert heard(wall) == ["1  Anchor", "2  Heron", "3  Tallow"]
    press(wall, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_4)
    press(wall, Qt.Key.Key_2, Qt.Key.Key_3, shift=True)
    assert votes(wall) == (1, 2, 0)
    assert heard(wall) == ["1  Anchor, 1 vote", "2  Heron, 2 votes", "3  Tallow, 0 votes"]


def test_a_number_is_typed_into_the_answer_in_use(wall: PresentWindow) -> None:
    press(wall, Qt.Key.Key_1)
    wall.acts.use_column(0)
    press(wall, Qt.Key.Key_2, Qt.Key.Key_3)
    wall.acts.use_column(2)
    press(wall, Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_Backspace, Qt.Key.Key_0)
    assert votes(wall) == (23, 0, 10)


def test_the_answer_is_said_with_its_page_before_anything_follows(wall: PresentWindow) -> None:
    assert "Heron, A wider river, p. 4" not in seen(wall)
    assert not wall.acts._session.actions.action("present.page").isEnabled()
    press(wall, Qt.Key.Key_2, Qt.Key.Key_Space)
    assert wall.course.slide == question(1)
    assert "Heron, A wider river, p. 4" in seen(wall)
    assert heard(wall)[1] == "2  Heron: right, 1 vote"
    assert wall.acts._session.actions.action("present.page").isEnabled()
    press(wall, Qt.Key.Key_Space)
    assert wall.course.slide == question(2)
    assert votes(wall, 2) == (0, 0, 0)
    press(wall, Qt.Key.Key_PageUp)
    assert heard(wall)[1] == "2  Heron: right, 1 vote"


def test_nothing_moves_when_the_answer_is_said(wall: PresentWindow) -> None:
    def places() -> list[tuple[int, int]]:
        return [(row.x(), row.y()) for row in wall.findChildren(AnswerRow) if row.isVisible()]

    before = places()
    press(wall, Qt.Key.Key_Space)
    assert places() == before


def test_votes_are_gone_when_the_window_closes(wall: PresentWindow) -> None:
    press(wall, Qt.Key.Key_3)
    course = wall.course
    press(wall, Qt.Key.Key_Escape)
    assert course.votes.totals == {}
