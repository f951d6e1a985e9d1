"""Codes by manifestos, and units by codes, as tables of figures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from index.annotations.matrix import Cell, Matrix
from index.annotations.unit_matrix import UnitMatrix
from reader.library.codes import BETWEEN, Codebook
from reader.library.units import UnitState
from reader.wording import tr
from ui import theme
from ui.shared import calm_table
from ui.shared.table_copying import copy_table, table_of
from ui.theme.code_marks import colour_in
from ui.theme.rows import DOT_ROLE, FAINT_ROLE, FIGURES_ROLE, SHORT_ROLE, Rows
from ui.theme.tokens import COLUMN_WIDTH, SIX, STEP
from ui.theme.words import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Measure(StrEnum):
    """What a cell of the matrix says."""

    PASSAGES = "passages"
    WORDS = "words"
    PER_THOUSAND = "per-thousand"


def figure(cell: Cell, measure: Measure) -> str:
    """What a cell says: "" where nothing is coded, for then a 0 would hide what is there."""
    if not cell.passages:
        return ""
    if measure is Measure.PASSAGES:
        return f"{cell.passages:,}"
    if measure is Measure.WORDS:
        return f"{cell.words:,}"
    return "" if cell.per_thousand is None else f"{cell.per_thousand:.1f}"


class Figures(QAbstractTableModel):
    """Heads, and rows of words of which the first column names the row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.rows: Sequence[tuple[str, ...]] = ()
        self._dots: Sequence[str | None] = ()
        self._figures_from = 1

    def show_rows(
        self,
        heads: Sequence[str],
        rows: Sequence[tuple[str, ...]],
        *,
        dots: Sequence[str | None] = (),
        figures: int = 1,
    ) -> None:
        """Show these; `dots` are colours (#rrggbb, "" for the usual, None for none) before the rows' names.

        Figures begin in the column `figures`.
        """
        self.beginResetModel()
        self.heads, self.rows, self._dots, self._figures_from = tuple(heads), rows, dots, figures
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.heads[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= self._figures_from:
            return _RIGHT
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        said = self.rows[row][column]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return said
            case Qt.ItemDataRole.AccessibleTextRole:
                name = self.rows[row][0].strip()
                return f"{name}, {self.heads[column]}: {said or tr('nothing')}" if column else name
            case Qt.ItemDataRole.ToolTipRole if column == 0:
                return tip(said.strip())
            case Qt.ItemDataRole.TextAlignmentRole if column >= self._figures_from:
                return _RIGHT
            case _ if role == FIGURES_ROLE:
                return column >= self._figures_from
            case _ if role == FAINT_ROLE:
                return 0 < column < self._figures_from
            case _ if role == SHORT_ROLE and column == 0 and self._dots and BETWEEN in said:
                return said.rpartition(BETWEEN)[2]  # its own name tells more than those above it
            case _ if role == DOT_ROLE and column == 0 and self._dots and self._dots[row] is not None:
                colours = theme.tokens().colours
                return theme.legible(self._dots[row] or colours.secondary, colours.surface, colours.ink)
        return None


class FiguresTable(QTableView):
    """Cells are gone through with the arrow keys; Return opens what is behind one. Ctrl+C copies the table."""

    cell_activated = Signal(int, int)  # row, column

    def __init__(self, model: Figures, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = model
        calm_table.set_up(self, name)
        self.setModel(model)
        self.setItemDelegate(Rows(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda index: self.cell_activated.emit(index.row(), index.column()))
        model.modelReset.connect(self._size)
        theme.changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        scale = max(1.0, theme.tokens().scale)
        calm_table.size_rows(self)
        for column in range(self._figures.columnCount()):
            wide = COLUMN_WIDTH + SIX if column == 0 else 2 * SIX + STEP
            self.setColumnWidth(column, round(wide * scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self.cell_activated.emit(here.row(), here.column())
        elif event.matches(QKeySequence.StandardKey.Copy):
            copy_table(table_of(self._figures.heads, self._figures.rows))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the place."""


def show_matrix(model: Figures, matrix: Matrix, names: Sequence[str], measure: Measure, book: Codebook) -> None:
    """Codes of a codebook by manifestos, whose names these are."""
    rows = [
        (path, *(figure(cell, measure) for cell in cells))
        for path, cells in zip(matrix.paths, matrix.cells, strict=True)
    ]
    model.show_rows((tr("Code"), *names), rows, dots=[colour_in(book, code) for code in matrix.codes])


def show_units(model: Figures, found: UnitMatrix | None) -> None:
    """Units by codes: "1" and "0" where the coder has looked, nothing where not."""
    if found is None:
        model.show_rows((), ())
        return
    states = {
        UnitState.UNSEEN: tr("unseen"),
        UnitState.UNSURE: tr("unsure"),
        UnitState.NO_CODE: tr("no code"),
        UnitState.CODED: tr("coded"),
    }
    rows = [
        (row.words, states[row.state], *("" if cell is None else str(cell) for cell in row.cells)) for row in found.rows
    ]
    model.show_rows((tr("Unit"), tr("State"), *(code.name for code in found.codes)), rows, figures=2)
