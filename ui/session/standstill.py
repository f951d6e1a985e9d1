"""Why an import could not go on, and the moment from which it can: when there is room on the disk."""

from __future__ import annotations

import shutil
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.errors import DiskFull, UserError
from reader.home import Home

_LOOK_MS = 5_000
# So much more room than there was is worth another try, in bytes.
_ENOUGH = 4 << 20


def told(why: str, waiting: int, advice: str) -> str:
    """The sentences for an import that stopped: why, how many files still wait, what to do."""
    if not waiting:
        return f"{why} {advice}".strip()
    waits = f"{waiting} files still wait" if waiting > 1 else "One file still waits"
    return f"{why} {waits}. {advice}" if advice else f"{why} {waits}; the next start goes on with it."


class Standstill(QObject):
    """The reason for which nothing is read or indexed now; none at first."""

    over = Signal()  # there is room again

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reason: UserError | None = None
        self._folders = (home.library, home.caches)
        self._room: list[int] = []
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def end(self) -> None:
        """Another try is made, or none will be any more."""
        self.reason = None
        self._room = []
        self._timer.stop()

    def wait(self) -> None:
        """Nothing writes any more: see from now on whether somebody makes room, where that is what is wanted."""
        if isinstance(self.reason, DiskFull):
            self._room = self._free()
            self._timer.start()

    @Slot()
    def look(self) -> None:
        if self._room and any(now >= before + _ENOUGH for now, before in zip(self._free(), self._room, strict=True)):
            self.end()
            self.over.emit()

    def _free(self) -> list[int]:
        """The bytes that are free for each folder; 0 where that cannot be known."""
        found = [0] * len(self._folders)
        for number, folder in enumerate(self._folders):
            with suppress(OSError):
                found[number] = shutil.disk_usage(folder).free
        return found
