"""Closest in the others: for one passage, the most similar passage of each other manifesto.

Passages are vectors of stems, weighted by TF-IDF and compared by the cosine of their angle ("ltc" in Manning, Raghavan
and Schütze, Introduction to Information Retrieval, 2008, section 6.4): (1 + ln tf) × ln(1 + N / df), each vector of
length one. A stem of the headings above a passage counts as `_SECTION` of one of its own, so that two short items on
housing meet. Small words ("the", "of") count nothing.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from whoosh.reading import IndexReader

from index import store
from index.analysis import analyser, language_code
from index.marking import merged
from index.postings import Segment, entry_count, segments
from index.small_words import small_words
from reader.home import Home
from reader.library.library import Library
from reader.model import Block

# What a stem of the headings above counts, beside one of the passage.
_SECTION = 0.4
# Below this similarity nothing is called close: what is left is a common word or two.
LEAST = 0.12
# How many passages of each document, those that share the rarest words, are compared in full.
_COMPARED = 6


@dataclass(frozen=True, slots=True)
class Close:
    """The passage of another manifesto that is most similar to the one asked about, with `similarity` from 0 to 1.

    `shared` are the words it has in common with that one, `shared_there` the same words in the passage asked about
    (code points in either text, end exclusive, in order).
    """

    document: str
    block: Block
    order: int
    similarity: float
    shared: tuple[tuple[int, int], ...]
    shared_there: tuple[tuple[int, int], ...]


def closest_in(home: Home, library: Library, document: str, block: str, documents: Sequence[str]) -> dict[str, Close]:
    """`closest` on the index of this home. Raises IndexDamaged where there is none that can be read."""
    with store.reading(home) as reader:
        return closest(reader, library, document, block, documents)


def closest(
    reader: IndexReader, library: Library, document: str, block: str, documents: Sequence[str]
) -> dict[str, Close]:
    """By document, its passage closest to this block of `document`; documents with none that is close are left out.

    Of `documents`, `document` itself and what is not in the index or the library are passed over. Empty where the
    block is not in the library.
    """
    asked = library.block(document, block)
    languages = {one.id: language_code(one.language) for one in library.documents()}
    others = [other for other in dict.fromkeys(documents) if other != document and other in languages]
    if asked is None or document not in languages or not others:
        return {}
    weights = _Weights(reader, entry_count(reader))
    mine = weights.vector(asked, languages[document])
    hopeful = _hopeful(segments(reader, others), weights, mine, others)
    found = {}
    for other, blocks in hopeful.items():
        best = _best(library, other, blocks, weights, mine, languages[other])
        if best is not None:
            order, there, similarity = best
            shared = _shared(asked, languages[document], there, languages[other])
            found[other] = Close(other, there, order, round(similarity, 4), shared[1], shared[0])
    return found


@dataclass(frozen=True, slots=True)
class _Weights:
    """How much each stem weighs in this index; each is looked up once."""

    reader: IndexReader
    entries: int
    known: dict[str, float] = field(default_factory=dict)

    def of(self, stem: str) -> float:
        """ln(1 + N / df), N being the entries of the index and df those that hold the stem (at least one)."""
        if stem not in self.known:
            held = max(1, self.reader.doc_frequency("text", stem))
            self.known[stem] = math.log(1 + self.entries / held)
        return self.known[stem]

    def vector(self, block: Block, language: str) -> dict[str, float]:
        """The vector of a passage with its headings, of length one; empty where it has no words that count."""
        counts = _stems(block.text, language)
        raw: dict[str, float] = {stem: (1 + math.log(count)) * self.of(stem) for stem, count in counts.items()}
        for stem in {stem for heading in block.section for stem in _stems(heading, language)}:
            raw[stem] = raw.get(stem, 0.0) + _SECTION * self.of(stem)
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        return {stem: weight / length for stem, weight in raw.items()} if length else {}


def _stems(text: str, language: str) -> Counter[str]:
    small = small_words(language)
    return Counter(word.stem for word in analyser(language).words(text) if word.exact not in small)


def _hopeful(
    held: Sequence[Segment], weights: _Weights, mine: Mapping[str, float], documents: Sequence[str]
) -> dict[str, list[str]]:
    """By document, the ids of the passages that may be closest: those whose shared stems weigh most."""
    points: dict[int, float] = defaultdict(float)
    for stem, weight in mine.items():
        lent = weight * weights.of(stem)
        for segment in held:
            for entry in segment.holding("text", stem):
                points[entry] += lent
            for entry in segment.holding("section", stem):
                points[entry] += _SECTION * lent
    found: dict[str, list[str]] = {}
    for document in documents:
        for segment in held:
            words = {entry: segment.words(entry) for entry in segment.of(document) & points.keys()}
            # A row of stars under a fitting heading says nothing that could be close.
            fair = {entry: points[entry] / _length(count) for entry, count in words.items() if count}
            best = heapq.nlargest(_COMPARED, fair, key=lambda entry: (fair[entry], -entry))
            found.setdefault(document, []).extend(segment.blocks(document, frozenset(best)))
    return found


def _length(words: int) -> float:
    """About what a passage's vector is long by: the root of its number of words."""
    return math.sqrt(8 + words)


def _best(
    library: Library,
    document: str,
    blocks: Sequence[str],
    weights: _Weights,
    mine: Mapping[str, float],
    language: str,
) -> tuple[int, Block, float] | None:
    """The closest of these passages with its place and similarity, the first in the document of equals."""
    best: tuple[int, Block, float] | None = None
    for order, block in library.some_blocks(document, blocks).items():
        vector = weights.vector(block, language)
        similarity = sum(weight * vector.get(stem, 0.0) for stem, weight in mine.items())
        if similarity >= LEAST and (best is None or similarity > best[2]):
            best = (order, block, similarity)
    return best


def _shared(
    one: Block, language: str, other: Block, other_language: str
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """The words that both passages have, in any form, as spans of the one and of the other."""
    common = _stems(one.text, language).keys() & _stems(other.text, other_language).keys()
    return _spans(one.text, language, common), _spans(other.text, other_language, common)


def _spans(text: str, language: str, stems: set[str]) -> tuple[tuple[int, int], ...]:
    small = small_words(language)
    words = analyser(language).words(text)
    return tuple(merged((one.start, one.end) for one in words if one.stem in stems and one.exact not in small))


def telling_words(home: Home, text: str, language: str, most: int = 8) -> list[str]:
    """The words of a text (a passage, or some words of it) that tell most about what it says, as they are printed.

    They are those whose stems weigh most: (1 + ln tf) × ln(1 + N / df), as above; in the order of the text. Words
    without a letter are none. `language` is the document's. Raises IndexDamaged where no index can be read.
    """
    code = language_code(language)
    with store.reading(home) as reader:
        weights = _Weights(reader, entry_count(reader))
        counts = _stems(text, code)
        worth = {stem: (1 + math.log(count)) * weights.of(stem) for stem, count in counts.items()}
    first: dict[str, str] = {}
    for word in analyser(code).words(text):
        printed = text[word.start : word.end]
        if word.stem in worth and any(map(str.isalpha, printed)):
            first.setdefault(word.stem, printed)
    best = set(heapq.nlargest(most, first, key=lambda stem: (worth[stem], stem)))
    return list(dict.fromkeys(printed for stem, printed in first.items() if stem in best))
