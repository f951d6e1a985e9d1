"""The comparison as a table: heads, what is to be said about all of it, and the columns, as many as fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.comparison import UNCERTAIN, differing
from ui import theme
from ui.compare.cards.card_layout import INSET, text_width
from ui.compare.table.aligning import Anchor
from ui.compare.table.card_commands import CardCommands
from ui.compare.table.columns_area import ColumnsArea
from ui.compare.table.columns_shown import MOST, ColumnsShown
from ui.compare.table.heads import HeadRow
from ui.compare.table.look import Look
from ui.compare.table.presenting import Presentation
from ui.compare.table.row_copying import RowCopying
from ui.compare.table.warnings_line import WarningsLine
from ui.session.session import Session
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, HALF, STEP

# How much of the table's height the heads and the line of warnings may take, so that there is room for passages.
_FOR_HEADS = 0.22


class ComparisonTable(QWidget):
    """Shows a presentation and pages sideways through its columns."""

    turned = Signal(object)  # ColumnsShown
    column_menu_wished = Signal(str, object)  # document id, point on the screen

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = ColumnsArea()
        self.commands = CardCommands(session, self.area)
        self._heads = HeadRow(MOST)
        self._copying = RowCopying(session, lambda: (self._presentation, self._look), self.area.row, self)
        self._folded = False
        self.warnings = WarningsLine()
        self._sensitive = Text("", Role.SECONDARY).wrapped()
        self._sensitive.setContentsMargins(INSET, HALF, INSET, 0)
        self._presentation: Presentation | None = None
        self._look = Look()
        self._fit = ColumnsShown(0, 0, 0, COLUMN_WIDTH)
        self._parts = column = QVBoxLayout(self)
        column.setContentsMargins(STEP, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(self.warnings)
        column.addWidget(self._sensitive)
        column.addWidget(self.area, 1)
        self.area.resized.connect(self._refit)
        self.area.common_scroll.moved.connect(self._follow_scroll)
        self.area.sideways_wished.connect(self._go_past_edge)
        self._heads.menu_wished.connect(self._tell_menu)
        theme.changed.connect(self._restyle)

    @property
    def presentation(self) -> Presentation | None:
        """What is shown."""
        return self._presentation

    @property
    def first(self) -> int:
        """The first column in sight, counted from 0."""
        return self._fit.first

    def present(self, presentation: Presentation, look: Look, first: int, *, keep_place: bool) -> None:
        """Show this from the column `first` on; scrolled to what stood at the upper edge before, or to the top."""
        anchor = self.area.anchor() if keep_place else None
        self._presentation, self._look = presentation, look
        self.warnings.say(presentation.warnings)
        self._sensitive.setText(presentation.sensitive_note)
        self._sensitive.setVisible(bool(presentation.sensitive_note))
        self._show(self._fitting(first), anchor)

    def turn(self, by: int) -> None:
        """Page sideways: to the columns after (1) or before (-1) those in sight."""
        self._show(self._fit.from_first(self._fit.first + by * self._fit.count), self.area.anchor())

    def show_document(self, document: str) -> None:
        """Give the keys to the column of this manifesto (an id), turned to if it is out of sight; else to the last."""
        documents = self._presentation.documents if self._presentation is not None else ()
        at = next((at for at, each in enumerate(documents) if each.id == document), None)
        if at is not None and not self._look.linear and (turned := self._fit.showing(at)) != self._fit:
            self._show(turned, self.area.anchor())
        self.area.focus_columns(document)

    def look_again(self, look: Look) -> None:
        """Show the same in another way, at the same place."""
        self._look = look
        self._show(self._fitting(self._fit.first), self.area.anchor())

    def go_to_difference(self, by: int) -> str:
        """Go to the next row (1) or the one before (-1) where the manifestos differ; its name, "" without any."""
        if self._presentation is None:
            return ""
        rows = self._presentation.loaded.comparison.rows
        names = [row.subtopic.id for row in rows]
        row = self.area.row()
        beyond = len(names) if by < 0 or row == UNCERTAIN.id else -1
        here = names.index(row) if row in names else beyond
        differ = [names.index(each) for each in differing(self._presentation.loaded.comparison)]
        ways = [at for at in differ if at > here] if by > 0 else [at for at in differ if at < here][::-1]
        if not ways:
            return ""
        self.area.show_row(names[ways[0]])
        return rows[ways[0]].subtopic.name

    @property
    def sensitive_note(self) -> str:
        """What stands before the first passage that speaks of violence; "" where none does."""
        return self._sensitive.text()

    def _place_heads(self) -> None:
        warned = self.warnings.toggle.sizeHint().height() if self.warnings.isVisibleTo(self) else 0
        most, count = round(self.height() * _FOR_HEADS) - warned, 0 if self._look.linear else self._fit.count
        self._heads.place(count, self._fit.width, most, folded=self._folded)

    def _follow_scroll(self) -> None:
        """Fold the heads when people have scrolled so far that nothing moves by that; unfold them at the very top."""
        at = self.area.common_scroll.bar.value()
        folded = at > 0 if self._folded else at > self._heads.gain
        if folded != self._folded and not self._look.linear:
            self._folded = folded
            self._place_heads()
            self._parts.activate()

    def _fitting(self, first: int) -> ColumnsShown:
        if self._look.linear:
            return ColumnsShown(1, 0, 1, min(self.area.room(), text_width(self.area.room()) + 2 * INSET))
        total = len(self._presentation.documents) if self._presentation else 0
        return ColumnsShown.fitting(total, self.area.room(), COLUMN_WIDTH, first)

    def _show(self, fit: ColumnsShown, anchor: Anchor | None) -> None:
        shown = self._presentation
        if shown is None:
            return
        self._fit = fit
        reading = self.commands.reading(shown.loaded.comparison.topic, self._look)
        if self._look.linear:
            self._place_heads()
            self.area.show_columns(shown.as_list(reading), fit.width, anchor)
            self.turned.emit(fit)
            return
        for head, said in zip(self._heads.heads(), shown.heads(fit.first, fit.count), strict=False):
            if said.column is None:
                head.show_working(said.document, shown.unknown, apart=said.apart)
            else:
                head.show_column(said.column, shown.largest_share, apart=said.apart)
        self._place_heads()
        self.area.show_columns(shown.columns(fit.first, fit.count, reading), fit.width, anchor)
        self.turned.emit(fit)

    def _refit(self) -> None:
        """The window has another size: show as many columns as fit now, or the same ones at the same place."""
        fit = self._fitting(self._fit.first)
        if fit == self._fit:
            self._place_heads()
            self.area.settle_again()
        else:
            in_sight = self.area.chosen_in_sight()
            self._show(fit, self.area.anchor())
            if in_sight:  # rows are as high as in the columns shown, of which there are others now
                self.area.show_chosen()

    def _restyle(self) -> None:
        """Type has another size: heads need other heights."""
        self._show(self._fitting(self._fit.first), self.area.anchor())

    def _go_past_edge(self, by: int) -> None:
        """A key leads past the last column in sight: bring the next one in and go there."""
        entry = self.area.entry()
        beyond = self._fit.first + self.area.active() + by
        if entry is None or not 0 <= beyond < self._fit.total:
            return
        self._show(self._fit.showing(beyond), self.area.anchor())
        self.area.go_to_column(beyond - self._fit.first, entry.row)

    def _tell_menu(self, at: int, point: QPoint) -> None:
        if self._presentation is not None:
            self.column_menu_wished.emit(self._presentation.documents[self._fit.first + at].id, point)
