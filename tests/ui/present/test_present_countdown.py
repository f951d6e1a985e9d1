"""The countdown: by the clock, without a sound."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.present.countdown import Countdown, minutes_of


def test_it_counts_by_the_clock_and_says_when_time_is_up(themed: QApplication) -> None:
    now = [100.0]
    told: list[str] = []
    countdown = Countdown(clock=lambda: now[0])
    countdown.ticked.connect(told.append)
    countdown.start(2.5)
    assert countdown.text == "2:30"
    now[0] += 0.4
    assert countdown.text == "2:30"
    now[0] += 59.6
    assert countdown.text == "1:30"
    now[0] += 90
    countdown.go_on(countdown.until)
    assert told == ["2:30", "Time is up"]
    countdown.stop()
    assert told[-1] == ""
    assert not countdown.running


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("5", 5),
        ("2:30", 2.5),
        ("2,5", 2.5),
        (" 1 ", 1),
        (":30", 0.5),
        ("", 0),
        ("x", None),
        ("-1", None),
        ("nan", None),
    ],
)
def test_minutes_are_typed_as_people_write_them(typed: str, minutes: float | None) -> None:
    assert minutes_of(typed) == minutes
