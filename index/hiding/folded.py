"""A text without case, accents and hyphens at the ends of lines, and where each of its characters stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# What is no letter of a word: soft hyphens, combining accents, joiners.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300-\u036f"
_CUT = re.compile(rf"\u00ad\s+(?=[^\W\d_])|[{_UNSEEN}]")
_LINE_END = re.compile(r"(?<=[^\W\d_])[-‐\u2011]\s*\n\s*(?=[^\W\d_])")
_MARKS = re.compile("[\u0300-\u036f]")
_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "\u2011": "-", "–": "-", "—": "-"}


class _Letters(dict[int, str]):
    """What each character becomes; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _ALIKE.get(char) or (" " if char.isspace() else _MARKS.sub("", unicodedata.normalize("NFKD", char)))
        self[code] = plain.casefold() or char
        return self[code]


_LETTERS = _Letters()


def plain(text: str) -> str:
    """The text as names are compared: folded, white space runs as one space."""
    if not text.isascii():
        text = _CUT.sub("", text)
    return " ".join(text.translate(_LETTERS).split())


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is compared with names; its character `i` is what stands at `origin(i)` of the original."""

    text: str
    origins: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of this text stands in the original."""
        if self.origins is None:
            return start, end
        return self.origins[start], self.origins[end - 1] + 1


def ways_of_reading(text: str) -> list[Folded]:
    """The text folded; where hyphens end lines, once with the words joined and once with their hyphens."""
    ways = [_fold(text, _CUT)]
    if "\n" in text and _LINE_END.search(text):
        ways.append(_fold(text, re.compile(f"{_LINE_END.pattern}|{_CUT.pattern}")))
    return ways


def _fold(text: str, cut: re.Pattern[str]) -> Folded:
    text_as_is = text.translate(_LETTERS)
    if len(text_as_is) == len(text) and ((text.isascii() and cut is _CUT) or not cut.search(text)):
        return Folded(text_as_is)
    chars: list[str] = []
    origins: list[int] = []
    done = 0
    for gap in (*((found.start(), found.end()) for found in cut.finditer(text)), (len(text), len(text))):
        for place in range(done, gap[0]):
            letters = _LETTERS[ord(text[place])]
            chars.append(letters)
            origins += [place] * len(letters)
        done = gap[1]
    return Folded("".join(chars), origins)
