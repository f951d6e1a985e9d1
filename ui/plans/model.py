"""The parts of a plan as Qt asks for them; it tells what was wished: to write a part, to begin one, to move one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from reader.library.plans import PartKind
from ui.plans.lines import PartLine

Index = QModelIndex | QPersistentModelIndex
PART_ROLE = Qt.ItemDataRole.UserRole + 1


class PlanModel(QAbstractListModel):
    """A part that is begun stands among the others, without a key, while it is written for the first time."""

    move_wished = Signal(int, int)  # from this row, to stand before that one
    written = Signal(str, str)  # a part's key, what the person wrote
    begun = Signal(int, str, str)  # before this row, a kind, its text

    lines: tuple[PartLine, ...] = ()

    def show_lines(self, lines: Sequence[PartLine]) -> None:
        """Show these. The same parts in the same order keep what is chosen."""
        if [one.key for one in lines] == [one.key for one in self.lines]:
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

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

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.words
            case Qt.ItemDataRole.EditRole:
                return line.written
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case _ if role == PART_ROLE:
                return line
        return None

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
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(self, _source: Index, row: int, count: int, _target: Index, before: int) -> bool:
        if count != 1 or before in (row, row + 1):
            return False
        self.move_wished.emit(row, before)
        return True
