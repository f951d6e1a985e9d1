"""How well a few typed letters fit a name: for whatever is found by typing."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_WORD_START = 8
_IN_A_ROW = 5
_FIRST = 4
_HIT = 1


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Text as compared: without case and accents, one character for each of the original's."""
    if text.isascii():
        return text.lower()
    return "".join((unicodedata.normalize("NFD", character)[:1] or character).casefold()[:1] for character in text)


def score(typed: str, name: str) -> int | None:
    """Higher fits better; None where the letters typed do not all stand in `name`, word by word, in their order.

    Words typed may stand in any order; within a word, letters that begin words of the name or follow one another count
    most.
    """
    total = 0
    for word in plain(typed).split():
        best = _best(word, plain(name))
        if best is None:
            return None
        total += best
    return total * 16 - min(len(name), 15)


def _best(word: str, name: str) -> int | None:
    starts = [place for place, letter in enumerate(name) if letter == word[0]]
    scores = [found for start in starts if (found := _from(word, name, start)) is not None]
    return max(scores, default=None)


def _from(word: str, name: str, start: int) -> int | None:
    """The score of the letters of `word`, the first at `start`, each next one as near as can be."""
    total, place = 0, start
    for number, letter in enumerate(word):
        found = start if number == 0 else name.find(letter, place)
        if found < 0:
            return None
        total += _HIT
        if found == 0 or not name[found - 1].isalnum():
            total += _WORD_START
        elif number and found == place:
            total += _IN_A_ROW
        if found == 0:
            total += _FIRST
        place = found + 1
    return total
