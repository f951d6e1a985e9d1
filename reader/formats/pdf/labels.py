"""Finds the number printed on each page, in the furniture; what the file itself calls its pages comes second."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.formats.pdf.furniture import NUMBERED
from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side

_FIRST = re.compile(r"^(\d{1,4})\b(?!\s*[.,:]\d)")
_LAST = re.compile(r"\b(\d{1,4})$")
# Where a number stands: at the head or foot, at which height, and alone or at which end of a line.
Place = tuple[bool, int, str]


def label_sides(sides: Sequence[Side]) -> None:
    """Set the label of each printed page: the number in its furniture, of the kind that changes from page to page.

    A page without a number between two that are as many apart as they are pages gets the number in between.
    """
    numbers: defaultdict[Place, list[tuple[Side, str]]] = defaultdict(list)
    for side in sides:
        for line in side.furniture:
            for form, value in _numbers_in(line) if line.upright else ():
                numbers[line.baseline > side.height / 2, round(line.baseline / 8), form].append((side, value))
    ranked = sorted(numbers.items(), key=lambda one: (len({value for _, value in one[1]}), len(one[1])), reverse=True)
    for place, found in ranked:
        if not _changes(found, place):
            continue
        for side, value in found:
            side.label = side.label or value
    _fill_gaps(sides)


def label_by_file(sides: Sequence[Side], labels: Sequence[str]) -> None:
    """Give the labels that the file keeps, one for each PDF page, to a document on whose pages no number is printed."""
    if any(side.label for side in sides):
        return
    for side in sides:
        side.label = labels[side.page - 1].strip() or None if side.page <= len(labels) else None


def _numbers_in(line: Line) -> Iterator[tuple[str, str]]:
    """The numbers in a line of furniture that may be the page's, each with where in the line it stands."""
    alone = NUMBERED.match(line.text)
    if alone:
        yield "alone", alone.group(1)
        return
    for form, pattern in (("first", _FIRST), ("last", _LAST)):
        found = pattern.search(line.text)
        if found:
            yield form, found.group(1)


def _fill_gaps(sides: Sequence[Side]) -> None:
    numbered = [(at, int(side.label)) for at, side in enumerate(sides) if side.label and side.label.isdigit()]
    for (start, first), (end, last) in pairwise(numbered):
        if last - first == end - start:
            for at in range(start + 1, end):
                sides[at].label = sides[at].label or str(first + at - start)


def _changes(found: Sequence[tuple[Side, str]], place: Place) -> bool:
    """Whether numbers of one kind are page numbers: they differ, and those inside lines come more than twice."""
    if len(found) <= 2:
        return place[2] == "alone"
    return len({value for _, value in found}) >= 0.6 * len(found)
