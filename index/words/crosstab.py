"""Chosen words by manifestos: counts, how sure and how large the differences are, how evenly the words are spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.words.asked import Asked, found
from index.words.corpus import Corpus
from index.words.statistics import (
    deviation_of_proportions,
    log_likelihood,
    log_ratio,
    normalised,
    per_thousand,
)
from reader.library.records import Document


@dataclass(frozen=True, slots=True)
class Cell:
    """A choice in one manifesto: how often, and in how many passages; against all others together.

    `log_likelihood` (G² of Rayson and Garside) and `log_ratio` (Hardie) compare it with the other manifestos; None
    where there are none, or nothing to compare.
    """

    document: Document
    count: int
    passages: int
    log_likelihood: float | None
    log_ratio: float | None

    @property
    def per_thousand(self) -> float | None:
        return per_thousand(self.count, self.document.words)


@dataclass(frozen=True, slots=True)
class Row:
    """A choice in all manifestos, in their order."""

    asked: Asked
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        return sum(cell.count for cell in self.cells)

    @property
    def passages(self) -> int:
        return sum(cell.passages for cell in self.cells)

    @property
    def manifestos(self) -> int:
        """In how many of them it stands."""
        return sum(cell.count > 0 for cell in self.cells)

    @property
    def per_thousand(self) -> float | None:
        return per_thousand(self.count, sum(self._sizes))

    @property
    def log_likelihood(self) -> float | None:
        """G² over all manifestos, to be read with one degree of freedom fewer than there are; None for only one."""
        return log_likelihood(self._counts, self._sizes) if len(self.cells) > 1 else None

    @property
    def dispersion(self) -> float | None:
        """Gries' DP over the manifestos."""
        return deviation_of_proportions(self._counts, self._sizes)

    @property
    def dispersion_normalised(self) -> float | None:
        return normalised(self.dispersion, self._sizes)

    @property
    def _counts(self) -> list[int]:
        return [cell.count for cell in self.cells]

    @property
    def _sizes(self) -> list[int]:
        return [cell.document.words for cell in self.cells]


@dataclass(frozen=True, slots=True)
class Crosstab:
    """Choices by manifestos."""

    documents: tuple[Document, ...]
    rows: tuple[Row, ...]


def crosstab(corpus: Corpus, choices: Sequence[Asked]) -> Crosstab:
    """Count the choices in every manifesto of the corpus, each in its own language as a search reads it."""
    counts: Counter[tuple[int, str]] = Counter()
    passages: Counter[tuple[int, str]] = Counter()
    for one in found(corpus, choices):
        counts[one.asked, one.text.document.id] += len(one.spans)
        passages[one.asked, one.text.document.id] += 1
    documents = corpus.documents
    rows = [
        Row(
            choice,
            _cells(
                documents,
                [counts[number, document.id] for document in documents],
                [passages[number, document.id] for document in documents],
            ),
        )
        for number, choice in enumerate(choices)
    ]
    return Crosstab(documents, tuple(rows))


def _cells(documents: Sequence[Document], counts: Sequence[int], passages: Sequence[int]) -> tuple[Cell, ...]:
    whole, words = sum(counts), sum(document.words for document in documents)
    cells = []
    for document, count, held in zip(documents, counts, passages, strict=True):
        others, other_words = whole - count, words - document.words
        compared = bool(whole and document.words and other_words)
        sure = log_likelihood((count, others), (document.words, other_words)) if compared else None
        cells.append(Cell(document, count, held, sure, log_ratio(count, document.words, others, other_words)))
    return tuple(cells)
