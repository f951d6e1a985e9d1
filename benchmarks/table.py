"""One measurement as a value, and the small table that is printed of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measurement:
    """Values of one thing measured several times, in `unit`, with the most it should be (`target`, if any).

    `missing` says why there are no values; `note` says on what, and against what, it was measured.
    """

    name: str
    unit: str
    target: float | None
    values: tuple[float, ...] = ()
    note: str = ""
    missing: str = ""

    @property
    def verdict(self) -> str:
        if self.target is None or not self.values:
            return ""
        return "met" if median(self.values) <= self.target else "MISSED"


def line(one: Measurement) -> str:
    if not one.values:
        return f"{one.name:46} not measured: {one.missing}"
    low, middle, high = min(one.values), median(one.values), max(one.values)
    target = "" if one.target is None else f"{one.target:g}"
    return f"{one.name:46} {low:9.2f} {middle:9.2f} {high:9.2f} {target:>9} {one.unit:6} {one.verdict}".rstrip()


def table(measurements: Iterable[Measurement]) -> str:
    """Minimum, median and maximum of each, with its target, and the notes under it."""
    listed = list(measurements)
    head = f"{'':46} {'min':>9} {'median':>9} {'max':>9} {'at most':>9}"
    notes = [f"  {one.name.split(' ', 1)[0]} {one.note}" for one in listed if one.note]
    return "\n".join([head, *map(line, listed), *notes])


def spread(values: Iterable[float], unit: str = "s") -> str:
    """The least and the greatest of the values."""
    listed = sorted(values)
    return f"{listed[0]:.2f} to {listed[-1]:.2f} {unit}"
