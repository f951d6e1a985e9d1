"""One measurement as a value, and the small table that is printed of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Measurement:
    """Values of one thing measured several times, in `unit`, with the most it should be (`target`).

    `missing` says why there are no values; `note` says on what, and against what, it was measured.
    """

    name: str
    unit: str
    target: float
    values: tuple[float, ...] = ()
    note: str = ""
    missing: str = ""

    @property
    def met(self) -> bool:
        return bool(self.values) and median(self.values) <= self.target


def line(one: Measurement) -> str:
    if not one.values:
        return f"{one.name:46} not measured: {one.missing}"
    low, middle, high = min(one.values), median(one.values), max(one.values)
    verdict = "met" if one.met else "MISSED"
    return f"{one.name:46} {low:9.2f} {middle:9.2f} {high:9.2f} {one.target:9g} {one.unit:6} {verdict}"


def table(measurements: Iterable[Measurement]) -> str:
    """Minimum, median and maximum of each, with its target, and the notes under it."""
    listed = list(measurements)
    head = f"{'':46} {'min':>9} {'median':>9} {'max':>9} {'at most':>9}"
    notes = [f"  {one.name.split(' ', 1)[0]} {one.note}" for one in listed if one.note]
    return "\n".join([head, *map(line, listed), *notes])
