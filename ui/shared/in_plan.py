"""Which passages are in the list that is being collected in, for whatever shows passages to mark them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.edits import Edit
from reader.library.collected import items
from ui.session.session import Session
from ui.shared.collecting import chosen_plan

_TABLES = ("collections", "collected")


class InPlan(QObject):
    """Document and block of each passage in the current list, read again when that changes."""

    changed = Signal(object)  # frozenset[tuple[str, str]]

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.passages = self._read()
        session.edit_applied.connect(self._follow)
        session.settings.changed.connect(self._look)  # another list may have become the current one

    def _follow(self, edit: Edit, _who: object) -> None:
        if any(change.table in _TABLES for change in edit.changes):
            self._look()

    def _look(self) -> None:
        found = self._read()
        if found != self.passages:
            self.passages = found
            self.changed.emit(found)

    def _read(self) -> frozenset[tuple[str, str]]:
        chosen = chosen_plan(self._session)
        if chosen is None:
            return frozenset()
        kept = self._session.library.read(lambda connection: items(connection, chosen.id))
        return frozenset((one.document, one.anchor.block) for one in kept)
