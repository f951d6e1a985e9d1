"""Which manifestos of a set people want as columns, and in which order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """Document ids: `order` are all manifestos of the set, `left_out` those of them that are no columns."""

    order: tuple[str, ...]
    left_out: tuple[str, ...]
