"""By what lines are sorted and whether they are thinned: three choices, the size of a sample, and its seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

from index.concordance import Level, level_name
from reader.wording import tr
from ui import theme
from ui.annotating.flow_layout import FlowLayout
from ui.shared.choice_box import ChoiceBox
from ui.shared.named import name_box
from ui.theme.text import Role, Text
from ui.theme.words import give_tip

SIZES = (20, 50, 100, 200, 500, 1000)
_LARGEST_SEED = 999_999
_TO_THE_RIGHT, _TO_THE_LEFT = (Level.R1, Level.R2, Level.R3), (Level.L1, Level.L2, Level.L3)
_LETTERS = 9  # about as wide as "1st word left"


@dataclass(frozen=True, slots=True)
class Order:
    """What lines are sorted by, the first counting most; how many are drawn, 0 for all, and with which seed."""

    levels: tuple[Level, ...] = ()
    size: int = 0
    seed: int = 1


class Ordering(QObject):
    """Sets its controls into a row of others. Says `changed` when anything is chosen."""

    changed = Signal()
    picked = Signal()  # something was chosen from a list: whoever did so looks at the lines next

    def __init__(self, parent: QWidget, row: FlowLayout) -> None:
        super().__init__(parent)
        self._parent = parent
        self._roomy = True
        names = (tr("Sort by"), tr("Then by"), tr("And then by"))
        self.sorts = [self._choice(name) for name in names]
        for box in self.sorts:
            box.addItem(tr("As they stand"), "")
            for level in Level:
                box.addItem(level_name(level), level.value)
        self.sample = self._choice(tr("How many lines"))
        self.sample.addItem(tr("All lines"), 0)
        for size in SIZES:
            self.sample.addItem(tr("{size:,} at random", size=size), size)
        self.seed = QSpinBox()
        self.seed.setAccessibleName(tr("Seed of the sample"))
        give_tip(self.seed, tr("The same seed draws the same lines again."))
        self.seed.setPrefix(tr("Seed {number}", number=""))
        self.seed.setRange(1, _LARGEST_SEED)
        self.seed.setKeyboardTracking(False)
        self.again = QPushButton(tr("Draw again"))
        give_tip(self.again, tr("Draw other lines, with the next seed."))
        self._label = Text(tr("Sort by"), Role.SECONDARY)
        for widget in (self._label, *self.sorts, self.sample, self.seed, self.again):
            row.addWidget(widget)
        self.seed.valueChanged.connect(lambda _: self._tell())
        self.again.clicked.connect(self.draw_again)
        theme.changed.connect(self._align_soon)
        self._align()
        self._offer()

    @property
    def order(self) -> Order:
        """What is chosen."""
        values = [str(box.currentData() or "") for box in self.sorts]
        levels = tuple(dict.fromkeys(Level(value) for value in values if value))
        return Order(levels, int(self.sample.currentData() or 0), self.seed.value())

    def choose(self, order: Order) -> None:
        """Let this be chosen."""
        values = [level.value for level in order.levels]
        for at, box in enumerate(self.sorts):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(values[at] if at < len(values) else "")))
        with QSignalBlocker(self.sample):
            self.sample.setCurrentIndex(max(0, self.sample.findData(order.size)))
        with QSignalBlocker(self.seed):
            self.seed.setValue(order.seed)
        self._offer()

    def make_room(self, roomy: bool) -> None:
        """Whether there is room for a second line of controls; levels that count less stay where they do not show."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._offer()

    def sort_to(self, levels: Sequence[Level]) -> None:
        """Sort by these levels; as they stand where they are sorted so already."""
        now = self.order
        self.choose(Order(() if now.levels == tuple(levels) else tuple(levels), now.size, now.seed))
        self.changed.emit()

    def sort_right(self) -> None:
        """Sort by the words to the right, or as they stand again."""
        self.sort_to(_TO_THE_RIGHT)

    def sort_left(self) -> None:
        """Sort by the words to the left, or as they stand again."""
        self.sort_to(_TO_THE_LEFT)

    def draw_again(self) -> None:
        """Draw other lines."""
        if self.order.size:
            self.seed.setValue(self.seed.value() % _LARGEST_SEED + 1)

    def ask_for_sorting(self) -> None:
        self.sorts[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_for_size(self) -> None:
        self.sample.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choice(self, name: str) -> ChoiceBox:
        choice = ChoiceBox(self._parent)
        name_box(choice, name)
        choice.setFrame(False)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_LETTERS)
        choice.activated.connect(lambda _: self._tell())
        choice.picked.connect(self.picked)
        return choice

    def _align_soon(self) -> None:
        QTimer.singleShot(0, self, self._align)  # the style follows the theme

    def _align(self) -> None:
        """The words stand in the middle of their line."""
        self._label.setMinimumHeight(self.sample.sizeHint().height())

    def _tell(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        """The seed is there with a sample alone, a second level with a first."""
        chosen = self.order
        self.seed.setVisible(bool(chosen.size))
        self.again.setVisible(bool(chosen.size))
        for number, box in enumerate(self.sorts[1:], 1):
            there = bool(self.sorts[number - 1].currentData()) or bool(box.currentData())
            box.setVisible(there and self._roomy)


def as_state(order: Order) -> dict[str, Any]:
    """The order as plain JSON values."""
    return {"sort": [level.value for level in order.levels], "sample": order.size, "seed": order.seed}


def from_state(state: dict[str, Any]) -> Order:
    """What `as_state` told of, as far as it makes sense."""
    sort, size, seed = state.get("sort"), state.get("sample"), state.get("seed")
    known = {level.value for level in Level}
    levels = [Level(name) for name in sort if name in known] if isinstance(sort, list) else []
    drawn_with = seed if isinstance(seed, int) and 1 <= seed <= _LARGEST_SEED else 1
    return Order(tuple(levels), size if isinstance(size, int) and size in SIZES else 0, drawn_with)
