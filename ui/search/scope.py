"""Which manifestos are searched: all, a named set as Compare and the Library have it, or one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from reader.library.library import Library
from reader.wording import tr
from ui.shared.choice_box import ChoiceBox
from ui.shared.named import name_box
from ui.theme.words import one_line

_LETTERS = 16  # about as wide as "All manifestos"


class Scope(ChoiceBox):
    """A choice among all manifestos, the sets, and each manifesto by itself."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_box(self, tr("Which manifestos"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self._members: Mapping[str, tuple[str, ...]] = {}
        self._wanted = ""
        self.activated.connect(lambda _: self.chosen.emit())

    @property
    def value(self) -> str:
        """The id of the set or manifesto, "" for all."""
        return str(self.currentData() or "")

    @property
    def kept(self) -> str:
        """What is to be remembered: the value, or the one that is wanted while nothing is offered yet."""
        return self.value or self._wanted

    @property
    def documents(self) -> tuple[str, ...] | None:
        """The ids of the manifestos to be searched, None for all."""
        return self._members.get(self.value)

    def choose(self, value: str) -> None:
        """Choose this set or manifesto (id); all where it is not there."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(value)) if value else 0)

    def want(self, value: object) -> None:
        """Choose this set or manifesto (id, "" or what is none for all) with the next offer where nothing is chosen."""
        self._wanted = value if isinstance(value, str) else ""

    def offer(self, library: Library) -> None:
        """Offer what the library has; all manifestos are chosen where what was chosen is not there any more."""
        chosen, self._wanted = self.kept, ""
        sets, documents = library.sets(), library.documents()
        self._members = {one.id: one.documents for one in sets} | {one.id: (one.id,) for one in documents}
        with QSignalBlocker(self):
            self.clear()
            self.addItem(tr("All manifestos"), "")
            for made in sets:
                self.addItem(one_line(made.name), made.id)
            if sets and documents:
                self.insertSeparator(self.count())
            for document in documents:
                self.addItem(one_line(document.name), document.id)
        self.choose(chosen)
