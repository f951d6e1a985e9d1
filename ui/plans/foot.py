"""The buttons at the foot of a plan: each begins a part of another kind after the one in use."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.library.plans import PartKind
from reader.wording import tr
from ui.annotating.flow_layout import FlowLayout
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, give_tip


class PlanFoot(QWidget):
    """As many in a line as there is room for."""

    begun = Signal(PartKind)

    def __init__(self, parent: QWidget | None = None) -> None:
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
        column = QVBoxLayout(self)
        column.setContentsMargins(TWO, STEP, TWO, STEP)
        column.addWidget(buttons)
