"""How a run of characters is set: size, weight, slant, colour; and which fonts draw symbols instead of letters."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_SYMBOL_FONT = re.compile(
    r"dingbat|wingding|webding|symbol|bullet|carta|fontawesome|icon|marlett|ornament|opensymbol|starbats", re.IGNORECASE
)
# Weights as in CSS, by the words that type foundries put into font names; the first that is found counts.
_WEIGHTS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"thin|hairline", re.IGNORECASE), 200),
    (re.compile(r"(?:extra|ultra)-?_?light", re.IGNORECASE), 200),
    (re.compile(r"semi-?_?bold|demi", re.IGNORECASE), 600),
    (re.compile(r"black|heavy|(?:extra|ultra)-?_?bold|fat", re.IGNORECASE), 800),
    (re.compile(r"(?i:bold)|Bd(?![a-z])|\bBD"), 700),
    (re.compile(r"medium|[-_]Md(?![a-z])", re.IGNORECASE), 500),
    (re.compile(r"light|[-_]Lt(?![a-z])", re.IGNORECASE), 300),
)
# A damaged file may say that its letters have no size.
_LEAST = 0.1
_BOLD_FLAG = 16
_ITALIC_FLAG = 2
_SYNTHETIC_BOLD = 8


class Style(NamedTuple):
    """How characters are set: size in points, weight from 200 to 800, slant, and colour as 0xRRGGBB."""

    size: float
    weight: int
    italic: bool
    colour: int
    font: str

    @property
    def bold(self) -> bool:
        return self.weight >= 600


def is_symbol_font(font: str) -> bool:
    """Whether a font by this name draws bullets and ornaments, so that its letters are no letters."""
    return bool(_SYMBOL_FONT.search(font))


def weight_of(font: str, flags: int, char_flags: int) -> int:
    """The weight that the font's name, else the font's own flags, tell."""
    for pattern, weight in _WEIGHTS:
        if pattern.search(font):
            return weight
    return 700 if flags & _BOLD_FLAG or char_flags & _SYNTHETIC_BOLD else 400


class Styles:
    """Makes styles from PyMuPDF's spans; a document has few, so each is made once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, float, int, int, int], Style] = {}

    def of(self, span: dict[str, Any]) -> Style:
        key = (span["font"], max(_LEAST, round(span["size"], 1)), span["flags"], span["char_flags"], span["color"])
        known = self._known.get(key)
        if known is None:
            font, size, flags, char_flags, colour = key
            slanted = bool(flags & _ITALIC_FLAG) or "italic" in font.casefold() or "oblique" in font.casefold()
            known = self._known[key] = Style(size, weight_of(font, flags, char_flags), slanted, colour, font)
        return known
