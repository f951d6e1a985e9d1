"""The first page of the sample panel: what will be drawn, how many passages, from which seed; and earlier samples."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from index.sampled import Outcome
from index.topics.model import Topic
from ui.compare.sample.tables import EARLIER_HEADS, earlier_row
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, MEASURE, STEP, THREE, TWO

_USUAL_SIZE, _LARGEST = 60, 1000
_LARGEST_SEED = 999_999


class Choosing(QWidget):
    """Size and seed of a new sample, and the samples drawn before."""

    draw_wanted = Signal(int, int)  # size, seed
    sample_chosen = Signal(str)  # id of an earlier sample
    removal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earlier: Sequence[Outcome] = ()
        self._head = Text("", Role.STRONG).wrapped()
        self._what = Text("", Role.SECONDARY).wrapped()
        self._problem = Text("", Role.ERROR).wrapped()
        self.number = _number("Passages to judge", 5, _LARGEST, _USUAL_SIZE)
        self.seed = _number("Seed", 1, _LARGEST_SEED, 1)
        self.propose_seed()
        self.names_hidden = QCheckBox("Hide which manifesto a passage is from")
        self.draw = QPushButton("Draw the sample")
        self.draw.setDefault(True)
        self._model = Cells(EARLIER_HEADS, self)
        self.earlier = PlainTable(self._model, "Earlier samples")
        self._heading = Text("Earlier samples of this topic", Role.STRONG)
        self._remove = QPushButton("Remove")
        self._remove.setAccessibleName("Remove the chosen sample")
        self.draw.clicked.connect(lambda: self.draw_wanted.emit(self.number.value(), self.seed.value()))
        self.earlier.row_activated.connect(lambda row: self.sample_chosen.emit(self._earlier[row].sample.id))
        self._remove.clicked.connect(self._remove_chosen)
        self.number.valueChanged.connect(self._describe)
        self._topic: Topic | None = None
        self._manifestos = 0
        self._left_out = ""
        self._compose()

    def show_subject(self, topic: Topic | None, manifestos: int, left_out: str = "") -> None:
        """What a sample would be drawn of now; `left_out` says which manifestos it would not, "" for none."""
        self._topic, self._manifestos, self._left_out = topic, manifestos, left_out
        self.draw.setEnabled(topic is not None and manifestos > 0)
        self._describe()

    def show_earlier(self, found: Sequence[Outcome]) -> None:
        """Offer these samples, the latest first."""
        if list(found) != list(self._earlier):
            row = self.earlier.currentIndex().row()
            self._earlier = tuple(found)
            self._model.show_rows([earlier_row(one) for one in found])
            self.earlier.selectRow(max(0, min(row, len(found) - 1)))
        for part in (self.earlier, self._heading, self._remove):
            part.setVisible(bool(found))

    def say_problem(self, sentence: str) -> None:
        """Say why nothing could be drawn; "" when all is well."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def propose_seed(self) -> None:
        """Propose another seed, for another sample."""
        self.seed.setValue(random.SystemRandom().randint(1, _LARGEST_SEED))

    def take_focus(self) -> None:
        """Give the keys to the first field."""
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def _compose(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(TWO)
        form.setVerticalSpacing(STEP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(Text("Passages to judge"), self.number)
        form.addRow(Text("Seed"), self.seed)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addWidget(self._head)
        column.addWidget(self._what)
        column.addSpacing(STEP)
        column.addLayout(form)
        column.addWidget(Text("The same seed draws the same passages again.", Role.SMALL))
        column.addWidget(self.names_hidden)
        column.addSpacing(STEP)
        column.addWidget(self.draw, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._problem)
        body = QWidget()
        body.setMaximumWidth(MEASURE + STEP)
        body.setLayout(column)
        # Rows reach a step beyond the words beside them, so that all words begin on one line.
        column.setContentsMargins(STEP, 0, 0, 0)
        below = QHBoxLayout()
        below.setContentsMargins(STEP, 0, STEP, 0)
        below.addWidget(self._heading, 1)
        below.addWidget(self._remove)
        page = QVBoxLayout(self)
        page.setContentsMargins(STEP, STEP, STEP, STEP)
        page.setSpacing(STEP)
        page.addWidget(body)
        page.addSpacing(THREE)
        page.addLayout(below)
        page.addWidget(self.earlier, 1)
        page.addStretch()

    def _describe(self) -> None:
        if self._topic is None or not self._manifestos:
            self._head.setText("There is nothing to draw from.")
            self._what.setText(f"Choose a topic and a set with manifestos, then come back. {self._left_out}".strip())
            return
        many = "1 manifesto" if self._manifestos == 1 else f"{self._manifestos:,} manifestos"
        self._head.setText(f"How often is the program right about “{self._topic.name}”?")
        self._what.setText(
            f"{self.number.value():,} passages of {many} will be drawn at random, about half of them from what is "
            "shown and half from all the rest, so that what the program misses is counted too. You decide for each "
            f"whether it belongs to the topic, without seeing what the program thinks. {self._left_out}".strip()
        )

    def _remove_chosen(self) -> None:
        row = self.earlier.currentIndex().row()
        if 0 <= row < len(self._earlier):
            self.removal_wanted.emit(self._earlier[row].sample.id)


def _number(name: str, least: int, most: int, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setAccessibleName(name)
    field.setRange(least, most)
    field.setValue(value)
    field.setMaximumWidth(COLUMN_WIDTH)
    return field
