"""Letting the program run until something is so."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

_LOOK_EVERY_MS = 5
_STILL = 3  # how often in a row it must be so: one thing that happens may start another


def wait(until: Callable[[], bool], seconds: float = 30.0) -> None:
    """Run the event loop until this is so and stays so for a moment; fails after `seconds`."""
    loop, found = QEventLoop(), 0
    deadline = time.monotonic() + seconds

    def look() -> None:
        nonlocal found
        if time.monotonic() > deadline:
            loop.quit()
        found = found + 1 if until() else 0
        if found >= _STILL:
            loop.quit()

    timer = QTimer(interval=_LOOK_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    assert until()
