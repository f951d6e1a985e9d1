"""Turns text into the terms that are indexed, asked for and marked: the same words at the same positions for all three.

One regular expression for each language finds chunks ("stop-and-search", "£151m", "women’s"); what a chunk means is
worked out once per language and kept, so that a document costs one `findall` and a dictionary look-up per word.

- "stop-and-search" is stop, and, search, so that it meets "stop and search"; a word of two parts ("co-ordinate",
  "anti social") is there in one piece as well, at the place of either part.
- "women's" is women; "don't" keeps its apostrophe, curly or straight; where an apostrophe joins two words ("i'r" in
  Welsh, "l'eau" in French), it parts them.
- "£1,300" is 1300, "£151m" is 151 million, "U.K." and "U. K." are uk (`numerals.py`, `chunks.py`).
- "Bürger:innen" is Bürger and Bürgerinnen at one place (`gendered.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from functools import cache
from itertools import groupby
from typing import NamedTuple

from whoosh.lang import two_letter_code

from index import gendered, numerals
from index.chunks import HYPHENS, SPLIT, chunk_pattern, is_spaced_abbreviation
from index.folding import STRAIGHT, fold
from index.inflection import stem_of

# "&" between words, as the language says it; elsewhere as in English.
_AND = {"cy": "a", "de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en", "sv": "och", "da": "og"}

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
        self._stem = stem_of(language)
        self.chunk = chunk_pattern(language)
        self._chunks = _Chunks(self)

    def positions(self, text: str, start: int = 0) -> tuple[Positions, Positions, int]:
        """The stems and the exact words of a text with their positions from `start`, and the next free position."""
        stems: Positions = defaultdict(list)
        exacts: Positions = defaultdict(list)
        chunks = self._chunks
        position = start - 1
        for chunk in self.chunk.findall(text):
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
        for chunk in self.chunk.finditer(text):
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
        if chunk.isascii() and chunk.isalpha() and not gendered.forms(chunk, self.language):
            exact = chunk.lower()
            stem = exact if self._stem is None else self._stem(exact)
            return (_Part(1, 0, len(chunk), stem or exact, exact),)
        if forms := gendered.forms(chunk, self.language):
            made = (self._part(0, 0, len(chunk), form) for form in forms)
            return _at_one_place(made)
        if is_spaced_abbreviation(chunk):
            return (self._part(1, 0, len(chunk), "".join(filter(str.isalpha, chunk))),)
        return self._joined(chunk) or self._split(chunk)

    def _joined(self, chunk: str) -> tuple[_Part, ...]:
        """The parts of a chunk that holds spaces, or is a sign that stands for a word; none for another."""
        end = len(chunk)
        if chunk == "&":
            return (self._part(1, 0, end, _AND.get(self.language, "and")),)
        if chunk[0] == "%" or (chunk[0] not in numerals.CURRENCIES and _is_percent(chunk, self.language)):
            return (self._part(1, 0, end, numerals.percent(self.language)),)
        if numerals.is_number(chunk):
            if not any(space.isspace() for space in chunk) or numerals.is_certain(chunk, self.language):
                return ()
            return self._with_whole(chunk, numerals.number(chunk, self.language)[0])
        if not any(space.isspace() for space in chunk):
            return ()
        first, *_, last = chunk.split()
        if len(first) == len(last) == 1:
            if "&" in chunk:
                return (self._part(1, 0, end, f"{first}&{last}"),)
            return self._with_whole(chunk, f"{first}&{last}")
        return self._with_whole(chunk, first + last)

    def _with_whole(self, chunk: str, whole: str) -> tuple[_Part, ...]:
        """The words of a chunk as they stand, and at the place of each the whole that they may be."""
        parts = [self._part(1, found.start(), found.end(), found[0]) for found in SPLIT.finditer(chunk)]
        one = self._part(0, 0, len(chunk), whole)
        return tuple(word for part in parts for word in (part, one))

    def _split(self, chunk: str) -> tuple[_Part, ...]:
        """The parts of a chunk that hyphens part."""
        spaced = any(space.isspace() for space in chunk)
        stretches = [(chunk, 0)] if spaced else [(found.group(), found.start()) for found in SPLIT.finditer(chunk)]
        pieces = [piece for text, start in stretches for piece in self._pieces(text, start)]
        words = [self._part(1, start, end, word) for start, end, word in pieces]
        words = [word for word in words if word.exact]
        if len(words) == 2 and _is_hyphenated(chunk):
            whole = self._part(0, 0, len(chunk), words[0].exact + words[1].exact)
            return (words[0], whole, words[1], whole)
        return tuple(words)

    def _part(self, step: int, start: int, end: int, word: str) -> _Part:
        exact = fold(word)
        stem = exact if self._stem is None else self._stem(word)
        return _Part(step, start, end, stem or exact, exact)

    def _pieces(self, text: str, offset: int) -> list[tuple[int, int, str]]:
        """What stands between hyphens: one word, or an amount with its unit, or words joined by "'", "&" or ","."""
        end = offset + len(text)
        if numerals.is_number(text):
            return [(offset, end, word) for word in numerals.number(text, self.language)]
        plain = text.translate(STRAIGHT)
        if "&" in plain and max(map(len, plain.split("&"))) > 2:
            return self._parted(plain, "&", offset)
        if "'" in plain and self.language in _ELIDING:
            return self._parted(plain, "'", offset)
        if plain.endswith(("'s", "'S")):
            plain = plain[:-2]
        if plain[1:2] == "'" and plain[0] in "OD" and plain[2:3].isupper():  # O'Brien, D'Arcy
            plain = plain[0] + plain[2:]
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

        self._chunk = analyser(language).chunk
        self._chunks = _SiftedChunks(analyser(language), is_wanted)

    def words(self, text: str) -> list[Word]:
        """The wanted words of a text in order, each as `Analyser.words` gives it."""
        found = []
        chunks = self._chunks
        position = -1
        for chunk in self._chunk.finditer(text):
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


def _at_one_place(words: Iterable[_Part]) -> tuple[_Part, ...]:
    """Words that stand at the same position, each pair of terms once."""
    first, *others = dict.fromkeys(words)
    return (first._replace(step=1), *others)


def _is_percent(chunk: str, language: str) -> bool:
    """Whether a chunk is what the language writes for "%" in two words."""
    written = numerals.percent_in_words(language)
    return bool(written) and re.fullmatch(written, chunk, re.IGNORECASE) is not None


def _is_hyphenated(chunk: str) -> bool:
    return any(hyphen in chunk for hyphen in HYPHENS) and not any(character.isdigit() for character in chunk)
