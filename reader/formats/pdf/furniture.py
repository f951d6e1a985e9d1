"""Finds running heads, feet and page numbers by what recurs at the edges of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.formats.pdf.rows import rows_of
from reader.formats.pdf.style import Style
from reader.formats.pdf.typography import Typography

# Running heads and feet stand in these outer parts of the page's height.
_ZONE = 0.13
_EDGE = 0.075
_DIGITS = re.compile(r"\d+")
# A page number alone, with its ornaments.
NUMBERED = re.compile(
    r"^\W*(?:page|seite|p\.|tudalen|página)?\W*(\d{1,4}|[ivxlc]{1,6})\W*(?:(?:of|von|/)\W*\d+)?\W*$", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"^(?:[#@/]\S+|(?:https?://|www\.)\S+)(?:\s+(?:[#@/]\S+|(?:https?://|www\.)\S+))*$", re.IGNORECASE
)
_IMPRINT = re.compile(
    r"\b(?:promoted (?:and|by)|(?:printed|published) (?:and|by)\b.*\bby\b|printed by|all rights reserved|isbn)\b"
    r"|^(?:photo|picture|image)s?(?: credits?)?\s*(?:by|:|©)|^©",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Recurring:
    """What the edges of all printed pages hold: how many hold a text at a height, how many a style."""

    texts: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    anywhere: Counter[str] = field(default_factory=Counter)
    edge_styles: Counter[tuple[str, Style, int]] = field(default_factory=Counter)
    style_mass: Counter[Style] = field(default_factory=Counter)
    edge_mass: Counter[Style] = field(default_factory=Counter)
    sides: int = 0


def take_furniture(sides: Sequence[Side], typography: Typography) -> None:
    """Move the furniture of every printed page from its `lines` to its `furniture`."""
    recurring = _recurring(sides)
    for side in sides:
        turned = [line for line in side.lines if not line.upright]
        taken = {id(line) for line in turned} if _are_asides(turned, side.lines) else set()
        for rows in (_from_top(side), _from_bottom(side)):
            taken |= _outer_rows(side, rows, recurring, typography)
        taken |= {id(line) for line in side.lines if _is_stray(line, recurring, typography)}
        side.furniture = [line for line in side.lines if id(line) in taken]
        side.lines = [line for line in side.lines if id(line) not in taken]


def _are_asides(turned: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether turned lines are credits and stamps, not a page whose text is set on its side."""
    mass = sum(len(line.text) for line in turned)
    return mass < 400 or mass < 0.5 * sum(len(line.text) for line in lines)


def normal(text: str) -> str:
    """Text as compared between pages: numbers as #, case and spaces alike."""
    return _DIGITS.sub("#", " ".join(text.casefold().split()))


def _zone(side: Side, line: Line) -> str | None:
    if line.y0 < _ZONE * side.height:
        return "top"
    return "bottom" if line.y1 > (1 - _ZONE) * side.height else None


def _recurring(sides: Sequence[Side]) -> _Recurring:
    found = _Recurring(sides=len(sides))
    for side in sides:
        seen: set[tuple[str, str, int]] = set()
        styles: set[tuple[str, Style, int]] = set()
        for line in side.lines:
            zone = _zone(side, line)
            found.style_mass[line.style] += len(line.text)
            if zone is None or not line.upright:
                continue
            found.edge_mass[line.style] += len(line.text)
            height = round(line.baseline / 4)
            seen |= {(zone, normal(line.text), height + step) for step in (-1, 0, 1)}
            styles |= {(zone, line.style, height + step) for step in (-1, 0, 1)}
        found.texts.update(seen)
        found.edge_styles.update(styles)
        found.anywhere.update({text for _, text, _ in seen})
    return found


def _from_top(side: Side) -> Iterator[list[Line]]:
    for row in rows_of(line for line in side.lines if line.upright):
        if row[0].y0 >= _ZONE * side.height:
            return
        yield row


def _from_bottom(side: Side) -> Iterator[list[Line]]:
    for row in reversed(rows_of(line for line in side.lines if line.upright)):
        if row[0].y1 <= (1 - _ZONE) * side.height:
            return
        yield row


def _outer_rows(side: Side, rows: Iterable[list[Line]], recurring: _Recurring, typography: Typography) -> set[int]:
    """The ids of the lines in the outermost rows, going inwards until one is not furniture."""
    taken: set[int] = set()
    for row in rows:
        mine = [line for line in row if _recurs(side, line, recurring, typography)]
        if not mine:
            break
        # A chapter's number in a tab beside the running head belongs to it.
        mine.extend(line for line in row if line not in mine and len(line.text) <= 3)
        taken |= {id(line) for line in mine}
        if len(mine) < len(row):
            break
    return taken


def _recurs(side: Side, line: Line, recurring: _Recurring, typography: Typography) -> bool:
    zone = _zone(side, line)
    if zone is None:
        return False
    key = (zone, normal(line.text), round(line.baseline / 4))
    enough = 3 if recurring.sides > 6 else 2
    count = recurring.texts[key]
    at_edge = line.y0 < _EDGE * side.height or line.y1 > (1 - _EDGE) * side.height
    if NUMBERED.match(line.text) and (count >= enough or at_edge):
        return True
    if count >= enough:
        # A heading that comes on many pages at one height is also found elsewhere; a running head is not.
        only_here = recurring.edge_mass[line.style] >= 0.5 * recurring.style_mass[line.style]
        if line.size > 1.4 * typography.size and not (zone == "bottom" and at_edge):
            return only_here and count > max(6, 0.5 * recurring.sides) and "#" not in key[1]
        return at_edge or only_here
    return at_edge and _style_of_the_edge(line, zone, recurring, typography)


def _style_of_the_edge(line: Line, zone: str, recurring: _Recurring, typography: Typography) -> bool:
    """Whether the line is set as only lines at this edge are: a running head whose words come once."""
    if line.size > 1.3 * typography.size or line.text.endswith(".") or len(line.text) > 80:
        return False
    same_place = recurring.edge_styles[zone, line.style, round(line.baseline / 4)]
    only_here = recurring.edge_mass[line.style] >= 0.8 * recurring.style_mass[line.style]
    return same_place >= 3 and only_here


def _is_stray(line: Line, recurring: _Recurring, typography: Typography) -> bool:
    """Whether the line is an imprint, a picture credit or a slogan that elsewhere is a running foot."""
    if line.size < 0.9 * typography.size and _IMPRINT.search(line.text):
        return True
    return bool(_ADDRESS.match(line.text)) and recurring.anywhere[normal(line.text)] >= 3
