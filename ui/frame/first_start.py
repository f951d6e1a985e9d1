"""What stands in the window while the first manifestos are being read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from index.events import Progress
from ui.frame.strip import describe
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, STEP, TWO

_BAR_WIDTH = 320

_INSTEAD = "To read your own manifestos, drop files anywhere in this window or press Ctrl+O."


class FirstStart(Surface):
    """A calm page that says what is going on and how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("First start")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the first place in the rail would have the focus
        self.failed = False
        self._title = Text("Reading the three sample manifestos", Role.TITLE)
        self._what = Text(
            "Then you will see them side by side, topic by topic. This takes a few seconds.", Role.SECONDARY
        )
        self._now = Text("", Role.SMALL)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setAccessibleName("Progress of reading")
        layout = QVBoxLayout(self)
        layout.setSpacing(TWO)
        layout.addStretch(2)
        for label in (self._title, self._what):
            label.wrapped().setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(MEASURE)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(STEP)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._now, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def progress(self, progress: Progress) -> None:
        """How far it is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._now.setText(describe(progress))

    def fail(self, reasons: Sequence[str]) -> None:
        """The samples could not be read: say why, as far as it is known, and what to do instead."""
        self.failed = True
        self._bar.hide()
        self._now.setText("")
        self._title.setText("The samples could not be read")
        self._what.setText(" ".join([*dict.fromkeys(reasons), _INSTEAD]))
