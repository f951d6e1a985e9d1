"""What stands where there is nothing to show: what belongs there or is missing, and the steps that can be taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, STEP, THREE, TWO
from ui.theme.words import caption, words_on


class Step(NamedTuple):
    """What a button offers, in words, and what it does."""

    words: str
    take: Callable[[], object]

    @classmethod
    def of(cls, action: QAction) -> Step:
        """The step that triggers this action."""
        return cls(words_on(action), action.trigger)


class Placeholder(Surface):
    """A heading, a sentence, a button for each step, and `below` them what a place adds of its own."""

    def __init__(
        self, *below: QWidget, width: int = MEASURE, leading: bool = False, parent: QWidget | None = None
    ) -> None:
        """Takes at most `width` (points) of the middle; a `leading` one stands at the top left, as text does."""
        super().__init__(parent)
        self._heading = Text("", Role.TITLE).wrapped()
        self._sentence = Text("", Role.SECONDARY).wrapped()
        self._row = QWidget()
        self._buttons: list[QPushButton] = []
        self._steps: tuple[Step, ...] = ()
        self._leading = leading
        self._in_row = QHBoxLayout(self._row)
        self._in_row.setContentsMargins(0, STEP, 0, 0)
        self._in_row.setSpacing(STEP)
        self._in_row.addStretch(0 if leading else 1)
        self._in_row.addStretch(1)
        self._lay_out(below, width)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of the steps, the one that most people want last."""
        return self._buttons[: len(self._steps)]

    @property
    def sentences(self) -> str:
        """All that it says and offers."""
        offered = (step.words for step in self._steps)
        return " ".join(filter(None, (self._heading.text(), self._sentence.text(), *offered)))

    def say(self, heading: str, sentence: str, *steps: Step) -> None:
        """Say this, and offer these steps; what most people want comes last."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._steps = steps
        while len(self._buttons) < len(steps):
            self._add_button()
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(steps))
            button.setDefault(number == len(steps) - 1)
        for button, step in zip(self._buttons, steps, strict=False):
            button.setText(caption(step.words))
        self._row.setVisible(bool(steps))
        self.setFocusProxy(self._buttons[len(steps) - 1] if steps else None)  # type: ignore[arg-type]  # None takes it away, which the stub does not know

    def _add_button(self) -> None:
        button = QPushButton()
        number = len(self._buttons)
        button.clicked.connect(lambda: self._steps[number].take())
        self._in_row.insertWidget(number + 1, button)
        self._buttons.append(button)

    def _lay_out(self, below: tuple[QWidget, ...], width: int) -> None:
        body = QWidget()
        body.setMaximumWidth(width)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addSpacing(TWO)
        column.addStretch(0 if self._leading else 2)
        for words in (self._heading, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignLeft if self._leading else Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addWidget(self._row)
        column.addSpacing(TWO if below else 0)
        for widget in below:
            column.addWidget(widget)
            if not self._leading and widget.maximumWidth() < width:
                column.setAlignment(widget, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        around = QHBoxLayout(self)
        around.setContentsMargins(THREE, 0, THREE, 0)
        around.addStretch(0 if self._leading else 1)
        around.addWidget(body, 100)  # all of the width, up to the measure
        around.addStretch(1)
