"""Tells the captions of pictures from the text: small type at a picture's edge or on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.style import Style
from reader.formats.pdf.turning import Box
from reader.formats.pdf.typography import Typography
from reader.model import Kind

_SMALLER = 0.93
_LONGEST = 45  # words
# A caption stands this near to its picture (in its own sizes).
_NEAR = 2.5


def mark_captions(groups: Sequence[Group], pictures: Sequence[Box], typography: Typography) -> None:
    """Set kind CAPTION on the paragraphs of one printed page that are set small beside a picture.

    More words in one style beside a picture are text that its box, which may be transparent, lies over.
    """
    small = [group for group in groups if group.style.size <= _SMALLER * typography.size]
    for picture in pictures if small else ():
        words: Counter[Style] = Counter()
        beside = [group for group in small if _belongs(group, picture)]
        for group in beside:
            words[group.style] += group.words
        for group in beside:
            if group.kind in (Kind.PARAGRAPH, Kind.QUOTE) and words[group.style] <= _LONGEST:
                group.kind = Kind.CAPTION


def _belongs(group: Group, picture: Box) -> bool:
    """Whether the group stands right above, below or beside the picture, or on it."""
    x0, x1 = min(line.x0 for line in group.lines), max(line.x1 for line in group.lines)
    near = _NEAR * group.style.size
    across = min(x1, picture[2]) - max(x0, picture[0])
    down = min(group.last.bottom, picture[3]) - max(group.first.top, picture[1])
    return (across > 0.5 * (x1 - x0) and down > -near) or (down > 0 and across > -near)
