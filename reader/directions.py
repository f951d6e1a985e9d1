"""Which way the letters of a text run."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = ("L", "R", "AL")
# The blocks of Unicode that hold such letters: whole pages are asked about.
_MAY_RUN_BACK = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter of the text is one of a script that is written from right to left."""
    if text.isascii():
        return False
    first = (kind for kind in map(unicodedata.bidirectional, text) if kind in _LETTERS)
    return next(first, "L") != "L"


def has_right_to_left(text: str) -> bool:
    """Whether any letter of the text is of a script that is written from right to left."""
    if text.isascii() or not _MAY_RUN_BACK.search(text):
        return False
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def has_letters(text: str) -> bool:
    """Whether any sign of the text has a direction of its own: figures and punctuation go with what is beside them."""
    return any(unicodedata.bidirectional(character) in _LETTERS for character in text)
