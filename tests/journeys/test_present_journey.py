"""From Compare to the wall and back through the real window, with the keys that a clicker sends."""

from __future__ import annotations

from time import process_time

import pytest
from in_compare import opened, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from waiting import wait

from index.lessons.slides import QuestionSlide, RowSlide
from reader.home import Home
from ui.compare.quiz import QuizQuestion
from ui.frame.window import Window
from ui.present.window import PresentWindow
from ui.present.words import Words
from ui.scenes.stage import Stage

MOST_MS = 50


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return opened(stage, folder)


def begin(stage: Stage, window: Window) -> PresentWindow:
    """Press F5 in Compare."""
    press(window.places.compare, Qt.Key.Key_F5)
    wait(lambda: window.presenting.room.window is not None)
    wall = window.presenting.room.window
    assert wall is not None
    stage.settle(window)
    return wall


def click(wall: PresentWindow, key: Qt.Key | str) -> None:
    """What a clicker sends."""
    here = QApplication.focusWidget() or wall
    QTest.keyClicks(here, key) if isinstance(key, str) else QTest.keyClick(here, key)


def on_wall(wall: PresentWindow) -> str:
    return "\n".join(each.text() for each in wall.findChildren(Words) if each.isVisible())


def test_a_comparison_is_presented_by_a_clicker_and_left_where_it_was(stage: Stage, window: Window) -> None:
    place = window.places.compare
    place.table.area.go_to_row(1)
    place.table.area.go_to_row(1)
    stage.settle(window)
    row, entry = place.table.area.row(), place.table.area.entry()
    scrolled = place.table.area.common_scroll.bar.value()
    wall = begin(stage, window)
    if wall.course.notice is not None:
        click(wall, Qt.Key.Key_PageDown)
    assert wall.course.slide.id == f"policing/{row}"
    assert wall.isFullScreen()
    begun = wall.course.at
    for step in range(3):
        click(wall, Qt.Key.Key_PageDown)
        assert wall.course.at == begun + step + 1
    slide = wall.course.slide
    assert isinstance(slide, RowSlide)
    assert slide.title in on_wall(wall)
    click(wall, Qt.Key.Key_PageUp)
    click(wall, ".")
    click(wall, Qt.Key.Key_F5)
    assert wall.course.blank
    click(wall, ".")
    assert wall.course.at == begun + 2
    click(wall, Qt.Key.Key_Escape)
    stage.settle(window)
    assert window.presenting.room.window is None
    assert (place.table.area.row(), place.table.area.entry()) == (row, entry)
    assert place.table.area.common_scroll.bar.value() == scrolled
    assert window.session.actions.action("compare.present").isEnabled()
    window.activateWindow()
    wait(window.isActiveWindow)
    again = begin(stage, window)  # the clicker's next press
    assert again.course.at == begun + 2
    click(again, Qt.Key.Key_Escape)


def test_the_next_row_stands_on_the_wall_at_once(stage: Stage, window: Window) -> None:
    wall = begin(stage, window)
    wall.resize(1920, 1080)
    stage.settle(window)
    times = []
    while wall.course.following() is not None:
        began = process_time()  # other tests may have the other processors
        click(wall, Qt.Key.Key_PageDown)
        wall.repaint()
        times.append(1000 * (process_time() - began))
        wait(lambda: wall.settled)
    assert len(times) >= 9
    assert max(times) <= MOST_MS
    click(wall, Qt.Key.Key_Escape)


def test_what_speaks_of_violence_waits_behind_the_notice(stage: Stage, window: Window) -> None:
    window.places.compare.show_topic("vawg")
    stage.settle(window)
    wall = begin(stage, window)
    assert wall.course.notice is not None
    assert "Talk to an adult you trust in school." in on_wall(wall)
    click(wall, Qt.Key.Key_Space)
    assert wall.course.notice is None
    click(wall, Qt.Key.Key_Escape)


def test_a_page_is_shown_where_the_slide_was_and_left_again(stage: Stage, window: Window) -> None:
    wall = begin(stage, window)
    if wall.course.notice is not None:
        click(wall, Qt.Key.Key_PageDown)
    wall.acts.use_column(1)  # the manifesto that is a PDF
    click(wall, "o")
    wait(lambda: wall.page.isVisible() and wall.settled)
    assert "Maren Oldacre" in wall.page.accessibleName()
    at = wall.course.at
    click(wall, Qt.Key.Key_Escape)
    assert not wall.page.isVisible()
    assert wall.course.at == at
    wall.acts.use_column(0)
    click(wall, Qt.Key.Key_Escape)
    assert window.presenting.room.window is None


def test_the_window_closes_while_one_presents(stage: Stage, window: Window) -> None:
    wall = begin(stage, window)
    wall.countdown.start(5)
    wall.toggle_presenter()
    window.close()
    assert window.presenting.room.window is None


def test_a_lesson_is_held_with_names_hidden_then_a_quiz_is_asked_and_hands_are_counted(
    stage: Stage, window: Window
) -> None:
    wall = begin(stage, window)
    click(wall, Qt.Key.Key_PageDown)  # the notice has been read
    wait(lambda: wall.settled)
    assert "Sadiq Khan" in on_wall(wall)
    click(wall, "h")
    wait(lambda: wall.settled and "[Party A]" in on_wall(wall))
    rows = 0
    while True:
        assert not [name for name in ("Khan", "Marrow", "Oldacre", "Labour") if name in on_wall(wall)]
        rows += isinstance(wall.course.slide, RowSlide)
        if wall.course.following() is None:
            break
        click(wall, Qt.Key.Key_PageDown)
        wait(lambda: wall.settled)
    assert rows >= 10
    QTest.keyClick(QApplication.focusWidget() or wall, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    wait(lambda: wall.settled and "Sadiq Khan" in on_wall(wall))
    click(wall, Qt.Key.Key_Escape)
    stage.settle(window)
    window.session.actions.action("compare.quiz").trigger()
    (form,) = [one for one in window.findChildren(QuizQuestion) if one.isVisible()]
    wait(form.ask.isEnabled)
    form.count.setValue(10)
    form.ask.click()
    wait(lambda: window.presenting.room.window is not None)
    asked = window.presenting.room.window
    assert asked is not None
    stage.settle(window)
    questions = [slide for slide in asked.course.lesson.slides if isinstance(slide, QuestionSlide)]
    assert questions
    for question in questions:
        assert asked.course.slide == question
        click(asked, Qt.Key.Key_1)
        click(asked, Qt.Key.Key_2)
        click(asked, Qt.Key.Key_2)
        assert asked.course.votes.of(question)[:2] == (1, 2)
        click(asked, Qt.Key.Key_PageDown)
        assert question.source in on_wall(asked)
        click(asked, Qt.Key.Key_PageDown)
        wait(lambda: asked.settled)
    click(asked, Qt.Key.Key_Escape)
    assert window.presenting.room.window is None
