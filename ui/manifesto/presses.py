"""Presses of the mouse that follow each other: the second takes a word, the third a sentence, the fourth more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QMouseEvent

from ui.manifesto.grains import Grain

# What each press takes, from the second on.
_GRAINS = {2: Grain.WORD, 3: Grain.SENTENCE, 4: Grain.PARAGRAPH}


class Presses:
    """The presses of one view. Qt tells every second one as a double click."""

    def __init__(self) -> None:
        self._count = 0
        self._when = 0
        self._where = QPoint()

    def grain(self, event: QMouseEvent) -> Grain | None:
        """What this press takes: None for the first, which takes nothing yet."""
        hints = QGuiApplication.styleHints()
        where, since = event.position().toPoint(), event.timestamp() - self._when
        near = (where - self._where).manhattanLength() <= hints.startDragDistance()
        follows = near and since <= hints.mouseDoubleClickInterval()
        self._count = self._count % 4 + 1 if self._count and follows else 1
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self._count = max(2, self._count)
        self._when, self._where = event.timestamp(), where
        return _GRAINS.get(self._count)
