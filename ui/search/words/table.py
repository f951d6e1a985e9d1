"""A table of words and figures: sorted by a click on a head or by key, each figure a way to its passages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from index.words.tables import Column, Line, WordTable, written
from ui import theme
from ui.shared import calm_table
from ui.shared.table_copying import copy_table, table_of
from ui.theme.rows import FIGURES_ROLE, Rows
from ui.theme.tokens import COLUMN_WIDTH
from ui.theme.words import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NONE = WordTable("", "", (), (), ())
_LOOKED_AT = 100  # rows, for the widths of columns: a list may have a hundred thousand
_MOST_COPIED = 2_000


class FiguresModel(QAbstractTableModel):
    """The lines of a table, narrowed to words with what is typed, in the order that is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = _NONE
        self._lines: list[Line] = []
        self._kept: tuple[Line, ...] = ()
        self._sorted: tuple[int, bool] = (-1, False)

    @property
    def table(self) -> WordTable:
        return self._table

    @property
    def lines(self) -> list[Line]:
        """The lines that are shown, in their order."""
        return self._lines

    def show_table(self, table: WordTable, lines: tuple[Line, ...] | None = None) -> None:
        """Show these lines of a table, all where none are given; sorted as its maker sorted them."""
        self.beginResetModel()
        self._table, self._kept = table, table.lines if lines is None else lines
        self._sorted = (-1, False)
        self._lines = list(self._kept)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By the values of this column, −1 for as its maker sorted them; empty cells come last."""
        descending = order is Qt.SortOrder.DescendingOrder
        if (column, descending) == self._sorted or column >= len(self._table.columns):
            return
        self.layoutAboutToBeChanged.emit()
        before = {index: self._lines[index.row()] for index in self.persistentIndexList()}
        self._sorted = column, descending
        self._lines = list(self._kept)
        if column >= 0:
            full = [line for line in self._kept if line.cells[column] is not None]
            empty = [line for line in self._kept if line.cells[column] is None]
            full.sort(key=lambda line: _by(line.cells[column]), reverse=descending)
            self._lines = full + empty
        rows = {id(line): row for row, line in enumerate(self._lines)}
        for index, line in before.items():
            self.changePersistentIndex(index, self.index(rows[id(line)], index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._table.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return written(self._lines[index.row()].cells[index.column()], column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = self._lines[index.row()]
            value = written(line.cells[index.column()], column)
            return f"{line.cells[0]}, {column.name}: {value}" if index.column() else f"{column.head}: {value}"
        if role == FIGURES_ROLE:
            return column.is_figures
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_figures:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.columns):
            return None
        column = self._table.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.ToolTipRole and column.tip:
            return tip(column.tip)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.name
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and column.is_figures else None


class FiguresTable(QTableView):
    """Arrow keys go from figure to figure; Return or a double click leads to the passages of one."""

    figure_activated = Signal(object, object)  # Line, Column
    left_upwards = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FiguresModel(self)
        calm_table.set_up(self, name)
        self.setModel(self._model)
        self.setItemDelegate(Rows(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = self.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setResizeContentsPrecision(_LOOKED_AT)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._activate)
        theme.changed.connect(self._size_rows)
        theme.changed.connect(self._size_columns_soon)
        self._size_rows()

    @property
    def figures(self) -> FiguresModel:
        return self._model

    @property
    def current(self) -> tuple[Line, Column] | None:
        """The line and the column that the keys are at."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        return self._model.lines[index.row()], self._model.table.columns[index.column()]

    def show_table(self, table: WordTable, lines: tuple[Line, ...] | None = None) -> None:
        """Show these lines of a table; the keys are at the first of them."""
        self.setAccessibleName(table.title)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._model.show_table(table, lines)
        self._size_columns()
        if self._model.lines:
            self.setCurrentIndex(self._model.index(0, 0))

    def sort_by_current(self) -> None:
        """Sort by the column that the keys are at: figures from the largest; once more the other way round."""
        index = self.currentIndex()
        if not index.isValid():
            return
        head, column = self.horizontalHeader(), index.column()
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        first = down if self._model.table.columns[column].is_figures else up
        again = head.isSortIndicatorShown() and head.sortIndicatorSection() == column
        if again:
            first = up if head.sortIndicatorOrder() is down else down
        self.sortByColumn(column, first)
        self.scrollTo(self.currentIndex())

    def _activate(self, index: Index) -> None:
        if index.isValid():
            self.figure_activated.emit(self._model.lines[index.row()], self._model.table.columns[index.column()])

    def _size_columns_soon(self) -> None:
        QTimer.singleShot(0, self, self._size_columns)  # the style follows the theme

    def _size_columns(self) -> None:
        self.resizeColumnsToContents()
        widest = round(COLUMN_WIDTH * max(1.0, theme.tokens().scale))
        for section in range(self._model.columnCount()):
            if self.columnWidth(section) > widest:
                self.setColumnWidth(section, widest)

    def _size_rows(self) -> None:
        calm_table.size_rows(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            heads = [column.head for column in self._model.table.columns]
            rows = [
                [written(value, column) for value, column in zip(line.cells, self._model.table.columns, strict=True)]
                for line in self._model.lines[:_MOST_COPIED]
            ]
            copy_table(table_of(heads, rows))
        else:
            super().keyPressEvent(event)


def _by(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
