"""What stands in the place of the columns while there is nothing to compare, with the one next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, STEP, TWO


class Emptiness(Surface):
    """A heading, a sentence and a button, in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text("", Role.TITLE).wrapped()
        self._sentence = Text("", Role.SECONDARY).wrapped()
        self._button = QPushButton()
        self._action: QAction | None = None
        column = QVBoxLayout(self)
        column.setSpacing(STEP)
        column.addStretch(2)
        for label in (self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(MEASURE)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(TWO)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._button.clicked.connect(self._take_step)

    def say(self, heading: str, sentence: str, step: QAction | None = None) -> None:
        """Say what belongs here, and offer `step` when it is one that can be taken."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._action = step
        self._button.setVisible(step is not None)
        if step is not None:
            self._button.setText(step.text())

    def _take_step(self) -> None:
        if self._action is not None:
            self._action.trigger()
