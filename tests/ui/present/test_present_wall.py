"""Presenting as people do it: keys, mouse, names that are hidden and revealed, and what a screen reader hears."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QToolButton
from waiting import wait
from wall import hidden, whole_lesson

from index.lessons.slides import RowSlide
from ui.actions.offered import PRESENT, actions_of
from ui.present.presented import Presented
from ui.present.room import PresentRoom
from ui.present.window import PresentWindow
from ui.present.words import Words
from ui.session.session import Session

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
kept: dict[str, str] = {}


@pytest.fixture
def room(session: Session) -> Iterator[PresentRoom]:
    session.settings.change(present_on="window")
    made = PresentRoom(session)
    kept.clear()
    yield made
    made.end()


@pytest.fixture
def over(themed: QApplication) -> QPushButton:
    return QPushButton()


def begin(room: PresentRoom, over: QPushButton, start: str = "river/banks") -> PresentWindow:
    def telltales(text: str) -> list[tuple[int, int]]:
        at = text.find("pay for")
        return [(at, at + 7)] if at >= 0 else []

    room.present(Presented(whole_lesson(), start, hidden, telltales, kept.__setitem__), over)
    wall = room.window
    assert wall is not None
    wall.resize(1024, 768)
    wait(lambda: room.settled and wall.isActiveWindow())
    return wall


def press(
    wall: PresentWindow, *keys: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        here = QApplication.focusWidget() or wall
        if isinstance(key, str):
            QTest.keyClicks(here, key)
        else:
            QTest.keyClick(here, key, modifiers)


def on_wall(wall: PresentWindow) -> str:
    """All words that are seen."""
    return "\n".join(each.text() for each in wall.findChildren(Words) if each.isVisible())


def test_a_clicker_leads_through_the_lesson_and_back(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over, "opening")
    press(wall, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert "The Heron Party will see to boats." in on_wall(wall)
    press(wall, Qt.Key.Key_PageUp)
    assert "3 of 10" not in on_wall(wall)
    assert "2 of 10" in on_wall(wall)
    press(wall, ".")
    assert wall.course.blank
    press(wall, Qt.Key.Key_PageDown)  # the wall comes back, and nothing has been passed over
    assert not wall.course.blank
    assert wall.course.slide.id == "river/banks"
    press(wall, Qt.Key.Key_F5)
    assert room.window is wall
    assert wall.course.slide.id == "river/banks"


def test_who_ends_by_mistake_goes_on_where_it_was_with_names_still_hidden(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    press(wall, "h", Qt.Key.Key_PageDown, ".", Qt.Key.Key_Escape)
    assert room.window is None
    again = begin(room, over)
    assert again.course.slide.id == "river/boats"
    assert "Heron Party" not in on_wall(again)
    assert not again.course.blank
    press(again, Qt.Key.Key_Escape)
    elsewhere = begin(room, over, "river/reeds")
    assert elsewhere.course.slide.id == "river/reeds"
    assert "Names hidden" not in on_wall(elsewhere)


def test_names_are_hidden_and_one_after_the_other_revealed(
    session: Session, room: PresentRoom, over: QPushButton
) -> None:
    wall = begin(room, over)
    assert "Heron Party" in on_wall(wall)
    press(wall, "h")
    seen = on_wall(wall)
    assert "[Party A]" in seen
    assert "Heron" not in seen
    assert "p. 4" not in seen
    assert "Names hidden; style may still tell" in seen
    assert not session.actions.action("present.page").isEnabled()
    press(wall, "r", "b")
    assert "Heron Party" in on_wall(wall)
    assert "[Party A]" in on_wall(wall)
    press(wall, "r")  # only one is left to be revealed
    assert "[Party" not in on_wall(wall)
    press(wall, "h", "h")
    shown = wall.course.shown
    assert isinstance(shown, RowSlide)
    assert [who.name for who in shown.columns] == ["Heron Party", "Tallow League"]


def test_the_column_in_use_is_the_one_that_is_revealed(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    press(wall, "h", "2", "r")
    assert "[Party A]" in on_wall(wall)
    assert "Heron Party" in on_wall(wall)
    press(wall, Qt.Key.Key_R, modifiers=SHIFT)
    assert "[Party" not in on_wall(wall)


def test_clicks_go_on_and_back_and_a_wheel_does_nothing(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    QTest.mouseClick(wall.stage, LEFT, pos=QPoint(900, 400))
    assert wall.course.slide.id == "river/boats"
    QTest.mouseClick(wall.stage, LEFT, pos=QPoint(100, 400))
    assert wall.course.slide.id == "river/banks"
    down, none = QPoint(0, -1200), Qt.MouseButton.NoButton
    event = QWheelEvent(
        QPointF(500, 400),
        QPointF(500, 400),
        down,
        down,
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(wall.stage, event)
    assert wall.course.slide.id == "river/banks"


def test_the_bar_comes_with_the_mouse_and_does_what_the_keys_do(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    assert wall.bar.isHidden()
    QTest.mouseMove(wall.stage, QPoint(500, 300))
    QTest.mouseMove(wall.stage, QPoint(520, 310))
    wait(wall.bar.isVisible)
    assert wall.rect().contains(wall.bar.geometry())
    following = next(one for one in wall.bar.findChildren(QToolButton) if one.text() == "Next")
    QTest.mouseClick(following, LEFT)
    assert wall.course.slide.id == "river/boats"
    press(wall, Qt.Key.Key_PageDown)
    assert wall.course.slide.id == "notice"


def test_the_notice_is_shown_or_left_out_by_one_key(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over, "river/boats")
    press(wall, Qt.Key.Key_Right)
    assert "Talk to somebody." in on_wall(wall)
    press(wall, "s")
    assert wall.course.slide.id == "river/reeds"
    press(wall, Qt.Key.Key_Left)
    assert "Talk to somebody." in on_wall(wall)
    press(wall, Qt.Key.Key_Return)
    assert wall.course.slide.id == "river/harm"


def test_a_slide_is_gone_to_by_its_number_or_its_name(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    press(wall, "g")
    press(wall, "10", Qt.Key.Key_Return)
    assert wall.course.slide.id == "closing"
    press(wall, "g", "ban", Qt.Key.Key_Return)
    assert wall.course.slide.id == "river/banks"
    press(wall, "g", Qt.Key.Key_Escape)
    assert room.window is wall
    assert wall.course.slide.id == "river/banks"
    press(wall, Qt.Key.Key_End, Qt.Key.Key_Home)
    assert wall.course.slide.id == "opening"


def test_the_countdown_is_typed_in_minutes_and_stays_in_sight(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    press(wall, "t")
    press(wall, "x", Qt.Key.Key_Return)
    assert wall.overlay is not None  # that is no number of minutes: the field stays
    press(wall, "3", Qt.Key.Key_Return)
    assert wall.overlay is None
    assert wall.countdown.text in ("3:00", "2:59")
    assert wall.countdown.text in wall.stage.foot.text
    press(wall, "t")
    assert not wall.countdown.running


def test_what_tells_who_governs_is_listed_before_names_are_hidden(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    press(wall, "p")
    wait(lambda: wall.overlay is not None)
    assert not wall.course.names.hidden
    press(wall, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert wall.course.slide.id == "river/boats"


def test_notes_are_kept_and_never_shown_where_they_could_tell_names(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    press(wall, "e")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    press(wall, "Ask who pays", Qt.Key.Key_Escape)
    assert kept == {"river/banks": "Ask who pays"}
    press(wall, "h", "e")
    assert wall.overlay is None
    press(wall, "v")
    view = wall.presenter
    assert view is not None
    wait(lambda: room.settled and view.isActiveWindow())
    assert view.notes.toPlainText() == "Ask who pays"
    press(wall, "e", "?", Qt.Key.Key_Escape, Qt.Key.Key_PageDown)
    assert kept["river/banks"].count("?") == 1
    assert wall.course.slide.id == "river/boats"
    assert view.notes.toPlainText() == ""
    press(wall, "v")
    assert wall.presenter is None


def test_type_is_larger_by_a_key_and_what_no_longer_fits_comes_after(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    before = wall.stage.look.type
    press(wall, "+", "+", "=")
    assert wall.stage.look.type > before
    press(wall, "-", "-", "-")
    assert wall.stage.look.type == before


def test_letters_that_are_switched_off_are_no_keys_and_the_others_are(
    session: Session, room: PresentRoom, over: QPushButton
) -> None:
    session.settings.change(single_keys=False)
    wall = begin(room, over)
    press(wall, "h", "n", ".", "g")
    assert wall.course.slide.id == "river/banks"
    assert wall.overlay is None
    press(wall, Qt.Key.Key_Space)
    assert wall.course.slide.id == "river/boats"


def test_a_screen_reader_hears_row_manifesto_words_and_place(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    heard = list(spoken(QAccessible.queryAccessibleInterface(wall)))
    for words in ("The river", "Banks", "Heron Party, A wider river, 2031"):
        assert words in heard
    assert "Heron Party: The Heron Party will see to banks. p. 4" in heard
    view = wall.stage.view
    assert view is not None
    assert view.spoken.startswith("The river. Banks. Heron Party: ")


def spoken(interface: QAccessibleInterface) -> Iterator[str]:
    """The names of all that is not hidden."""
    if interface.state().invisible:
        return
    yield interface.text(QAccessible.Text.Name)
    for number in range(interface.childCount()):
        yield from spoken(interface.child(number))


def test_every_action_is_answered_on_every_kind_of_slide(room: PresentRoom, over: QPushButton) -> None:
    wall = begin(room, over)
    for at in range(len(wall.course.lesson.slides)):
        for spec in actions_of(PRESENT):
            if spec.id in ("present.end", "present.presenter", "present.keys", "present.window", "present.screen"):
                continue
            wall.course.go(at)
            wall.stage.show_now()
            wall.acts.do(spec.id.partition(".")[2])
            wait(lambda: room.settled)
            if wall.overlay is not None:
                wall.overlay.dismiss()
            field = wall.findChild(QLineEdit)
            assert field is None or not field.isVisible()
    assert room.window is wall
