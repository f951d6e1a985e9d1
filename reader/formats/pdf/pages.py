"""The printed pages of a PDF: one to a PDF page, or two where it shows a spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.formats.pdf.extraction import RawPage
from reader.formats.pdf.lines import Line
from reader.formats.pdf.turning import Box

# A page wider than this (in heights) may be a spread of two printed pages.
_WIDE = 1.2


@dataclass(slots=True)
class Side:
    """One printed page: the PDF page it is on (1-based), its part of that page's width, what it shows, how it
    numbers its lines, and what it hides.

    `overprints` are marks that others put over or under the text; `title` is one that is turned or slanted.
    `label` is the number printed on it, once it has been found.
    """

    page: int
    x0: float
    x1: float
    height: float
    lines: list[Line] = field(default_factory=list)
    numbers: list[Line] = field(default_factory=list)
    hidden: list[Line] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    overprints: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    label: str | None = None

    @property
    def width(self) -> float:
        return self.x1 - self.x0


def sides_of(page: RawPage) -> list[Side]:
    """The printed pages on a PDF page: two where it is wide and hardly any line crosses its middle."""
    middle = page.width / 2
    spread = page.width >= _WIDE * page.height and _is_spread(page.lines, middle)
    edges = (0.0, middle, page.width) if spread else (0.0, page.width)
    sides = [Side(page.number, x0, x1, page.height, pictures=page.pictures) for x0, x1 in pairwise(edges)]
    for kind in ("lines", "numbers", "hidden"):
        for line in getattr(page, kind):
            getattr(sides[0 if _is_left(line, middle) else -1], kind).append(line)
    return sides


def _is_left(line: Line, middle: float) -> bool:
    return line.middle < middle or line.x0 < 0.8 * middle


def _is_spread(lines: Sequence[Line], middle: float) -> bool:
    crossing = [line for line in lines if line.x0 < middle - line.size and line.x1 > middle + line.size]
    return sum(len(line.text) for line in crossing) <= 0.06 * sum(len(line.text) for line in lines)
