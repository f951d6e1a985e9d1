"""Puts pieces of print that stand on one baseline together into one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from reader.formats.pdf.initials import with_initials
from reader.formats.pdf.lines import Line, box_of
from reader.markers import Marker, marker_at_start
from reader.model import Reference
from reader.raised import refers

_NUMBER_ONLY = re.compile(r"^(?:[|›»>–-]\s?)?(?:[^\W\d_]{1,7}\.?\s?)?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
_MARK_ONLY = re.compile(
    r"^(?:[^\w\s]{1,2}|[\uf000-\uf8ff]{1,2}|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,3}\.\d{1,2}\.?|\d{1,2}(?:\.\d{1,2}){2,3}\.|o|n|z)$"
)
# So many numbers are those of items.
_BADGES = 3
# The number of a section, which a wide space parts from its heading.
_SECTION_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,4}\.?$")


def same_row(a: Line, b: Line) -> bool:
    """Whether two lines share a baseline, a raised or lowered bullet included."""
    return abs(a.baseline - b.baseline) < 0.3 * min(a.style.size, b.style.size) + 0.5


def same_size(a: Line, b: Line) -> bool:
    """Whether two lines are set in one size, small differences from justification aside."""
    return abs(a.style.size - b.style.size) <= 0.06 * a.style.size


def is_mark(line: Line) -> bool:
    """Whether the line is a bullet or item number without its text."""
    return len(line.text) <= 8 and (
        (line.marker is not None and line.marker.end >= len(line.text)) or bool(_MARK_ONLY.match(line.text))
    )


def _marks(mark: Line, line: Line) -> bool:
    """Whether the first of two neighbours is the bullet or number of the other, whose words it begins."""
    return is_mark(mark) and any(char.isalpha() for char in line.text)


def is_number(line: Line) -> bool:
    """Whether the line is a page number as contents pages have them ("12", "Page 12", "› 12", "12-14"), no bullet."""
    marked = line.marker is not None and line.marker.end >= len(line.text)
    return len(line.text) <= 12 and not marked and bool(_NUMBER_ONLY.match(line.text))


def joined(parts: Sequence[Line]) -> Line:
    """One line of parts of a row, which are in order from left to right."""
    first, last = parts[0], parts[-1]
    if len(parts) == 1:
        return first
    text = first.text
    marker = first.marker
    references = list(first.references)
    for before, part in pairwise(parts):
        if part.number is not None and refers(text, part.number.split(","), part.text):
            references.append(Reference(len(text), part.number))
        elif part.number is not None:
            text += part.number
        left = part.x0 if part.number is None else part.text_x0
        touching = part.upright and left - before.x1 < 0.12 * min(part.size, before.size)
        text += "" if touching and not is_mark(before) else " "
        references += [Reference(len(text) + offset, label) for offset, label in part.references]
        text += part.text
    text_x0 = first.text_x0
    marked = _marks(first, parts[1])
    if marked:
        end = len(first.text) + 1
        ordered = first.text[:1].isdigit() or first.text[-1:] in ".)"
        marker = Marker(first.text, end, ordered if first.marker is None else first.marker.ordered)
        text_x0 = parts[1].text_x0
    main = max(parts, key=lambda part: len(part.text))
    head = parts[1].head if marked else first.head
    made = Line(first.page, text, *box_of(parts), main.baseline, main.style, head, last.tail)
    made.references, made.number = tuple(references), first.number
    made.marker, made.text_x0 = marker or marker_at_start(text), text_x0
    made.upright, made.parts, made.place = first.upright, tuple(parts), min(part.place for part in parts)
    return made


def tidied(lines: Sequence[Line], document: Sequence[Line]) -> list[Line]:
    """The lines of a page of the document with initials and marks joined to their text."""
    return [line for row in rows_of(with_initials(lines, document)) for line in _with_marks(row)]


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines by baseline from the top down, each row from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=attrgetter("baseline")):
        if rows and same_row(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        if len(row) > 1:
            row.sort(key=attrgetter("x0"))
    return rows


def once(lines: Sequence[Line]) -> list[Line]:
    """Without shadows, fake bold and fragments: words printed over the same words of their row."""
    kept: dict[int, Line | None] = {id(line): line for line in lines}
    for row in rows_of(lines):
        under = row[0]
        changed: dict[int, Line | None] = {}
        for line in row[1:]:
            if line.x0 < under.x1 - 0.1 * line.size:
                again = _printed_already(under, line)
                if not again:
                    # Something else is printed over it: nobody can tell what was meant.
                    break
                if again == len(line.text):
                    changed[id(line)] = None
                    continue
                if again == len(under.text) and line.x0 - under.x0 < 0.3 * line.size:
                    changed[id(under)] = None
                else:
                    rest = line.text[again:].lstrip()
                    changed[id(line)] = replace(line, text=rest, x0=under.x1 + 0.2 * line.size, marker=None)
            under = line if line.x1 > under.x1 else under
        else:
            kept.update(changed)
    return [line for line in kept.values() if line is not None]


def _printed_already(under: Line, line: Line) -> int:
    """How many of the characters at the beginning of a line are, in whole words, those that stand under them."""
    wide = (under.x1 - under.x0) / len(under.text)
    begins = (line.x0 - under.x0) / wide
    ends = [at for at, char in enumerate(f"{line.text} ") if char == " "]
    for end in reversed(ends):
        at = under.text.find(line.text[:end], max(0, round(begins - 1.5 * line.size / wide)))
        whole = end == len(line.text) or at + end == len(under.text)
        if whole and 0 <= at < begins + 1.5 * line.size / wide:
            return end
    return 0


def mark_numbers(lines: Sequence[Line]) -> None:
    """Make marks of the numbers in badges: from 1 on under each other, beside texts of several lines."""
    chains: list[list[Line]] = []
    numbers = [line for line in lines if line.text.isdigit() and is_number(line)]
    for number in sorted(numbers, key=lambda one: one.baseline) if len(numbers) >= _BADGES else ():
        above = next((chain for chain in chains if _counts_on(chain[-1], number, lines)), None)
        if above is None:
            chains.append([number])
        else:
            above.append(number)
    expected = 1
    for chain in sorted(chains, key=lambda one: int(one[0].text)):
        if len(chain) < _BADGES or int(chain[0].text) != expected:
            continue
        expected += len(chain)
        for number in chain:
            number.marker, number.text_x0 = Marker(number.text, len(number.text), True), number.x1


def _counts_on(above: Line, number: Line, lines: Sequence[Line]) -> bool:
    """Whether the number is one more than that above it, and what it counts has more lines than one."""
    if int(number.text) != int(above.text) + 1 or abs(number.middle - above.middle) > number.size:
        return False
    beside = _right_of(number, lines)
    rows = [line for line in beside if not same_row(above, line) and not same_row(number, line)]
    return len(beside) > len(rows) and any(above.baseline < line.baseline < number.baseline for line in rows)


def _right_of(number: Line, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if 0 < line.x0 - number.x1 < 2.5 * number.size]


def _with_marks(row: Sequence[Line]) -> list[Line]:
    """A row's lines, where a mark has taken the text right of it."""
    parts: list[Line] = []
    for line in row:
        before = parts[-1] if parts else None
        if before is None:
            parts.append(line)
        elif _belong(before, line):
            parts[-1] = joined((before, line))
        elif not _is_echo(before, line):
            parts.append(line)
    return parts


def _belong(before: Line, line: Line) -> bool:
    """Whether two neighbours in a row are one line wherever the columns run."""
    if _is_echo(before, line):
        return False
    gap = line.x0 - before.x1
    if _marks(before, line) or _numbers(before, line):
        return gap < 4 * line.size
    return 0 <= gap < 0.5 * line.size and same_size(before, line) and not (line.marker and is_mark(line))


def _numbers(before: Line, line: Line) -> bool:
    """Whether the first is the section number of the second."""
    return bool(_SECTION_NUMBER.match(before.text)) and same_size(before, line) and line.text[:1].isalpha()


def _is_echo(before: Line, line: Line) -> bool:
    """Whether the line is a bullet that the file holds twice: the same mark again, inside or right after it."""
    if len(line.text) > 2 or before.marker is None or before.marker.text[:1] != line.text[:1]:
        return False
    return line.x0 < before.text_x0 + line.size
