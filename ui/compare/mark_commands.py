"""Marking what a manifesto says to a row (a demand, say): met, partly, silent, opposed, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from index.comparison import Cell
from index.marks import mark_word
from index.topics.model import Subtopic, Topic
from reader.edits import Edit
from reader.library.records import Document
from reader.library.row_marks import Mark, RowMark, mark_row, unmark_row
from reader.wording import tr
from ui.compare.table.table import ComparisonTable
from ui.session.session import Session
from ui.shared.choosing import Choice, choose
from ui.shared.overlay import Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP

_NONE = "none"


class MarkCommands(QObject):
    """Answers the action that marks the cell in use. A mark is an edit like any verdict: shown at once, and undone."""

    def __init__(self, session: Session, table: ComparisonTable) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        session.actions.connect("compare.mark", self.mark)

    def mark(self) -> None:
        """Ask for the mark of the cell in use, then for the reason."""
        there = self._cell()
        if there is None:
            self._session.say(tr("Choose a cell of a row first, with the arrow keys or a click."))
            return
        topic, row, document, cell = there
        given = cell.mark.mark if cell.mark is not None else None
        choices = [Choice(mark.value, mark_word(mark), chosen=mark is given) for mark in Mark]
        if given is not None:
            choices.append(Choice(_NONE, tr("No mark")))
        title = tr("What does {manifesto} say to “{demand}”?", manifesto=document.name, demand=row.name)

        def taken(chosen: tuple[str, ...]) -> None:
            if chosen[0] == _NONE:
                make = partial(unmark_row, self._session.library, document.id, topic, row.id)
                self._apply(make, tr("The mark is taken back."))
            else:
                self._ask_reason(topic, row, document, Mark(chosen[0]), cell.mark)

        choose(self._table, title, choices, taken)

    def _ask_reason(self, topic: Topic, row: Subtopic, document: Document, mark: Mark, before: RowMark | None) -> None:
        def keep(reason: str) -> None:
            make = partial(mark_row, self._session.library, document.id, topic, row.id, mark, reason)
            self._apply(make, tr("Marked: {mark}.", mark=mark_word(mark)))

        title = tr("{mark}: why?", mark=mark_word(mark))
        ask_reason(self._table.window(), title, before.reason if before is not None else "", keep)

    def _apply(self, make: Callable[[], Edit], sentence: str) -> None:
        edit = self._session.attempt(make)
        if edit is None:
            return
        if edit.changes:
            self._session.say(sentence, undo=True)
        else:
            self._session.say(tr("It is marked so already."))

    def _cell(self) -> tuple[Topic, Subtopic, Document, Cell] | None:
        """The cell in use; None for none, and for what belongs to no row that can be marked."""
        entry, document, shown = self._table.area.entry(), self._table.area.document(), self._table.presentation
        if entry is None or document is None or shown is None:
            return None
        comparison = shown.loaded.comparison
        at = next((at for at, one in enumerate(comparison.columns) if one.document.id == document.id), None)
        row = next((one for one in comparison.rows if one.subtopic.id == entry.row), None)
        if at is None or row is None or row.subtopic not in comparison.topic.subtopics:
            return None
        return comparison.topic, row.subtopic, document, row.cells[at]


def ask_reason(window: QWidget, title: str, reason: str, keep: Callable[[str], object]) -> Overlay:
    """Ask for a reason in one line over the window; Return keeps it, Esc leaves all as it was."""
    page, field = QWidget(), QLineEdit(reason)
    field.setAccessibleName(tr("The reason"))
    field.setPlaceholderText(tr("The reason, in your own words"))
    column = QVBoxLayout(page)
    column.setContentsMargins(STEP, STEP, STEP, STEP)
    column.setSpacing(STEP)
    column.addWidget(Text(title, Role.STRONG).wrapped())
    column.addWidget(field)
    column.addWidget(
        Text(tr("Return keeps it, with or without a reason; Esc leaves all as it was."), Role.SMALL).wrapped()
    )
    page.setFocusProxy(field)
    overlay = Overlay(window, page, title)

    def take() -> None:
        said = field.text()
        overlay.dismiss()
        keep(said)

    field.returnPressed.connect(take)
    overlay.closed.connect(overlay.deleteLater)
    overlay.open()
    return overlay
