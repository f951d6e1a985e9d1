"""The frame of a panel: its title, a way to close it, and the panel itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.wording import tr
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, THREE, TWO
from ui.theme.words import give_tip


class PanelFrame(Surface):
    """A title row above a panel. Esc closes it. A `whole` one takes the place of everything, and has its left edge."""

    closed = Signal()

    def __init__(self, title: str, panel: QWidget, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self.panel = panel
        self.setAccessibleName(title)
        close = QPushButton(tr("Close"))
        close.setAccessibleName(tr("Close {panel}", panel=title))
        give_tip(close, "Esc")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(TWO, 0, TWO, 0)
        head.addWidget(Text(title, Role.TITLE))
        head.addStretch()
        head.addWidget(close)
        column = QVBoxLayout(self)
        edge = THREE - TWO if whole else 0
        column.setContentsMargins(edge, STEP, edge, 0)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(panel, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.closed.emit()
        else:
            super().keyPressEvent(event)
