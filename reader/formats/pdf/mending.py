"""Mends characters that a font draws but does not name, by their glyph numbers and the document's own words.

Where a font has no Unicode for a glyph, PyMuPDF gives U+FFFD. Asked otherwise it gives the glyph's number. In TrueType
fonts of the usual order glyph 3 is the space and the rest of ASCII follows, so a letter's number is its code less 29.
Whether that holds is tested on the words it would make; glyphs beyond ASCII (ligatures above all) are found by trying
which letters make words that the document prints elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

UNKNOWN = "\ufffd"
# Glyph numbers travel inside the text as characters of a private plane until they are understood.
_PLANE = 0xF0000
_SHIFT = 29
_ASCII = range(4, 98)
_CANDIDATES = ("fi", "fl", "ff", "ffi", "ffl", "ft", "fj", "ti", "tt", "Th", "ct", "st", "’", "-", "–", "é", "ô", "ŵ", "ŷ")

# Every long enough text has words with each of these.
_LIGATURES = ("fi", "fl", "ff")
_ENOUGH_WORDS = 1500

_NUMBERED = re.compile("[\U000f0000-\U000fffff]")
_TOKEN = re.compile("(?:[^\\W_]|[\U000f0000-\U000fffff])+")

Blocks = list[dict[str, Any]]


def has_unknown(blocks: Blocks) -> bool:
    """Whether any span of the page holds a character without a name."""
    return any(UNKNOWN in span["text"] for span in _spans(blocks))


def with_glyph_numbers(blocks: Blocks, numbered: Blocks) -> None:
    """Put glyph numbers in place of unknown characters in `blocks`, in place.

    `numbered` is the same page read with glyph numbers instead of unknown characters; a line that does not match its
    twin stays as it is.
    """
    for line, twin in zip(_lines(blocks), _lines(numbered), strict=False):
        known = "".join(span["text"] for span in line["spans"])
        other = "".join(span["text"] for span in twin["spans"])
        if UNKNOWN not in known or len(known) != len(other):
            continue
        if any(a not in (b, UNKNOWN) for a, b in zip(known, other, strict=True)):
            continue
        at = 0
        for span in line["spans"]:
            text = span["text"]
            span["text"] = "".join(
                chr(_PLANE + ord(other[at + place])) if char == UNKNOWN and ord(other[at + place]) < _PLANE else char
                for place, char in enumerate(text)
            )
            at += len(text)


def mend(pages: Sequence[Blocks]) -> int:
    """Replace glyph numbers by the characters they stand for, in place; what is not understood becomes U+FFFD again.

    Returns how many characters stay unknown.
    """
    garbled = [span for blocks in pages for span in _spans(blocks) if _NUMBERED.search(span["text"])]
    if not garbled:
        return 0
    vocabulary = Counter(
        found.group().casefold()
        for blocks in pages
        for span in _spans(blocks)
        for found in _TOKEN.finditer(span["text"])
        if not _NUMBERED.search(found.group())
    )
    words = [found.group() for span in garbled for found in _TOKEN.finditer(span["text"])]
    meanings = _ascii_meanings(words, vocabulary)
    meanings |= _other_meanings([_understood(word, meanings) for word in words], vocabulary)
    meanings |= meanings_by_place([_understood(span["text"], meanings) for span in garbled], vocabulary)
    unknown = 0
    for span in garbled:
        span["text"] = _NUMBERED.sub(UNKNOWN, _understood(span["text"], meanings))
        unknown += span["text"].count(UNKNOWN)
    return unknown


def meanings_by_place(texts: Sequence[str], vocabulary: Counter[str]) -> dict[str, str]:
    """What punctuation a glyph must be by where it stands: a dash, a bullet, an opening quotation mark, a currency."""
    places: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for found in _NUMBERED.finditer(text):
            places[found.group()][_place(text, found, vocabulary)] += 1
    meanings = {"between": "–", "begins": "•", "opens": "‘", "before figures": "£"}
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
    word = _TOKEN.match(after)
    return "opens" if word and len(word.group()) > 1 and vocabulary[word.group().casefold()] else "unclear"


def _spans(blocks: Blocks) -> Iterator[dict[str, Any]]:
    for line in _lines(blocks):
        yield from line["spans"]


def _lines(blocks: Blocks) -> Iterator[dict[str, Any]]:
    for block in blocks:
        yield from block.get("lines", ())


def _understood(text: str, meanings: dict[str, str]) -> str:
    return _NUMBERED.sub(lambda found: meanings.get(found.group(), found.group()), text)


def _ascii_meanings(words: Iterable[str], vocabulary: Counter[str]) -> dict[str, str]:
    """The meanings of the glyphs of ASCII, if the usual order makes real words of most garbled ones."""
    usual = {chr(_PLANE + glyph): chr(glyph + _SHIFT) for glyph in _ASCII}
    tried = [mended for word in words if len(word) > 2 and not _NUMBERED.search(mended := _understood(word, usual))]
    letters = [word for word in tried if word.isalpha()]
    hits = sum(1 for word in letters if vocabulary[word.casefold()])
    return usual if letters and hits >= 0.5 * len(letters) else {}


def _other_meanings(words: Iterable[str], vocabulary: Counter[str]) -> dict[str, str]:
    """For each glyph number still unknown the letters that make most known words of the words it stands in."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word in set(words):
        unknown = set(_NUMBERED.findall(word))
        if len(unknown) == 1 and len(word) > 2:
            glyph = unknown.pop()
            for letters in _CANDIDATES:
                if vocabulary[word.replace(glyph, letters).casefold()]:
                    votes[glyph][letters] += 1
    found = {glyph: counts.most_common(1)[0][0] for glyph, counts in votes.items()}
    return found | _missing_ligature(words, found, vocabulary)


def _missing_ligature(words: Iterable[str], found: dict[str, str], vocabulary: Counter[str]) -> dict[str, str]:
    """The glyph inside several words that must be the one ligature of which the document has no readable word."""
    absent = [letters for letters in _LIGATURES if not any(letters in word for word in vocabulary)]
    inside = Counter(
        glyph for word in words if len(word) > 2 for glyph in set(_NUMBERED.findall(word[1:])) if glyph not in found
    )
    often = [glyph for glyph, count in inside.items() if count >= 5]
    return {often[0]: absent[0]} if len(vocabulary) >= _ENOUGH_WORDS and len(absent) == len(often) == 1 else {}
