"""Tells which punctuation an unnamed glyph must be by where it stands among the words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_NUMBERED = re.compile("[\U000f0000-\U0010fffd]")
_WORD = re.compile(r"[^\W_]+")
_MEANINGS = {"between": "–", "begins": "•", "opens": "‘"}


def meanings_by_place(texts: Sequence[str], vocabulary: Counter[str], currency: str) -> dict[str, str]:
    """The dash, bullet, opening quotation mark or currency sign that a glyph is, for those that are never inside words.

    `texts` are lines that hold unnamed glyphs, `vocabulary` counts the document's readable words (case folded),
    `currency` is the sign that the document prints before figures.
    """
    meanings = {**_MEANINGS, "before figures": currency}
    places: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for found in _NUMBERED.finditer(text):
            places[found.group()][_place(text, found, vocabulary)] += 1
    known = {}
    for glyph, counts in places.items():
        place, count = counts.most_common(1)[0]
        if place in meanings and not counts["inside"] and count > 0.5 * sum(counts.values()):
            known[glyph] = meanings[place]
    return known


def _place(text: str, found: re.Match[str], vocabulary: Counter[str]) -> str:
    before, after = text[: found.start()], text[found.end() :]
    if before[-1:].strip():
        return "inside"
    if not after[:1].strip():
        return "between" if before.strip() and after.strip() else "begins" if after.strip() else "ends"
    if after[:1].isdigit():
        return "before figures"
    word = _WORD.match(after)
    return "opens" if word and len(word.group()) > 1 and vocabulary[word.group().casefold()] else "unclear"
