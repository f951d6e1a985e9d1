"""The time as the library writes it down."""

from __future__ import annotations

from datetime import UTC, datetime

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def now() -> str:
    """This moment in UTC as ISO 8601, to the microsecond, ending in Z: later moments sort later."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def written_day(moment: str) -> str:
    """The day of a moment that `now` gave, that of UTC, as people write it: "23 November 2026"."""
    year, month, day = moment[:10].split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
