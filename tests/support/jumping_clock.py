"""The clock of the machine, put forward and back as people and time servers do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

import pytest

from reader.library import clock


class JumpingClock:
    """What the library takes for the time while a test runs; it stands still but for its jumps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.time = datetime(2031, 3, 30, 12, tzinfo=UTC)
        here = self

        class Now(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # a plain one will do
                return here.time.astimezone(tz)

        monkeypatch.setattr(clock, "datetime", Now)
        self.start_again(monkeypatch)

    def start_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As a new process does, which has seen no moment yet."""
        monkeypatch.setattr(clock, "_last", clock.Last())

    def jump(self, *, hours: float) -> None:
        self.time += timedelta(hours=hours)
