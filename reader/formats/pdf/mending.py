"""Mends characters that a font draws but does not name, by their glyph numbers and the document's own words.

Where a font has no Unicode for a glyph, PyMuPDF gives U+FFFD. Asked otherwise it gives the glyph's number. In TrueType
fonts of the usual order glyph 3 is the space and the rest of ASCII follows, so a letter's number is its code less 29.
Whether that holds for a font is tested on the words it would make; glyphs beyond ASCII (ligatures above all) are found
by trying which letters make words that the document prints elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase
from typing import Any

from reader.formats.pdf.lines import Line

UNKNOWN = "\ufffd"
# Glyphs travel inside the text as characters of the private planes until they are understood.
_FIRST, _LAST = 0xF0000, 0x10FFFD
_SHIFT = 29
_ASCII = range(4, 98)
_CANDIDATES = ("fi", "fl", "ff", "ffi", "ffl", "ft", "fj", "ti", "tt", "Th", "ct", "st", *"’-–éôŵŷ")
# Every long enough text has words with each of these.
_LIGATURES = ("fi", "fl", "ff")
_ENOUGH_WORDS = 1500
# What glyphs are that are never inside words.
_BY_PLACE = {"between": "–", "begins": "•", "opens": "‘"}

# A point stands so often, and so mostly where one sign would.
_POINTS, _OFTEN, _MOSTLY = (".", ","), 2, 0.75
_CLOSERS = "”’\"')"

_NUMBERED = re.compile("[\U000f0000-\U0010fffd]")
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile("(?:[^\\W_]|[\U000f0000-\U0010fffd])+")

Blocks = list[dict[str, Any]]


def _twins(blocks: Blocks, numbered: Blocks) -> Iterator[tuple[dict[str, Any], str]]:
    """Each line that holds characters without a name, with its text as `numbered` has it: of as many characters."""
    for line, twin in zip(lines_in(blocks), lines_in(numbered), strict=False):
        known = "".join(span["text"] for span in line["spans"])
        other = "".join(span["text"] for span in twin["spans"])
        if UNKNOWN not in known or len(known) != len(other):
            continue
        if all(a in (b, UNKNOWN) for a, b in zip(known, other, strict=True)):
            yield line, other


class Glyphs:
    """The unnamed glyphs of a document: each font's glyph number has a private character, and in the end a meaning."""

    def __init__(self) -> None:
        self._characters: dict[tuple[str, int], str] = {}

    def put_into(self, blocks: Blocks, numbered: Blocks) -> None:
        """Put private characters in place of unknown ones in a page's text dictionary, in place.

        `numbered` is the same page read with glyph numbers instead of unknown characters; a line that does not match
        its twin stays as it is.
        """
        for line, other in _twins(blocks, numbered):
            at = 0
            for span in line["spans"]:
                text, font = span["text"], span["font"]
                span["text"] = "".join(
                    self._character(font, ord(other[at + place])) if char == UNKNOWN else char
                    for place, char in enumerate(text)
                )
                at += len(text)

    def mend(self, lines: Sequence[Line]) -> int:
        """Replace private characters in the lines by what they stand for; what is not understood is U+FFFD again.

        Returns how many characters were mended.
        """
        garbled = [line for line in lines if _NUMBERED.search(line.text)]
        if not garbled:
            return 0
        vocabulary = Counter(
            found.group().casefold()
            for line in lines
            for found in _TOKEN.finditer(line.text)
            if not _NUMBERED.search(found.group())
        )
        words = [found.group() for line in garbled for found in _TOKEN.finditer(line.text)]
        meanings = self._ascii_meanings(words, vocabulary)
        meanings |= _other_meanings([_understood(word, meanings) for word in words], vocabulary)
        signs = Counter(char for line in lines for char in line.text if char in "£€$")
        currency = signs.most_common(1)[0][0] if signs else "£"
        meanings |= _meanings_by_place([_understood(line.text, meanings) for line in garbled], vocabulary, currency)
        meanings |= self._points(lines, garbled, meanings)
        meanings = self._of_family(meanings) | meanings
        meanings |= _first_letters([_understood(word, meanings) for word in words], vocabulary)
        mended = 0
        for line in garbled:
            mended += len(_NUMBERED.findall(line.text))
            line.text = _NUMBERED.sub(UNKNOWN, _understood(line.text, meanings))
            mended -= line.text.count(UNKNOWN)
        return mended

    def _character(self, font: str, glyph: int) -> str:
        if glyph == ord(UNKNOWN) or _FIRST + len(self._characters) >= _LAST:
            return UNKNOWN
        return self._characters.setdefault((font, glyph), chr(_FIRST + len(self._characters)))

    def _points(self, lines: Iterable[Line], garbled: Iterable[Line], meanings: dict[str, str]) -> dict[str, str]:
        """The full stops and commas among the glyphs, of fonts that name none: they follow words, and capitals or other
        words follow them."""
        named = {(line.style.font, sign) for line in lines for sign in _POINTS if sign in line.text}
        places: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for line in garbled:
            for found in _NUMBERED.finditer(text := _understood(line.text, meanings)):
                places[found.group()][_point_at(text, found)] += 1
        fonts = {character: font for (font, _), character in self._characters.items()}
        known: dict[str, str] = {}
        for glyph, counts in places.items():
            sign, count = max(((sign, counts[sign]) for sign in _POINTS), key=lambda one: one[1])
            if not counts["?"] and count >= _OFTEN and count >= _MOSTLY * sum(counts[one] for one in _POINTS):
                known |= {} if (fonts[glyph], sign) in named else {glyph: sign}
        return known

    def _of_family(self, meanings: dict[str, str]) -> dict[str, str]:
        """The meanings of glyphs by those of the same number in other faces of the family (Sans, Sans-Bold)."""
        known = {
            (font.partition("-")[0], glyph): meanings[character]
            for (font, glyph), character in self._characters.items()
            if character in meanings
        }
        return {
            character: known[family, glyph]
            for (font, glyph), character in self._characters.items()
            if ((family := font.partition("-")[0]), glyph) in known
        }

    def _ascii_meanings(self, words: Iterable[str], vocabulary: Counter[str]) -> dict[str, str]:
        """The meanings of the glyphs of ASCII in the fonts where the usual order makes real words of most."""
        by_font: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for (font, glyph), character in self._characters.items():
            if glyph in _ASCII:
                by_font[font][character] = chr(glyph + _SHIFT)
        every = {character: letter for usual in by_font.values() for character, letter in usual.items()}
        meanings: dict[str, str] = {}
        for usual in by_font.values():
            own = {word for word in words if any(character in word for character in usual)}
            tried = [mended for word in own if len(word) > 2 and (mended := _understood(word, every)).isalpha()]
            hits = sum(1 for word in tried if vocabulary[word.casefold()])
            if tried and hits >= 0.5 * len(tried):
                meanings |= usual
        return meanings


def lines_in(blocks: Blocks) -> Iterator[dict[str, Any]]:
    """The lines of print in the blocks of a text dictionary of PyMuPDF's."""
    for block in blocks:
        yield from block.get("lines", ())


def _understood(text: str, meanings: dict[str, str]) -> str:
    return _NUMBERED.sub(lambda found: meanings.get(found.group(), found.group()), text)


def _other_meanings(words: Sequence[str], vocabulary: Counter[str]) -> dict[str, str]:
    """For each glyph still unknown the letters that make most known words of the words it stands in."""
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


def _meanings_by_place(texts: Sequence[str], vocabulary: Counter[str], currency: str) -> dict[str, str]:
    """The dash, bullet, opening quotation mark or currency sign that a glyph is, for those that are never inside words.

    `texts` are lines that hold unnamed glyphs, `vocabulary` counts the document's readable words (case folded),
    `currency` is the sign that the document prints before figures.
    """
    meanings = {**_BY_PLACE, "before figures": currency}
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


def _point_at(text: str, found: re.Match[str]) -> str:
    """What a glyph at its place is if it is a full stop or a comma; "" at a line's end, "?" where none stands."""
    before, after = text[: found.start()].rstrip(_CLOSERS), text[found.end() :].lstrip(_CLOSERS)
    if not before[-1:].isalnum() or (after[:1].strip() and not (before[-1].isdigit() and after[0].isdigit())):
        return "?"
    following = after.lstrip()[:1]
    return "." if following.isupper() else "," if following.islower() else ""


def _first_letters(words: Iterable[str], vocabulary: Counter[str]) -> dict[str, str]:
    """The capitals that glyphs, unknown but at the beginning of words, are: those that most often make a known word."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word in set(words):
        glyph, rest = word[0], word[1:]
        if _NUMBERED.match(glyph) and rest.isalpha() and (len(rest) == 1 or not vocabulary[rest.casefold()]):
            for letter in ascii_uppercase:
                votes[glyph][letter] += vocabulary[f"{letter}{rest}".casefold()]
    ranked = {glyph: counts.most_common(1)[0] for glyph, counts in votes.items()}
    return {glyph: letter for glyph, (letter, count) in ranked.items() if count > 0.5 * votes[glyph].total()}
