"""What stands in place of an empty table: what belongs here, the next step, and where manifestos are found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.library.records import ManifestoSet
from ui.actions.offered import Actions
from ui.shared.placeholder import Placeholder, Step
from ui.shared.sources import SourceLinks
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, SIX, TWO


class EmptyLibrary(Placeholder):
    """Speaks of an empty library, or of an empty set."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        found = QWidget()
        super().__init__(found, width=MEASURE + 3 * SIX, parent=parent)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TWO)
        column.addWidget(Text("Where manifestos are found", Role.STRONG), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(SourceLinks())
        self._found = found
        self._add = (
            Step("Add folder", actions.action("add-folder").trigger),
            Step("Add files", actions.action("add-files").trigger),
        )
        self.speak_of(None)

    def speak_of(self, empty: ManifestoSet | None) -> None:
        """Speak of this set, or of the whole library."""
        if empty is None:
            sentence = "Drop PDF or text files, or a whole folder, anywhere in this window."
            self.say("No manifestos yet", sentence, *self._add)
        else:
            sentence = "Select manifestos under All manifestos, then press Ctrl+Shift+N to add them here."
            self.say(f"Nothing in “{empty.name}” yet", sentence)
        self._found.setVisible(empty is None)
