"""Makes keys that tests press arrive before the tests go on, while somebody listens (pytest's plugin: `-p live_keys`).

Qt asks a listener whether it wants a key for itself, and sends the key on when the answer has come: later than the
call that pressed it has returned.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest

# A key whose window has gone meanwhile never arrives.
_LONGEST_MS = 2000


class _Arrival(QObject):
    """Ends the loop when a key has been sent on: such an event does not come from the system."""

    def __init__(self, loop: QEventLoop) -> None:
        super().__init__(loop)
        self._loop = loop

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyRelease and not event.spontaneous():
            # What the key does is done first.
            QTimer.singleShot(0, self._loop.quit)
        return False


def _arriving(press: Callable[..., None]) -> Callable[..., None]:
    def pressed(*arguments: Any) -> None:
        loop = QEventLoop()
        arrival = _Arrival(loop)
        app = QCoreApplication.instance()
        assert app is not None
        app.installEventFilter(arrival)
        press(*arguments)
        QTimer.singleShot(_LONGEST_MS, loop, loop.quit)
        loop.exec()
        app.removeEventFilter(arrival)

    return pressed


def pytest_configure() -> None:
    click = _arriving(QTest.keyClick)

    def clicks(target: Any, text: str) -> None:
        for letter in text:
            click(target, letter)

    QTest.keyClick, QTest.keyClicks = click, clicks  # type: ignore[method-assign, assignment]  # as it is pressed
