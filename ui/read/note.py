"""What a place says when it has nothing to show: what belongs there, and the one next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, STEP, TWO
from ui.theme.words import caption


class Note(Surface):
    """A heading, a sentence and a button."""

    step_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Text("", Role.TITLE).wrapped()
        self._sentence = Text("", Role.SECONDARY).wrapped()
        self._step = QPushButton()
        self._step.clicked.connect(self.step_taken)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addStretch(2)
        for words in (self._head, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addSpacing(TWO)
        column.addWidget(self._step, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        body = QWidget()
        body.setMaximumWidth(MEASURE)
        body.setLayout(column)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(body, 100)  # all of the width, up to the measure
        layout.addStretch(1)

    @property
    def sentences(self) -> str:
        """All that it says."""
        return f"{self._head.text()} {self._sentence.text()}"

    def say(self, head: str, sentence: str, step: str = "") -> None:
        """Say this, and offer this step ("" for none)."""
        self._head.setText(head)
        self._sentence.setText(sentence)
        self._step.setText(caption(step))
        self._step.setVisible(bool(step))
