"""What is done with a plan as a lesson: presented, seen as a sheet, and offered for export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.facts import usable_facts
from reader.library.collected import Collection
from reader.library.lesson_edits import add_items
from reader.library.plans import LessonItem, Part, PartKind
from reader.wording import tr
from ui.plans.lesson_making import LessonMaker
from ui.plans.new_quiz import quiz_menu
from ui.session.session import Session
from ui.shared.lesson_offer import LessonOffer
from ui.shared.lesson_sheet import SheetOverlay
from ui.shared.menus import offer

if TYPE_CHECKING:
    from index.lessons.of_plan import Planned
    from index.lessons.sheet import LessonSheet


class PlanLesson(QWidget):
    """Never seen itself: it stands for the plan in use, which it is told."""

    wished = Signal(object, str)  # the Lesson to be presented, the id of its plan

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._session = session
        self._maker = LessonMaker(session, self)
        self.sheet: SheetOverlay | None = None
        self.quizzes: QMenu | None = None

    @property
    def settled(self) -> bool:
        """Whether no lesson is still to come."""
        return self._maker.settled

    def present(self, plan: Collection) -> None:
        """Have the plan presented from its beginning."""

        def made(planned: Planned) -> None:
            if planned.lesson.slides:
                self.wished.emit(planned.lesson, plan.id)
            else:
                self._session.say(tr("Nothing in this plan can be shown: its parts are skipped, or gone."))

        self._maker.make(plan, made)

    def show_sheet(self, plan: Collection) -> None:
        """Show what the lesson of the plan shows, over the window."""
        settings = self._session.home.settings

        def made(planned: Planned) -> None:
            from index.lessons.sheet import sheet_of_plan

            self._session.run(lambda: sheet_of_plan(planned, usable_facts(settings)), self._open)

        self._maker.make(plan, made)

    def offer_quiz(self, plan: Collection, parts: Sequence[Part], after: str, at: QPoint) -> None:
        """Offer at this point of the screen the topics on which a quiz can ask; it stands after the part (id)."""

        def add(item: LessonItem) -> None:
            library, quiz = self._session.library, [(PartKind.QUIZ, item)]
            self._session.attempt(lambda: add_items(library, plan.id, quiz, after)[0])

        self.quizzes = quiz_menu(self, self._session.topics, parts, add)
        if self.quizzes is None:
            self._session.say(tr("A quiz asks about the manifestos of a plan: add a row with two of them first."))
        else:
            offer(self.quizzes, at)

    def offer(self, plan: Collection) -> LessonOffer:
        """The lesson of the plan, for export."""
        return LessonOffer(plan.name, self._maker.from_now_on(plan), self._session.home.settings)

    def _open(self, sheet: LessonSheet) -> None:
        self.sheet = SheetOverlay(self.window(), self._session, sheet)
        self.sheet.open()
