"""A plan made into a lesson away from the window's thread; what is not worked out yet is left to the import process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from index.citations.styles import USUAL, Opened, opened
from index.topics.model import Topic
from reader.errors import Damaged
from reader.facts import usable_facts
from reader.home import Home
from reader.library.collected import Collection
from reader.library.library import Library
from reader.wording import tr
from ui import assets
from ui.charts.drawing import Drawing
from ui.session.session import Session
from ui.session.shown_coders import shown_coder
from ui.version import PROGRAM

if TYPE_CHECKING:
    from index.lessons.of_plan import Planned
    from ui.session.background import Task

Done = Callable[["Planned"], None]


class LessonMaker(QObject):
    """Makes the latest lesson that was asked for."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._waiting: tuple[Collection, Done] | None = None  # for what the import process works out
        session.import_ended.connect(self._go_on)

    @property
    def settled(self) -> bool:
        """Whether no lesson is still to come."""
        return self._waiting is None and (self._task is None or not self._task.waiting)

    def make(self, plan: Collection, done: Done) -> None:
        """Make the lesson of this plan, and call `done` with it; what goes wrong is said at the foot of the window."""
        if self._task is not None:
            self._task.forget()
        self._waiting = None
        home, topics = self._session.home, self._topics()
        self._task = self._session.run(
            lambda: _lacks(home, plan, topics), lambda lacks: self._make(plan, done, first=lacks)
        )

    def from_now_on(self, plan: Collection) -> Callable[[], Planned]:
        """What makes the lesson of this plan on another thread, with the settings of now."""
        home, topics, coder = self._session.home, self._topics(), shown_coder(self._session)
        style, advice = self._session.settings.now.citation_style or USUAL, self._session.settings.now.advice

        def made() -> Planned:
            drawing = Drawing(home, tuple(topics.values()), coder)
            return _made(home, plan, topics, opened(style, assets.citation_styles()), advice, drawing)

        return made

    def _make(self, plan: Collection, done: Done, *, first: bool) -> None:
        if first:
            self._session.go_on()
        if first and self._session.importing:
            self._session.say(tr("Some passages are being worked out; then the lesson is there."))
            self._waiting = (plan, done)
        else:
            self._task = self._session.run(self.from_now_on(plan), done)

    def _go_on(self) -> None:
        if self._waiting is not None:
            (plan, done), self._waiting = self._waiting, None
            self._make(plan, done, first=False)

    def _topics(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self._session.topics}


def _lacks(home: Home, plan: Collection, topics: Mapping[str, Topic]) -> bool:
    """Whether passages of the lesson have not been worked out yet."""
    from index.lessons.of_plan import lacking
    from index.topics.views import Views

    with Library.open(home) as library, Views(home) as views:
        return bool(lacking(library, views, plan, topics))


def _made(
    home: Home, plan: Collection, topics: Mapping[str, Topic], style: Opened, advice: str, drawing: Drawing
) -> Planned:
    from index.damage import IndexDamaged
    from index.lessons.of_plan import Materials, lesson_of
    from index.quiz.in_lessons import asked
    from index.quiz.quiz import Sources
    from index.topics.views import Views

    with Library.open(home) as library, Views(home) as views:
        sources = Sources(library, views, tuple(topics.values()), usable_facts(home.settings), style)
        questions = asked(sources, sensitive=False)
        made_with = Materials(topics, style, PROGRAM, advice, drawing.drawn, questions)
        try:
            return lesson_of(library, views, plan, made_with)
        except IndexDamaged:
            raise Damaged(
                tr("The index cannot be read."), tr("Start the program again: it is then built again.")
            ) from None
