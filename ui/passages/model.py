"""The lines of a list of passages as Qt asks for them; where lines can be moved, it tells what was wished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.passages.line import PassageLine

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class PassageModel(QAbstractListModel):
    """`movable` lines may be dragged, and their own words be written."""

    move_wished = Signal(int, int)  # from this row, to stand before that one
    own_written = Signal(str, str)  # a line's id, its own words

    def __init__(self, parent: QObject | None = None, *, movable: bool = False) -> None:
        super().__init__(parent)
        self._movable = movable
        self.lines: tuple[PassageLine, ...] = ()

    def show_lines(self, lines: Sequence[PassageLine]) -> None:
        """Show these. The same lines in the same order keep what is chosen."""
        if [one.id for one in lines] == [one.id for one in self.lines]:
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def replace(self, line: PassageLine) -> None:
        """Show the line with this id in another way; nothing where there is none."""
        row = next((row for row, one in enumerate(self.lines) if one.id == line.id), None)
        if row is not None:
            self.lines = (*self.lines[:row], line, *self.lines[row + 1 :])
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.words or line.head
            case Qt.ItemDataRole.EditRole:
                return line.own
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case _ if role == LINE_ROLE:
                return line
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.own_written.emit(self.lines[index.row()].id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._movable:
            return super().flags(index)
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction if self._movable else Qt.DropAction.IgnoreAction

    def moveRows(self, _source: Index, row: int, count: int, _target: Index, before: int) -> bool:
        if not self._movable or count != 1 or before in (row, row + 1):
            return False
        self.move_wished.emit(row, before)
        return True
