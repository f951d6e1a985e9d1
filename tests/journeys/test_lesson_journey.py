"""A teacher makes a lesson of what is compared, looks at what it shows, presents it, lets it leave, and undoes."""

from __future__ import annotations

from pathlib import Path

import in_compare
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from index.lessons.slides import QuestionSlide
from reader.home import Home
from reader.library.lesson_notes import notes_of
from reader.library.plans import PartKind, lesson_items
from ui.compare.charts.panel import ChartsPanel
from ui.frame.export_ways import Opened
from ui.frame.window import Window
from ui.plans.delegate import OwnWords
from ui.plans.panel import PlanPanel
from ui.scenes.stage import Stage
from ui.session.settings import Settings
from ui.shared.collecting import chosen_plan
from ui.shared.exporting import file_name
from ui.shared.lesson_offer import Way

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
TITLE, TEXT, NOTE = "Who pays?", "Read twice.", "Two minutes in pairs."


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    Settings(folder.settings).change(present_on="window")
    return in_compare.opened(stage, folder)


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def kinds(window: Window) -> list[PartKind]:
    """What the plan in use holds for a lesson, in order."""
    plan = chosen_plan(window.session)
    if plan is None:
        return []
    return [kind for _, kind, _ in window.session.library.read(lambda connection: lesson_items(connection, plan.id))]


def write(panel: PlanPanel, words: str) -> None:
    field = next(each for each in panel.list.findChildren(OwnWords) if each.isVisible())
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def three_rows(stage: Stage, window: Window) -> PlanPanel:
    """The plan in Plans, of the first three rows of the comparison."""
    for step in range(3):
        press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier if step else NONE)
        press(window, Qt.Key.Key_K, SHIFT)
    press(window, Qt.Key.Key_K, SHIFT)
    assert "already" in window.strip.sentence
    window.places.go("plans")
    stage.settle(window)
    return window.places.plans.panel


def test_a_teacher_makes_a_lesson_sees_what_it_shows_and_undoes(stage: Stage, window: Window, tmp_path: Path) -> None:
    panel = three_rows(stage, window)
    assert kinds(window) == [PartKind.ROW] * 3
    assert all("3 manifestos" in line.about for line in panel.list.parts.lines)

    panel.list.use(0)
    press(window, Qt.Key.Key_S)
    field = next(each for each in panel.list.findChildren(OwnWords) if each.isVisible())
    QTest.keyClicks(field, TITLE)
    QTest.keyClick(field, Qt.Key.Key_Return, SHIFT)
    write(panel, TEXT)
    stage.settle(window)
    assert kinds(window) == [PartKind.ROW, PartKind.SLIDE, PartKind.ROW, PartKind.ROW]
    assert panel.list.parts.lines[1].words == f"{TITLE}\n{TEXT}"

    panel.list.use(2)
    press(window, Qt.Key.Key_E)
    write(panel, NOTE)
    stage.settle(window)
    assert panel.list.parts.lines[2].note == NOTE
    assert NOTE.rstrip(".") in panel.list.parts.lines[2].spoken
    panel.list.use(3)
    press(window, Qt.Key.Key_X)
    stage.settle(window)
    assert panel.list.parts.lines[3].skipped

    press(window, Qt.Key.Key_I)
    stage.settle(window)
    sheet = panel.lesson.sheet
    assert sheet is not None
    assert sheet.isVisible()
    said = "\n".join(sheet.sheet.sentences)
    skipped = panel.list.parts.lines[3].words
    assert f". {TITLE}\n" in said
    assert skipped in said.partition("Rows that are skipped")[2]
    assert "Susan Hall (Conservative)" in said.partition("does not show")[2]
    assert "balance" not in said
    QTest.keyClick(sheet, Qt.Key.Key_Escape)

    window.session.undo()
    stage.settle(window)
    assert not panel.list.parts.lines[3].skipped
    window.session.undo()
    stage.settle(window)
    assert panel.list.parts.lines[2].note == ""
    window.session.undo()
    stage.settle(window)
    assert kinds(window) == [PartKind.ROW] * 3


def test_f5_presents_the_plan_and_a_note_written_on_the_wall_is_kept_on_its_part(stage: Stage, window: Window) -> None:
    panel = three_rows(stage, window)
    press(window, Qt.Key.Key_F5)
    stage.settle(window)
    wall = window.presenting.room.window
    assert wall is not None
    shown = wall.course.lesson
    assert [slide.id for slide in shown.slides if slide.id != "notice"] == [one.key for one in panel.list.parts.lines]
    assert wall.presented.hide is not None
    without = wall.presented.hide(shown)
    assert without.hides
    assert not {"Khan", "Labour"} & set(repr(without).split())
    assert wall.presented.keep_notes is not None
    wall.presented.keep_notes(shown.slides[-1].id, NOTE)
    window.presenting.room.end()
    stage.settle(window)
    plan = chosen_plan(window.session)
    assert plan is not None
    assert list(window.session.library.read(lambda connection: notes_of(connection, plan.id)).values()) == [NOTE]


def test_a_lesson_leaves_with_its_names_without_them_and_as_its_sheet(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    three_rows(stage, window)
    window.session.settings.change(advice="Talk to Ms Quill.")
    window.export(Opened.EXPORT)
    dialog = window.exporting
    assert dialog is not None
    dialog.what.setCurrentIndex(dialog.what.findData(Way.HIDDEN))
    dialog.format.setCurrentIndex(dialog.format.findData("lesson-html"))
    stage.settle(window)
    assert file_name(dialog._offer, dialog.choices) == "Lesson, names hidden.html"  # a plan may be called after parties
    dialog.save(tmp_path / "hidden")
    stage.settle(window)
    page = (tmp_path / "hidden.html").read_text(encoding="utf-8")
    assert "Khan" not in page
    assert "Khan" in (tmp_path / "hidden, answers.html").read_text(encoding="utf-8")

    window.export(Opened.EXPORT)
    dialog = window.exporting
    assert dialog is not None
    dialog.what.setCurrentIndex(dialog.what.findData(Way.LESSON))
    dialog.format.setCurrentIndex(dialog.format.findData("lesson-json"))
    dialog.save(tmp_path / "whole.json")
    stage.settle(window)
    assert "Khan" in (tmp_path / "whole.json").read_text(encoding="utf-8")


def test_a_chart_joins_the_plan_and_is_drawn_for_the_lesson(stage: Stage, window: Window) -> None:
    press(window, Qt.Key.Key_H)
    stage.settle(window)
    assert isinstance(window.places.compare.host.panel("charts"), ChartsPanel)
    press(window, Qt.Key.Key_K, ALT)
    assert kinds(window) == [PartKind.CHART]
    window.places.go("plans")
    stage.settle(window)
    press(window, Qt.Key.Key_F5)
    stage.settle(window)
    wall = window.presenting.room.window
    assert wall is not None
    slide = wall.course.lesson.slides[-1]
    assert getattr(slide, "png", b"").startswith(b"\x89PNG")
    assert "3 manifestos" in getattr(slide, "alt", "")
    window.presenting.room.end()


def test_a_quiz_asks_about_the_manifestos_of_the_plan(stage: Stage, window: Window) -> None:
    panel = three_rows(stage, window)
    panel.begin_quiz()
    assert panel.lesson.quizzes is not None
    panel.lesson.quizzes.actions()[0].trigger()
    panel.lesson.quizzes.close()
    stage.settle(window)
    assert kinds(window) == [*[PartKind.ROW] * 3, PartKind.QUIZ]
    press(window, Qt.Key.Key_F5)
    stage.settle(window)
    wall = window.presenting.room.window
    assert wall is not None
    questions = [slide for slide in wall.course.lesson.slides if isinstance(slide, QuestionSlide)]
    window.presenting.room.end()
    assert questions
    window.session.undo()
    assert PartKind.QUIZ not in kinds(window)


def test_a_ready_lesson_becomes_a_plan_of_ones_own_and_undo_takes_it_back(stage: Stage, window: Window) -> None:
    window.places.go("plans")
    stage.settle(window)
    panel = window.places.plans.panel
    panel.choice.ready.aboutToShow.emit()
    titles = [action.text() for action in panel.choice.ready.actions()]
    assert len(titles) == 3
    panel.choice.ready.actions()[0].trigger()
    stage.settle(window)
    assert PartKind.ROW in kinds(window)
    assert any(line.note for line in panel.list.parts.lines)
    window.session.undo()
    stage.settle(window)
    assert chosen_plan(window.session) is None


def test_the_line_on_the_notice_is_written_where_it_is_explained(stage: Stage, window: Window) -> None:
    window.places.show_topic("vawg")
    stage.settle(window)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_K, SHIFT)
    window.places.go("plans")
    stage.settle(window)
    notice = window.places.plans.panel.notice
    assert notice.isVisible()
    assert "an adult you trust" in notice.sentence
    notice.button.click()
    assert notice.field.hasFocus()
    QTest.keyClicks(notice.field, "Talk to Ms Quill.")
    QTest.keyClick(notice.field, Qt.Key.Key_Return)
    assert "Ms Quill" in notice.sentence
    press(window, Qt.Key.Key_F5)
    stage.settle(window)
    wall = window.presenting.room.window
    assert wall is not None
    assert getattr(wall.course.lesson.slides[0], "advice", "") == "Talk to Ms Quill."
    window.presenting.room.end()
