"""Keyness: the words that one manifesto, or a group of them, uses more or less than others do."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from index.words.corpus import Corpus
from index.words.frequency import listed_as
from index.words.statistics import LEAST_KEYNESS, log_likelihood, log_ratio, per_thousand
from index.words.tallying import tally
from index.words.terms import Terms, Unit, query_of

_NONE: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Key:
    """A term with its count here and in the others, how sure the difference is (G²), and how large (log ratio)."""

    shown: str
    count: int
    others: int
    log_likelihood: float
    log_ratio: float

    @property
    def is_over(self) -> bool:
        """Whether it is used more here than in the others."""
        return self.log_ratio > 0


@dataclass(frozen=True, slots=True)
class Keyness:
    """The key terms of the manifestos `here` against the `others`, all in one language, the surest first.

    `among_others` as in `FrequencyList`.
    """

    here: Corpus
    others: Corpus
    language: str
    unit: Unit
    among_others: bool
    rows: tuple[Key, ...]

    def per_thousand(self, row: Key) -> tuple[float | None, float | None]:
        """The counts in 1,000 words, here and in the others."""
        return per_thousand(row.count, self.here.words), per_thousand(row.others, self.others.words)

    def query(self, row: Key) -> str:
        """What a search is asked for to find the passages of a row, and no others."""
        return query_of(row.shown, self.language, self.unit, among_others=self.among_others)


def keyness(
    here: Corpus,
    others: Corpus,
    language: str,
    unit: Unit = Unit.WORDS,
    *,
    least: int = 2,
    sure: float = LEAST_KEYNESS,
    stopped: Set[str] = _NONE,
) -> Keyness:
    """Terms that stand `least` times in both together and differ by a G² of at least `sure`; none without others.

    G² is that of Rayson and Garside (2000), the log ratio Hardie's (2014), both from `statistics.py`. With so many
    words tested at once some differ by chance at any threshold: a list is to be read, not believed.
    """
    terms = Terms(language, unit)
    mine, theirs = tally(here, terms), tally(others, terms)
    sizes, forms = (mine.corpus.words, theirs.corpus.words), terms.forms()
    rows = []
    for term in mine.counts.keys() | theirs.counts.keys() if all(sizes) else ():
        counts = mine.counts[term], theirs.counts[term]
        if sum(counts) < least or not (shown := listed_as(forms, term, stopped)):
            continue
        likelihood = log_likelihood(counts, sizes)
        effect = log_ratio(counts[0], sizes[0], counts[1], sizes[1])
        if likelihood >= sure and effect:
            rows.append(Key(shown, *counts, likelihood, effect))
    rows.sort(key=lambda row: (-row.log_likelihood, row.shown))
    mixed = (mine.corpus, theirs.corpus) != (here, others)
    return Keyness(mine.corpus, theirs.corpus, language, unit, mixed, tuple(rows))
