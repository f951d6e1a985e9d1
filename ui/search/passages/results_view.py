"""The list of results: a tree of manifestos and their hits, for the keyboard as for the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from index.results import Hit
from ui import theme
from ui.search.passages.result_delegate import ResultDelegate
from ui.search.passages.results_model import GROUP_ROLE, HIT_ROLE, Index, ResultsModel


class ResultsView(QTreeView):
    """Up and Down go from hit to hit, Left and Right to a manifesto's head and fold it, Return opens the hit.

    A head stops Up and Down only while it is folded.
    """

    hit_chosen = Signal(object)  # Hit: it has become the current one
    hit_activated = Signal(object)  # Hit
    left_upwards = Signal()  # Up was pressed in the first row, or Esc

    def __init__(self, results: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self._delegate = ResultDelegate(self)
        self.setModel(results)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Results")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._activate)
        results.modelReset.connect(self._delegate.forget)
        results.modelReset.connect(self.expandAll)
        theme.changed.connect(self._measure_again)

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        hit = self.currentIndex().data(HIT_ROLE)
        return hit if isinstance(hit, Hit) else None

    def choose(self, index: QModelIndex) -> None:
        """Make this row the current one and bring it into sight."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go so many hits on or back."""
        index = self._results.next(self.currentIndex(), by)
        if index.isValid():
            self.choose(index)

    def _activate(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if isinstance(hit, Hit):
            self.hit_activated.emit(hit)

    def _measure_again(self) -> None:
        self._delegate.width = self.viewport().width()
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        hit = current.data(HIT_ROLE)
        if isinstance(hit, Hit):
            self.hit_chosen.emit(hit)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action is QAbstractItemView.CursorAction.MoveDown:
            return self._stop(self.indexBelow)
        if action is QAbstractItemView.CursorAction.MoveUp:
            return self._stop(self.indexAbove)
        return super().moveCursor(action, modifiers)

    def _stop(self, beside: Callable[[QModelIndex], QModelIndex]) -> QModelIndex:
        """The next row to stop at in a direction; the current one where there is none."""
        index = beside(self.currentIndex())
        while index.data(GROUP_ROLE) is not None and self.isExpanded(index):
            index = beside(index)
        return index if index.isValid() else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first = self._stop(self.indexAbove) == self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._activate(self.currentIndex())
            case Qt.Key.Key_Escape:
                self.left_upwards.emit()
            case Qt.Key.Key_Up if first:
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._delegate.width:
            self._measure_again()
