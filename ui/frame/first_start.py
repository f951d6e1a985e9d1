"""What stands in the window while the first manifestos are being read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from index.events import Progress
from ui.frame.strip import describe
from ui.shared.placeholder import Placeholder
from ui.theme.text import Role, Text

_BAR_WIDTH = 320

_INSTEAD = "To read your own manifestos, drop files anywhere in this window or press Ctrl+O."


class FirstStart(Placeholder):
    """A calm page that says what is going on and how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        bar, now = QProgressBar(), Text("", Role.SMALL)
        bar.setFixedWidth(_BAR_WIDTH)
        super().__init__(bar, now, parent=parent)
        self._bar, self._now = bar, now
        self.setAccessibleName("First start")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else the first place in the rail would have the focus
        self.failed = False
        self._now.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress of reading")
        self.say(
            "Reading the three sample manifestos",
            "Then you will see them side by side, topic by topic. This takes a few seconds.",
        )

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
        self.say("The samples could not be read", " ".join([*dict.fromkeys(reasons), _INSTEAD]))
