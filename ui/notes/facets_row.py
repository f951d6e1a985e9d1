"""The row that narrows codes and notes: what is typed, code, manifesto, coder, kind; and what groups them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from index.annotations.filtering import By, Facets, Kind, Shelf
from reader.wording import tr
from ui import theme
from ui.annotating.flow_layout import FlowLayout
from ui.shared.choice_box import ChoiceBox
from ui.shared.filter_field import FilterField
from ui.shared.named import name_box
from ui.theme.tokens import COLUMN_WIDTH, SIX, STEP, THREE
from ui.theme.words import one_line

_LETTERS = 10
_WIDEST = 139
_FACETS = ("code", "document", "coder", "kind")


class FacetsRow(QWidget):
    """A field, a choice for each facet, and one for the groups. It breaks into lines where there is no room."""

    changed = Signal()
    picked = Signal()  # something was chosen from a list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FilterField(tr("Find codes and notes"), tr("Find codes and notes"))
        self.field.setMinimumWidth(COLUMN_WIDTH - SIX - THREE)
        self.field.textChanged.connect(self.changed)
        names = {
            "code": tr("Narrow by code"),
            "document": tr("Narrow by manifesto"),
            "coder": tr("Narrow by coder"),
            "kind": tr("Narrow by kind"),
        }
        self._choices = {facet: _choice(names[facet]) for facet in _FACETS}
        self._all = {
            "code": tr("All codes"),
            "document": tr("All manifestos"),
            "coder": tr("All coders"),
            "kind": tr("All kinds"),
        }
        self.grouping = _choice(tr("Group by"))
        for words, by in (
            (tr("No groups"), By.NOTHING),
            (tr("By code"), By.CODE),
            (tr("By manifesto"), By.MANIFESTO),
            (tr("By coder"), By.CODER),
        ):
            self.grouping.addItem(words, by.value)
        layout = FlowLayout(self, STEP)
        for widget in (self.field, *self._choices.values(), self.grouping):
            layout.addWidget(widget)
            if isinstance(widget, ChoiceBox):
                widget.activated.connect(lambda _: self.changed.emit())
                widget.picked.connect(self.picked)
        self._size()
        theme.changed.connect(self._size)

    def _size(self) -> None:
        """Long names of codes and manifestos must not break the row into many."""
        for choice in (*self._choices.values(), self.grouping):
            choice.setMaximumWidth(round(_WIDEST * max(1.0, theme.tokens().scale)))

    @property
    def facets(self) -> Facets:
        """What is chosen."""
        return Facets(**{name: str(choice.currentData() or "") for name, choice in self._choices.items()})

    @property
    def by(self) -> By:
        """What the rows are grouped by."""
        return By(self.grouping.currentData() or "")

    def group(self, by: By) -> None:
        """Group so."""
        self.grouping.setCurrentIndex(max(0, self.grouping.findData(by.value)))

    def narrow(self, facets: Facets, typed: str = "") -> None:
        """Choose these, where they are offered, and have this typed."""
        with QSignalBlocker(self):
            self.field.setText(typed)
        for name, choice in self._choices.items():
            choice.setCurrentIndex(max(0, choice.findData(getattr(facets, name))))
        self.changed.emit()

    def offer(self, shelf: Shelf) -> None:
        """Offer what these rows have, with how many have it; what was chosen stays so while it is there."""
        annotations, counts = shelf.annotations, shelf.counts
        codebook = annotations.codebook
        values: dict[str, Sequence[tuple[str, str]]] = {
            "code": [(code.id, "   " * len(codebook.above(code.id)) + code.name) for code in codebook.codes],
            "document": list(annotations.names.items()),
            "coder": [(coder.id, coder.name) for coder in annotations.coders],
            "kind": [(kind.value, words) for kind, words in _kinds().items()],
        }
        for name, choice in self._choices.items():
            wanted, there = choice.currentData() or "", counts[name]
            with QSignalBlocker(choice):
                choice.clear()
                choice.addItem(self._all[name], "")
                for value, words in values[name]:
                    if there[value] or value == wanted:
                        shown = words if name == "code" else one_line(words)
                        choice.addItem(f"{shown} ({there[value]:,})", value)
                choice.setCurrentIndex(max(0, choice.findData(wanted)))
            choice.setVisible(choice.count() > 2 or bool(choice.currentData()))


def _kinds() -> dict[Kind, str]:
    return {
        Kind.PASSAGE: tr("Coded passages"),
        Kind.NOTE: tr("Notes"),
        Kind.DOCUMENT: tr("Codes of whole manifestos"),
        Kind.LOST: tr("Words not found again"),
    }


def _choice(name: str) -> ChoiceBox:
    choice = ChoiceBox()
    name_box(choice, name)
    choice.setFrame(False)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(_LETTERS)
    return choice
