"""Finds running heads, feet and page numbers: what recurs outside the text, counted once for the whole document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.formats.pdf.paragraphs import ends_sentence
from reader.formats.pdf.rows import rows_of
from reader.formats.pdf.style import Style
from reader.formats.pdf.typography import Typography

# Running heads and feet stand in these outer parts of the page's height; page numbers hug the edge.
_ZONE = 0.15
_EDGE = 0.075
_DIGITS = re.compile(r"\d+")
PAGE_WORD = r"page|seite|p\.|tudalen|p[aáà]gina|side|sida|sivu|strona|strana|leathanach|duilleag"
OF_HOW_MANY = r"of|o|von|van|de|di|sur|av|af|z|/"
# What the whole document is called beside a page's number.
WHOLE = r"manifesto|maniffesto|manifest|manifeste|program(?:me?|m?a)?|wahlprogramm|verkiezingsprogramma|partiprogram"
# A page number alone, with its ornaments.
NUMBERED = re.compile(
    rf"^\W*(?:{PAGE_WORD})?\W*(\d{{1,4}}|[ivxlc]{{1,6}})\W*(?:(?:{OF_HOW_MANY})\W*\d+)?\W*$", re.IGNORECASE
)
# The same after the end of another word, where part of it was cut off.
_COUNTED = re.compile(rf"^\W*[^\W\d]*\W*\d{{1,3}}\W*(?:{OF_HOW_MANY})\W*\d{{1,3}}\W*$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"^(?:[#@/]\S+|(?:https?://|www\.)\S+)(?:\s+(?:[#@/]\S+|(?:https?://|www\.)\S+))*$", re.IGNORECASE
)
# What the law or the trade wants printed, and whose the pictures are.
IMPRINT = re.compile(
    r"^(?:promoted|printed|published) (?:and |& )?(?:\w+ )?(?:by|on behalf of)\b|\ball rights reserved\b|\bisbn\b"
    r"|^(?:photo|picture|image)s?(?: credits?)?\s*(?:by|:|©)|^©",
    re.IGNORECASE,
)
# A text larger than this (in body sizes) has to recur on four pages, smaller ones on three, in a leaflet on two.
_LARGE = 1.15
# Occurrences at most so many printed pages apart form a run: every page, every left page, and one that is missing.
_RUN = 3
# A text under which sentences of the page before go on, on so many of its pages, is no heading.
_CUTTING = 0.15

# Of words that stand sideways or slanted beside a page's text, so many letters are more than a credit.
_UNREAD = 80

# Edge of the page, text without its figures, height in steps of four points; the same with a style for a text.
Mark = tuple[str, str, int]
Slot = tuple[str, Style, int]


@dataclass(slots=True)
class _Document:
    """What the outer parts of all printed pages hold, by the pages' indices."""

    typography: Typography
    sides: Sequence[Side]
    marks: defaultdict[Mark, list[int]] = field(default_factory=lambda: defaultdict(list))
    slots: defaultdict[Slot, list[int]] = field(default_factory=lambda: defaultdict(list))
    certain: Counter[Slot] = field(default_factory=Counter)
    anywhere: Counter[str] = field(default_factory=Counter)
    largest: dict[str, float] = field(default_factory=dict)
    mass: Counter[Style] = field(default_factory=Counter)
    inner_mass: Counter[Style] = field(default_factory=Counter)
    cut: frozenset[int] = frozenset()


def take_furniture(sides: Sequence[Side], typography: Typography) -> None:
    """Move the furniture of every printed page from its `lines` to its `furniture`, a turned title to `title`."""
    document = _document(sides, typography)
    for side, title in zip(sides, _titles(sides, typography), strict=True):
        turned = [line for line in side.lines if not line.upright]
        taken = {id(line) for line in turned} if _are_asides(turned, side.lines) else set()
        rows = rows_of(line for line in side.lines if line.upright)
        taken |= _outer_rows(document, side, rows, "top") | _outer_rows(document, side, rows[::-1], "bottom")
        taken |= {id(line) for line in side.lines if _is_stray(line, document)}
        side.title = sorted((line for line in title if id(line) in taken), key=lambda line: line.baseline)
        titles = {id(line) for line in side.title}
        side.furniture = [line for line in side.lines if id(line) in taken - titles]
        side.lines = [line for line in side.lines if id(line) not in taken]


def unread(sides: Sequence[Side]) -> list[int]:
    """The PDF pages on which more is turned or slanted beside the text than credits, stamps and tabs."""
    turned = [[line for line in side.furniture if not line.upright and not IMPRINT.search(line.text)] for side in sides]
    often = Counter(text for lines in turned for text in {normal(line.text) for line in lines})
    mass = (sum(len(line.text) for line in lines if often[normal(line.text)] == 1) for lines in turned)
    return sorted({side.page for side, much in zip(sides, mass, strict=True) if much >= _UNREAD})


def normal(text: str) -> str:
    """Text as compared between pages: numbers as #, case and spaces alike."""
    return _DIGITS.sub("#", " ".join(text.casefold().split()))


def _recurring_text(edge: str, line: Line, typography: Typography) -> str:
    """What of a line recurs as a running head does: its words with any number; at the top of the page, where pledges
    and chapters begin, words set large with the same number."""
    heads = edge == "top" and line.size > _LARGE * typography.size and not NUMBERED.match(line.text)
    return line.text.casefold() if heads else normal(line.text)


def _are_asides(turned: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether turned lines are credits, stamps and tabs, not a page whose text is set on its side."""
    mass = sum(len(line.text) for line in turned)
    return mass < 400 or mass < 0.5 * sum(len(line.text) for line in lines)


def _titles(sides: Sequence[Side], typography: Typography) -> list[list[Line]]:
    """The turned or slanted title of each printed page: large, of this page alone, and in a font that sets several."""
    large = [[line for line in side.lines if not line.upright and line.size >= 1.4 * typography.size] for side in sides]
    texts = [_words_of(lines) for lines in large]
    often = Counter(texts)
    fonts = Counter(font for lines in large for font in {line.style.font for line in lines})
    return [
        lines if often[text] == 1 and len(text) > 3 and max(fonts[line.style.font] for line in lines) >= 3 else []
        for lines, text in zip(large, texts, strict=True)
    ]


def _words_of(lines: Sequence[Line]) -> str:
    """The words of a title as compared between pages."""
    return " ".join(line.text.casefold() for line in sorted(lines, key=lambda line: line.baseline))


def _document(sides: Sequence[Side], typography: Typography) -> _Document:
    found = _Document(typography, sides, cut=frozenset(_cut_sentences(sides, typography)))
    for at, side in enumerate(sides):
        marks: set[Mark] = set()
        slots: set[Slot] = set()
        for line in side.lines:
            found.mass[line.style] += len(line.text)
            edge = _edge_of(side, line)
            if edge is None or not line.upright:
                found.inner_mass[line.style] += len(line.text)
                continue
            height = round(line.baseline / 4)
            marks |= {(edge, _recurring_text(edge, line, typography), height + step) for step in (-1, 0, 1)}
            slots |= {(edge, line.style, height + step) for step in (-1, 0, 1)}
        for mark in marks:
            found.marks[mark].append(at)
        for slot in slots:
            found.slots[slot].append(at)
        found.anywhere.update({line.text for line in side.lines if _ADDRESS.match(line.text)})
        for line in side.lines:
            if line.size > _LARGE * typography.size:
                found.largest[normal(line.text)] = max(line.size, found.largest.get(normal(line.text), 0.0))
    for side in sides:
        slots = {
            _slot(edge, line) for line in side.lines if (edge := _edge_of(side, line)) and _recurs(found, edge, line)
        }
        found.certain.update({(edge, style, height + step) for edge, style, height in slots for step in (-1, 0, 1)})
    return found


def _cut_sentences(sides: Sequence[Side], typography: Typography) -> Iterator[int]:
    """The indices of the printed pages on which a sentence of the page before goes on: no heading stands above it."""
    open_end = False
    for at, side in enumerate(sides):
        flowing = [line for line in side.lines if line.upright and abs(line.size - typography.size) <= 0.07 * line.size]
        if not flowing:
            open_end = False
            continue
        first = min(flowing, key=lambda line: (line.baseline, line.x0))
        if open_end and first.marker is None and first.text[:1].islower():
            yield at
        last = max(flowing, key=lambda line: (line.x0 > side.x0 + side.width / 2, line.baseline))
        open_end = not ends_sentence(last.text)


def _edge_of(side: Side, line: Line) -> str | None:
    if line.y0 < _ZONE * side.height:
        return "top"
    return "bottom" if line.y1 > (1 - _ZONE) * side.height else None


def _is_at_edge(side: Side, line: Line) -> bool:
    return line.y0 < _EDGE * side.height or line.y1 > (1 - _EDGE) * side.height


def _slot(edge: str, line: Line) -> Slot:
    return edge, line.style, round(line.baseline / 4)


def _outer_rows(document: _Document, side: Side, rows: Sequence[list[Line]], edge: str) -> set[int]:
    """The ids of the lines in the outermost of the rows, which go inwards, until one is not furniture."""
    taken: set[int] = set()
    for row in rows:
        if _edge_of(side, row[0]) != edge:
            break
        mine = [line for line in row if _is_furniture(document, side, edge, line)]
        if not mine:
            break
        # A chapter's number in a tab beside the running head belongs to it.
        mine.extend(line for line in row if line not in mine and len(line.text) <= 3)
        taken |= {id(line) for line in mine}
        if len(mine) < len(row):
            break
    return taken


def _is_furniture(document: _Document, side: Side, edge: str, line: Line) -> bool:
    if _recurs(document, edge, line):
        return True
    outside = _is_at_edge(side, line)
    body = document.typography
    if NUMBERED.match(line.text) or (edge == "bottom" and _COUNTED.match(line.text)):
        return outside and line.size <= 1.4 * body.size
    if len(line.text) > 80 or line.text.endswith("."):
        return False
    slot = _slot(edge, line)
    alike = document.certain[slot]
    if alike >= 4 and alike >= 0.4 * len(document.slots[slot]):
        return True
    # A chapter's title that stands larger at its beginning is repeated here.
    small = outside and line.size <= 1.3 * body.size
    repeats = document.largest.get(normal(line.text), 0.0) >= _LARGE * line.size
    return small and repeats and len(document.slots[slot]) >= 3


def _recurs(document: _Document, edge: str, line: Line) -> bool:
    """Whether the line's text recurs at its height as running heads do, and headings of a template do not.

    A running head comes in runs of pages, in a style of its own, and does not mind that it cuts a sentence.
    """
    text = _recurring_text(edge, line, document.typography)
    places = document.marks[edge, text, round(line.baseline / 4)]
    large = line.size > _LARGE * document.typography.size
    few = len(document.sides) <= 6
    if len(places) < (2 if few and not large else 3 if few or not large else 4):
        return False
    if NUMBERED.match(line.text):
        return line.size <= 1.4 * document.typography.size or len(places) >= 0.5 * len(document.sides)
    if document.inner_mass[line.style] > 0.3 * sum(document.mass.values()):  # words of the text itself
        return _is_at_edge(document.sides[places[0]], line)
    if edge == "top" and sum(at in document.cut for at in places) >= max(2, _CUTTING * len(places)):
        return True
    near = sum(1 for before, at in pairwise(places) if at - before <= _RUN)
    if near < 0.5 * (len(places) - 1):
        return False
    own_style = document.inner_mass[line.style] <= 0.5 * document.mass[line.style]
    return own_style or (not large and _is_at_edge(document.sides[places[0]], line))


def _is_stray(line: Line, document: _Document) -> bool:
    """Whether the line is an imprint, a picture credit or a slogan that elsewhere is a running foot."""
    if line.size < 0.9 * document.typography.size and IMPRINT.search(line.text):
        return True
    return bool(_ADDRESS.match(line.text)) and document.anywhere[line.text] >= 3
