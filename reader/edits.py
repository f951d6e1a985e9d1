"""An edit is data: what each touched row was and what it is now. Its inverse undoes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | float | None
Row: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """One row of one table, before and after; None where it is not there."""

    table: str
    id: str
    before: Row | None
    after: Row | None

    def inverse(self) -> Change:
        return Change(self.table, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person did, in one step: `label` is what the Undo menu says."""

    label: str
    changes: tuple[Change, ...]

    def inverse(self) -> Edit:
        return Edit(self.label, tuple(change.inverse() for change in reversed(self.changes)))
