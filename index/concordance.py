"""The concordance: a line for each place where words were found, sorted by the words around it, thinned to a sample.

Everything here is pure: it works on hits of a search (`index.results`) with their marks, and on nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TypeAlias

from index.folding import fold
from index.results import Hit
from index.sampling import rank
from reader.errors import UserError
from reader.lead_ins import before_words
from reader.library.categorising import Words
from reader.library.records import Document
from reader.wording import tr

# A word is letters and digits, with what joins them ("stop-and-search", "women’s", "1.5").
_WORD = re.compile(r"[^\W_]+(?:[-'’.,/&][^\W_]+)*")
# The third word beside the hit stands within so many characters, or the line is sorted as if there were none.
_REACH = 160
_NEAR = 48  # it mostly does within so many
_WORDS = 3

# Document, block, start and end of a line's words.
Place: TypeAlias = Words


class Level(StrEnum):
    """What lines are sorted by: the first to third word on the right or left, the hit itself, or where it stands."""

    R1 = "r1"
    R2 = "r2"
    R3 = "r3"
    L1 = "l1"
    L2 = "l2"
    L3 = "l3"
    HIT = "hit"
    MANIFESTO = "manifesto"
    YEAR = "year"
    PARTY = "party"


_TO_THE_RIGHT = frozenset({Level.R1, Level.R2, Level.R3})
_TO_THE_LEFT = frozenset({Level.L1, Level.L2, Level.L3})


@dataclass(frozen=True, slots=True)
class Line:
    """One place in a passage: `start` and `end` are code points in the text of the hit, end exclusive.

    `position` is the number of the passage's block in its document, from 0. A passage that was found by something else
    than its words (a code, a heading above it) is one line whose hit is empty and stands before its first word.
    """

    hit: Hit
    start: int
    end: int
    position: int

    @property
    def left(self) -> str:
        """What stands before the hit in its passage, with what introduces the list."""
        return before_words(self.hit.lead_in, self.hit.language) + self.hit.text[: self.start]

    @property
    def match(self) -> str:
        return self.hit.text[self.start : self.end]

    @property
    def right(self) -> str:
        return self.hit.text[self.end :]

    @property
    def place(self) -> Place:
        """What the line is known by, whatever it is sorted by; of one without a hit the words are the whole passage."""
        end = self.end if self.end > self.start else len(self.hit.text)
        return self.hit.document, self.hit.block, self.start, end


class UnknownLevel(UserError):
    """Lines are to be sorted by something that they do not have."""


def lines_of(hits: Iterable[Hit], positions: Mapping[tuple[str, str], int]) -> list[Line]:
    """The lines of these hits in the order of their documents as they come, then as they stand in each.

    `positions` gives the number of a block (document and block id) in its document; hits without one are left out.
    """
    found = [
        Line(hit, start, end, positions[hit.document, hit.block])
        for hit in hits
        if (hit.document, hit.block) in positions
        for start, end in hit.marks or ((0, 0),)
    ]
    order = {document: number for number, document in enumerate(dict.fromkeys(line.hit.document for line in found))}
    return sorted(found, key=lambda line: (order[line.hit.document], line.position, line.start))


def sorted_lines(lines: Sequence[Line], levels: Sequence[Level], documents: Mapping[str, Document]) -> list[Line]:
    """The lines by these levels, the first counting most; those that are equal in all stay in the order they have.

    Words count without case and accents. A line that has no such word comes before those that have one; a document
    that is not among the `documents` has no name, year and party.
    """
    if not levels:
        return list(lines)
    return [
        line for _, line in sorted(((_key(line, levels, documents), line) for line in lines), key=lambda one: one[0])
    ]


def sample_of(lines: Sequence[Line], size: int, seed: int) -> list[Line]:
    """At most `size` of the lines, in the order they have; which ones depends on the seed and on the lines alone.

    Each is drawn by the hash of the seed and of what it is known by, so that the same seed gives the same sample of the
    same lines on every machine, however they are sorted, and a larger sample holds every smaller one.
    """
    if size >= len(lines):
        return list(lines)
    drawn = sorted(range(len(lines)), key=lambda at: rank(seed, *map(str, lines[at].place)))[:size]
    return [lines[at] for at in sorted(drawn)]


def levels_of(written: str) -> tuple[Level, ...]:
    """The levels that "r1,r2,l1" names. Raises UnknownLevel."""
    names = [name.strip().lower() for name in written.split(",") if name.strip()]
    for name in names:
        if name not in set(Level):
            raise UnknownLevel(
                tr("Lines cannot be sorted by “{name}”.", name=name),
                tr("Write some of these, with commas between them: {levels}.", levels=", ".join(Level)),
            )
    return tuple(Level(name) for name in dict.fromkeys(names))


def level_name(level: Level) -> str:
    """What a level is called."""
    return {
        Level.R1: tr("1st word right"),
        Level.R2: tr("2nd word right"),
        Level.R3: tr("3rd word right"),
        Level.L1: tr("1st word left"),
        Level.L2: tr("2nd word left"),
        Level.L3: tr("3rd word left"),
        Level.HIT: tr("The hit"),
        Level.MANIFESTO: tr("Manifesto"),
        Level.YEAR: tr("Year"),
        Level.PARTY: tr("Party"),
    }[level]


def _key(line: Line, levels: Sequence[Level], documents: Mapping[str, Document]) -> tuple[str, ...]:
    document = documents.get(line.hit.document)
    right = _after(line) if _TO_THE_RIGHT.intersection(levels) else ()
    left = _before(line) if _TO_THE_LEFT.intersection(levels) else ()
    key = []
    for level in levels:
        if level in _TO_THE_RIGHT:
            key.append(_nth(right, int(level[1]) - 1))
        elif level in _TO_THE_LEFT:
            key.append(_nth(left, int(level[1]) - 1))
        elif level is Level.HIT:
            key.append(fold(line.match))
        else:
            key.append(_of_document(document, level))
    return tuple(key)


def _after(line: Line) -> list[str]:
    """The first words after the hit, no more than are sorted by."""
    found = _WORD.finditer(line.hit.text, line.end, line.end + _REACH)
    return [fold(word[0]) for word in islice(found, _WORDS)]


def _before(line: Line) -> list[str]:
    """The last words before the hit, the nearest first."""
    before = line.hit.text[max(0, line.start - _REACH) : line.start]
    if line.start < _REACH and line.hit.lead_in:
        before = line.left[-_REACH:]
    found = _WORD.findall(before[-_NEAR:]) if len(before) > _NEAR else []
    if len(found) <= _WORDS:  # the first of them may be cut
        found = _WORD.findall(before)
    return [fold(word) for word in found[: -_WORDS - 1 : -1]]


def _nth(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _of_document(document: Document | None, level: Level) -> str:
    if document is None:
        return ""
    if level is Level.YEAR:
        return document.year
    return fold(document.name if level is Level.MANIFESTO else document.party)
