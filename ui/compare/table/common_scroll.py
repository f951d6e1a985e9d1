"""One scroll position and one height per row for all columns, found while people read rather than before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollBar, QWidget

from ui.compare.cards.card_sizes import CardSizes, head_height
from ui.compare.cards.entries import Entry, Rows
from ui.compare.table.aligning import AlignedColumns, Anchor
from ui.compare.table.column_view import ColumnView
from ui.compare.table.sticky_head import StickyHead

# Cards are measured in turns this long (seconds), so that the window answers in between.
_TURN = 0.006
# How far below the lower edge cards are measured before they can be seen, in pixels.
_LOOK_AHEAD = 400
_WHEEL_STEP = 24


class CommonScroll(QObject):
    """Keeps the views of the columns on `ground` at one position. Cards not yet seen have estimated heights.

    Whatever is measured or shown differently, what stands at the upper edge stays there.
    """

    head_clicked = Signal(str)  # the id of a row
    moved = Signal()  # something else stands at the upper edge, perhaps

    def __init__(self, ground: QWidget, views: Sequence[ColumnView]) -> None:
        super().__init__(ground)
        self._ground = ground
        self._all_views = views
        self._views: Sequence[ColumnView] = ()
        self._columns = AlignedColumns((), CardSizes(1))
        self._settling = False
        self.bar = QScrollBar(Qt.Orientation.Vertical, ground)
        self.bar.setSingleStep(_WHEEL_STEP)
        self.bar.valueChanged.connect(self._scroll)
        self._sticky = StickyHead(ground)
        self._sticky.clicked.connect(self.head_clicked)
        self._sticky.wheeled.connect(lambda event: QCoreApplication.sendEvent(self.bar, event))
        self._measuring = QTimer(self)
        self._measuring.setInterval(0)
        self._measuring.timeout.connect(self._measure_on)
        for view in views:
            view.reveal_wished.connect(self._reveal)
            view.verticalScrollBar().valueChanged.connect(self._follow)

    @property
    def rows(self) -> list[str]:
        """The ids of the rows, top to bottom."""
        return [head.row for head in self._columns.row_heads]

    @property
    def row(self) -> str | None:
        """The id of the row at the upper edge."""
        return self.rows[self._columns.row_at(self.bar.value())] if self.rows else None

    @property
    def measuring(self) -> bool:
        """Whether cards are still being measured."""
        return self._measuring.isActive()

    @property
    def sticky_row(self) -> str:
        """The sub-topic whose head is kept in sight."""
        return self._sticky.accessibleName()

    @property
    def head_bottom(self) -> int:
        """How far down the head that is kept in sight reaches, in pixels."""
        return self._sticky.geometry().bottom()

    def hold(self) -> None:
        """The views are about to get other entries: follow none of them until their rows are shown.

        Qt lays a view out when it gets the keys; to lay out all of them by heights of other entries meanwhile, from
        within that, ends the program.
        """
        self._settling = True

    def show_rows(self, columns: Sequence[Rows], sizes: CardSizes, anchor: Anchor | None) -> None:
        """Show these columns in the first views, scrolled to what the anchor names (the top when None)."""
        self._views = self._all_views[: len(columns)]
        self._columns = AlignedColumns(columns, sizes)
        self.settle(anchor)
        self.measure_later()

    def resize_cards(self, sizes: CardSizes) -> None:
        """Show the same at other sizes."""
        anchor = self.anchor()
        self._columns = self._columns.at_sizes(sizes)
        self.settle(anchor)
        self.measure_later()

    def replace(self, column: int, at: int, entry: Entry) -> None:
        """Make room for another entry at the same place."""
        anchor = self.anchor()
        self._columns.replace(column, at, entry)
        self.settle(anchor)

    def anchor(self) -> Anchor | None:
        """What stands at the upper edge now."""
        return self._columns.anchor(self.bar.value())

    def go_to_row(self, row: int) -> None:
        """Bring the head of this row (0-based) to the upper edge."""
        self.bar.setValue(self._columns.row_tops[row])

    def settle(self, anchor: Anchor | None, beyond: int = 0) -> None:
        """Measure what will be in sight, lay the views out, and scroll `beyond` pixels past what the anchor names."""
        columns = self._columns
        at = max(0, columns.height_of(anchor) + beyond) if anchor else 0
        while columns.measure_between(at, at + self._ground.height() + _LOOK_AHEAD):
            columns.align()
            at = max(0, columns.height_of(anchor) + beyond) if anchor else 0
        self._lay_out(at)
        self.moved.emit()

    def measure_later(self) -> None:
        """Measure the cards that are not in sight whenever there is nothing else to do."""
        if self._ground.isVisible():
            self._measuring.start()

    def stop_measuring(self) -> None:
        """Leave the rest estimated."""
        self._measuring.stop()

    def _lay_out(self, scrolled: int) -> None:
        self._settling = True
        for view, heights in zip(self._views, self._columns.heights, strict=True):
            view.cards.set_heights(heights)
            view.doItemsLayout()
        self.bar.setRange(0, max(0, self._columns.total - self._ground.height()))
        self.bar.setPageStep(max(1, self._ground.height() - head_height()))
        self.bar.setVisible(self.bar.maximum() > 0)
        self.bar.setValue(scrolled)
        for view in self._views:
            view.verticalScrollBar().setValue(self.bar.value())
            view.viewport().update()
        self._settling = False
        self._place_sticky()

    def _scroll(self, value: int) -> None:
        if self._settling:
            return
        if self._columns.measure_between(value, value + self._ground.height() + _LOOK_AHEAD):
            anchor = self._columns.anchor(value)
            if self._realigned():
                self.settle(anchor)
                return
        for view in self._views:
            view.verticalScrollBar().setValue(value)
        self._place_sticky()
        self.moved.emit()

    def _follow(self, value: int) -> None:
        """A column has been scrolled by wheel or touch: so are all."""
        if not self._settling:
            self.bar.setValue(value)

    def _reveal(self, top: int, height: int) -> None:
        """Scroll just so far that a card drawn from `top` on is in sight below the head of its row."""
        if self._settling:
            return
        upper, lower = head_height(), self._ground.height()
        if top < upper or height > lower - upper:
            self.bar.setValue(self.bar.value() + top - upper)
        elif top + height > lower:
            self.bar.setValue(self.bar.value() + top + height - lower)

    def _measure_on(self) -> None:
        """Measure for one turn; when all is measured, lay out what was estimated."""
        if self._columns.measure_for(_TURN):
            return
        self._measuring.stop()
        anchor = self.anchor()
        if self._realigned():
            self.settle(anchor)

    def _realigned(self) -> bool:
        """Align what has been measured; whether anything has another height now."""
        before = self._columns.heights
        self._columns.align()
        return self._columns.heights != before

    def _place_sticky(self) -> None:
        heads = self._columns.row_heads
        self._sticky.setVisible(bool(heads))
        if not heads:
            return
        at = self._columns.row_at(self.bar.value())
        height = head_height()
        top = 0
        if at + 1 < len(heads):
            top = min(0, self._columns.row_tops[at + 1] - self.bar.value() - height)
        self._sticky.say(heads[at])
        self._sticky.setGeometry(QRect(0, top, self._columns.sizes.column * len(self._views), height))
        self._sticky.raise_()
