"""Putting right what was guessed: which manifestos wait for it, and the corrections of many at once, each one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reader.edits import Edit
from reader.library.records import Document
from ui.editing import edit_current
from ui.library.columns import COLUMNS, has_guesses
from ui.library.correcting import confirm, correct, facts_of
from ui.library.suggestions import suggestions
from ui.library.table import ManifestoTable
from ui.session import Session

Apply = Callable[[Callable[[], Edit]], bool]


class Checking(QObject):
    """Answers to the actions that correct and confirm. `apply` makes an edit and applies it.

    A manifesto that has been put right stays in the table of those to check until that is left, so that nothing goes
    from under people's hands.
    """

    def __init__(self, session: Session, table: ManifestoTable, apply: Apply, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._table = table
        self._apply = apply
        self._held: set[str] = set()
        table.suggest = self._suggest
        actions = session.actions
        actions.connect("library.edit", lambda: edit_current(table))
        actions.connect("library.fill-down", self.fill_down)
        actions.connect("library.confirm", lambda: self._confirm(table.selected()))
        actions.connect("library.confirm-all", lambda: self._confirm(table.shown()))

    def waiting(self, documents: Sequence[Document], *, here: bool) -> list[Document]:
        """Those with guesses; and while they are `here`, on screen, also those that had any since they came there."""
        guessed = {document.id for document in documents if has_guesses(document)}
        self._held = self._held | guessed if here else set()
        return [document for document in documents if document.id in guessed or document.id in self._held]

    def correct(self, document: str, field: str, value: str) -> None:
        """What was typed in one row holds for all that are selected with it."""
        selected = self._table.selected()
        documents = selected if document in selected else [document]
        self._apply(lambda: correct(self._session.library, documents, field, value))

    def fill_down(self) -> None:
        """Give all selected rows what the first has in the column in use; a single row, what stands above it."""
        current, documents = self._table.currentIndex(), self._table.selected()
        field = COLUMNS[current.column()].field if current.isValid() else ""
        if len(documents) == 1:
            shown = self._table.shown()
            documents = shown[max(0, shown.index(documents[0]) - 1) :][:2]
        first = self._session.library.document(documents[0]) if len(documents) > 1 else None
        if not field or first is None:
            return
        value = str(getattr(first, field))
        if self._apply(lambda: correct(self._session.library, documents, field, value)):
            self._session.say(f"Filled down: {COLUMNS[current.column()].head.lower()}", undo=True)

    def _confirm(self, documents: Sequence[str]) -> None:
        if self._apply(lambda: confirm(self._session.library, documents)):
            self._session.say(
                "Confirmed" if len(documents) == 1 else f"Confirmed {len(documents)} manifestos", undo=True
            )

    def _suggest(self, field: str) -> list[str]:
        return suggestions(field, self._session.library.documents(), facts_of(self._session.library))
