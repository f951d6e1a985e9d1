"""The columns side by side: who has the keys, how they go from column to column, what is done with a card."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reader.library.records import Document
from ui import theme
from ui.compare.cards.card_sizes import CardSizes
from ui.compare.cards.entries import Entry, EntryKind, Rows
from ui.compare.table.aligning import Anchor
from ui.compare.table.column_view import ColumnView
from ui.compare.table.columns_shown import MOST
from ui.compare.table.common_scroll import CommonScroll


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column as the area shows it: whose it is, its name for those who cannot see its head, its entries.

    `others` are the further manifestos whose passages stand in the same column: the whole comparison as one list.
    """

    document: Document
    name: str
    rows: Rows
    others: tuple[Document, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """All manifestos whose passages stand in it."""
        return self.document, *self.others


class ColumnsArea(QWidget):
    """Up to six columns. It is told which to show; it tells what is done with their cards."""

    entry_activated = Signal()
    expand_wished = Signal()
    spot_clicked = Signal(object)  # Spot
    sideways_wished = Signal(int)  # past the first (-1) or last (1) column shown
    menu_wished = Signal(object)  # the point on the screen
    head_clicked = Signal(str)  # the id of a row
    entry_chosen = Signal()  # the keys act on another card or silence now
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = CardSizes(1)
        self._views = [self._made_view(at) for at in range(MOST)]
        self._scroll = CommonScroll(self, self._views)
        self._scroll.head_clicked.connect(self.head_clicked)
        self._shown: tuple[ShownColumn, ...] = ()
        self._active = 0
        self._top = 0
        theme.changed.connect(self._restyle)

    def show_columns(self, columns: Sequence[ShownColumn], width: int, anchor: Anchor | None = None) -> None:
        """Show these columns, each `width` pixels wide, scrolled to what the anchor names (the top when None)."""
        chosen, place = self.entry(), self._views[self._active].currentIndex().row()
        if width != self._sizes.column:
            self._sizes = CardSizes(width)
        self._shown = tuple(columns)
        self._top = self.y()
        self._scroll.hold()
        for view, column in zip(self._views, columns, strict=False):
            view.drawing.sizes = self._sizes
            view.cards.show(column.rows)
            view.setAccessibleName(column.name)
        self._active = min(self._active, max(0, len(columns) - 1))
        has_keys = self.window().focusWidget() in self._views
        if has_keys:  # a view that is hidden with the keys would hand them to whatever comes next in the window
            self.focus_columns()
        self._place_views()
        self._scroll.show_rows([column.rows for column in columns], self._sizes, anchor)
        if chosen is not None:
            self._choose_again(chosen, place)
        if has_keys:
            self.focus_columns()

    def show_plan(self, passages: Set[tuple[str, str]]) -> None:
        """Mark these passages (document and block) as being in the plan."""
        for view in self._views:
            view.cards.show_plan(passages)

    def replace(self, entry: Entry) -> None:
        """Show the entry of this place in another way."""
        view = self._views[self._active]
        at = view.cards.at(entry.place)
        if at is not None:
            view.cards.replace(at, entry)
            self._scroll.replace(self._active, at, entry)
            view.scrollTo(view.cards.index(at))

    def settle_again(self) -> None:
        """The height has changed: the same passages at the same place of the window, wherever the upper edge is now."""
        anchor, lower = self.anchor(), self.y() - self._top
        self._top = self.y()
        self._place_views()
        self._scroll.settle(anchor, lower)

    def room(self) -> int:
        """How many pixels of width there are for columns."""
        return self.width() - self._scroll.bar.sizeHint().width()

    def chosen_in_sight(self) -> bool:
        """Whether some of the card or silence that the keys act on can be seen."""
        view = self._views[self._active]
        at = view.currentIndex().row()
        return bool(self._shown) and at >= 0 and view.card_rect(at).intersects(view.viewport().rect())

    def chosen_rect(self) -> QRect:
        """Where what the keys act on is drawn, in the area's own pixels."""
        view = self._views[self._active]
        return view.card_rect(view.currentIndex().row()).translated(view.pos())

    def show_chosen(self) -> None:
        """Bring what the keys act on into sight."""
        view = self._views[self._active]
        view.scrollTo(view.currentIndex())

    def show_end(self) -> None:
        """Bring the end of what the keys act on into sight, where it is too high to be seen whole."""
        below = self.chosen_rect().bottom() + 1 - self.height()
        if self._shown and below > 0:
            self._scroll.bar.setValue(self._scroll.bar.value() + below)

    def anchor(self) -> Anchor | None:
        """What stands at the upper edge now."""
        return self._scroll.anchor()

    @property
    def common_scroll(self) -> CommonScroll:
        """What keeps the columns at one position."""
        return self._scroll

    @property
    def shown(self) -> tuple[ShownColumn, ...]:
        """The columns in sight."""
        return self._shown

    def entry(self) -> Entry | None:
        """The card or silence that the keys act on."""
        return self._views[self._active].entry() if self._shown else None

    def active(self) -> int:
        """Which of the shown columns (0-based) the keys act on."""
        return self._active

    def document(self) -> Document | None:
        """The manifesto of what the keys act on, else of that column."""
        if not self._shown:
            return None
        column, entry = self._shown[self._active], self.entry()
        return next((each for each in column.documents if entry and each.id == entry.document), column.document)

    def view(self, at: int) -> ColumnView:
        """The view of the shown column `at` (0-based)."""
        return self._views[at]

    def focus_columns(self, document: str = "") -> None:
        """Give the keys to the column of this manifesto (an id), or else to the one used last."""
        named = (at for at, column in enumerate(self._shown) if column.document.id == document)
        if self._shown:
            self._views[next(named, self._active)].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_column(self, target: int, row: str, middle: int = 0) -> None:
        """Go to the shown column `target` (0-based), to what of the row stands nearest to `middle` (pixels)."""
        view = self._views[target]
        at = view.nearest_in_row(row, middle)
        if at is not None:
            view.go_to(at)
        self._active = target
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_row(self, by: int) -> None:
        """Go to the first card of the next row (1) or of the one before (-1), in the same column."""
        entry, rows = self.entry(), self._scroll.rows
        if not rows or not self._shown:
            return
        target = rows.index(entry.row) + by if entry is not None else 0
        if 0 <= target < len(rows):
            self.show_row(rows[target])

    def show_row(self, row: str) -> None:
        """Go to what stands first in the row with this id, in the same column."""
        view = self._views[self._active]
        at = next(at for at, each in enumerate(view.cards.entries) if each.row == row)
        self._scroll.go_to_row(self._scroll.rows.index(row))
        view.go_to(view.step(at - 1, 1))

    def row(self) -> str | None:
        """The id of the row that the keys act on: that of the chosen entry, else the one at the upper edge."""
        entry = self.entry()
        return entry.row if entry is not None else self._scroll.row

    def _made_view(self, at: int) -> ColumnView:
        view = ColumnView(self._sizes, self)
        view.entered.connect(lambda: self._enter(at))
        view.entry_activated.connect(self.entry_activated)
        view.expand_wished.connect(self.expand_wished)
        view.spot_clicked.connect(self.spot_clicked)
        view.sideways.connect(lambda by: self._step_sideways(at, by))
        view.row_jumped.connect(self.go_to_row)
        view.head_clicked.connect(self.head_clicked)
        view.selectionModel().currentChanged.connect(lambda *_: self.entry_chosen.emit())
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(lambda point: self.menu_wished.emit(view.viewport().mapToGlobal(point)))
        view.hide()
        return view

    def _enter(self, at: int) -> None:
        """A column has taken the focus: its chosen card, and no other, is the one that the keys act on."""
        self._active = at
        for view in self._views:
            if view is not self._views[at]:  # a card that is let go and chosen again would be told twice
                view.clearSelection()
        chosen = self._views[at].currentIndex()
        if chosen.isValid():
            self._views[at].selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.entry_chosen.emit()

    def _step_sideways(self, at: int, by: int) -> None:
        view = self._views[at]
        entry = view.entry()
        if entry is None:
            view.go_to(view.step(-1, 1))
        elif self._shown[at].others:
            self._go_to_manifesto(entry, by)
        elif 0 <= at + by < len(self._shown):
            self.go_to_column(at + by, entry.row, view.card_rect(view.currentIndex().row()).center().y())
        else:
            self.sideways_wished.emit(by)

    def _go_to_manifesto(self, entry: Entry, by: int) -> None:
        """In the list: go to the next manifesto (1) of the row, or to the one before (-1)."""
        view = self._views[self._active]
        names = [
            at
            for at, each in enumerate(view.cards.entries)
            if each.row == entry.row and each.kind is EntryKind.MANIFESTO
        ]
        here = view.currentIndex().row()
        ways = [at for at in names if at > here] if by > 0 else [at for at in names if at < here][::-1]
        # Back from among a manifesto's passages, its own name is not where people want to go.
        ways = [at for at in ways if view.cards.entries[at].document != entry.document]
        if ways:
            view.go_to(ways[0])

    def _choose_again(self, chosen: Entry, place: int) -> None:
        """Choose what was chosen before the columns were shown anew; where that has gone, what took its `place`."""
        for at, view in enumerate(self._views[: len(self._shown)]):
            found = view.cards.at(chosen.place)
            if found is not None and (chosen.passage is not None or at == self._active):
                self._active = at
                view.choose_in_place(found)
                return
        self._choose_beside(chosen, place)

    def _choose_beside(self, gone: Entry, place: int) -> None:
        """Choose what stands for an entry that is shown no more in its row: what took its place, else what is left."""
        view = self._views[self._active]
        entries = view.cards.entries
        kinds = (EntryKind.HEAD, EntryKind.HEADING, EntryKind.MANIFESTO)
        row = [at for at, each in enumerate(entries) if each.row == gone.row and each.kind not in kinds]
        same = [at for at in row if entries[at].document == gone.document]
        if row:
            view.choose_in_place(min(same, key=lambda at: (abs(at - place), -at)) if same else row[0])

    def _place_views(self) -> None:
        width, across = self._sizes.column, self._sizes.column * len(self._shown)
        for at, view in enumerate(self._views):
            view.setVisible(at < len(self._shown))
            view.setGeometry(QRect(at * width, 0, width, self.height()))
            view.drawing.offset, view.drawing.across = at * width, across
        bar = self._scroll.bar.sizeHint().width()
        self._scroll.bar.setGeometry(self.width() - bar, 0, bar, self.height())

    def _restyle(self) -> None:
        """Type or colours have changed: every card is laid out anew."""
        self._sizes = CardSizes(self._sizes.column)
        for view in self._views:
            view.drawing.sizes = self._sizes
        self._scroll.resize_cards(self._sizes)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._scroll.stop_measuring()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scroll.measure_later()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
