"""A lesson as it can leave: with its names, without them for good, or as the sheet of what it shows."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from index.exports.publication import Publication
from index.exports.registry import Exportable
from reader.facts import usable_facts
from reader.wording import tr

if TYPE_CHECKING:
    from index.lessons.hidden import Names
    from index.lessons.of_plan import Planned
    from index.lessons.sheet import LessonSheet
    from index.lessons.slides import Lesson


class Way(StrEnum):
    """As what a lesson leaves."""

    LESSON = "lesson"
    HIDDEN = "hidden"  # without names, for good
    SHEET = "sheet"


class LessonOffer:
    """`made` makes the lesson on another thread, once. `settings` is the folder with the user's own parties."""

    def __init__(self, name: str, made: Callable[[], Planned], settings: Path) -> None:
        self.name, self._make, self._settings = name, made, settings
        self._planned: Planned | None = None
        self._making = threading.Lock()

    def thing(self, way: Way, seed: int) -> Exportable:
        """The lesson for the registry; letters in the place of names are drawn by `seed`."""
        if way is Way.SHEET:
            from index.exports import lesson_sheet

            return Exportable(
                tr("What the lesson “{title}” shows", title=self.name),
                publication=lambda: lesson_sheet.publication(self._sheet()),
                sheets=lambda: lesson_sheet.sheets(self._sheet()),
                values=lambda: lesson_sheet.values(self._sheet()),
            )
        if way is Way.HIDDEN:
            # The file is called after this: what the plan is called may name a party.
            return Exportable(tr("Lesson, names hidden"), lesson=lambda: (self._hidden(seed), None))
        return Exportable(self.name, lesson=lambda: (self._lesson().lesson, self._hidden(seed)))

    def answers(self, seed: int) -> Exportable:
        """The page of answers to the lesson that leaves without names by the same seed."""
        from index.exports import lesson_answers
        from index.lessons.hidden import answers

        def publication() -> Publication:
            lesson = self._lesson().lesson
            return lesson_answers.publication(lesson.title, answers(lesson, self._names(seed)), lesson.program)

        return Exportable(tr("Answers to “{title}”", title=self.name), publication=publication)

    def _lesson(self) -> Planned:
        with self._making:
            if self._planned is None:
                self._planned = self._make()
            return self._planned

    def _sheet(self) -> LessonSheet:
        from index.lessons.sheet import sheet_of_plan

        return sheet_of_plan(self._lesson(), usable_facts(self._settings))

    def _names(self, seed: int) -> Names:
        from index.lessons.hiding import names_of

        planned = self._lesson()
        return names_of(planned.lesson, planned.documents, usable_facts(self._settings), seed)

    def _hidden(self, seed: int) -> Lesson:
        from index.lessons.hidden import hidden

        return hidden(self._lesson().lesson, self._names(seed))
