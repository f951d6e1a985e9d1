"""Another spelling of a query that finds nothing, from the words that the index holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from whoosh.reading import IndexReader
from whoosh.support.levenshtein import damerau_levenshtein

from index.analysis import analyser
from index.folding import fold
from index.matching import words_like
from index.query import All, Any, Node, Phrase, Word

# Words this short are mostly names and numbers; another word of three letters is no correction.
_SHORTEST = 4
_FARTHEST = 2


def suggestion(query: str, node: Node, reader: IndexReader, languages: Sequence[str]) -> str:
    """The query with every word that the index does not hold replaced by the nearest one that it does.

    "" where all words are there, or where one has no near neighbour.
    """
    better = query
    for word in sorted(_words(node), key=lambda word: word.start, reverse=True):
        if _is_known(word, reader, languages):
            continue
        near = _nearest(fold(word.text), reader)
        if not near:
            return ""
        better = better[: word.start] + near + better[word.start + len(word.text) :]
    return better if better != query else ""


def _words(node: Node) -> Iterator[Word]:
    """The words of the text that a query asks for, those of phrases too; not beginnings of words."""
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from _words(part)
    words: Iterable[Word] = node.words if isinstance(node, Phrase) else (node,) if isinstance(node, Word) else ()
    yield from (word for word in words if not word.prefix and not word.shape and word.text.isalpha())


def _is_known(word: Word, reader: IndexReader, languages: Sequence[str]) -> bool:
    if ("exact", fold(word.text).encode()) in reader:
        return True
    stems = {found.stem for language in languages for found in analyser(language).words(word.text)}
    return not word.exact and any(("text", stem.encode()) in reader for stem in stems)


def _nearest(word: str, reader: IndexReader) -> str:
    """The most frequent word of the index at the smallest distance, up to two letters; "" where there is none."""
    if len(word) < _SHORTEST:
        return ""
    shared = Counter(word)
    hopeful = words_like(reader, f"{re.escape(word[0])}.{{{len(word) - 1 - _FARTHEST},{len(word) - 1 + _FARTHEST}}}")
    by_distance: dict[int, list[str]] = {}
    for other in hopeful - {word}:
        counts = Counter(other)
        # Each step changes one letter at most for another: a quick look leaves few for the slow one.
        if (shared - counts).total() <= _FARTHEST >= (counts - shared).total():
            by_distance.setdefault(damerau_levenshtein(word, other, limit=_FARTHEST), []).append(other)
    for distance in range(1, _FARTHEST + 1):
        if near := sorted(by_distance.get(distance, ())):
            return max(near, key=lambda term: reader.frequency("exact", term))
    return ""
