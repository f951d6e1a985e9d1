"""The look in numbers: colours for light and dark, the 8-pixel grid, type sizes."""

from __future__ import annotations

from dataclasses import dataclass

# Spacing on the 8-pixel grid; HALF is for what belongs together inside a control.
HALF = 4
STEP = 8
TWO = 16
THREE = 24
FOUR = 32
SIX = 48

# The narrowest column of a comparison, and the measure of flowing text, about 70 characters of the reading face.
COLUMN_WIDTH = 240
MEASURE = 560

RADIUS = 6
RAIL_WIDTH = 72
ICON = 16
RAIL_ICON = 24
DOT = 10
MOTION_MS = 0  # nothing moves
BLANK = "#000000"  # a wall on which nothing is to be seen, in either theme

# Three sizes of the interface face and two weights; the reading face has a size of its own. Pixels at 100 %.
SMALL = 12
BODY = 14
TITLE = 20
READING = 17
READING_LINE_HEIGHT = 1.5

# How much larger people may make all text.
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they are for, as #rrggbb. Contrasts are held by tests/ui/test_contrast.py.

    `surface` lies under what is read, `window` under the chrome, `raised` under what floats. `ink` is for words that
    are read, `secondary` for what goes with them. `line` divides, `control` outlines what can be used. `accent` is the
    one colour of the program (no party's own); `on_accent` stands on it, `accent_tint` is its faint ground (selection).
    `mark` is the ground of marked words, `warning` and `error` are words about something that needs care.
    """

    surface: str
    window: str
    raised: str
    hover: str
    ink: str
    secondary: str
    disabled: str
    line: str
    control: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_tint: str
    mark: str
    warning: str
    error: str
    shadow: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme as it is drawn now: its colours, and type sizes in pixels after the person's own scale."""

    dark: bool
    colours: Colours
    scale: float = 1.0

    @property
    def small(self) -> int:
        return round(SMALL * self.scale)

    @property
    def body(self) -> int:
        return round(BODY * self.scale)

    @property
    def title(self) -> int:
        return round(TITLE * self.scale)

    @property
    def reading(self) -> int:
        return round(READING * self.scale)


LIGHT = Colours(
    surface="#ffffff",
    window="#f6f5f2",
    raised="#ffffff",
    hover="#eeece7",
    ink="#1d1c1a",
    secondary="#5d5a54",
    disabled="#a5a19a",
    line="#e2dfd9",
    control="#8b867d",
    accent="#1f5d70",
    accent_hover="#2a6d81",
    accent_pressed="#174a5a",
    on_accent="#ffffff",
    accent_tint="#dcebef",
    mark="#fbeab8",
    warning="#7a5200",
    error="#a3262a",
    shadow="#000000",
)

DARK = Colours(
    surface="#1c1d1f",
    window="#151617",
    raised="#26282a",
    hover="#2b2d30",
    ink="#e9e6df",
    secondary="#aaa69d",
    disabled="#66645f",
    line="#323437",
    control="#7b7972",
    accent="#84c3d3",
    accent_hover="#9bd0dd",
    accent_pressed="#6db1c2",
    on_accent="#10191c",
    accent_tint="#21414a",
    mark="#4d4017",
    warning="#e3b45f",
    error="#f0908c",
    shadow="#000000",
)


def tokens_for(dark: bool, scale: float = 1.0) -> Tokens:
    """The tokens of the light or the dark theme, with type `scale` times its usual size."""
    return Tokens(dark, DARK if dark else LIGHT, scale)
