"""Finds the numbers that drafts print beside their lines, in the margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.formats.pdf.lines import Line
from reader.formats.pdf.rows import rows_of, same_row

# So many numbers under each other that count the rows of a page are line numbers.
_ENOUGH = 4
_COUNTING = 0.7
# Of the rows that carry a number at least so many go on with a sentence: those of a list do not.
_RUNNING = 0.15
_ALIGNED = 3.0  # points

# Which edge of the numbers is aligned (0 left, 1 right), and where, in steps of `_ALIGNED`; the font and size.
Place = tuple[int, int, str, float]


def take_line_numbers(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Takes the line numbers out of the lines of each page of a document; those of each page, from the top down."""
    places = Counter(place for lines in pages for place in _counting_places(lines))
    certain = {place for place, count in places.items() if count >= min(2, len(pages))}
    return [_taken(lines, certain) if certain else [] for lines in pages]


def _taken(lines: list[Line], certain: set[Place]) -> list[Line]:
    found = [line for line in lines if _is_number(line) and certain.intersection(_places(line))]
    ids = {id(line) for line in found}
    lines[:] = [line for line in lines if id(line) not in ids]
    return sorted(found, key=lambda line: line.baseline)


def _is_number(line: Line) -> bool:
    return line.upright and len(line.text) <= 5 and line.text.isdigit()


def _places(line: Line) -> Iterator[Place]:
    for side, edge in enumerate((line.x0, line.x1)):
        for step in (0, 1):  # so that numbers on either side of a step's border share a place
            yield side, int(edge / _ALIGNED) + step, line.style.font, line.style.size


def _counting_places(lines: Sequence[Line]) -> set[Place]:
    """The places at which the numbers of a page count its rows."""
    columns: dict[Place, list[Line]] = {}
    for line in lines:
        if _is_number(line):
            for place in _places(line):
                columns.setdefault(place, []).append(line)
    return {
        place for place, numbers in columns.items() if len(numbers) >= _ENOUGH and _count_rows(numbers, lines)
    }  # fmt: skip


def _count_rows(numbers: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether from one number to the next there are as many rows of text as they are apart."""
    ids = {id(line) for line in numbers}
    rows = rows_of(line for line in lines if line.upright and id(line) not in ids)
    if not rows:
        return False
    numbers = sorted(numbers, key=lambda line: line.baseline)
    beside = [next((at for at, row in enumerate(rows) if same_row(row[0], one)), None) for one in numbers]
    pairs = [
        (int(b.text) - int(a.text), below - above)
        for (a, above), (b, below) in pairwise(zip(numbers, beside, strict=True))
        if above is not None and below is not None
    ]
    if sum(apart == rows_apart > 0 for apart, rows_apart in pairs) < max(_ENOUGH - 1, _COUNTING * (len(numbers) - 1)):
        return False
    texts = [rows[at][0].text for at in beside if at is not None]
    return sum(text[:1].islower() for text in texts) >= _RUNNING * len(texts)
