"""The parts of a plan as Qt asks for them; it tells what was wished: to write a part, to begin one, to move one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from reader.library.plans import PartKind
from ui.plans.lines import PartLine
from ui.shared.lines import Index, LinesModel


class PlanModel(LinesModel[PartLine]):
    """A part that is begun stands among the others, without a key, while it is written for the first time."""

    move_wished = Signal(int, int)  # from this row, to stand before that one
    written = Signal(str, str)  # a part's key, what the person wrote
    noted = Signal(str, str)  # a part's key, the note on it
    begun = Signal(int, str, str)  # before this row, a kind, its text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            lambda line: line.key,
            {
                Qt.ItemDataRole.DisplayRole: lambda line: line.words,
                Qt.ItemDataRole.EditRole: lambda line: line.written,
                Qt.ItemDataRole.AccessibleTextRole: lambda line: line.spoken,
            },
            parent,
        )

    def begin(self, kind: PartKind, row: int) -> None:
        """Let a part be written before this row."""
        self.beginInsertRows(QModelIndex(), row, row)
        self.lines = (*self.lines[:row], PartLine("", "", kind, ""), *self.lines[row:])
        self.endInsertRows()

    def end(self) -> None:
        """Nothing is written any more: a part that was begun and got no words goes."""
        row = next((row for row, one in enumerate(self.lines) if not one.key and not one.words), None)
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            self.lines = (*self.lines[:row], *self.lines[row + 1 :])
            self.endRemoveRows()

    def note(self, index: Index, text: str) -> None:
        """This was written as the note on the part at this index."""
        if index.isValid() and (key := self.lines[index.row()].key):
            self.noted.emit(key, text)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, text = index.row(), str(value)
        line = self.lines[row]
        if line.key:
            self.written.emit(line.key, text)
        elif text.strip():
            self.lines = (*self.lines[:row], PartLine("", "", line.kind, text), *self.lines[row + 1 :])
            self.begun.emit(row, line.kind.value, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable  # notes are on all

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(self, _source: Index, row: int, count: int, _target: Index, before: int) -> bool:
        if count != 1 or before in (row, row + 1):
            return False
        self.move_wished.emit(row, before)
        return True
