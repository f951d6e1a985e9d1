"""Scenes of presenting: a row on the wall, the same with names hidden, its page, the notice, the presenter view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from index.lessons.slides import Cell, Extract, Lesson, QuestionSlide, RowSlide, Slide, Who
from ui.compare.quiz import QuizQuestion
from ui.frame.window import Window
from ui.present.presented import Presented
from ui.present.window import PresentWindow
from ui.scenes.comparing import ballot
from ui.scenes.homes import copied
from ui.scenes.stage import Stage, wait
from ui.session.settings import Settings

_NOTES = (
    "Who is to pay? Let them find the sum in each column before you go on.\n\nHands up: which pledge could be checked?"
)


def row(stage: Stage) -> QWidget:
    """A row of six manifestos, three of them at once."""
    return _presented(stage, "policing", "Neighbourhood")


def hidden(stage: Stage) -> QWidget:
    """The same with names hidden, and one of them revealed."""
    wall = _presented(stage, "policing", "Neighbourhood", hide=_hidden)
    wall.acts.do("hide")
    wall.course.names.reveal(wall.course.lesson.who[1].key)
    wall.stage.show_now()
    return _settled(stage, wall)


def page(stage: Stage) -> QWidget:
    """The passage of the column in use on its original page."""
    wall = _presented(stage, "policing", "Neighbourhood")
    wall.acts.use_column(1)
    wall.acts.do("page")
    return _settled(stage, wall)


def notice(stage: Stage) -> QWidget:
    """What comes before passages that speak of violence."""
    return _presented(stage, "vawg", "")


def quiz(stage: Stage) -> QWidget:
    """A question of a quiz, answered, with the hands that went up."""
    wall = _quizzed(stage)
    slide = wall.course.slide
    if isinstance(slide, QuestionSlide):
        for answer, hands in enumerate((4, 11, 7, 2)[: len(slide.answers)]):
            wall.course.votes = wall.course.votes.set_to(slide, answer, hands)
    wall.acts.do("next")
    return _settled(stage, wall)


def quiz_asked(stage: Stage) -> QWidget:
    """A question before anybody has answered."""
    return _quizzed(stage)


def quiz_choice(stage: Stage) -> Window:
    """What is asked before a quiz is drawn."""
    window = _compared(stage, "policing")
    window.session.actions.action("compare.quiz").trigger()
    wait(lambda: _question(window).ask.isEnabled())
    stage.settle(window)
    return window


def _quizzed(stage: Stage) -> PresentWindow:
    window = quiz_choice(stage)
    _question(window).ask.click()
    wait(lambda: window.presenting.room.window is not None)
    wall = window.presenting.room.window
    if wall is None:
        raise LookupError("the quiz")
    wall.resize(stage.size)
    if wall.course.notice is not None:
        wall.acts.do("next")
    _settled(stage, wall)
    return wall


def _question(window: QWidget) -> QuizQuestion:
    return next(one for one in window.findChildren(QuizQuestion) if one.isVisible())


def presenter(stage: Stage) -> QWidget:
    """What the teacher alone sees."""
    wall = _presented(stage, "policing", "Neighbourhood", keep_notes=lambda _slide, _text: None)
    wall.keep_notes(wall.course.slide, _NOTES)
    wall.countdown.start(5)
    wall.toggle_presenter()
    _settled(stage, wall)
    view = wall.presenter
    if view is None:
        return wall
    view.resize(stage.size)
    return _settled(stage, wall, view)


def _compared(stage: Stage, topic: str) -> Window:
    """The comparison on this topic."""
    chosen = copied(ballot())
    Settings(chosen.settings).change(samples_note=False, place="compare", places={}, geometry="", present_on="window")
    window = stage.open(chosen)
    window.places.show_topic(topic)
    stage.settle(window)
    return window


def _presented(
    stage: Stage,
    topic: str,
    title: str,
    *,
    hide: Callable[[Lesson], Lesson] | None = None,
    keep_notes: Callable[[str, str], None] | None = None,
) -> PresentWindow:
    """The comparison on this topic, presented from the row whose title begins so."""
    window = _compared(stage, topic)
    loaded: list[Lesson] = []
    window.places.compare.lesson_wished.disconnect()
    window.places.compare.lesson_wished.connect(lambda lesson, _: loaded.append(lesson))
    window.session.actions.action("compare.present").trigger()
    wait(lambda: bool(loaded))
    slides = loaded[0].slides
    start = next((one.id for one in slides if isinstance(one, RowSlide) and one.title.startswith(title)), "")
    window.presenting.present(Presented(loaded[0], start if title else "", hide, keep_notes=keep_notes))
    wall = window.presenting.room.window
    if wall is None:
        raise LookupError(topic)
    wall.resize(stage.size)
    if title and wall.course.notice is not None:
        wall.acts.do("next")
    stage.settle(window)
    return wall


def _settled(stage: Stage, wall: PresentWindow, shown: QWidget | None = None) -> QWidget:
    stage.settle(stage.windows[-1])
    return shown or wall


def _hidden(lesson: Lesson) -> Lesson:
    """The lesson with letters for the names of its parties, backwards: what the program hides is more than that."""
    heads = {who.key: Who(who.key, f"[Party {chr(ord('A') + at)}]") for at, who in enumerate(reversed(lesson.who))}

    def without(slide: Slide) -> Slide:
        if not isinstance(slide, RowSlide):
            return slide
        columns = tuple(heads[who.key] for who in slide.columns)[::-1]
        return replace(slide, columns=columns, cells=tuple(_placeless(cell) for cell in slide.cells)[::-1])

    return replace(lesson, slides=tuple(map(without, lesson.slides)), hides=True)


def _placeless(cell: Cell) -> Cell:
    return replace(cell, extracts=tuple(_nowhere(one) for one in cell.extracts))


def _nowhere(one: Extract) -> Extract:
    return replace(one, place="", document="", block="")


SCENES: dict[str, Callable[[Stage], QWidget]] = {
    "present": row,
    "present-hidden": hidden,
    "present-page": page,
    "notice": notice,
    "presenter": presenter,
    "quiz": quiz,
    "quiz-asked": quiz_asked,
    "quiz-choice": quiz_choice,
}
