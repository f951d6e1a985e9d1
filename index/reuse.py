"""Wording used again: passages of different manifestos that share a long run of words, and how else they differ.

Found by shingles, every run of `LEAST` words of a passage (Broder, "On the resemblance and containment of documents",
1997); what is the same and what differs by `difflib` over whole words. Case, accents and punctuation do not count, nor
do hyphens.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from index.analysis import Word, analyser
from index.marking import Span
from reader.model import Block

# So many words in a row are no accident of the language: fewer are often a name or a turn of phrase.
LEAST = 8
# A run of words in more passages of one manifesto than this is a refrain; it makes no pairs by itself.
_REFRAIN = 12

# A passage: the id of its document, and its place there.
_Place: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of two passages side by side: the `same` words, or those of one that are not in the other.

    `left` and `right` are code points in either passage, end exclusive; empty where it has nothing there.
    """

    same: bool
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two passages of different manifestos with a long run of words in common.

    `run` are the words of the longest one, `common` all words that stand in both in the same order, and `share` those
    among the words of the shorter passage, from 0 to 1.
    """

    left_document: str
    left: Block
    right_document: str
    right: Block
    run: int
    common: int
    share: float
    parts: tuple[Part, ...]


class Wordings:
    """The passages of some manifestos by their runs of words, made once and asked often.

    `documents` gives the blocks of each by document id; `languages` their codes (as `index.analysis.language_code`).
    """

    def __init__(self, documents: Mapping[str, Sequence[Block]], languages: Mapping[str, str]) -> None:
        self._documents = documents
        self._languages = languages
        self._by_shingle: dict[int, list[_Place]] = defaultdict(list)
        for document, blocks in documents.items():
            for place, block in enumerate(blocks):
                if block.is_passage:
                    for shingle in set(_shingles(_terms(_words(block, languages[document])))):
                        self._by_shingle[shingle].append((document, place))

    def pairs(self) -> Iterator[Reuse]:
        """All pairs, once each, `left` being of the document that was given first; in the order of their places."""
        order = {document: number for number, document in enumerate(self._documents)}
        shared: set[tuple[_Place, _Place]] = set()
        for places in self._by_shingle.values():
            if len(places) > 1:
                kept = _without_refrains(places)
                shared.update((one, other) for one in kept for other in kept if order[one[0]] < order[other[0]])
        in_order = sorted(shared, key=lambda pair: (order[pair[0][0]], order[pair[1][0]], pair[0][1], pair[1][1]))
        for one, other in in_order:
            found = self._compare(one, other)
            if found is not None:
                yield found

    def of(self, document: str, block: str) -> list[Reuse]:
        """Where the wording of one passage stands in the other manifestos, the most of it first; it is `left`."""
        place = next((at for at, one in enumerate(self._documents.get(document, ())) if one.id == block), None)
        if place is None:
            return []
        words = _words(self._documents[document][place], self._languages[document])
        shingles = set(_shingles(_terms(words)))
        places = {other for shingle in shingles for other in self._by_shingle.get(shingle, ())}
        compared = (self._compare((document, place), other) for other in sorted(places) if other[0] != document)
        return sorted((one for one in compared if one is not None), key=lambda one: -one.common)

    def _compare(self, one: _Place, other: _Place) -> Reuse | None:
        left, right = self._documents[one[0]][one[1]], self._documents[other[0]][other[1]]
        words = _words(left, self._languages[one[0]]), _words(right, self._languages[other[0]])
        matcher = SequenceMatcher(None, _terms(words[0]), _terms(words[1]), autojunk=False)
        sizes = [size for _, _, size in matcher.get_matching_blocks()]
        if max(sizes) < LEAST:
            return None  # what seemed the same run was none
        common = sum(sizes)
        share = round(common / min(map(len, words)), 4)
        parts = tuple(_parts(matcher.get_opcodes(), *words))
        return Reuse(one[0], left, other[0], right, max(sizes), common, share, parts)


def _parts(
    steps: Sequence[tuple[str, int, int, int, int]], left: Sequence[Word], right: Sequence[Word]
) -> Iterator[Part]:
    for step, left_from, left_to, right_from, right_to in steps:
        yield Part(step == "equal", _span(left, left_from, left_to), _span(right, right_from, right_to))


def _span(words: Sequence[Word], first: int, end: int) -> Span:
    """From the first word to the last of them; where there are none, the empty place in front of the next."""
    if first < end:
        return words[first].start, words[end - 1].end
    at = words[first].start if first < len(words) else words[-1].end
    return at, at


def _words(block: Block, language: str) -> list[Word]:
    return analyser(language).sequence(block.text)


def _terms(words: Sequence[Word]) -> list[str]:
    return [word.exact for word in words]


def _shingles(words: Sequence[str]) -> Iterator[int]:
    """Each run of `LEAST` words as a number; runs that have it in common are compared word by word afterwards."""
    for first in range(len(words) - LEAST + 1):
        yield hash(tuple(words[first : first + LEAST]))


def _without_refrains(places: Sequence[_Place]) -> list[_Place]:
    often = Counter(document for document, _ in places)
    return [place for place in places if often[place[0]] <= _REFRAIN]
