"""The table of codes and notes as people see it: whole rows, several at once; Return reads one in its manifesto."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from index.annotations.listing import Listed
from reader.wording import tr
from ui import theme
from ui.notes.model import CODE, CODER, DATE, MANIFESTO, MEMO, PAGE, WORDS, NotesModel
from ui.shared import calm_table
from ui.theme.rows import Rows
from ui.theme.tokens import SIX, STEP

# How the width is shared out; page and date take what they need.
_SHARES = {WORDS: 34, CODE: 20, MEMO: 16, MANIFESTO: 17, CODER: 13}
_FIXED = {PAGE: SIX + STEP, DATE: 3 * SIX - STEP}
# Where there is little room (the context stands beside, large type), these are not shown, the first one first.
_GIVE_WAY = ((DATE, 920), (CODER, 760), (MEMO, 640), (MANIFESTO, 460))
_NARROWEST = 56


class NotesTable(QTableView):
    """Rows are chosen whole, several at once; heads of groups are no rows to be chosen."""

    activated_row = Signal(object)  # Listed
    used = Signal()  # another row is the one in use, or others are chosen
    left_upwards = Signal()

    def __init__(self, model: NotesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        head = calm_table.set_up(self, tr("Codes and notes"))
        self.setModel(model)
        self.setItemDelegate(Rows(self, whole=True))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        head.setMinimumSectionSize(_NARROWEST)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._sort)
        self.doubleClicked.connect(lambda _: self._activate())
        self.selectionModel().selectionChanged.connect(self.used)
        self.selectionModel().currentChanged.connect(lambda *_: self.used.emit())
        model.modelReset.connect(self._span)
        theme.changed.connect(self._size_rows)
        self._size_rows()

    @property
    def current(self) -> Listed | None:
        """The code or note in use."""
        return self._model.listed(self.currentIndex().row())

    @property
    def chosen(self) -> list[Listed]:
        """The codes and notes in the selected rows, from top to bottom; without any, the one in use."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [one for one in map(self._model.listed, rows) if one is not None]
        return found or ([self.current] if self.current is not None else [])

    @property
    def sorting(self) -> tuple[int, bool]:
        """The column that it is sorted by, -1 for none, and whether from the last."""
        head = self.horizontalHeader()
        return head.sortIndicatorSection(), head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Be sorted so."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)

    def choose(self, names: Sequence[str], current: str = "") -> None:
        """Select the rows of these codes and notes (ids), as far as they are shown, and use one, else the first."""
        lines = self._model.lines_of(names)
        chosen = QItemSelection()
        for line in lines:
            chosen.select(self._model.index(line, 0), self._model.index(line, self._model.columnCount() - 1))
        at = next(iter(self._model.lines_of([current])), lines[0] if lines else self._first())
        flags = QItemSelectionModel.SelectionFlag
        if at >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(at, 0), flags.NoUpdate)
            self.scrollTo(self._model.index(at, 0))
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def _first(self) -> int:
        return next((at for at in range(self._model.rowCount()) if self._model.listed(at) is not None), -1)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        names, current = [one.id for one in self.chosen], self.current
        self._model.sort(column, order)
        self.choose(names, current.id if current is not None else "")

    def _span(self) -> None:
        """Heads of groups go over all columns."""
        self.clearSpans()
        for line in self._model.group_lines:
            self.setSpan(line, 0, 1, self._model.columnCount())

    def _activate(self) -> None:
        if self.current is not None:
            self.activated_row.emit(self.current)

    def _size_rows(self) -> None:
        calm_table.size_rows(self)
        self._fit()

    def _fit(self) -> None:
        width, scale = self.viewport().width(), max(1.0, theme.tokens().scale)
        hidden = {column for column, least in _GIVE_WAY if width < least * scale}
        for column in range(self._model.columnCount()):
            self.setColumnHidden(column, column in hidden)
        fixed = {column: round(wide * scale) for column, wide in _FIXED.items() if column not in hidden}
        shares = {column: share for column, share in _SHARES.items() if column not in hidden}
        room = max(0, width - sum(fixed.values()))
        for column, wide in fixed.items():
            self.setColumnWidth(column, wide)
        for column, share in shares.items():
            self.setColumnWidth(column, room * share // sum(shares.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._activate()
        elif event.key() == Qt.Key.Key_Up and not event.modifiers() and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the place."""
