"""One column of the comparison as a list view: its keys skip the heads of rows, and it has no scroll bar of its own."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.compare.cards.card_delegate import CardDelegate
from ui.compare.cards.card_layout import Spot
from ui.compare.cards.card_sizes import CardSizes
from ui.compare.cards.column_model import ColumnModel, ColumnRole
from ui.compare.cards.entries import Entry, EntryKind

_STEPS = {
    QAbstractItemView.CursorAction.MoveUp: -1,
    QAbstractItemView.CursorAction.MovePrevious: -1,
    QAbstractItemView.CursorAction.MoveDown: 1,
    QAbstractItemView.CursorAction.MoveNext: 1,
}


class ColumnView(QListView):
    """The list of one column. It tells what was wished for and leaves to others what needs more than one column."""

    entered = Signal()
    entry_activated = Signal()
    expand_wished = Signal()
    spot_clicked = Signal(object)
    sideways = Signal(int)
    row_jumped = Signal(int)
    reveal_wished = Signal(int, int)
    head_clicked = Signal(str)

    def __init__(self, sizes: CardSizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = ColumnModel(self)
        self.drawing = CardDelegate(sizes, self)
        self._in_place = False
        self.setModel(self.cards)
        self.setItemDelegate(self.drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _index: self.entry_activated.emit())

    def entry(self) -> Entry | None:
        """The card or silence that the keys act on."""
        found = self.currentIndex().data(ColumnRole.ENTRY)
        return found if isinstance(found, Entry) else None

    def go_to(self, at: int) -> None:
        """Make the entry `at` the one that the keys act on."""
        self.setCurrentIndex(self.cards.index(at))

    def choose_in_place(self, at: int) -> None:
        """Make the entry `at` the one that the keys act on, without scrolling to it."""
        self._in_place = True
        self.go_to(at)
        self._in_place = False

    def nearest_in_row(self, row: str, middle: int) -> int | None:
        """The card or silence of the sub-topic `row` that is drawn nearest to `middle`, in the view's pixels."""
        entries = enumerate(self.cards.entries)
        candidates = [at for at, entry in entries if entry.row == row and entry.kind is not EntryKind.HEAD]
        if not candidates:
            return None
        return min(candidates, key=lambda at: abs(self.card_rect(at).center().y() - middle))

    def card_rect(self, at: int) -> QRect:
        """Where the entry `at` is drawn, without what the common rows add below it."""
        rect = self.visualRect(self.cards.index(at))
        rect.setHeight(self.drawing.sizes.height(self.cards.entries[at]))
        return rect

    def step(self, at: int, by: int) -> int:
        """The next card or silence from `at` in the direction `by`; `at` itself at either end."""
        entries = self.cards.entries
        other = at + by
        while 0 <= other < len(entries):
            if entries[other].kind is not EntryKind.HEAD:
                return other
            other += by
        return at

    def _is_clickable(self, event: QMouseEvent) -> bool:
        """Whether a click here does more than choose the card."""
        entry = self.indexAt(event.position().toPoint()).data(ColumnRole.ENTRY)
        return isinstance(entry, Entry) and (_folds(entry) or entry.is_link or self._spot(event) is not None)

    def _spot(self, event: QMouseEvent) -> Spot | None:
        index = self.indexAt(event.position().toPoint())
        entry = index.data(ColumnRole.ENTRY)
        if not isinstance(entry, Entry) or entry.kind is not EntryKind.CARD:
            return None
        in_plan = bool(index.data(ColumnRole.IN_PLAN))
        return self.drawing.spot_at(self.visualRect(index), entry, QPointF(event.position()), in_plan=in_plan)

    # Qt's own names from here on

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if not self.cards.entries:
            return QModelIndex()
        current = self.currentIndex().row()
        if action in _STEPS:
            return self.cards.index(self.step(current, _STEPS[action]))
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self.cards.index(self.step(-1, 1))
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self.cards.index(self.step(len(self.cards.entries), -1))
        return super().moveCursor(action, modifiers)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if index.isValid() and not self._in_place:
            rect = self.card_rect(index.row())
            self.reveal_wished.emit(rect.top(), rect.height())

    def keyboardSearch(self, _search: str) -> None:
        return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        vertical = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if sideways and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.sideways.emit(sideways)
        elif vertical and control:
            self.row_jumped.emit(vertical)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entry_activated.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.expand_wished.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if spot := self._spot(event):
            self.spot_clicked.emit(spot)
        entry = self.indexAt(event.position().toPoint()).data(ColumnRole.ENTRY)
        if isinstance(entry, Entry) and _folds(entry):
            self.head_clicked.emit(entry.row)
        elif isinstance(entry, Entry) and entry.is_link:
            self.entry_activated.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._is_clickable(event):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        nothing_chosen = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if nothing_chosen and self.cards.entries:
            # Qt would choose the first item, a head; and a ring round a card that nobody went to is noise.
            self.setCurrentIndex(self.cards.index(self.step(-1, 1)) if by_key else QModelIndex())
        self.entered.emit()


def _folds(entry: Entry) -> bool:
    """Whether a click on the entry folds its row up or unfolds it."""
    if entry.kind is EntryKind.FOLDED:
        return entry.folded
    return entry.kind in (EntryKind.HEAD, EntryKind.HEADING) and bool(entry.row)
