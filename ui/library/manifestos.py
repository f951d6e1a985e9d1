"""The table of manifestos as a model: one row each, guesses told apart, cells that can be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from reader.library.records import Document
from ui import theme
from ui.library.columns import COLUMNS, TITLE, WORDS, guessed, shown, sorted_by, what_counts
from ui.theme.rows import DOT_ROLE, FIGURES_ROLE
from ui.theme.words import tip

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Manifestos(QAbstractTableModel):
    """Documents of the library: all of them as they were added, or a set in its order.

    A cell that is written in tells so (`field_entered`); the row changes when the library has.
    """

    field_entered = Signal(str, str, str)  # document, field, value

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.documents: list[Document] = []

    def show_documents(self, documents: Sequence[Document]) -> None:
        """Show these. Rows come, go and change where they stand; only another order is shown afresh."""
        wanted = {each.id for each in documents}
        held = {each.id for each in self.documents}
        staying = [each.id for each in self.documents if each.id in wanted]
        if staying != [each.id for each in documents if each.id in held]:
            self.beginResetModel()
            self.documents = list(documents)
            self.endResetModel()
            return
        self._remove_all_but(wanted)
        for row, document in enumerate(documents):
            if document.id not in held:
                self.beginInsertRows(QModelIndex(), row, row)
                self.documents.insert(row, document)
                self.endInsertRows()
            elif document != self.documents[row]:
                self.documents[row] = document
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _remove_all_but(self, wanted: set[str]) -> None:
        for row in reversed(range(len(self.documents))):
            if self.documents[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self.documents[row]
                self.endRemoveRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.documents)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].head
            if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section].right:
                return _RIGHT
            if role == Qt.ItemDataRole.ToolTipRole and section == WORDS:
                return tip(what_counts())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if COLUMNS[index.column()].field else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        document, column = self.documents[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown(document, column)
            case Qt.ItemDataRole.EditRole:
                return str(getattr(document, COLUMNS[column].field, ""))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if COLUMNS[column].right else None
            case Qt.ItemDataRole.FontRole:
                return _italic() if guessed(document, column) else None
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_hint(document, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(document, column)
            case _ if role == FIGURES_ROLE:
                return COLUMNS[column].figures
            case _ if role == DOT_ROLE and column == TITLE:
                return dot(document)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        self.field_entered.emit(self.documents[index.row()].id, COLUMNS[index.column()].field, str(value))
        return True


class Arranged(QSortFilterProxyModel):
    """The manifestos sorted by a column, or as they come while by none."""

    def __init__(self, manifestos: Manifestos, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._manifestos = manifestos
        self.setSourceModel(manifestos)

    def document(self, row: int) -> Document:
        """The document in a row as shown."""
        return self._manifestos.documents[self.mapToSource(self.index(row, 0)).row()]

    def row_of(self, document: str) -> int:
        """The row in which a document is shown, -1 for none."""
        return next((row for row in range(self.rowCount()) if self.document(row).id == document), -1)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = self._manifestos.documents[left.row()], self._manifestos.documents[right.row()]
        return sorted_by(one, left.column()) < sorted_by(other, right.column())


def dot(document: Document) -> str:
    """The colour of the document's dot, moved so far that it can be seen; that of secondary text where it has none."""
    colours = theme.tokens().colours
    try:
        return theme.legible(document.colour, colours.surface, colours.ink)
    except ValueError:
        return colours.control


def _italic() -> QFont:
    font = QFont()
    font.setItalic(True)
    return font


def _hint(document: Document, column: int) -> str:
    value = shown(document, column)
    if column == TITLE and not document.title:
        return f"{value}\nThe title is not known. Press F2 to enter it."
    if guessed(document, column):
        return f"{value}\nA guess. Press Ctrl+Return if it is right, F2 to correct it."
    if column == WORDS:
        return f"{value}\n{what_counts()}"
    if column == TITLE and document.notes:
        return "\n".join((document.called, *document.notes))
    return value


def _spoken(document: Document, column: int) -> str:
    value = shown(document, column) or "not known"
    return f"{value}, a guess" if guessed(document, column) else value
