"""Marks that a measuring program prints for the one that started it. Imports next to nothing: it is being timed."""

from __future__ import annotations

import json

SHOWN, MEASURED = "shown", "measured"
PREFIX = "hustings-mark "


def mark(name: str, **values: float) -> None:
    """Say that something has happened, with figures of it."""
    print(PREFIX + json.dumps({"name": name, **values}), flush=True)
