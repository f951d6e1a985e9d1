"""A quiet countdown: so many minutes, counted by the clock and not by ticks, without a sound at the end."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from reader.wording import tr

MOST = 600  # minutes
_TICK_MS = 500


class Countdown(QObject):
    """`ticked` tells the time that is left, "" for none, as often as it changes. `clock` gives seconds."""

    ticked = Signal(str)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._until: float | None = None
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._told = ""

    @property
    def running(self) -> bool:
        """Whether it has been started, and not been stopped."""
        return self._until is not None

    @property
    def until(self) -> float | None:
        """When it ends by the clock, None where it does not run."""
        return self._until

    @property
    def text(self) -> str:
        """The time that is left ("4:05"), "" while it does not run."""
        if self._until is None:
            return ""
        left = max(0, -int(-(self._until - self._clock()) // 1))
        return f"{left // 60}:{left % 60:02}" if left else tr("Time is up")

    def start(self, minutes: float) -> None:
        """Count down from so many minutes, at most `MOST`; stop for none."""
        if minutes <= 0:
            self.stop()
        else:
            self.go_on(self._clock() + 60 * min(minutes, MOST))

    def go_on(self, until: float | None) -> None:
        """Count down to this moment of the clock; None for not at all."""
        self._until = until
        if until is None:
            self._ticks.stop()
        else:
            self._ticks.start()
        self._tick()

    def stop(self) -> None:
        """Count no longer, and say nothing of it."""
        self.go_on(None)

    def rest(self) -> None:
        """Tick no more: nobody looks. It goes on by the clock."""
        self._ticks.stop()

    def _tick(self) -> None:
        if self._until is not None and self._clock() >= self._until:
            self._ticks.stop()
        if self.text != self._told:
            self._told = self.text
            self.ticked.emit(self._told)


def minutes_of(typed: str) -> float | None:
    """The minutes that were typed: "5", "2.5" or "2:30"; None for what is none."""
    whole, colon, seconds = typed.strip().replace(",", ".").partition(":")
    try:
        found = float(whole or 0) + (float(seconds) / 60 if colon else 0.0)
    except ValueError:
        return None
    return found if 0 <= found <= MOST else None
