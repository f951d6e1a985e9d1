"""The frequency list: words, stems or runs of words with how often and in how many manifestos they stand."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from index.folding import fold
from index.words.corpus import Corpus
from index.words.statistics import per_thousand
from index.words.tallying import tally
from index.words.terms import Forms, Terms, Unit, query_of

_NONE: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frequent:
    """A term as it is printed most often, its count, and how many passages and manifestos hold it."""

    shown: str
    count: int
    passages: int
    manifestos: int


@dataclass(frozen=True, slots=True)
class FrequencyList:
    """Terms of the manifestos of `corpus`, all in one language, the most frequent first.

    `among_others` says that there were manifestos in other languages, which the list passed over.
    """

    corpus: Corpus
    language: str
    unit: Unit
    among_others: bool
    rows: tuple[Frequent, ...]

    def per_thousand(self, row: Frequent) -> float | None:
        """The count in 1,000 words of all manifestos of the list."""
        return per_thousand(row.count, self.corpus.words)

    def query(self, row: Frequent) -> str:
        """What a search is asked for to find the passages of a row, and no others."""
        return query_of(row.shown, self.language, self.unit, among_others=self.among_others)


def frequencies(
    corpus: Corpus,
    language: str,
    unit: Unit = Unit.WORDS,
    *,
    length: int = 1,
    least: int = 1,
    stopped: Set[str] = _NONE,
) -> FrequencyList:
    """The list of terms of `length` words that stand at least `least` times; runs stand at least twice.

    `stopped` are folded words (`stop_lists.folded`): such a word is left out, and a run that begins or ends with one.
    Runs stand within a passage and go on over stops and commas, as phrases of a search do.
    """
    least = max(least, 1 if length == 1 else 2)
    counted = tally(corpus, Terms(language, unit, length), least)
    forms = counted.terms.forms()
    rows = [
        Frequent(shown, count, counted.passages[term], counted.manifestos[term])
        for term, count in counted.counts.items()
        if count >= least and (shown := listed_as(forms, term, stopped))
    ]
    rows.sort(key=lambda row: (-row.count, row.shown))
    return FrequencyList(counted.corpus, language, unit, counted.corpus != corpus, tuple(rows))


def listed_as(forms: Forms, term: str, stopped: Set[str]) -> str:
    """How a term stands in a list; "" for one that is in none."""
    if not forms.is_known(term):
        return ""
    shown = forms.shown(term)
    words = shown.split()
    return "" if fold(words[0]) in stopped or fold(words[-1]) in stopped else shown
