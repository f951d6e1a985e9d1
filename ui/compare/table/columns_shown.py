"""Which columns of a comparison fit side by side, how wide they are, and which of all they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST = 6


@dataclass(frozen=True, slots=True)
class ColumnsShown:
    """`count` of `total` columns from `first` (0-based) on, each `width` pixels wide."""

    total: int
    first: int
    count: int
    width: int

    @classmethod
    def fitting(cls, total: int, available: int, narrowest: int, first: int = 0) -> ColumnsShown:
        """As many columns of at least `narrowest` pixels as `available` holds, up to six, from `first` if it can be."""
        count = max(1, min(MOST, total, available // narrowest))
        return cls(total, 0, count, available // count).from_first(first)

    def from_first(self, first: int) -> ColumnsShown:
        """The same columns, turned to `first` without running past either end."""
        return replace(self, first=max(0, min(first, self.total - self.count)))

    def showing(self, column: int) -> ColumnsShown:
        """Turned just far enough that `column` (0-based, of all) is among them."""
        if column < self.first:
            return self.from_first(column)
        if column >= self.first + self.count:
            return self.from_first(column - self.count + 1)
        return self

    @property
    def earlier(self) -> bool:
        """Whether there are columns to the left of those shown."""
        return self.first > 0

    @property
    def later(self) -> bool:
        """Whether there are columns to the right of those shown."""
        return self.first + self.count < self.total

    @property
    def sentence(self) -> str:
        """ "Columns 1–4 of 6"; nothing when all are shown."""
        if self.count >= self.total:
            return ""
        if self.count == 1:
            return f"Column {self.first + 1} of {self.total}"
        return f"Columns {self.first + 1}–{self.first + self.count} of {self.total}"
