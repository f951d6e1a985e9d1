"""The line that names words akin to those typed, which were not looked for: "Also: office, 12"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from index.results import Also
from reader.wording import tr
from ui.annotating.flow_layout import FlowLayout
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, THREE, TWO
from ui.theme.words import caption, give_tip


class AkinRow(QWidget):
    """A button for each word; pressed, it asks for that word in place of the one typed."""

    wanted = Signal(str)  # a query

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._label = Text(tr("Also:"), Role.SECONDARY)
        inside = QWidget()
        self._layout = FlowLayout(inside, STEP)
        self._layout.addWidget(self._label)
        around = QVBoxLayout(self)
        around.setContentsMargins(THREE, STEP, TWO, 0)
        around.addWidget(inside)
        self.hide()

    def offer(self, akin: Sequence[Also]) -> None:
        """Name these words; for none the line is not there."""
        while len(self.buttons) > len(akin):
            button = self.buttons.pop()
            self._layout.removeWidget(button)
            button.deleteLater()
        for one, button in zip(akin, [*self.buttons, *(self._made() for _ in akin[len(self.buttons) :])], strict=True):
            button.setText(caption(tr("{word}, {total:,}", word=one.word, total=one.total)))
            button.setProperty("query", one.query)
            give_tip(button, tr("Search for “{query}”", query=one.query))
        if self.buttons:
            self._label.setMinimumHeight(self.buttons[0].sizeHint().height())
        self.setVisible(bool(akin))

    def _made(self) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(lambda: self.wanted.emit(button.property("query")))
        self._layout.addWidget(button)
        self.buttons.append(button)
        return button
