"""The lines as Qt asks for them: category, left context, hit, right context, and where the line stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from index.concordance import Line, Place
from reader.library.codes import Code
from reader.library.records import Document
from reader.wording import tr
from ui.theme.words import one_line, tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CATEGORY, LEFT, HIT, RIGHT, SOURCE = range(5)
CODE_ROLE = Qt.ItemDataRole.UserRole + 30  # the Code that is the line's category, None for none
# No screen holds more characters of a line on either side.
_BESIDE = 300


class LinesModel(QAbstractTableModel):
    """Lines in the order in which they are shown; those that come later stand at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._rows: dict[Place, int] = {}
        self._documents: Mapping[str, Document] = {}
        self._categories: Mapping[Place, Code] = {}

    def show_lines(self, lines: Sequence[Line], documents: Mapping[str, Document]) -> None:
        """Show these lines, which stand in these documents (by id), in place of all that were shown."""
        self.beginResetModel()
        self._documents = documents
        self.lines = list(lines)
        self._rows = {line.place: row for row, line in enumerate(self.lines)}
        self.endResetModel()

    def append(self, lines: Sequence[Line]) -> None:
        """Show these after the others."""
        first = len(self.lines)
        self.beginInsertRows(_ROOT, first, first + len(lines) - 1)
        self.lines += lines
        self._rows |= {line.place: first + row for row, line in enumerate(lines)}
        self.endInsertRows()

    def show_categories(self, categories: Mapping[Place, Code]) -> None:
        """These lines are in these categories now, all others in none."""
        self._categories = categories
        if self.lines:
            self.dataChanged.emit(self.index(0, CATEGORY), self.index(len(self.lines) - 1, CATEGORY))

    def line(self, row: int) -> Line | None:
        """The line in a row, None where there is none."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def row_of(self, place: Place) -> int:
        """The row of the line that is known by this place, -1 where it is not shown."""
        return self._rows.get(place, -1)

    def category(self, line: Line) -> Code | None:
        """The category that a line is in."""
        return self._categories.get(line.place)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else SOURCE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGNED.get(section, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
        return heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(line, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heads()[index.column()]}: {self._cell(line, index.column())}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(_ALIGNED.get(index.column(), Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ToolTipRole if index.column() == SOURCE:
                return tip(self._cell(line, SOURCE))
            case _ if role == CODE_ROLE:
                return self.category(line)
        return None

    def _cell(self, line: Line, column: int) -> str:
        match column:
            case _ if column == LEFT:
                return one_line(line.left[-_BESIDE:])
            case _ if column == HIT:
                return one_line(line.match)
            case _ if column == RIGHT:
                return one_line(line.right[:_BESIDE])
            case _ if column == CATEGORY:
                code = self.category(line)
                return one_line(code.name) if code is not None else ""
        document = self._documents.get(line.hit.document)
        page = [tr("p. {page}", page=line.hit.label or line.hit.page)] if line.hit.page is not None else []
        return one_line(", ".join([document.name if document is not None else "", *page]))


_ALIGNED = {LEFT: Qt.AlignmentFlag.AlignRight, HIT: Qt.AlignmentFlag.AlignHCenter}


def heads() -> tuple[str, ...]:
    """What stands over the columns."""
    return (tr("Category"), tr("Left"), tr("Hit"), tr("Right"), tr("Where"))
