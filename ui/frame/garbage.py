"""Garbage is collected on the GUI thread alone.

Python collects on whatever thread happens to make an object next. Parts of the window that are garbage would then be
taken down on a thread of the background while Qt uses them, and the program ends without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 1_000
_NEW_OBJECTS = 10_000  # fewer are not worth a look
_OLDER_EVERY = 10  # looks at what is new for one at what is older
_ALL_EVERY = 300  # looks at what is new for one at everything


class GarbageCollector(QObject):
    """Collects on the thread it lives in, where no other does any more, as long as it lives.

    What is there when it begins stays for good and is not looked through.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY_MS)

    def _look(self) -> None:
        if gc.get_count()[0] < _NEW_OBJECTS:
            return
        self._looks += 1
        gc.collect(2 if self._looks % _ALL_EVERY == 0 else 1 if self._looks % _OLDER_EVERY == 0 else 0)
