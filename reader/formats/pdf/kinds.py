"""Tells list items, quotations and captions from plain paragraphs, and gives chapters' numbers to their titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.style import Style
from reader.formats.pdf.turning import Box
from reader.formats.pdf.typography import Typography
from reader.markers import Marker
from reader.model import Kind

_QUOTED = re.compile(r"^[“‘„«\"].*[”’“»\"]\W{0,2}$", re.DOTALL)
_CHAPTER = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})\.?$")
# The captions of pictures are set so small (in sizes of the text), have at most so many words, and stand so near (in
# their own sizes).
_SMALLER, _LONGEST_CAPTION, _NEAR = 0.93, 45, 2.5
_COUNTED = re.compile(r"^(\d{1,2})\s+(?=[^\W\d_])")
# So many paragraphs that count themselves are a list.
_LIST_OF = 3


def mark_kinds(groups: Sequence[Group], typography: Typography) -> None:
    """Set the kinds of those groups of a document that are neither headings nor plain paragraphs."""
    _mark_counted(groups)
    for group in groups:
        if group.kind is not Kind.PARAGRAPH:
            continue
        if group.first.marker is not None and not group.is_row:
            group.kind = Kind.LIST_ITEM
        elif _is_quote(group, typography):
            group.kind = Kind.QUOTE


def _mark_counted(groups: Sequence[Group]) -> None:
    """Give markers to paragraphs that follow each other and count themselves from 1 on, without a stop or bracket."""
    run: list[tuple[Group, re.Match[str]]] = []
    for group in (*groups, None):
        found = _COUNTED.match(group.text) if group is not None and group.kind is Kind.PARAGRAPH else None
        if found is not None and group is not None and int(found[1]) == len(run) + 1:
            run.append((group, found))
            continue
        if len(run) >= _LIST_OF:
            for one, number in run:
                one.first.marker = Marker(number[1], number.end(), ordered=True)
        run = [(group, found)] if found is not None and group is not None and found[1] == "1" else []


def with_chapter_numbers(groups: Sequence[Group], typography: Typography) -> list[Group]:
    """The groups, where a number that stands alone and large over a heading has become the heading's beginning."""
    kept: list[Group] = []
    for group in groups:
        above = kept[-1] if kept else None
        if above is not None and _is_chapter_number(above, typography) and _stands_under(above, group, typography):
            group.lines[:0] = above.lines
            group.first_in_column = above.first_in_column
            kept.pop()
        kept.append(group)
    return kept


def _is_chapter_number(group: Group, typography: Typography) -> bool:
    return bool(_CHAPTER.match(group.text)) and group.style.size >= 1.2 * typography.size


def _stands_under(above: Group, group: Group, typography: Typography) -> bool:
    """Whether the number belongs to the group: near it, or both so large that they are the page's title together."""
    apart = group.first.baseline - above.last.baseline
    near = 0 < apart < 2.5 * max(group.first.size, above.last.size) and group.style.font == above.style.font
    return near or min(above.style.size / 2, group.style.size) >= 1.5 * typography.size


def _is_quote(group: Group, typography: Typography) -> bool:
    style, text = group.style, group.text
    if group.words < 4 or style.size < 1.08 * typography.size:
        return False
    return bool(_QUOTED.match(text)) or (text.isupper() and style.size >= 1.5 * typography.size)


def mark_captions(groups: Sequence[Group], pictures: Sequence[Box], typography: Typography) -> None:
    """Set kind CAPTION on the paragraphs of one printed page that are set small beside a picture.

    More words in one style beside a picture are text that its box, which may be transparent, lies over.
    """
    small = [group for group in groups if group.style.size <= _SMALLER * typography.size]
    for picture in pictures if small else ():
        words: Counter[Style] = Counter()
        beside = [group for group in small if _stands_beside(group, picture)]
        for group in beside:
            words[group.style] += group.words
        for group in beside:
            if group.kind in (Kind.PARAGRAPH, Kind.QUOTE) and words[group.style] <= _LONGEST_CAPTION:
                group.kind = Kind.CAPTION


def _stands_beside(group: Group, picture: Box) -> bool:
    """Whether the group stands right above, below or beside the picture, or on it."""
    x0, x1 = min(line.x0 for line in group.lines), max(line.x1 for line in group.lines)
    near = _NEAR * group.style.size
    across = min(x1, picture[2]) - max(x0, picture[0])
    down = min(group.last.bottom, picture[3]) - max(group.first.top, picture[1])
    return (across > 0.5 * (x1 - x0) and down > -near) or (down > 0 and across > -near)
