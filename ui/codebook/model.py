"""The codes as Qt asks for them; it tells what was wished: to rename one, to begin one, to move some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from reader.library.code_looks import by_place
from ui.codebook.lines import CodeLine
from ui.theme.code_marks import look_of
from ui.theme.words import one_line

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_MOVED = "application/x-hustings-codes"
_ROOT = QModelIndex()


@dataclass(slots=True)
class _Node:
    line: CodeLine | None  # None for what everything stands under
    above: int = -1
    row: int = 0
    below: list[int] = field(default_factory=list)


class CodesModel(QAbstractItemModel):
    """A code that is begun stands among the others, without an id, while its name is written."""

    renamed = Signal(str, str)  # a code's id, its new name
    begun = Signal(str, str)  # the id of the code above, a name
    moved = Signal(object, str, int)  # ids, the code to stand under, as the which of its codes (-1: last)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._nodes = [_Node(None)]
        self.lines: tuple[CodeLine, ...] = ()

    def show_lines(self, lines: Sequence[CodeLine]) -> None:
        """Show these, each after the one above it. The same codes in the same order keep what is chosen."""
        same = [(one.id, one.parent) for one in lines] == [(one.id, one.parent) for one in self.lines]
        if same and len(self._nodes) == len(lines) + 1:
            self.lines = tuple(lines)
            for number, line in enumerate(lines, 1):
                if line != self._nodes[number].line:
                    self._nodes[number].line = line
                    index = self.index_at(number)
                    self.dataChanged.emit(index, index)
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self._nodes = [_Node(None)]
        numbers = {"": 0}
        for line in lines:
            numbers[line.id] = len(self._nodes)
            self._put(line, numbers.get(line.parent, 0))
        self.endResetModel()

    def index_at(self, number: int) -> QModelIndex:
        """The index of a node; none for what everything stands under."""
        return self.createIndex(self._nodes[number].row, 0, number) if number else QModelIndex()

    def index_of(self, code: str) -> QModelIndex:
        """The index of the code with this id."""
        found = next((at for at, node in enumerate(self._nodes) if node.line and node.line.id == code), 0)
        return self.index_at(found)

    def begin(self, parent: str) -> QModelIndex:
        """Let a code be named, last under the one with this id; where it stands."""
        above = self.index_of(parent) if parent else QModelIndex()
        number = above.internalId() if above.isValid() else 0
        row = len(self._nodes[number].below)
        self.beginInsertRows(above, row, row)
        self._put(CodeLine("", parent, "", look_of(by_place(len(self.lines))), 0, 0), number)
        self.endInsertRows()
        return self.index_at(len(self._nodes) - 1)

    def end(self) -> None:
        """No name is written any more: a code that was begun goes; where it was kept, it comes with the others."""
        last = self._nodes[-1]
        if last.line is not None and not last.line.id:
            self.beginRemoveRows(self.index_at(last.above), last.row, last.row)
            self._nodes.pop()
            self._nodes[last.above].below.pop()
            self.endRemoveRows()

    def _put(self, line: CodeLine, above: int) -> None:
        below = self._nodes[above].below
        self._nodes.append(_Node(line, above, len(below)))
        below.append(len(self._nodes) - 1)

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId() if index.isValid() else 0]

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        below = self._node(parent).below
        return self.index_at(below[row]) if column == 0 and 0 <= row < len(below) else QModelIndex()

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]  # QObject's parent() beside it
        return self.index_at(max(0, self._node(index).above))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._node(parent).below)

    def columnCount(self, _parent: Index = _ROOT) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._node(index).line
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(line.name)
            case Qt.ItemDataRole.EditRole:
                return line.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case _ if role == LINE_ROLE:
                return line
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self._node(index).line
        name = str(value)
        if line is None or role != Qt.ItemDataRole.EditRole:
            return False
        if line.id and name.strip() and name != line.name:
            self.renamed.emit(line.id, name)
        elif not line.id and name.strip():
            self.begun.emit(line.parent, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        moves = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | moves | Qt.ItemFlag.ItemIsEditable

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MOVED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        found = QMimeData()
        ids = [line.id for index in indexes if (line := self._node(index).line) is not None]
        found.setData(_MOVED, QByteArray("\n".join(ids).encode()))
        return found

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        line = self._node(parent).line
        ids = bytes(data.data(_MOVED).data()).decode().split("\n")
        if not all(ids):
            return False
        self.moved.emit(tuple(ids), line.id if line is not None else "", row)
        return False  # the tree would take the rows away itself
