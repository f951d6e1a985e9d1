"""The quiet row by which results are narrowed: party, year, topic, kind, code; and how much was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.passages.hits import kind_name
from ui.search.passages.groups import Facets
from ui.shared.choice_box import ChoiceBox
from ui.shared.elided import Elided
from ui.shared.named import name_box
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, THREE, TWO
from ui.theme.words import one_line

_LETTERS = 10  # about as wide as "All parties"
_ALL = {
    "party": "All parties",
    "year": "All years",
    "topic": "All topics",
    "kind": "All kinds",
    "code": "All codes",
}
_FEW = ("topic", "code")  # few hits may have the one there is


class FacetsRow(QWidget):
    """A choice for each facet that has more than one value, and a sentence."""

    changed = Signal()
    picked = Signal()  # something was chosen from a list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {name: _choice(name, self) for name in _ALL}
        self._sentence = Elided("", Role.SECONDARY)
        self._note = Text("", Role.SECONDARY).wrapped()
        self._note.setContentsMargins(THREE, STEP, TWO, 0)
        self._note.hide()
        row = QHBoxLayout()
        row.setContentsMargins(THREE, 0, TWO, 0)
        row.setSpacing(STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._note)
        row.addWidget(self._sentence, 1)
        for choice in self._choices.values():
            row.addWidget(choice)
            choice.activated.connect(lambda _: self.changed.emit())
            choice.picked.connect(self.picked)

    @property
    def facets(self) -> Facets:
        """What is chosen."""
        return Facets(**{name: str(choice.currentData() or "") for name, choice in self._choices.items()})

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def say(self, sentence: str) -> None:
        """Say how much was found."""
        self._sentence.say(sentence)

    @property
    def note(self) -> str:
        """What stands before the passages that were found."""
        return self._note.text()

    def warn(self, note: str) -> None:
        """Say this before the passages that were found; "" for nothing."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def offer(self, values: Mapping[str, Sequence[tuple[str, int]]], chosen: Facets) -> None:
        """Offer these values with their counts; what was chosen stays so, even when nothing has it any more."""
        for name, choice in self._choices.items():
            wanted = getattr(chosen, name)
            offered = list(values.get(name, ()))
            if wanted and wanted not in [value for value, _ in offered]:
                offered.append((wanted, 0))
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItem(_ALL[name], "")
                for value, count in offered:
                    choice.addItem(f"{kind_name(value) if name == 'kind' else one_line(value)} ({count:,})", value)
                choice.setCurrentIndex(max(0, choice.findData(wanted)))
            choice.setVisible(len(offered) > (name not in _FEW) or bool(wanted))


def _choice(name: str, parent: QWidget) -> ChoiceBox:
    choice = ChoiceBox(parent)
    name_box(choice, f"Narrow by {name}")
    choice.setFrame(False)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(_LETTERS)
    choice.hide()
    return choice
