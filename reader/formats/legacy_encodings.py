"""Tells which encoding of one byte a character a text is in, by what its letters and signs are where they stand."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reader.language import certain_language_of, scores_of
from reader.language_words import ALPHABETS

# The encodings of western and central Europe, likely ones first, with the names by which people know them.
NAMES = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp858": "DOS 850",
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO 8859-2",
    "iso8859_15": "ISO 8859-15",
    "cp852": "DOS 852",
    "mac_latin2": "Mac Central European",
    "iso8859_14": "ISO 8859-14",
    "cp1254": "Windows-1254",
    "cp1257": "Windows-1257",
}
# A text is English where this share of its words says so, so many times as many as say otherwise.
_ENGLISH, _CLEARLY = 0.12, 1.4
# What the bytes of a text that no encoding is known for are in `str.decode(..., "surrogateescape")`.
_FIRST = 0xDC00
# So many characters are looked at where a text begins, in its middle, and where it ends.
_LOOKED_AT = 1_000

# What a character counts that cannot stand where it does: a capital inside a word, a control character.
IMPOSSIBLE = -2.0
_OPENERS, _CLOSERS, _LOW, _DASHES = "‘“", "’”", "‚„", "–—"
_MONEY = "£€¥¢"
_COMMON = "©®™§¶†‡½¼¾×±«»‹›\u00a0\u00ad¿¡"


class Verdict(NamedTuple):
    """An encoding, how well the text reads in it (1 at best, 0 or less as garbage), and by how much better than others.

    Others are those in which the text reads otherwise.
    """

    encoding: str
    fit: float
    lead: float


def best_of(text: str, own: frozenset[str] | None = None) -> Verdict:
    """The encoding of the undecoded bytes in a text, which holds them as "surrogateescape" leaves them.

    `own` is the alphabet of its language, where that is known of more than this text.
    """
    own = own or alphabet_of(text)
    triples = _triples(text)
    found: dict[tuple[str, ...], Verdict] = {}
    for encoding in NAMES:
        table = table_of(encoding)
        seen = [one.translate(table) for one in triples]
        middles = tuple(one[1] for one in seen)
        if middles not in found:
            found[middles] = Verdict(encoding, _fit(seen, own), 0.0)
    best, *others = sorted(found.values(), key=lambda one: -one.fit)
    return best._replace(lead=best.fit - others[0].fit if others else 1.0)


class Standing(NamedTuple):
    """How characters stand in a text: on average, as in a `Verdict`, and the one that stands worst."""

    fit: float
    worst: float


def standing_in(text: str, encoding: str, own: frozenset[str] | None) -> Standing:
    """How the undecoded bytes of a text stand in an encoding; well where there are none."""
    table = table_of(encoding)
    seen = [one.translate(table) for one in _triples(text) if ord(one[1]) >= _FIRST]
    places = _places(seen, own)
    return Standing(sum(places) / len(places), min(places)) if places else Standing(1.0, 1.0)


def alphabet_of(text: str) -> frozenset[str] | None:
    """The letters beyond a to z of the text's language, None where that is in doubt."""
    return ALPHABETS.get(_language(text))


def _triples(text: str) -> list[str]:
    """The characters beyond ASCII, each between its neighbours, of a long text some."""
    places = _sample([at for at, char in enumerate(text) if char > "\x7f"])
    return [f" {text[:2]}" if at == 0 else text[at - 1 : at + 2] for at in places]


@cache
def table_of(encoding: str) -> dict[int, str]:
    """What `str.translate` makes of undecoded bytes in this encoding; those that mean nothing in it become U+FFFD."""
    return {_FIRST + byte: bytes((byte,)).decode(encoding, "replace") for byte in range(0x80, 0x100)}


def _sample(places: list[int]) -> list[int]:
    if len(places) <= 3 * _LOOKED_AT:
        return places
    middle = len(places) // 2
    return places[:_LOOKED_AT] + places[middle : middle + _LOOKED_AT] + places[-_LOOKED_AT:]


def _language(text: str) -> str:
    """The language of the text by those of its words that are ASCII; "" where they leave it in doubt."""
    scores = scores_of(text)
    english = scores.pop("en")
    if english >= _ENGLISH and english >= _CLEARLY * max(scores.values()):
        return "en"
    return certain_language_of(text) or ""


def _fit(seen: Sequence[str], own: frozenset[str] | None) -> float:
    """How well characters stand where they do, on average; each comes with the one before and the one after it."""
    places = _places(seen, own)
    return sum(places) / (len(places) or 1)


def _places(seen: Sequence[str], own: frozenset[str] | None) -> list[float]:
    """How well each character stands between its neighbours.

    `own` is the alphabet of the text's language; where that is not known, the alphabet that has most of the letters.
    """
    letters = Counter(one[1].casefold() for one in seen if one[1].isalpha())
    alphabet = own or max(ALPHABETS.values(), key=lambda one: sum(letters[char] for char in one))
    return [_place(one[0], one[1], one[2:3] or " ", alphabet) for one in seen]


@lru_cache(maxsize=1 << 16)
def _place(before: str, char: str, after: str, alphabet: frozenset[str]) -> float:
    """Between -2 and 1: whether this character is to be expected between these two."""
    if char.isalpha() and char not in "ªº":
        return _letter(before, char, after, alphabet)
    if char in _CLOSERS or char in _OPENERS or char in _LOW or char in _DASHES:
        return _mark(before, char, after)
    if char in _MONEY:
        return 1.0 if after.isdigit() or before.isdigit() else 0.3 if before.isspace() else -1.0
    if char in "°²³¹ªº%‰":
        return 0.5 if before.isalnum() and not after.isalpha() else -1.0
    if char in "…•·":
        return 1.0 if before.isspace() or after.isspace() else 0.3
    if char in _COMMON:
        return 0.3
    return IMPOSSIBLE if unicodedata.category(char) != "Sc" else -1.0


def _letter(before: str, char: str, after: str, alphabet: frozenset[str]) -> float:
    if char.isupper() and before.islower():
        return IMPOSSIBLE
    if before.isdigit() or after.isdigit():
        return -1.0
    if char.casefold() not in alphabet:
        return -1.0
    return 1.0 if before.isalpha() or after.isalpha() else 0.0


def _mark(before: str, char: str, after: str) -> float:
    if char in _DASHES:
        return 1.0 if before.isspace() == after.isspace() else 0.0
    begins = not (before.isalnum() or before in ".,!?") and not after.isspace()
    ends = not before.isspace() and not after.isalnum()
    if char in _LOW:
        return 1.0 if begins else IMPOSSIBLE
    if char in _OPENERS:
        return 1.0 if begins else 0.5 if ends else -1.0
    if char == "’" and before.isalpha() and after.isalpha():
        return 1.0
    return 1.0 if ends else 0.5 if begins and char == "’" else -1.0
