"""A calm table of words and figures that is only read: its model, and how its view is set up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import theme
from ui.theme.parts import Header
from ui.theme.rows import FIGURES_ROLE, Rows
from ui.theme.tokens import FOUR, HALF

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Cells(QAbstractTableModel):
    """Words in rows and columns under heads; read only."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_table(self, heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        """Show these rows under these heads."""
        self.beginResetModel()
        self._heads, self._rows = tuple(heads), tuple(rows)
        self.endResetModel()

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
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        across = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if across else None


def plain_table(view: QTableView, model: Cells) -> None:
    """Make the view a calm table of whole rows that Tab leaves."""
    view.setHorizontalHeader(Header(view))
    view.setModel(model)
    view.setItemDelegate(Rows(view, whole=True))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(round((FOUR + HALF) * max(1.0, theme.tokens().scale)))
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().setStretchLastSection(True)
