"""Joins the page numbers of contents to their titles, from which white space or dots part them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.formats.pdf.lines import Line
from reader.formats.pdf.rows import is_number, joined, same_row

_NUMBER, _BEGINS, _ENDS = re.compile(r"(\d+)"), re.compile(r"^\d{1,3}\s"), re.compile(r"\s\d{1,3}$")
# So many page numbers under each other are those of contents.
_ALIGNED = 4


def with_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, where page numbers that are aligned are parts of the lines that stand beside them."""
    edges, numbers = _aligned(lines)
    sides = [(line, *_beside(line, lines, numbers, edges)) for line in lines if id(line) in numbers]
    front = sum((left is None) - (right is None) for _, left, right in sides) > 0
    # Numbers of a list are nearly all there are between the first and the last.
    if front and 1.25 * len(numbers) > max(numbers.values()) - min(numbers.values()):
        return list(lines)
    entries: dict[int, Line | None] = {}
    for number, left, right in sides:
        title = right if front else left
        if title is not None and id(title) not in entries:
            entries |= {id(number): None, id(title): joined((number, title) if front else (title, number))}
    return [line for line in (entries.get(id(line), line) for line in lines) if line is not None]


def _aligned(lines: Sequence[Line]) -> tuple[set[int], dict[int, int]]:
    """Edges (whole points) at which page numbers are aligned, all with one word before them; by id which are there."""
    alone = {id(line): _NUMBER.split(line.text) for line in lines if is_number(line)}
    words = Counter(word for word, *_ in alone.values())
    alone = {key: parts for key, parts in alone.items() if not parts[0] or words[parts[0]] >= _ALIGNED}
    lefts = [round(line.x0) for line in lines if id(line) in alone or _BEGINS.match(line.text)]
    rights = [round(line.x1) for line in lines if id(line) in alone or _ENDS.search(line.text)]
    edges = Counter([*lefts, *rights])
    aligned = {edge for edge in edges if sum(edges[at] for at in range(edge - 2, edge + 3)) >= _ALIGNED}
    there = (line for line in lines if id(line) in alone and not aligned.isdisjoint((round(line.x0), round(line.x1))))
    return aligned, {id(line): int(alone[id(line)][1]) for line in there}


def _beside(
    number: Line, lines: Sequence[Line], numbers: dict[int, int], edges: set[int]
) -> tuple[Line | None, Line | None]:
    """The lines nearest to a page number on its left and right, no other column of numbers being between."""
    near: dict[bool, list[tuple[bool, float, Line]]] = {False: [], True: []}
    for line in lines:
        if id(line) in numbers or line.top > number.bottom or line.bottom < number.top:
            continue
        front = line.middle > number.middle
        a, b = (number, line) if front else (line, number)
        if not any(a.x1 + 1.5 * a.size < edge < b.x0 - 1.5 * b.size for edge in edges):
            near[front].append((not same_row(line, number), b.x0 - a.x1, line))
    left, right = (min(side, key=lambda one: one[:2])[2] if side else None for side in near.values())
    return left, right
