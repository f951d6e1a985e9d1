"""What the program proposes from the verdicts on a topic: words to add or exclude, each with its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO

if TYPE_CHECKING:
    from index.learning import Suggested  # loads the search engine


class Proposals(QWidget):
    """One row for each proposal; nothing at all where there is none. Nothing changes without a click."""

    taken = Signal(object)  # Suggested

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Suggested, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(TWO, 0, TWO, STEP)
        self._rows.setSpacing(STEP)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons, top to bottom."""
        return self.findChildren(QPushButton)

    def show_proposals(self, proposals: tuple[Suggested, ...]) -> None:
        """Show these in the place of others."""
        if proposals == self._shown:
            return
        self._shown = proposals
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for one in proposals:
            self._rows.addWidget(self._row(one))
        self.setVisible(bool(proposals))

    def _row(self, one: Suggested) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(TWO)
        line.addWidget(Text(sentence(one), Role.BODY).wrapped(), 1)
        button = QPushButton("Exclude" if one.excludes else "Add to the topic")
        button.setAccessibleName(f"{button.text()}: {one.term.text}")
        button.clicked.connect(lambda: self.taken.emit(one))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


def sentence(one: Suggested) -> str:
    """ "7 of the 9 passages added share “special constables”"."""
    what = "left out" if one.excludes else "added"
    passages = f"All {one.of}" if one.held == one.of else f"{one.held} of the {one.of}"
    return f"{passages} passages {what} share “{one.term.text}”."
