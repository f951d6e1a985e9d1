"""The columns side by side: one scroll position for all, rows at one height, the head of the row kept in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.library.records import Document
from ui import theme
from ui.compare.aligning import AlignedColumns, Anchor
from ui.compare.card_delegate import draw_head
from ui.compare.card_layout import Spot
from ui.compare.card_sizes import CardSizes, head_height
from ui.compare.column_view import ColumnView
from ui.compare.columns_shown import MOST
from ui.compare.entries import Entry, Rows

# Cards are measured in turns this long, so that the window answers in between.
_TURN = 0.006
_LOOK_AHEAD = 400
_WHEEL_STEP = 24


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column as the area shows it: whose it is, its name for those who cannot see its head, its entries."""

    document: Document
    name: str
    rows: Rows


class StickyHead(QWidget):
    """The head of the row that is being read, over the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, subtopic: str) -> None:
        if subtopic != self.accessibleName():
            self.setAccessibleName(subtopic)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_head(painter, self.rect(), self.accessibleName())
        painter.end()


class ColumnsArea(QWidget):
    """Up to six columns. It is told which to show; it tells what is done with their cards."""

    entry_chosen = Signal(object)  # Entry, or None
    entry_activated = Signal(object)  # Entry
    spot_clicked = Signal(object, object)  # Entry, Spot
    sideways_wished = Signal(int)  # past the first (-1) or last (1) column shown
    expand_wished = Signal()
    menu_wished = Signal(object)  # the point on the screen
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = CardSizes(1)
        self._columns = AlignedColumns((), self._sizes)
        self._views = [self._made_view(at) for at in range(MOST)]
        self._shown: tuple[ShownColumn, ...] = ()
        self._active = 0
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setSingleStep(_WHEEL_STEP)
        self._bar.valueChanged.connect(self._scroll)
        self._sticky = StickyHead(self)
        self._measuring = QTimer(self)
        self._measuring.setInterval(0)
        self._measuring.timeout.connect(self._measure_on)
        self._settling = False
        theme.changed.connect(self._restyle)

    def show_columns(self, columns: Sequence[ShownColumn], width: int, anchor: Anchor | None = None) -> None:
        """Show these columns, each `width` pixels wide, scrolled to what the anchor names (the top when None)."""
        chosen = self.entry()
        if width != self._sizes.column:
            self._sizes = CardSizes(width)
        self._shown = tuple(columns)
        self._columns = AlignedColumns([column.rows for column in columns], self._sizes)
        for view, column in zip(self._views, columns, strict=False):
            view.drawing.sizes = self._sizes
            view.cards.show(column.rows)
            view.setAccessibleName(column.name)
        self._active = min(self._active, max(0, self._count - 1))
        self._place_views()
        self._settle(anchor)
        if chosen is not None:
            self._choose_again(chosen)
        self._measure_later()

    def replace(self, column: int, entry: Entry) -> None:
        """Show the entry of this place in another way; `column` is counted from 0 among those shown."""
        view = self._views[column]
        at = view.cards.at(entry.place)
        if at is None:
            return
        view.cards.replace(at, entry)
        anchor = self.anchor()
        self._columns.replace(column, at, entry)
        self._settle(anchor)
        if view.currentIndex().row() == at:
            view.scrollTo(view.currentIndex())

    def anchor(self) -> Anchor | None:
        """What stands at the upper edge now."""
        return self._columns.anchor(self._bar.value())

    def entry(self) -> Entry | None:
        """The card or silence that the keys act on."""
        return self._views[self._active].entry() if self._count else None

    def active(self) -> int:
        """Which of the shown columns (0-based) the keys act on."""
        return self._active

    def document(self) -> Document | None:
        """The manifesto of that column."""
        return self._shown[self._active].document if self._shown else None

    def view(self, at: int) -> ColumnView:
        """The view of the shown column `at` (0-based)."""
        return self._views[at]

    @property
    def _count(self) -> int:
        return len(self._shown)

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
        entry = self.entry()
        names = [row for row, _ in self._columns.row_names]
        if entry is None or entry.row not in names:
            return
        target = names.index(entry.row) + by
        if 0 <= target < len(names):
            view = self._views[self._active]
            at = next(at for at, each in enumerate(view.cards.entries) if each.row == names[target])
            self._bar.setValue(self._columns.row_tops[target])
            view.go_to(at + 1)

    def room(self) -> int:
        """How many pixels of width there are for columns."""
        return self.width() - self._bar.sizeHint().width()

    def settle_again(self) -> None:
        """The height has changed: the same columns at the same place."""
        anchor = self.anchor()
        self._place_views()
        self._settle(anchor)

    def focus_columns(self) -> None:
        """Give the keys to the column used last."""
        if self._count:
            self._views[self._active].setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_view(self, at: int) -> ColumnView:
        view = ColumnView(self._sizes, self)
        view.entered.connect(lambda: self._enter(at))
        view.entry_activated.connect(lambda: self._activate(at))
        view.spot_clicked.connect(lambda spot: self._click(at, spot))
        view.sideways.connect(lambda by: self._step_sideways(at, by))
        view.row_jumped.connect(self.go_to_row)
        view.expand_wished.connect(self.expand_wished)
        view.reveal_wished.connect(self._reveal)
        view.verticalScrollBar().valueChanged.connect(lambda value: self._follow(value))
        view.selectionModel().currentChanged.connect(lambda *_: self._choose(at))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(lambda point: self.menu_wished.emit(view.mapToGlobal(point)))
        view.hide()
        return view

    # What the views tell

    def _enter(self, at: int) -> None:
        self._active = at
        for other, view in enumerate(self._views):
            if other != at:
                view.clearSelection()
        view = self._views[at]
        if view.currentIndex().isValid():
            view.selectionModel().select(view.currentIndex(), view.selectionModel().SelectionFlag.ClearAndSelect)
        self.entry_chosen.emit(self.entry())

    def _choose(self, at: int) -> None:
        if at == self._active:
            self.entry_chosen.emit(self.entry())

    def _activate(self, at: int) -> None:
        self._active = at
        if (entry := self.entry()) is not None:
            self.entry_activated.emit(entry)

    def _click(self, at: int, spot: Spot) -> None:
        self._active = at
        if (entry := self.entry()) is not None:
            self.spot_clicked.emit(entry, spot)

    def _step_sideways(self, at: int, by: int) -> None:
        self._active = at
        view = self._views[at]
        entry = view.entry()
        if entry is None:
            return
        if 0 <= at + by < self._count:
            self.go_to_column(at + by, entry.row, view.card_rect(view.currentIndex().row()).center().y())
        else:
            self.sideways_wished.emit(by)

    def _choose_again(self, chosen: Entry) -> None:
        """Choose what stands where the chosen entry stood before the columns were shown anew."""
        for at, view in enumerate(self._views[: self._count]):
            found = view.cards.at(chosen.place)
            if found is not None and (chosen.card is not None or at == self._active):
                self._settling = True
                view.go_to(found)
                self._settling = False
                self._active = at
                return

    # One scroll position

    def _scroll(self, value: int) -> None:
        if not self._settling and self._measure_in_sight(value):
            return
        for view in self._views[: self._count]:
            view.verticalScrollBar().setValue(value)
        self._place_sticky()

    def _follow(self, value: int) -> None:
        """A column has been scrolled by the wheel or by touch: so are all."""
        if not self._settling:
            self._bar.setValue(value)

    def _reveal(self, top: int, height: int) -> None:
        """Scroll just so far that a card drawn from `top` on is in sight below the head of its row."""
        if self._settling:
            return
        upper, lower = head_height(), self.height()
        if top < upper or height > lower - upper:
            self._bar.setValue(self._bar.value() + top - upper)
        elif top + height > lower:
            self._bar.setValue(self._bar.value() + top + height - lower)

    # Heights

    def _settle(self, anchor: Anchor | None) -> None:
        """Measure what will be in sight, lay the views out, and scroll to what the anchor names."""
        columns = self._columns
        for _ in range(4):
            at = columns.height_of(anchor) if anchor else 0
            if not columns.measure_between(at, at + self.height() + _LOOK_AHEAD):
                break
            columns.align()
        self._lay_out(columns.height_of(anchor) if anchor else 0)

    def _lay_out(self, scrolled: int) -> None:
        self._settling = True
        for view, heights in zip(self._views, self._columns.heights, strict=False):
            view.cards.set_heights(heights)
            view.doItemsLayout()
        self._bar.setRange(0, max(0, self._columns.total - self.height()))
        self._bar.setPageStep(max(1, self.height() - head_height()))
        self._bar.setVisible(self._bar.maximum() > 0)
        self._bar.setValue(scrolled)
        for view in self._views[: self._count]:
            view.verticalScrollBar().setValue(self._bar.value())
            view.viewport().update()
        self._settling = False
        self._place_sticky()

    def _measure_in_sight(self, value: int) -> bool:
        """Measure what comes into sight at this scroll position; whether that moved anything."""
        if not self._columns.measure_between(value, value + self.height() + _LOOK_AHEAD):
            return False
        self._columns_realigned(self._columns.anchor(value))
        return True

    def _measure_on(self) -> None:
        """Measure for one turn; when all is measured, lay out what was estimated."""
        if self._columns.measure_for(_TURN):
            return
        self._measuring.stop()
        self._columns_realigned(self.anchor())

    def _measure_later(self) -> None:
        if self.isVisible():
            self._measuring.start()

    def _columns_realigned(self, anchor: Anchor | None) -> None:
        before = self._columns.heights
        self._columns.align()
        if self._columns.heights != before:
            self._settle(anchor)

    def _restyle(self) -> None:
        """Type or colours have changed: every layout is made again."""
        anchor = self.anchor()
        self._sizes = CardSizes(self._sizes.column)
        for view in self._views:
            view.drawing.sizes = self._sizes
        self._columns = self._columns.at_sizes(self._sizes)
        self._settle(anchor)
        self._measure_later()

    # Where things stand

    def _place_views(self) -> None:
        width, across = self._sizes.column, self._sizes.column * self._count
        for at, view in enumerate(self._views):
            view.setVisible(at < self._count)
            view.setGeometry(QRect(at * width, 0, width, self.height()))
            view.drawing.offset, view.drawing.across = at * width, across
        bar = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - bar, 0, bar, self.height())
        self._bar.raise_()

    def _place_sticky(self) -> None:
        names = self._columns.row_names
        self._sticky.setVisible(bool(names))
        if not names:
            return
        at = self._columns.row_at(self._bar.value())
        self._sticky.say(names[at][1])
        height = head_height()
        top = 0
        if at + 1 < len(names):
            top = min(0, self._columns.row_tops[at + 1] - self._bar.value() - height)
        self._sticky.setGeometry(0, top, self._sizes.column * self._count, height)
        self._sticky.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._measuring.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._measuring.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
