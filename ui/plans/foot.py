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
    present_wished = Signal()

    def __init__(self, parent: QWidget | None = None, *, presents: bool = False) -> None:
        """One that `presents` has a button for that, too."""
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
        self._present = QPushButton(caption(tr("Present")))
        give_tip(self._present, tr("Show the plan as a lesson in large type (F5)"))
        self._present.clicked.connect(self.present_wished)
        self._present.setVisible(False)
        self._presents = presents
        line.addWidget(self._present)

    def allow(self, there: bool) -> None:
        """Whether there is anything to present."""
        self._present.setVisible(self._presents and there)
