"""The table of manifestos as people see it: calm rows, columns of choice, fields corrected in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.library.records import Extent
from ui import theme
from ui.library.columns import COLUMNS, EXTENT, TITLE, extent_name, widths
from ui.library.manifestos import Arranged
from ui.library.offering import offer_values
from ui.shared import calm_table
from ui.shared.named import name_box
from ui.theme.rows import Rows
from ui.theme.tokens import DOT, STEP
from ui.theme.words import caption

_NARROWEST, _WIDEST = 56, 10_000
_WRITING_WIDTH = 240


class ManifestoTable(QTableView):
    """Rows are chosen whole, several at once; F2 or typing corrects a field, Return reads the manifesto."""

    document_activated = Signal(str)
    chosen = Signal()

    def __init__(self, rows: Arranged, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._by_hand = False
        self._fitting = False
        self._gone_to = False  # whether somebody went to the cell in use: Qt puts the keys on the first one unasked
        self._arriving = False
        self.suggest: Callable[[str], list[str]] = lambda _field: []
        head = calm_table.set_up(self, "Manifestos")
        self.setModel(rows)
        self.setItemDelegate(_Fields(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setMouseTracking(True)
        head.setMinimumSectionSize(_NARROWEST)
        head.sectionResized.connect(self._resized)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda point: self.offer_columns(head.mapToGlobal(point)))
        self.setSortingEnabled(True)
        head.setSortIndicatorClearable(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._activate)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.horizontalHeader().setResizeContentsPrecision(0)  # the rows in sight
        self._size_rows()
        theme.changed.connect(self._size_rows)
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, not column.shown)

    @property
    def framed(self) -> bool:
        """Whether the cell in use has a frame: once somebody went to it."""
        return self._gone_to

    def selected(self) -> list[str]:
        """The ids of the documents in the selected rows, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._rows.document(row).id for row in rows]

    def shown(self) -> list[str]:
        """The ids of all documents in the table, from top to bottom."""
        return [self._rows.document(row).id for row in range(self._rows.rowCount())]

    def select(self, documents: list[str]) -> None:
        """Select the rows of these documents, as far as they are shown. The cell in use stays."""
        chosen = QItemSelection()
        for row in sorted(row for row in map(self._rows.row_of, documents) if row >= 0):
            chosen.select(self._rows.index(row, 0), self._rows.index(row, self._rows.columnCount() - 1))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def use(self, document: str, field: str) -> None:
        """Select the row of this document and take the focus to this field of it, where that column is shown."""
        columns = [at for at, one in enumerate(COLUMNS) if one.field == field and not self.isColumnHidden(at)]
        self.setCurrentIndex(self._rows.index(self._rows.row_of(document), columns[0] if columns else 0))
        self.select([document])
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_columns(self, point: QPoint) -> None:
        """A menu at this point of the screen that shows and hides columns."""
        menu = QMenu("Columns", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(COLUMNS):
            action = menu.addAction(caption(column.head))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.setEnabled(number > 0)
            action.toggled.connect(lambda shown, number=number: self._show_column(number, shown))
        menu.popup(point)

    def arrangement(self) -> dict[str, Any]:
        """Widths, hidden columns and sorting, as plain values by the columns' heads."""
        head = self.horizontalHeader()
        return {
            "hidden": [column.head for number, column in enumerate(COLUMNS) if self.isColumnHidden(number)],
            "widths": {COLUMNS[each].head: self.columnWidth(each) for each in self._shown()} if self._by_hand else {},
            "sorted": head.sortIndicatorSection() if head.isSortIndicatorShown() else -1,
            "descending": head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
        }

    def arrange(self, state: dict[str, Any]) -> None:
        """Be as arrangement() said."""
        kept, hidden = state.get("widths"), state.get("hidden")
        for number, column in enumerate(COLUMNS):
            width = kept.get(column.head) if isinstance(kept, dict) else None
            if isinstance(width, int) and 0 < width <= _WIDEST:
                self._by_hand = True
                self.setColumnWidth(number, width)
            if isinstance(hidden, list) and number > 0:
                self.setColumnHidden(number, column.head in hidden)
        if isinstance(state.get("sorted"), int) and -1 <= state["sorted"] < len(COLUMNS):
            order = Qt.SortOrder.DescendingOrder if state.get("descending") else Qt.SortOrder.AscendingOrder
            self.sortByColumn(state["sorted"], order)

    def _activate(self, index: QModelIndex) -> None:
        self.document_activated.emit(self._rows.document(index.row()).id)

    def _shown(self) -> list[int]:
        return [number for number in range(len(COLUMNS)) if not self.isColumnHidden(number)]

    def _show_column(self, number: int, shown: bool) -> None:
        self.setColumnHidden(number, not shown)
        self.fit()

    def fit(self) -> None:
        """Fill the width with what is shown now, until people have set a width by hand."""
        if self._by_hand:
            return
        self._fitting = True
        columns = self._shown()
        words = {column: self._words_in(column) for column in columns}
        fitting = widths(columns, self.viewport().width(), theme.tokens().scale, words)
        for number, width in fitting.items():
            self.setColumnWidth(number, width)
        self._fitting = False

    def _words_in(self, column: int) -> int:
        """How wide the words of the rows in sight are in this column, with its head, in pixels."""
        head = QFontMetrics(theme.fonts.interface(theme.tokens().small, bold=True))
        title = head.horizontalAdvance(f"{COLUMNS[column].head} ↓") + 2 * STEP
        return max(_NARROWEST, title, self.sizeHintForColumn(column) + (DOT + STEP if column == TITLE else 0))

    def _resized(self, _column: int, old: int, new: int) -> None:
        self._by_hand = self._by_hand or (not self._fitting and old > 0 and new > 0)

    def _size_rows(self) -> None:
        calm_table.size_rows(self)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self._gone_to = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._arriving = True
        super().focusInEvent(event)
        self._arriving = False

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self._gone_to = self._gone_to or (current.isValid() and not self._arriving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if returned and self.state() is QAbstractItemView.State.EditingState:
            return  # it ended the writing in a field, which passes it on
        if returned and self.currentIndex().isValid():
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Fields(Rows):
    """Fields are written in plain text, with suggestions; the extent is one of three."""

    def __init__(self, table: ManifestoTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not self._table.framed:
            option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)

    def _for_all(self, head: str) -> str:
        """What the field is called for those who cannot see how many rows are selected."""
        selected = len(self._table.selected())
        return f"{head}, of {selected} manifestos" if selected > 1 else head

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        if index.column() != EXTENT:
            editor = super().createEditor(parent, option, index)
            editor.setAccessibleName(self._for_all(COLUMNS[index.column()].head))
            suggested = self._table.suggest(COLUMNS[index.column()].field)
            if isinstance(editor, QLineEdit):
                editor.setFrame(True)  # a field looks like one
                offer_values(editor, suggested)
            return editor
        box = QComboBox(parent)
        name_box(box, self._for_all("Extent"))
        for extent in Extent:
            box.addItem(extent_name(extent), extent.value)
        return box

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # The style's own answer is where the words stand, and for an empty cell the corner of the table.
        cell = QRect(option.rect)
        if index.column() != EXTENT:
            cell.setWidth(max(cell.width(), round(_WRITING_WIDTH * theme.tokens().scale)))
        editor.setGeometry(cell)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)
