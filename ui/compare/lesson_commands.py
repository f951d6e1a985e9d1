"""What can be done with the comparison for a lesson: rows added to the plan, presented as it stands, its sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from index.comparison import Row
from reader.library.lesson_notes import row_notes
from reader.library.plans import LessonItem, PartKind
from reader.wording import tr
from ui.compare.lesson import lesson_of
from ui.compare.table.loading import Loaded
from ui.session.session import Session
from ui.shared.collecting import add_to_plan
from ui.shared.lesson_sheet import SheetOverlay

if TYPE_CHECKING:
    from index.lessons.sheet import LessonSheet


class LessonCommands(QWidget):
    """Answers the actions of Compare that are about lessons.

    `loaded` gives the comparison that is shown, `row` the id of the row in use, "" for none.
    """

    lesson_wished = Signal(object, str)  # a Lesson, and the id of the slide to begin at

    def __init__(
        self, session: Session, loaded: Callable[[], Loaded | None], row: Callable[[], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.hide()
        self._session, self._loaded, self._row = session, loaded, row
        self.sheet: SheetOverlay | None = None
        slots: dict[str, Callable[[], object]] = {
            "compare.add-row": self.add_row,
            "compare.add-rows": self.add_all_rows,
            "compare.present": self.present,
            "compare.quiz": self.ask_quiz,
            "compare.sheet": self.show_sheet,
        }
        for name, slot in slots.items():
            session.actions.connect(name, slot)

    def add_row(self) -> None:
        """Put the row in use into the plan, with the manifestos that are shown."""
        loaded = self._there()
        if loaded is None:
            return
        rows = [one for one in loaded.comparison.rows if one.subtopic.id == self._row()]
        if rows:
            self._add(loaded, rows)
        else:
            self._session.say(tr("Choose a row first, with the arrow keys or a click."))

    def add_all_rows(self) -> None:
        """Put all rows into the plan, in their order."""
        loaded = self._there()
        if loaded is not None:
            self._add(loaded, loaded.comparison.rows)

    def present(self) -> None:
        """Present the comparison as it stands, from the row in use on."""
        loaded, row = self._there(), self._row()
        if loaded is not None:
            notes, advice = self._session.library.read(row_notes), self._session.settings.now.advice
            self._session.run(
                lambda: lesson_of(loaded, row, notes=notes, advice=advice),
                lambda made: self.lesson_wished.emit(*made),
            )

    def ask_quiz(self) -> None:
        """Ask who said what, of the topic and manifestos that are shown."""
        loaded = self._there()
        if loaded is None:
            return
        from ui.compare.quiz import ask_for_quiz

        documents = [column.document for column in loaded.comparison.columns]
        topic, window = loaded.comparison.topic, self.window()
        ask_for_quiz(self._session, window, topic, documents, lambda lesson: self.lesson_wished.emit(lesson, ""))

    def show_sheet(self) -> None:
        """Show what presenting the comparison would show, and what not."""
        loaded = self._there()
        if loaded is None:
            return
        from index.lessons.sheet import sheet_of
        from reader.facts import usable_facts

        documents = {column.document.id: column.document for column in loaded.comparison.columns}
        settings, advice = self._session.home.settings, self._session.settings.now.advice

        def made() -> LessonSheet:
            lesson, _ = lesson_of(loaded, advice=advice)
            return sheet_of(lesson, documents, usable_facts(settings))

        self._session.run(made, self._open_sheet)

    def _open_sheet(self, sheet: LessonSheet) -> None:
        self.sheet = SheetOverlay(self.window(), self._session, sheet)
        self.sheet.open()

    def _add(self, loaded: Loaded, rows: Sequence[Row]) -> None:
        topic = loaded.comparison.topic
        documents = tuple(column.document.id for column in loaded.comparison.columns)
        items = [(PartKind.ROW, LessonItem(f"{topic.id}/{row.subtopic.id}", documents)) for row in rows]
        add_to_plan(self._session, items)

    def _there(self) -> Loaded | None:
        """The comparison, where all of it is there; else it is said why not."""
        loaded = self._loaded()
        if loaded is None or not loaded.comparison.columns:
            self._session.say(tr("There is no comparison yet: choose a topic, and a set with manifestos."))
            return None
        if loaded.missing:
            self._session.say(loaded.problem or tr("Some passages are still being worked out."))
            return None
        return loaded
