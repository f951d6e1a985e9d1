"""Counts all words of manifestos, or all runs of words, in memory that does not grow with the runs that stand once."""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from index.words.corpus import Corpus
from index.words.terms import Terms

# Runs are counted in so many shared counters first: 64 MB, whatever the length of the texts.
_COUNTERS = 1 << 24


@dataclass(frozen=True, slots=True)
class Tally:
    """By term: how often it stands, in how many passages, in how many manifestos of the corpus."""

    corpus: Corpus
    terms: Terms
    counts: Counter[str]
    passages: Counter[str]
    manifestos: Counter[str]


def tally(corpus: Corpus, terms: Terms, least: int = 1) -> Tally:
    """Count the terms of a corpus in the language of the terms; others of it are passed over.

    Of runs only those are kept that may stand `least` times. They are gone through twice: at first each adds to one of
    a fixed number of counters, which it shares with others, so that a counter below `least` is of runs that are all
    rarer (J. S. Park, M.-S. Chen and P. S. Yu, "An effective hash-based algorithm for mining association rules", 1995).
    """
    mine = corpus.only(terms.language)
    kept = _hopeful(mine, terms, least) if terms.length > 1 and least > 1 else None
    made = Tally(mine, terms, Counter(), Counter(), Counter())
    for text in mine:
        in_manifesto: Counter[str] = Counter()
        for passage in text.passages:
            found = terms.counted(passage.text)
            if kept is not None:
                found = {term: times for term, times in found.items() if term in kept}
            in_manifesto.update(found)
            made.passages.update(found.keys())
        made.counts.update(in_manifesto)
        made.manifestos.update(in_manifesto.keys())
    return made


class _Hopeful:
    """The terms whose shared counter has reached a number."""

    def __init__(self, least: int) -> None:
        self._least = least
        self._counters = array("I", bytes(4 * _COUNTERS))

    def add(self, term: str, times: int) -> None:
        self._counters[_place(term)] += times

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and self._counters[_place(term)] >= self._least


def _place(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass")) % _COUNTERS


def _hopeful(corpus: Corpus, terms: Terms, least: int) -> Container[str]:
    counters = _Hopeful(least)
    passed = Terms(terms.language, terms.unit, terms.length)  # forms are to be seen once
    for text in corpus:
        for passage in text.passages:
            for term, times in passed.counted(passage.text).items():
                counters.add(term, times)
    return counters
