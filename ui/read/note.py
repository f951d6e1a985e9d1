"""What a place says when it has nothing to show: what belongs there, and the one next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, SIX, STEP, TWO


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
        column.addWidget(self._head)
        column.addWidget(self._sentence)
        column.addSpacing(STEP)
        column.addWidget(self._step, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        body = QWidget()
        body.setMaximumWidth(MEASURE)
        body.setLayout(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIX, TWO, SIX, TWO)
        layout.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def sentences(self) -> str:
        """All that it says."""
        return f"{self._head.text()} {self._sentence.text()}"

    def say(self, head: str, sentence: str, step: str = "") -> None:
        """Say this, and offer this step ("" for none)."""
        self._head.setText(head)
        self._sentence.setText(sentence)
        self._step.setText(step)
        self._step.setVisible(bool(step))
