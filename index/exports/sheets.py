"""Rows of values for spreadsheets and programs: what CSV and XLSX are written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: `rows` have a value for each of `columns`; None is an empty cell."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
