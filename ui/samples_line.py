"""The line above the place that says what the samples are and how to read manifestos of one's own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.theme.icons import icon
from ui.theme.parts import Line
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, ICON, THREE, TWO
from ui.theme.words import give_tip

SAMPLES_LINE = (
    "These are samples: one chapter of Sadiq Khan’s manifesto for London in 2024, and two manifestos that we made up. "
    "To read your own, drop files anywhere in this window or press Ctrl+O."
)


class SamplesLine(QWidget):
    """One line above the place that says what the samples are; it goes when it is put away."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = Text(SAMPLES_LINE, Role.SMALL).wrapped()
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setIconSize(QSize(ICON, ICON))
        give_tip(self._close, "Dismiss")
        self._close.setAccessibleName("Dismiss the line about the samples")
        self._close.clicked.connect(self.dismissed)
        row = QHBoxLayout()
        row.setContentsMargins(THREE, HALF, TWO, HALF)
        row.addWidget(text, 1)
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(Line())
        theme.changed.connect(self._draw_icon)

    def _draw_icon(self) -> None:
        self._close.setIcon(icon("close"))

    def setVisible(self, visible: bool) -> None:
        if visible:
            self._draw_icon()
        super().setVisible(visible)
