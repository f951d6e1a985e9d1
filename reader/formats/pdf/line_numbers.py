"""Finds the numbers that drafts print beside their lines, in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.formats.pdf.lines import Line
from reader.formats.pdf.rows import rows_of, same_row

# Numbers under each other that so often, and mostly, count the rows of their page are line numbers.
_ENOUGH = 4
_COUNTING = 0.5
# Of the rows that carry a number at least so many go on with a sentence: those of a list do not.
_RUNNING = 0.15
_ALIGNED = 3.0  # points
# How wide figures are, about (in sizes).
_FIGURE = 0.556

# Which edge of the numbers is aligned (0 left, 1 right), and where, in steps of `_ALIGNED`; the font and size.
Place = tuple[int, int, str, float]


@dataclass(slots=True)
class _Counted:
    """Of the numbers at a place: pairs, one over the other; those as far apart as the rows beside them; those of which
    the second stands beside a row that goes on with a sentence."""

    pairs: int = 0
    right: int = 0
    running: int = 0

    @property
    def are_line_numbers(self) -> bool:
        return self.right >= max(_ENOUGH, _COUNTING * self.pairs) and self.running >= _RUNNING * self.pairs


def take_line_numbers(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Takes the line numbers out of the lines of each page of a document; those of each page, from the top down."""
    seen: defaultdict[Place, _Counted] = defaultdict(_Counted)
    for lines in pages:
        _count_on(lines, seen)
    certain = {place for place, counted in seen.items() if counted.are_line_numbers}
    return [_taken(lines, certain) if certain else [] for lines in pages]


def _taken(lines: list[Line], certain: set[Place]) -> list[Line]:
    found: list[Line] = []
    kept: list[Line] = []
    for line in lines:
        number, *rest = _parted(line)
        if _is_number(number) and certain.intersection(_places(number)):
            found.append(number)
            kept += rest
        else:
            kept.append(line)
    lines[:] = kept
    return sorted(found, key=lambda line: line.baseline)


def _parted(line: Line) -> list[Line]:
    """The line, or the number that may stand in the margin and the text that the file has written into one line."""
    lead = line.lead
    if lead is None or not lead.glyphs.isdigit() or lead.glyphs == line.text or lead.next_style == line.head:
        return [line]
    width = _FIGURE * line.head.size * len(lead.glyphs)
    number = replace(line, text=lead.glyphs, x1=line.x0 + width, lead=None, style=line.head, tail=line.head)
    text = line.text[len(lead.glyphs) :].lstrip()
    return [number, replace(line, text=text, x0=lead.next_x0, text_x0=lead.next_x0, head=lead.next_style, lead=None)]


def _is_number(line: Line) -> bool:
    return line.upright and len(line.text) <= 5 and line.text.isdigit()


def _places(line: Line) -> Iterator[Place]:
    for side, edge in enumerate((line.x0, line.x1)):
        for step in (0, 1):  # so that numbers on either side of a step's border share a place
            yield side, int(edge / _ALIGNED) + step, line.style.font, line.style.size


def _count_on(lines: Sequence[Line], seen: defaultdict[Place, _Counted]) -> None:
    """Add what the columns of numbers on a page count."""
    columns: defaultdict[Place, list[Line]] = defaultdict(list)
    lines = [part for line in lines for part in _parted(line)]
    for line in lines:
        if _is_number(line):
            for place in _places(line):
                columns[place].append(line)
    if all(len(numbers) < 2 for numbers in columns.values()):
        return
    ids = {id(line) for numbers in columns.values() for line in numbers}
    rows = rows_of(line for line in lines if line.upright and id(line) not in ids)
    for place, numbers in columns.items():
        numbers.sort(key=lambda line: line.baseline)
        beside = [next((at for at, row in enumerate(rows) if same_row(row[0], one)), None) for one in numbers]
        counted = seen[place]
        for (a, above), (b, below) in pairwise(zip(numbers, beside, strict=True)):
            counted.pairs += 1
            if above is not None and below is not None:
                counted.right += int(b.text) - int(a.text) == below - above > 0
                counted.running += rows[below][0].text[:1].islower()
