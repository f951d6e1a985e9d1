"""The time as the library writes it down."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment in UTC as ISO 8601, to the microsecond, ending in Z: later moments sort later."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
