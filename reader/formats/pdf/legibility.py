"""Judges whether a page's text layer can be read, by whether its words look like words of any language."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from reader.language import share_of_common_words

_WORD = re.compile(r"^[“‘„«\"'(\[¿¡]*[^\W\d_]+(?:[-‐'’./][^\W\d_]+)*[”’»\"')\].,;:!?…]*$")
_FIGURE = re.compile(r"^[(£€$]*\d[\d.,:/%–-]*(?:st|nd|rd|th|bn|m|k|p)?[).,;:%]*$")
_FIGURES_BEGIN = frozenset("0123456789(£€$")
_HAS_LETTER = re.compile(r"[^\W_]")
_VOWEL = re.compile("[aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýŵŷwīāēōūąęı]", re.IGNORECASE)
# Of fewer tokens nothing can be said; of fewer words, not whether they are language.
_ENOUGH_TOKENS = 5
_ENOUGH_WORDS = 40
# With so many small words among all there is nothing to look into.
_PLAINLY = 0.2


@cache
def _marks() -> re.Pattern[str]:
    """Combining marks, of any script: they are no letters, but stand in words."""
    marks = (char for char in map(chr, range(0x300, 0x10000)) if unicodedata.combining(char))
    return re.compile(f"[{''.join(marks)}]+")


def is_legible(text: str) -> bool | None:
    """Whether the text of a page is language or figures rather than the garbage of a wrong or failed text layer.

    None where there is too little of it to tell.
    """
    text = _marks().sub("", text)
    parts = text.split()
    if len(parts) >= _ENOUGH_WORDS and share_of_common_words(text) >= _PLAINLY:
        return True
    tokens = [token for token in parts if _HAS_LETTER.search(token)]
    if len(tokens) < _ENOUGH_TOKENS:
        return None
    words = [token for token in tokens if token.isalpha() or _WORD.match(token)]
    figures = sum(1 for token in tokens if token[0] in _FIGURES_BEGIN and _FIGURE.match(token))
    if len(words) + figures < 0.6 * (len(tokens) + 0.5 * (len(parts) - len(tokens))):
        return False
    if figures > len(words):
        return True
    longer = [word for word in words if len(word) >= 4]
    if len(words) >= 10 and len(longer) < 0.2 * len(words):
        return False
    latin = [word for word in longer if word[1] < "\u0250"]
    if len(latin) < 0.5 * len(longer):
        return True
    if len(latin) >= 10 and sum(1 for word in latin if _VOWEL.search(word)) < 0.7 * len(latin):
        return False
    return len(words) < _ENOUGH_WORDS or share_of_common_words(text) >= 0.05
