"""The program that measures the real window still fits the window."""

from __future__ import annotations

from pathlib import Path

from benchmarks.homes import home_with
from benchmarks.marks import MEASURED, SHOWN
from benchmarks.surroundings import driver
from benchmarks.watching import marks_of


def test_the_real_window_is_watched_until_its_comparison_is_painted(tmp_path: Path) -> None:
    folder = home_with(1, tmp_path)
    marks = marks_of(driver("window_driver", "start", str(folder)), {"QT_QPA_PLATFORM": "offscreen"})
    assert marks[SHOWN].figures["documents"] == 1
    assert 0 < marks[SHOWN].after - marks[SHOWN].figures["lag"] < marks[MEASURED].after
    assert marks[MEASURED].figures["rss"] > 10_000_000
