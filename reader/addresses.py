"""Addresses of the web that people paste: what a manifesto's source is filled from, with the day it was seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether this is the address of a web page and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def today() -> str:
    """The day where the person is, as 2024-07-04."""
    return date.today().isoformat()


def source_on_top(text: str) -> tuple[str, Mapping[str, str]]:
    """The text without an address that is its first line, and the fields that it fills: the source, seen today."""
    lines = text.lstrip().split("\n", 1)
    if not is_address(lines[0]):
        return text, {}
    return "".join(lines[1:]), {"source": lines[0].strip(), "accessed": today()}
