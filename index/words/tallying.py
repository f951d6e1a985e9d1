"""Counts all words of manifestos, or all runs of words, in memory that does not grow with the runs that stand once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable
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
            found = terms.standing(passage.text)
            if kept is not None:
                found = list(filter(kept, found))
            in_manifesto.update(found)
            made.passages.update(set(found))
        made.counts.update(in_manifesto)
        made.manifestos.update(in_manifesto.keys())
    return made


def _hopeful(corpus: Corpus, terms: Terms, least: int) -> Callable[[str], bool]:
    """Whether the counter of a term has reached a number."""
    counters = array("I", bytes(4 * _COUNTERS))
    passed = Terms(terms.language, terms.unit, terms.length)  # forms are to be seen once
    for text in corpus:
        for passage in text.passages:
            for term in passed.standing(passage.text):
                counters[hash(term) % _COUNTERS] += 1
    return lambda term: counters[hash(term) % _COUNTERS] >= least
