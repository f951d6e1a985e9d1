"""Finds marks that others put on pages: large words drawn over or under the text, and stamps of those who keep copies.

A mark of the kind is known by its place, whatever its words: no designer sets a text across lines of another. The same
words in the same place on other pages are marks too, and so are words that say of a document that it is a draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.formats.pdf.typography import Typography
from reader.others_marks import begins_mark_of_copy, is_mark_of_state

# In body sizes: how large a mark is set at least, and one that says what it is.
_LARGE, _NAMED = 1.6, 1.2
# So many lines of text lie under it; a line lies under it if so much (in its sizes) of it does.
_LINES, _OVERLAP = 3, 2.0
_LETTERS = 3
# The box of slanted letters is larger than they are, by this share on each side.
_EMPTY = 0.12
# How far from each other the same mark stands on two pages, in points.
_NEAR = 6.0
# Huge words (in body sizes) in one place on so many pages, and such a share of all, are a mark with nothing under it.
_HUGE, _OFTEN, _SHARE = 3.5, 3, 0.4
# Stamps stand in these outer parts of the page's height.
_OUTER = 0.15


def take_overprints(sides: Sequence[Side], typography: Typography) -> None:
    """Move marks of others from the `lines` of every printed page to its `overprints`."""
    large = [[line for line in side.lines if _may_be_mark(line, typography)] for side in sides]
    marks = [
        [line for line in lines if _lies_on_text(line, side.lines)] for side, lines in zip(sides, large, strict=True)
    ]
    known = [line for lines in marks for line in lines]
    known += _recurring(large, typography)
    for side, lines, found in zip(sides, large, marks, strict=True):
        taken = {id(line) for line in (*found, *_alike(lines, known), *_named(side, typography))}
        side.overprints = [line for line in side.lines if id(line) in taken]
        if taken:
            side.lines = [line for line in side.lines if id(line) not in taken]


def _may_be_mark(line: Line, typography: Typography) -> bool:
    return line.size >= _LARGE * typography.size and sum(map(str.isalpha, line.text)) >= _LETTERS


def _lies_on_text(mark: Line, lines: Iterable[Line]) -> bool:
    """Whether smaller lines of text run through the mark's letters."""
    if mark.upright:
        x0, y0, x1, y1 = mark.x0, mark.top, mark.x1, mark.baseline
    else:
        wide, high = _EMPTY * (mark.x1 - mark.x0), _EMPTY * (mark.y1 - mark.y0)
        x0, y0, x1, y1 = mark.x0 + wide, mark.y0 + high, mark.x1 - wide, mark.y1 - high
    under = {
        round(line.baseline)
        for line in lines
        if line.upright
        and _LARGE * line.size <= mark.size
        and y0 < (line.top + line.baseline) / 2 < y1
        and min(x1, line.x1) - max(x0, line.x0) > _OVERLAP * line.size
    }
    return len(under) >= min(_LINES, max(2, round((y1 - y0) / (2 * mark.size)) + 1))


def _recurring(large: Sequence[Sequence[Line]], typography: Typography) -> list[Line]:
    """One each of the huge lines that stand in one place on many pages."""
    places: defaultdict[tuple[str, int, int], list[Line]] = defaultdict(list)
    for line in (line for lines in large for line in lines if line.size >= _HUGE * typography.size):
        places[line.text, round(line.x0 / _NEAR), round(line.y0 / _NEAR)].append(line)
    return [same[0] for same in places.values() if len(same) >= max(_OFTEN, _SHARE * len(large))]


def _alike(lines: Iterable[Line], known: Sequence[Line]) -> Iterator[Line]:
    """The lines with the words and the size of a mark that lies on the text of another page, in its place."""
    for line in lines:
        if any(
            line.text == mark.text
            and line.style.size == mark.style.size
            and abs(line.x0 - mark.x0) < _NEAR
            and abs(line.y0 - mark.y0) < _NEAR
            for mark in known
        ):
            yield line


def _named(side: Side, typography: Typography) -> Iterator[Line]:
    """The lines of a printed page whose words say that they are marks, where no text of the page's own is set so."""
    for line in side.lines:
        large = line.size >= _NAMED * typography.size
        outer = not _OUTER * side.height < line.baseline < (1 - _OUTER) * side.height
        state = (large or not line.upright) and is_mark_of_state(line.text)
        ends = line.text.endswith(".")
        if state or ((outer or not line.upright) and not ends and begins_mark_of_copy(line.text)):
            yield line
