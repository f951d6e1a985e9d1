"""How flowing text and pictures of pages look: sizes of headings, gaps, and tints on paper, in both themes."""

from __future__ import annotations

from typing import NamedTuple

from ui.theme.contrast import contrast, luminance, mixed
from ui.theme.tokens import LIGHT, READING_LINE_HEIGHT, SIX, THREE, TWO, Tokens

# Headings of a manifesto by level, as multiples of the reading size; the last is for every deeper level.
_HEADINGS = (1.5, 1.18, 1.0, 1.0)

# Room at both sides of the measure for what is painted beside the words (the bar of an opened passage).
GUTTER = THREE
# Where printed page numbers stand, left of the gutter.
PAGE_NUMBERS_WIDTH = SIX
# How far a list is set in per level, and a quotation.
INDENT = THREE
PASSAGE_BAR = 3

# Pages of the original: between two of them, and round them.
PAGE_GAP = TWO
# Pixels per point at 100 %: 96 pixels to the inch of 72 points.
NATURAL_ZOOM = 96 / 72
# How large pages are at first, where there is room: print as large as the flowing text.
USUAL_ZOOM = 1.25 * NATURAL_ZOOM
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)

# Pages stay white paper in both themes, so their tints do too; in the dark they are dimmed by this.
PAPER = LIGHT.surface
PASSAGE_ON_PAPER = mixed(LIGHT.mark, LIGHT.surface, 0.7)
FOUND_ON_PAPER = LIGHT.mark
CURRENT_ON_PAPER = mixed(LIGHT.accent, LIGHT.surface, 0.28)
SELECTED_ON_PAPER = mixed(LIGHT.accent, LIGHT.surface, 0.2)
CURSOR_WIDTH = 2
MARK_ROOM = 3  # pixels by which a mark stands out of its line at both ends


class Mark(NamedTuple):
    """How words are marked on a page: a tint on paper; where the page is dark or coloured, a line under them."""

    tint: str
    thickness: int  # of the line, in pixels


def is_paper(ground: str) -> bool:
    """Whether a ground (#rrggbb) is light enough for a tint to be seen and read on."""
    return luminance(ground) > _PAPER_LIKE


def line_on(ground: str) -> str:
    """The colour of a line on this ground: of paper or of ink, whichever stands out more."""
    return max(PAPER, INK_ON_PAPER, key=lambda colour: contrast(colour, ground))


_PAPER_LIKE = 0.45
PASSAGE = Mark(PASSAGE_ON_PAPER, 2)
FOUND = Mark(FOUND_ON_PAPER, 2)
CURRENT = Mark(CURRENT_ON_PAPER, 4)
SELECTED = Mark(SELECTED_ON_PAPER, 4)

# Pictures of pages for slides: the margin in pixels, and the size of the citation as a share of a page's width.
PICTURE_GAP = 32
CITATION_SHARE = 0.022
DIMMED_PAPER = "#dcdad5"
INK_ON_PAPER = LIGHT.ink


def heading_size(level: int, now: Tokens) -> int:
    """The size of a heading of this level (from 1), in pixels."""
    return round(now.reading * _HEADINGS[min(max(level, 1), len(_HEADINGS)) - 1])


def line_height(pixels: int) -> int:
    """The height of a line of the reading face at this size, in whole pixels so that no line is blurred."""
    return round(pixels * READING_LINE_HEIGHT)


def passage(now: Tokens) -> str:
    """The ground of the opened passage in flowing text: fainter than marked words, which may stand on it."""
    return mixed(now.colours.mark, now.colours.surface, 0.42)


def snippet_size(now: Tokens) -> int:
    """The size of words quoted in a list: a little smaller than what is read."""
    return now.reading - 1
