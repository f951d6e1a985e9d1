"""The quiet row under the topics: what is shown, in which order, how densely, and which manifestos are columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from index.selecting import Only
from ui.compare.cards.card import DENSITY_NAMES, Density
from ui.compare.table.order import ORDER_NAMES, OWN_ORDER, ColumnOrder
from ui.shared.choice_box import ChoiceBox
from ui.shared.named import name_box
from ui.theme.tokens import STEP, TWO
from ui.theme.words import give_tip, one_line

# In a narrow window choices are elided rather than pushed out of it.
_NARROWEST = 10 * STEP
# What stands under the sets and is none: no set has such an id.
_COLUMNS = "/columns"
ONLY_NAMES = {
    Only.ALL: "All statements",
    Only.PLEDGES: "Pledges only",
    Only.NUMBERS: "With numbers only",
    Only.VERDICTS: "Verdicts only",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """How people have set the comparison."""

    only: Only = Only.ALL
    best_first: bool = True
    density: Density = Density.SHORT
    order: ColumnOrder = ColumnOrder.HAND


class Controls(QWidget):
    """Five choices, and under the sets the way to a sixth: which of a set's manifestos are columns."""

    changed = Signal(object)  # Filters
    set_chosen = Signal(str)
    columns_wished = Signal()
    picked = Signal()  # something was chosen from a list: the keys belong to what it was chosen for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = _choice("Statements shown", ONLY_NAMES)
        self._best = _choice("Order of passages", {True: "Most specific first", False: "Document order"})
        self._density = _choice("Passage length", DENSITY_NAMES)
        self._sets = _choice("Set of manifestos", {})
        self._shown_set = 0
        self._order = _choice("Order of columns", ORDER_NAMES)
        self._sets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout(self)
        row.setContentsMargins(TWO, 0, TWO, 0)
        row.setSpacing(STEP)
        for choice in (self._kinds, self._best, self._density):
            row.addWidget(choice)
        row.addStretch()
        for choice in (self._sets, self._order):
            row.addWidget(choice)
        for choice in (self._kinds, self._best, self._density, self._order):
            choice.activated.connect(lambda _: self.changed.emit(self.filters()))
        self._sets.activated.connect(lambda _: self._choose_set())
        for choice in (self._kinds, self._best, self._density, self._sets, self._order):
            choice.picked.connect(self.picked)

    def filters(self) -> Filters:
        """What is chosen."""
        # Qt gives the value of a StrEnum back as a plain str.
        return Filters(
            Only(self._kinds.currentData()),
            self._best.currentData(),
            Density(self._density.currentData()),
            ColumnOrder(self._order.currentData()),
        )

    def show_filters(self, filters: Filters, *, own_order: bool) -> None:
        """Show these choices, without saying that they were made; `own_order` where somebody has moved a column."""
        arranged = self._order.findData(ColumnOrder.HAND)
        self._order.setItemText(arranged, OWN_ORDER if own_order else ORDER_NAMES[ColumnOrder.HAND])
        for choice, value in (
            (self._kinds, filters.only),
            (self._best, filters.best_first),
            (self._density, filters.density),
            (self._order, filters.order),
        ):
            choice.setCurrentIndex(choice.findData(value))

    def show_sets(self, sets: Iterable[tuple[str, str]], chosen: str) -> None:
        """Offer these sets (id and name)."""
        with QSignalBlocker(self._sets):
            self._sets.clear()
            for identifier, name in sets:
                self._sets.addItem(one_line(name), identifier)
            self._sets.addItem("Choose columns…", _COLUMNS)  # no separator: the style draws an upright tick for one
            self._shown_set = max(0, self._sets.findData(chosen))
            self._sets.setCurrentIndex(self._shown_set)

    def _choose_set(self) -> None:
        if self._sets.currentData() == _COLUMNS:
            self._sets.setCurrentIndex(self._shown_set)
            self.columns_wished.emit()
        else:
            self.set_chosen.emit(self._sets.currentData())


def _choice(name: str, values: Mapping[Any, str]) -> ChoiceBox:
    choice = ChoiceBox()
    name_box(choice, name)
    give_tip(choice, name)
    choice.setFrame(False)
    choice.setMinimumWidth(_NARROWEST)
    for value, text in values.items():
        choice.addItem(text, value)
    return choice
