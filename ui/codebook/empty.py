"""What stands in the place of an empty codebook: what codes are for, and how to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.wording import tr
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, give_tip


class EmptyCodebook(Surface):
    """A heading, a sentence, and a button for each way to begin: its words, what they mean, what it does."""

    def __init__(self, steps: Sequence[tuple[str, str, Callable[[], object]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Text(
            tr(
                "A code names what a passage is about or does, in your own words. Passages that have it, in any "
                "manifesto, can be found, counted and exported. Coding never changes a comparison."
            ),
            Role.SECONDARY,
        ).wrapped()
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(TWO, TWO, TWO, TWO)
        column.setSpacing(STEP)
        column.addWidget(Text(tr("No codes yet"), Role.STRONG))
        column.addWidget(self._sentence)
        column.addSpacing(STEP)
        for number, (words, meaning, act) in enumerate(steps):
            button = QPushButton(caption(words))
            give_tip(button, meaning)
            button.setDefault(number == 0)
            button.clicked.connect(_calling(act))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
        column.addStretch()
        self.setFocusProxy(self.buttons[0])

    @property
    def sentence(self) -> str:
        return self._sentence.text()


def _calling(act: Callable[[], object]) -> Callable[[bool], object]:
    return lambda _: act()
