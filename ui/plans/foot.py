"""The buttons at the foot of a plan: each begins a part of another kind after the one in use."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.library.plans import PartKind
from reader.wording import tr
from ui.annotating.flow_layout import FlowLayout
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, give_tip


class PlanFoot(QWidget):
    """As many in a line as there is room for."""

    begun = Signal(PartKind)
    quiz_wished = Signal()
    sheet_wished = Signal()
    present_wished = Signal()

    def __init__(self, parent: QWidget | None = None, *, presents: bool = False) -> None:
        """One that `presents` has buttons for what is done with the whole of it, too."""
        super().__init__(parent)
        buttons = QWidget()
        row = FlowLayout(buttons, STEP)
        for words, hint, kind in (
            (
                tr("New sentence"),
                tr("Write a sentence of your own after the part in use (N) or before it (Shift+N)"),
                PartKind.OWN,
            ),
            (
                tr("New heading"),
                tr("Write a heading after the part in use (H) or before it (Shift+H)"),
                PartKind.HEADING,
            ),
            (
                tr("New slide"),
                tr("Write a slide for a lesson after the part in use (S): its title, and below it its text"),
                PartKind.SLIDE,
            ),
        ):
            button = QPushButton(caption(words))
            give_tip(button, hint)
            button.clicked.connect(lambda _=False, kind=kind: self.begun.emit(kind))
            row.addWidget(button)
        quiz = QPushButton(caption(tr("New quiz")))
        give_tip(quiz, tr("Ask who said it, after the part in use (Q)"))
        quiz.clicked.connect(self.quiz_wished)
        row.addWidget(quiz)
        line = QHBoxLayout(self)
        line.setContentsMargins(TWO, STEP, TWO, STEP)
        line.setSpacing(STEP)
        line.addWidget(buttons, 1)
        self.of_lesson: list[QPushButton] = []
        for words, hint, wished in (
            (tr("What it shows"), tr("How much of which manifesto, and who is absent (I)"), self.sheet_wished),
            (tr("Present"), tr("Show the plan as a lesson in large type (F5)"), self.present_wished),
        ):
            if presents:
                button = QPushButton(caption(words))
                give_tip(button, hint)
                button.clicked.connect(wished)
                line.addWidget(button)
                self.of_lesson.append(button)

    def allow(self, there: bool) -> None:
        """Whether there is anything to present."""
        for button in self.of_lesson:
            button.setVisible(there)
