"""By which of its actions the export dialog was opened: what stands in it at first."""

from __future__ import annotations

from enum import Enum, auto


class Opened(Enum):
    EXPORT = auto()
    PRINT = auto()
    WORKSHEET = auto()
