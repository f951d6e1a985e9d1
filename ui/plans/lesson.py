"""What is done with a plan as a lesson: presented, seen as a sheet, and offered for export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.facts import usable_facts
from reader.library.collected import Collection
from reader.wording import tr
from ui.plans.lesson_making import LessonMaker
from ui.session.session import Session
from ui.shared.lesson_offer import LessonOffer
from ui.shared.lesson_sheet import SheetOverlay

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

    def offer(self, plan: Collection) -> LessonOffer:
        """The lesson of the plan, for export."""
        return LessonOffer(plan.name, self._maker.from_now_on(plan), self._session.home.settings)

    def _open(self, sheet: LessonSheet) -> None:
        self.sheet = SheetOverlay(self.window(), self._session, sheet)
        self.sheet.open()
