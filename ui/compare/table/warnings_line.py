"""What should be known before columns are compared: one line that opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.compare.cards.card_layout import INSET
from ui.compare.table.toggle import Toggle
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF


class WarningsLine(QWidget):
    """ "Before you compare (3)"; clicked, the sentences below it, and again without them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = Toggle()
        self._sentences = Text("", Role.SMALL).wrapped()
        self._sentences.setContentsMargins(INSET, 0, INSET, HALF)
        self._sentences.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._sentences)
        self.toggle.toggled.connect(self._sentences.setVisible)

    @property
    def sentences(self) -> str:
        """What stands below the line, open or not."""
        return self._sentences.text()

    def say(self, warnings: Sequence[str]) -> None:
        """Warn of this; nothing is there where there is nothing to warn of."""
        self.toggle.setText(f"Before you compare ({len(warnings)})")
        self._sentences.setText("\n".join(warnings))
        self.setVisible(bool(warnings))
