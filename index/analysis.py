"""Turns text into the terms that are indexed, asked for and marked: the same words at the same positions for all three.

One regular expression finds chunks ("stop-and-search", "£151m", "women’s"); what a chunk means is worked out once per
language and kept, so that a document costs one `findall` and a dictionary look-up per word.

- "stop-and-search" is stop, and, search, so that it meets "stop and search"; a word of two parts ("co-ordinate") is
  there in one piece as well, at the place of either part.
- "women's" is women; "don't" keeps its apostrophe, curly or straight; where an apostrophe joins two words ("i'r" in
  Welsh, "l'eau" in French), it parts them.
- "£1,300" is 1300, "£151m" is 151 million, "U.K." is uk.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Set
from functools import cache
from itertools import groupby
from typing import NamedTuple

from whoosh.lang import NoStemmer, stemmer_for_language, two_letter_code

# What belongs to words besides letters and digits: combining marks, soft hyphen, joiners, vowel signs.
_MARKS = "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d"
_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'\u2019\u2018\u02bc\uff07"
_CHARACTER = rf"[\w{_MARKS}]"
_CHUNK = re.compile(
    rf"[A-Za-z](?:\.[A-Za-z])+\b"  # U.K.
    rf"|(?:[£$€](?=\d))?{_CHARACTER}+(?:(?:[{_HYPHENS}{_APOSTROPHES}&]|(?<=\d)[.,](?=\d)){_CHARACTER}+)*"
)
_SPLIT = re.compile(rf"[^{_HYPHENS}_]+")
_UNSEEN = re.compile(r"[\u00ad\u200c\u200d²³¹⁰⁴-⁹]")  # soft hyphens, joiners, footnote numbers
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
# Letters that Unicode does not take apart.
_LATIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)")
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)")
_POINT_LANGUAGES = frozenset({"de", "nl", "es", "it", "pt", "da", "no", "ro", "tr"})
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)(m|mn|bn|tn|k)$")
_UNITS = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}

# In these languages an apostrophe stands between two words ("l'eau", "i'r", "d'fhág").
_ELIDING = frozenset({"fr", "it", "ca", "cy", "ga", "gd", "br"})
_LANGUAGE_NAMES = {"welsh": "cy", "cymraeg": "cy", "irish": "ga", "gaeilge": "ga", "gaelic": "gd", "gàidhlig": "gd"}


class Word(NamedTuple):
    """A word of a text: its position (words are counted from 0), code points `start` to `end`, and its two terms."""

    position: int
    start: int
    end: int
    stem: str
    exact: str


class _Part(NamedTuple):
    """A word of a chunk: how many positions after the one before, code points in the chunk, its two terms."""

    step: int
    start: int
    end: int
    stem: str
    exact: str


_new = tuple.__new__

# A term and the positions at which it stands.
Positions = dict[str, list[int]]


def fold(text: str) -> str:
    """The text as the `exact` field holds it: lower case, without accents and soft hyphens, apostrophes straight."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text)).casefold()
    return _ACCENTS.sub("", plain).translate(_STRAIGHT).translate(_LATIN)


def language_code(language: str) -> str:
    """The two-letter code of a language given by code or name ("en-GB", "Welsh"); "und" where it is not known."""
    name = language.strip().casefold()
    short = name.replace("_", "-").split("-")[0]
    if len(short) == 2 and short.isalpha():
        return short
    return _LANGUAGE_NAMES.get(name) or two_letter_code(name) or "und"


class Analyser:
    """Takes texts of one language apart. Keeps what it has worked out, so use `analyser` to get one."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._stem = _stemmer(language)
        self._chunks = _Chunks(self)

    def positions(self, text: str, start: int = 0) -> tuple[Positions, Positions, int]:
        """The stems and the exact words of a text with their positions from `start`, and the next free position."""
        stems: Positions = defaultdict(list)
        exacts: Positions = defaultdict(list)
        chunks = self._chunks
        position = start - 1
        for chunk in _CHUNK.findall(text):
            for step, _, _, stem, exact in chunks[chunk]:
                position += step
                stems[stem].append(position)
                exacts[exact].append(position)
        return stems, exacts, position + 1

    def words(self, text: str) -> list[Word]:
        """The words of a text in order; a word of two parts is there whole as well, at either part's position."""
        found = []
        chunks = self._chunks
        position = -1
        for chunk in _CHUNK.finditer(text):
            offset = chunk.start()
            for step, start, end, stem, exact in chunks[chunk[0]]:
                position += step
                # A named tuple made by its own name takes twice as long, and this is done for every word of a view.
                found.append(_new(Word, (position, offset + start, offset + end, stem, exact)))
        return found

    def sequence(self, text: str) -> list[Word]:
        """The words of a text one after the other, one at each position: a word of two parts is there as its parts."""
        at_position = groupby(self.words(text), key=lambda word: word.position)
        return [min(words, key=lambda word: word.end - word.start) for _, words in at_position]

    def parts(self, chunk: str) -> tuple[_Part, ...]:
        """What a chunk of the text means, worked out afresh."""
        if chunk.isascii() and chunk.isalpha():
            exact = chunk.lower()
            stem = exact if self._stem is None else self._stem(exact)
            return (_Part(1, 0, len(chunk), stem or exact, exact),)
        if "." in chunk and chunk[0].isalpha():
            return (self._part(1, 0, len(chunk), chunk.replace(".", "")),)
        pieces = [piece for found in _SPLIT.finditer(chunk) for piece in self._pieces(found.group(), found.start())]
        words = [self._part(1, start, end, word) for start, end, word in pieces]
        words = [word for word in words if word.exact]
        if len(words) == 2 and _is_hyphenated(chunk):
            whole = self._part(0, 0, len(chunk), words[0].exact + words[1].exact)
            return (words[0], whole, words[1], whole)
        return tuple(words)

    def _part(self, step: int, start: int, end: int, word: str) -> _Part:
        exact = fold(word)
        stem = exact if self._stem is None else fold(self._stem(_lower(word)))
        return _Part(step, start, end, stem or exact, exact)

    def _pieces(self, text: str, offset: int) -> list[tuple[int, int, str]]:
        """What stands between hyphens: one word, or an amount with its unit, or words joined by "'", "&" or ","."""
        end = offset + len(text)
        if text[0] in "£$€" or text[0].isdigit():
            return [(offset, end, word) for word in _number(text, self.language)]
        plain = text.translate(_STRAIGHT)
        if "&" in plain and max(map(len, plain.split("&"))) > 2:
            return self._parted(plain, "&", offset)
        if "'" in plain and self.language in _ELIDING:
            return self._parted(plain, "'", offset)
        if plain.endswith(("'s", "'S")):
            plain = plain[:-2]
        return [(offset, end, plain)]

    def _parted(self, text: str, by: str, offset: int) -> list[tuple[int, int, str]]:
        pieces = []
        for piece in text.split(by):
            pieces.append((offset, offset + len(piece), piece))
            offset += len(piece) + 1
        return pieces


class Sieve:
    """Finds the words of texts of one language that are among the wanted ones, in a third of the time of finding all.

    Wanted is a word with one of the stems, one of the exact forms, or one of the beginnings (of the exact form).
    """

    def __init__(self, language: str, stems: Set[str], exacts: Set[str], beginnings: tuple[str, ...]) -> None:
        def is_wanted(part: _Part) -> bool:
            return part.stem in stems or part.exact in exacts or part.exact.startswith(beginnings)

        self._chunks = _SiftedChunks(analyser(language), is_wanted)

    def words(self, text: str) -> list[Word]:
        """The wanted words of a text in order, each as `Analyser.words` gives it."""
        found = []
        chunks = self._chunks
        position = -1
        for chunk in _CHUNK.finditer(text):
            steps, wanted = chunks[chunk[0]]
            if wanted:
                offset = chunk.start()
                for step, start, end, stem, exact in wanted:
                    found.append(_new(Word, (position + step, offset + start, offset + end, stem, exact)))
            position += steps
        return found


class _SiftedChunks(dict[str, tuple[int, tuple[_Part, ...]]]):
    """For the chunks met so far, how many positions each takes, and its wanted parts, with steps from its beginning."""

    def __init__(self, owner: Analyser, is_wanted: Callable[[_Part], bool]) -> None:
        super().__init__()
        self._owner = owner
        self._is_wanted = is_wanted

    def __missing__(self, chunk: str) -> tuple[int, tuple[_Part, ...]]:
        steps = 0
        wanted = []
        for part in self._owner.parts(chunk):
            steps += part.step
            if self._is_wanted(part):
                wanted.append(part._replace(step=steps))
        sifted = self[chunk] = steps, tuple(wanted)
        return sifted


class _Chunks(dict[str, tuple[_Part, ...]]):
    """The chunks met so far; one not yet met is worked out on look-up."""

    def __init__(self, owner: Analyser) -> None:
        super().__init__()
        self._owner = owner

    def __missing__(self, chunk: str) -> tuple[_Part, ...]:
        parts = self[chunk] = self._owner.parts(chunk)
        return parts


@cache
def analyser(language: str) -> Analyser:
    """The one analyser of this process for a code that `language_code` has given."""
    return Analyser(language)


def _stemmer(language: str) -> Callable[[str], str] | None:
    try:
        stem: Callable[[str], str] = stemmer_for_language(language)
    except NoStemmer:
        return None
    return cache(stem)


def _lower(word: str) -> str:
    """The word as its language writes it, accents and all: what the stemmer needs."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", _UNSEEN.sub("", word)).lower().translate(_STRAIGHT)


def _is_hyphenated(chunk: str) -> bool:
    return any(hyphen in chunk for hyphen in _HYPHENS) and not any(character.isdigit() for character in chunk)


def _number(text: str, language: str) -> list[str]:
    """A number without its groups and currency; an amount ("151m") is a number and a word."""
    number = text.lstrip("£$€").lower()
    if _GROUPED.match(number):
        number = number.replace(",", "")
    elif language in _POINT_LANGUAGES and _GROUPED_BY_POINTS.match(number):
        number = number.replace(".", "").replace(",", ".")
    elif "," in number:
        number = number.replace(",", "." if language in _POINT_LANGUAGES else " ")
    words: list[str] = []
    for word in number.replace("&", " ").translate(_STRAIGHT).split():
        amount = _AMOUNT.match(word)
        words += [amount[1], _UNITS[amount[2]]] if amount else [word.removesuffix("'s")]
    return words
