"""Finds a quotation in a document's running text: the one place where it certainly stands, or why there is none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import Enum, auto

from index.annotations.running_text import RunningText
from reader.library.folding import Running, folded
from reader.library.verdicts import Selection

_JOINER = "\u200d"
_TONES = "".join(map(chr, range(0x1F3FB, 0x1F400)))


class Unplaced(Enum):
    """Why a quotation has no place."""

    NOT_FOUND = auto()
    NOT_UNIQUE = auto()


def placed(text: RunningText, quote: str) -> Selection | Unplaced:
    """The only place where the quotation stands: the very characters, as words; else its letters; else within words.

    Of several places none is taken.
    """
    quote = quote.strip()
    if not quote:
        return Unplaced.NOT_FOUND
    exact = list(_occurrences(text.text, quote))
    whole = [start for start in exact if _is_whole(text.text, start, start + len(quote))]
    if len(whole) == 1:
        return text.selection(whole[0], whole[0] + len(quote))
    if whole:
        return Unplaced.NOT_UNIQUE
    # Of words that stand in both readings, that without the numbers of notes is meant.
    letters = next((found for running in text.readings if (found := list(_by_letters(running, quote)))), [])
    if len(letters) == 1:
        return letters[0]
    if letters or len(exact) > 1:
        return Unplaced.NOT_UNIQUE
    return text.selection(exact[0], exact[0] + len(quote)) if exact else Unplaced.NOT_FOUND


def _by_letters(running: Running, quote: str) -> Iterator[Selection]:
    """Where its letters and digits stand as whole words, however they are written and broken into lines."""
    key = folded(quote)
    for start in _occurrences(running.letters, key) if key else ():
        if running.is_word(start, start + len(key)) and running.has_words(start, start + len(key)):
            spans = running.spans(start, start + len(key), quote)
            yield Selection(spans[0].block, spans[0].start, spans[-1].block, spans[-1].end)


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    place = text.find(wanted)
    while place >= 0:
        yield place
        place = text.find(wanted, place + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_cuts(text, start) or _cuts(text, end))


def _cuts(text: str, place: int) -> bool:
    """Whether an end at this place parts a word, a letter from its marks, or what makes one sign together."""
    if place in (0, len(text)):
        return False
    before, after = text[place - 1], text[place]
    if _joins(after) or before == _JOINER:
        return True
    return (before.isalnum() or _joins(before)) and after.isalnum()


def _joins(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character == _JOINER or character in _TONES
