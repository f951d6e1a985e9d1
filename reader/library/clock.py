"""The time as the library writes it down."""

from __future__ import annotations

import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


# How far a clock may have been put back for the order of moments to be kept. A clock that was wrong by more says so in
# what was made then, and only there: else all that is made later would bear its wrong day.
_PUT_BACK = timedelta(days=1)


class Last:
    """The last moment that anything was made in, as far as this process knows."""

    def __init__(self) -> None:
        self._moment = datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()

    def next(self, moment: datetime) -> datetime:
        """This moment, which is the last from then on; where the clock was put back, the one right after the last."""
        with self._lock:
            if moment <= self._moment <= moment + _PUT_BACK:
                moment = self._moment + timedelta(microseconds=1)
            self._moment = moment
            return moment

    def hear(self, moment: datetime) -> None:
        """Something was made in this moment."""
        with self._lock:
            self._moment = max(self._moment, moment)


_last = Last()


def now() -> str:
    """This moment in UTC as ISO 8601, to the microsecond, ending in Z: what is made later sorts later.

    So it does where the clock was put back by up to a day.
    """
    return _last.next(datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def go_on_from(moment: str) -> None:
    """Something was made in this moment, which `now` gave, maybe to another process or on another computer."""
    with suppress(ValueError):  # what is damaged says nothing
        heard = datetime.fromisoformat(moment)
        if heard.tzinfo is not None:
            _last.hear(heard)


def written_day(moment: str) -> str:
    """The day of a moment that `now` gave, that of UTC, as people write it: "23 November 2026"."""
    year, month, day = moment[:10].split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
