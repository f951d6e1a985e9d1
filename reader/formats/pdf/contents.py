"""Recognises contents pages and makes one entry of each line that points to a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reader.formats.pdf.lines import Line
from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.rows import joined, same_size
from reader.model import Kind

_TARGET = re.compile(r"[\s.…·_]*[\s.…]((?:p\.?\s?)?(\d{1,3}))$", re.IGNORECASE)
_LEADING = re.compile(r"^(\d{1,3})\s*[-–—:|/]?\s+(?=[^\W\d_])")
_SECTION = re.compile(r"^(?:\d|[IVX]+\.)")
# So many entries make a contents page.
_ENOUGH = 5


class Target(NamedTuple):
    """The page number at the end of a contents entry: as printed, as a number, and where the title before it ends."""

    printed: str
    page: int
    cut: int


def target_of(line: Line) -> Target | None:
    """The page that a contents entry's line points to."""
    found = (
        _TARGET.search(line.text, max(0, len(line.text) - 12)) if line.text[-1:].isdigit() and not line.cells else None
    )
    if found is None or not any(char.isalpha() for char in line.text[: found.start()]):
        return None
    return Target(found.group(1), int(found.group(2)), found.start())


def is_contents(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether the columns of a printed page are mostly contents entries with rising page numbers."""
    lines = [line for column in columns for line in column]
    targets = [target.page for line in lines if (target := target_of(line)) is not None]
    if len(targets) < _ENOUGH or len(targets) < 0.35 * len(lines):
        return False
    rising = sum(1 for a, b in pairwise(targets) if b >= a)
    return rising >= 0.75 * (len(targets) - 1)


def with_numbers_last(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page; where it is contents with the page numbers in front, those have changed to the end.

    Such numbers rise by more than one each, as those of a list do not.
    """
    leading = [(line, int(found.group(1))) for line in lines if (found := _LEADING.match(line.text))]
    values = [value for _, value in leading]
    steps = [b - a for a, b in pairwise(values)]
    if len(leading) < _ENOUGH or len(leading) < 0.35 * len(lines) or not steps:
        return list(lines)
    if min(steps) < 0 or sum(steps) < 2 * len(steps):
        return list(lines)
    turned = {id(line) for line, _ in leading}
    return [_turned(line) if id(line) in turned else line for line in lines]


def _turned(line: Line) -> Line:
    """An entry with its leading page number put last."""
    if line.parts:
        number, words = line.parts[0], joined(line.parts[1:])
    else:
        found = _LEADING.match(line.text)
        figures, cut = (found.group(1), found.end()) if found else ("", 0)
        edge = line.x0 + (line.x1 - line.x0) * cut / len(line.text)
        number, words = replace(line, text=figures, x1=edge), replace(line, text=line.text[cut:], x0=edge)
    return replace(words, text=f"{words.text} {number.text}", parts=(words, number), marker=None)


def is_contents_column(column: Sequence[Line]) -> bool:
    """Whether a column of a contents page holds entries, not a preface or an address."""
    return sum(1 for line in column if target_of(line) is not None) >= max(1, 0.25 * len(column))


def contents_of(column: Sequence[Line]) -> list[Group]:
    """The entries of a contents page's column; what carries no page number and belongs to no entry stays apart.

    In an entry of several lines the page number comes last, wherever it is printed.
    """
    groups: list[Group] = []
    number: Line | None = None
    for at, line in enumerate(column):
        target = target_of(line)
        title, its_number = _parted(line, target) if target is not None else (line, None)
        near = at > 0 and _follows(column[at - 1], line) and (target is not None or not _begins_next(column, at))
        if groups and near and _goes_on(groups[-1], line, target is not None):
            groups[-1].lines.append(title)
        else:
            _close(groups, number)
            number = None
            groups.append(Group([title]))
        if its_number is not None:
            groups[-1].kind, number = Kind.CONTENTS, its_number
    _close(groups, number)
    return groups


def _begins_next(column: Sequence[Line], at: int) -> bool:
    """Whether a line without a number belongs to the entry below it: it is nearer, or reads as a beginning."""
    if at + 1 >= len(column):
        return False
    above = column[at].baseline - column[at - 1].baseline
    below = column[at + 1].baseline - column[at].baseline
    if abs(above - below) > 0.1 * column[at].size:
        return below < above
    return column[at].text[:1].isupper() and not column[at + 1].text[:1].isdigit()


def _close(groups: Sequence[Group], number: Line | None) -> None:
    if groups and number is not None:
        groups[-1].lines.append(number)


def _parted(line: Line, target: Target) -> tuple[Line, Line]:
    """An entry's title and its page number as two lines; the place of the number is exact where it was a part."""
    title, number = line.text[: target.cut].rstrip(" .…·_"), target.printed
    if line.parts and line.parts[-1].text == number:
        last = line.parts[-1]
        return replace(line, text=title, x1=line.parts[-2].x1, tail=line.head), last
    edge = line.x1 - (line.x1 - line.x0) * len(number) / len(line.text)
    return replace(line, text=title, x1=edge, tail=line.head), replace(line, text=number, x0=edge, marker=None)


def _follows(before: Line, line: Line) -> bool:
    """Whether the line stands right under the one before it, set in the same size."""
    return line.baseline - before.baseline < 2 * line.size and abs(before.style.size - line.style.size) < 0.5


def _goes_on(group: Group, line: Line, has_number: bool) -> bool:
    """Whether the line goes on with the entry above it: in the same type, without a section number of its own."""
    if _SECTION.match(line.text) or not _set_alike(group.first, line):
        return False
    if group.kind is Kind.CONTENTS:
        return not has_number and abs(line.x0 - group.first.x0) < 0.6 * line.size
    # What has no page number yet gets it at the end of its last line, which may hang under a section number.
    return has_number and -0.6 * line.size < line.x0 - group.first.x0 < 5 * line.size


def _set_alike(a: Line, b: Line) -> bool:
    return same_size(a, b) and a.head.font == b.head.font and a.head.colour == b.head.colour
