"""How codes are marked on words: colours that show on any ground, patterns for who sees no colours, sizes."""

from __future__ import annotations

from typing import NamedTuple

from reader.library.code_looks import by_place, pattern_of, shown_colour
from reader.library.codes import Code, Codebook
from ui.theme.contrast import CONTROL_CONTRAST, contrast, legible, mixed, tint
from ui.theme.tokens import LIGHT, Tokens

# Dashes and gaps of a line, in multiples of its thickness; none for a line without gaps. Each can be told from the
# others by a piece as long as SAMPLE.
PATTERNS: tuple[tuple[int, ...], ...] = ((), (4, 2), (1, 1), (6, 2, 1, 2), (2, 2), (3, 1, 1, 1, 1, 1), (1, 3))
# How deep lines are drawn apart from each other; further ones lie on the last.
LANES = 5
# Under the letters: from their baseline to the first line, and between two lines, in pixels.
_BELOW, _GAP = 1, 1
# The margin in which codes are named, where there is room; less shows the lines' beginnings alone.
MARGIN = 136
LEAST_MARGIN = 72
NARROW_MARGIN = 32
STRIP = 12
SAMPLE = 18
# How far tinted grounds (the opened passage, chosen words) may be from untinted ones, as a ratio of contrast: what
# stands out by so much more on the untinted one stands out on both.
TINTED = 1.4


class LineLook(NamedTuple):
    """How one code's line is drawn: its colour (#rrggbb) and its pattern, an index in PATTERNS."""

    colour: str
    pattern: int


# A note has no code: wide dots in grey, which no code has.
NOTE = LineLook("#77736b", len(PATTERNS) - 1)


def look_of(colour: str) -> LineLook:
    """The look that a code's colour tells."""
    return LineLook(shown_colour(colour), pattern_of(colour))


def look_in(codebook: Codebook, code: Code) -> LineLook:
    """The look of a code's line, for a piece of it beside its name."""
    return look_of(code.colour or by_place(codebook.number(code.id)))


def colour_in(codebook: Codebook, code: Code) -> str:
    """The colour of a code's line, for a dot beside its name."""
    return look_in(codebook, code).colour


def line_on_text(look: LineLook, now: Tokens) -> str:
    """The colour of the line under flowing text: it stands out from the ground, tinted or not, in both themes."""
    return legible(look.colour, now.colours.surface, now.colours.ink, CONTROL_CONTRAST * TINTED)


def line_on_page(look: LineLook, ground: str) -> str:
    """The same on a page, whose ground (#rrggbb) is white paper or what is printed there."""
    away = LIGHT.ink if contrast(LIGHT.ink, ground) > contrast(LIGHT.surface, ground) else LIGHT.surface
    return legible(look.colour, ground, away)


def chosen_ground(look: LineLook, now: Tokens) -> str:
    """The ground of the words whose code is chosen: words on it are read as well as on any other."""
    return tint(line_on_text(look, now), now.colours.surface, now.colours.ink, most=TINTED)


def chosen_on_page(look: LineLook) -> str:
    """The same on paper, as a highlighter's ink."""
    return mixed(look.colour, LIGHT.surface, 0.24)


def thickness(now: Tokens) -> int:
    """Of a line, in pixels."""
    return max(2, round(2 * now.scale))


def lane_top(lane: int, now: Tokens) -> int:
    """How far below the baseline the line of this lane begins (from 0), in pixels."""
    return _BELOW + min(lane, LANES - 1) * (thickness(now) + _GAP)
