"""Where a text can be split without splitting a word."""

from __future__ import annotations

import unicodedata

# A line may be broken behind them: so may a sentence.
_DASHES = "—–/"


def split_place(text: str, place: int, start: int, end: int) -> int:
    """The place (code points) nearest to this one between two words of `text[start:end]`; itself where there is none.

    The earlier of two that are as near. Words are what stands between white space and long dashes; in scripts that are
    written without spaces, each letter.
    """
    between = (at for at in range(start + 1, end) if _parts_words(text, at))
    fitting = (at for at in between if text[start:at].strip() and text[at:end].strip())
    return min(fitting, key=lambda at: (abs(at - place), at), default=place)


def splits_word(text: str, place: int) -> bool:
    """Whether this place (code points) lies within a word."""
    return 0 < place < len(text) and not _parts_words(text, place)


def _parts_words(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return before.isspace() or after.isspace() or before in _DASHES or (_alone(before) and _alone(after))


def _alone(letter: str) -> bool:
    """Whether the letter is one of a script that is written without spaces."""
    return unicodedata.category(letter) == "Lo" and unicodedata.east_asian_width(letter) in "WF"
