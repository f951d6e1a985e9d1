"""The letters of a word as terms hold them: without case, accents and what cannot be seen."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "'\u2019\u2018\u02bc\uff07\u00b4`\u2032"
STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_UNSEEN = re.compile(r"[\u00ad\u200b\u200c\u200d\u2060\ufeff²³¹⁰⁴-⁹]")  # soft hyphens, joiners, footnote numbers
_ACCENTS = re.compile(r"[\u0300-\u036f]")
# Letters that Unicode does not take apart.
_LATIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def fold(text: str) -> str:
    """The text as the `exact` field holds it: lower case, without accents and soft hyphens, apostrophes straight."""
    if text.isascii():
        return text.lower().translate(STRAIGHT)
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text.translate(STRAIGHT))).casefold()
    return _ACCENTS.sub("", plain).translate(_LATIN)


def lower(word: str) -> str:
    """The word as its language writes it, accents and all: what a stemmer needs."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", _UNSEEN.sub("", word)).lower().translate(STRAIGHT)
