"""A calm table of words and figures that is only read: its model, and how its view is set up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.shared import calm_table
from ui.shared.table_copying import copy_table, table_of
from ui.theme.rows import FIGURES_ROLE, Rows, floating

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# Figures as they are written here: "1,024", "5 of 24", "71 % (48–87 %)", "< 0.1", "—", "528 KB".
_FIGURE = re.compile(r"(?:[\d\s.,%<()–—-]|of|KB|MB)+")


class Cells(QAbstractTableModel):
    """Words in rows and columns under heads; read only."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._of_figures: set[int] = set()  # columns

    def show_table(self, heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        """Show these rows under these heads."""
        self.beginResetModel()
        self._heads, self._rows = tuple(heads), tuple(rows)
        columns = enumerate(zip(*self._rows, strict=True)) if self._rows else ()
        self._of_figures = {at for at, words in columns if at and all(map(_FIGURE.fullmatch, words))}
        self.endResetModel()

    @property
    def shown(self) -> tuple[Sequence[str], Sequence[tuple[str, ...]]]:
        """Heads and rows."""
        return self._heads, self._rows

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these and no others."""
        self.show_table(self._heads, rows)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}: {self._rows[index.row()][index.column()]}"
        if role == FIGURES_ROLE:
            return index.column() > 0
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._of_figures:
            return _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._of_figures:
            return _RIGHT
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class PlainTable(QTableView):
    """Whole rows, as wide as their words; a last column of words takes what is left. Return opens a row, Tab leaves.

    The key for copying copies all of it as a table.
    """

    row_activated = Signal(int)

    def __init__(self, model: Cells, name: str, parent: QWidget | None = None, *, raised: bool = False) -> None:
        """`name` is what a screen reader calls it; `raised` says that it stands on a panel that floats."""
        super().__init__(parent)
        calm_table.set_up(self, name, raised=raised)
        self.setModel(model)
        self.setItemDelegate(Rows(self, whole=True, floating=raised))
        if raised:
            floating(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda index: self.row_activated.emit(index.row()))
        model.modelReset.connect(self._size_columns)
        theme.changed.connect(self._size_rows)
        self._size_columns()
        self._size_rows()

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        last = self.model().columnCount() - 1
        figures = self.model().headerData(last, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        if last >= 0 and figures is None:
            head.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)

    def _size_rows(self) -> None:
        calm_table.size_rows(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_activated.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy) and isinstance(model := self.model(), Cells):
            copy_table(table_of(*model.shown))
        else:
            super().keyPressEvent(event)
