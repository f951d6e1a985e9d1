"""The table of lines: the hits stand under one another, and digits put lines into categories."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from index.concordance import Line
from reader.wording import tr
from ui import theme
from ui.annotating.annotating import Annotating
from ui.search.concordance.delegate import LineDelegate, font_of, row_height
from ui.search.concordance.model import CATEGORY, HIT, LEFT, RIGHT, SOURCE, LinesModel
from ui.shared import calm_table
from ui.shared.own_keys import OwnKeys
from ui.theme.tokens import SIX, STEP, TWO

_WIDEST_HIT = 0.34  # of the table
_SOURCE, _CATEGORY = 4 * SIX, 3 * SIX  # at 100 %
_NARROW = 900  # a table narrower than so many pixels at 100 % shows no sources
_MEASURED = 2000  # different hits of which the widest is looked for
_DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in range(1, 10)}


class LinesTable(OwnKeys, QTableView):
    """Up and Down go from line to line, Return opens one, 1 to 9 put it into a category, 0 and Backspace out of it."""

    line_used = Signal(object)  # Line: it has become the current one
    line_activated = Signal(object)  # Line
    category_wanted = Signal(int)  # 1 to 9, 0 for none
    left_upwards = Signal()

    def __init__(self, model: LinesModel, annotating: Annotating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        head = calm_table.set_up(self, tr("Lines"))
        self.setModel(model)
        self.setItemDelegate(LineDelegate(annotating, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(False)
        self.categories_shown = False
        self._widest_hit = 0
        self.doubleClicked.connect(lambda _: self._activate())
        model.modelReset.connect(self._measure)
        model.rowsInserted.connect(lambda *_: self._measure())
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def current(self) -> Line | None:
        """The line in use."""
        return self._lines.line(self.currentIndex().row())

    def use(self, row: int) -> None:
        """Let the line in this row be the one in use, and bring it into sight."""
        index = self._lines.index(row, HIT)
        if index.isValid():
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go so many lines on or back."""
        self.use(min(max(0, self.currentIndex().row() + by), len(self._lines.lines) - 1))

    def show_categories(self, shown: bool) -> None:
        """Whether there is a column for them."""
        self.categories_shown = shown
        self._fit()

    def _activate(self) -> None:
        if (line := self.current) is not None:
            self.line_activated.emit(line)

    def _measure(self) -> None:
        """See how wide the widest hit is."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        metrics = QFontMetrics(font_of(HIT))
        hits = {line.match for line in self._lines.lines[:_MEASURED]}
        self._widest_hit = max((metrics.horizontalAdvance(hit) for hit in hits), default=0)
        self._fit()

    def _fit(self) -> None:
        """Share the width out: the hit is in the middle of what is left for the line."""
        width, scale = self.viewport().width(), max(1.0, theme.tokens().scale)
        sources = width >= _NARROW * scale
        self.setColumnHidden(SOURCE, not sources)
        self.setColumnHidden(CATEGORY, not self.categories_shown)
        beside = round(_SOURCE * scale) * sources + round(_CATEGORY * scale) * self.categories_shown
        hit = min(round(width * _WIDEST_HIT), self._widest_hit + TWO + STEP)
        context = max(0, width - beside - hit)
        for column, wide in (
            (CATEGORY, round(_CATEGORY * scale)),
            (LEFT, context // 2),
            (HIT, hit),
            (RIGHT, context - context // 2),
            (SOURCE, round(_SOURCE * scale)),
        ):
            self.setColumnWidth(column, wide)

    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if not plain:
            return None
        if key in _DIGITS:
            return lambda: self.category_wanted.emit(_DIGITS[key])
        if key in (Qt.Key.Key_0, Qt.Key.Key_Backspace):
            return lambda: self.category_wanted.emit(0)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._activate
        if key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.currentIndex().row() <= 0):
            return self.left_upwards.emit
        return None

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the place."""

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if (line := self._lines.line(current.row())) is not None and current.row() != previous.row():
            self.line_used.emit(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
