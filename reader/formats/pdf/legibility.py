"""Judges whether a page's text layer can be read, by whether its words look like words of any language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
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
# Characters without a meaning of their own: the replacement character, those for private use, control characters.
_NAMELESS = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd\ufffe\uffff\x00-\x08\x0e-\x1f\x7f-\x9f]")
_WIDE = re.compile("[\u0100-\u1fff\u2070-\uffff]")
# Bullets are for private use often enough; of a page of text they are little.
_MANY_NAMELESS = 0.3
# Of fewer characters their bytes say nothing.
_ENOUGH_SWAPPED = 20
# With so many small words among all there is nothing to look into.
_PLAINLY = 0.2


def _is_nameless(text: str) -> bool:
    """Whether much of the text is characters that stand for none, as where a font does not say what its glyphs are."""
    nameless = len(_NAMELESS.findall(text))
    return nameless >= _ENOUGH_TOKENS and nameless > _MANY_NAMELESS * sum(map(len, text.split()))


def _is_swapped(text: str) -> bool:
    """Whether the two bytes of characters were swapped: in any script nearly all end in the same byte then."""
    wide = _WIDE.findall(text)
    if len(wide) < _ENOUGH_SWAPPED or len(wide) < 0.5 * sum(map(len, text.split())):
        return False
    ((_, many),) = Counter(ord(char) & 0xFF for char in wide).most_common(1)
    return many > 0.6 * len(wide)


@cache
def _marks() -> re.Pattern[str]:
    """Combining marks, of any script: they are no letters, but stand in words."""
    marks = (char for char in map(chr, range(0x300, 0x10000)) if unicodedata.combining(char))
    return re.compile(f"[{''.join(marks)}]+")


def is_legible(text: str) -> bool | None:
    """Whether the text of a page is language or figures rather than the garbage of a wrong or failed text layer.

    None where there is too little of it to tell.
    """
    if _is_nameless(text) or _is_swapped(text):
        return False
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
    if len(words) >= _ENOUGH_TOKENS and sum(len(word) == 1 for word in words) >= 0.8 * len(words):
        return False
    longer = [word for word in words if len(word) >= 4]
    if len(words) >= 10 and len(longer) < 0.2 * len(words):
        return False
    latin = [word for word in longer if word[1] < "\u0250"]
    if len(latin) < 0.5 * len(longer):
        return True
    if len(latin) >= 10 and sum(1 for word in latin if _VOWEL.search(word)) < 0.7 * len(latin):
        return False
    return len(words) < _ENOUGH_WORDS or share_of_common_words(text) >= 0.05
