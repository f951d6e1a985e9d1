"""Judges whether a page's text layer can be read, by whether its words look like words of any language."""

from __future__ import annotations

import re
import unicodedata

from reader.language import scores_of

_WORD = re.compile(r"^[“‘„«\"'(\[¿¡]*[^\W\d_]+(?:[-‐'’./][^\W\d_]+)*[”’»\"')\].,;:!?…]*$")
_FIGURE = re.compile(r"^[(£€$]*\d[\d.,:/%–-]*(?:st|nd|rd|th|bn|m|k|p)?[).,;:%]*$")
_VOWELS = frozenset("aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýŵŷwīāēōūąęıяаеиоуыэюёαεηιουω")
# Of fewer tokens nothing can be said; of fewer words, not whether they are language.
_ENOUGH_TOKENS = 5
_ENOUGH_WORDS = 40


def is_legible(text: str) -> bool | None:
    """Whether the text of a page is language or figures rather than the garbage of a wrong or failed text layer.

    None where there is too little of it to tell.
    """
    if any(char > "\u02ff" for char in text):
        text = "".join(char for char in text if not unicodedata.combining(char))
    parts = text.split()
    tokens = [token for token in parts if any(char.isalnum() for char in token)]
    if len(tokens) < _ENOUGH_TOKENS:
        return None
    words = [token for token in tokens if _WORD.match(token)]
    figures = sum(1 for token in tokens if _FIGURE.match(token))
    if len(words) + figures < 0.6 * (len(tokens) + 0.5 * (len(parts) - len(tokens))):
        return False
    if figures > len(words):
        return True
    longer = [word for word in words if len(word) >= 4]
    if len(words) >= 10 and len(longer) < 0.2 * len(words):
        return False
    voiced = sum(1 for word in longer if not _is_latin(word) or _VOWELS & set(word.casefold()))
    if len(longer) >= 10 and voiced < 0.7 * len(longer):
        return False
    return len(words) < _ENOUGH_WORDS or max(scores_of(text).values()) >= 0.03 or not _is_latin(text)


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(1 for char in letters if char < "\u0250") >= 0.5 * len(letters)
