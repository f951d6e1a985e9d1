"""The formulas of corpus linguistics that the figures of words stand on, each with its source.

They take plain numbers: counts of words, and numbers of words or tokens that the counts are out of.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

# The least G² by which a word is key: chi-squared with one degree of freedom exceeds it by chance once in 1,000 times.
LEAST_KEYNESS = 10.83
# In place of a count of 0, which has no logarithm: A. Hardie, "Log Ratio: an informal introduction" (2014).
_NEARLY_NONE = 0.5


def per_thousand(count: int, words: int) -> float | None:
    """How often in 1,000 words; None where there are no words."""
    return 1000 * count / words if words else None


def log_likelihood(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """G² of a word that stands `counts` times in corpora of `sizes` words; 0 where it stands nowhere.

    2 Σ O ln(O/E), E = size × Σ counts / Σ sizes, over the cells of the word alone, as P. Rayson and R. Garside,
    "Comparing corpora using frequency profiling" (2000) have it, after T. Read and N. Cressie (1988).
    """
    whole, words = sum(counts), sum(sizes)
    expected = [size * whole / words if words else 0.0 for size in sizes]
    ratio = sum(count * math.log(count / ought) for count, ought in zip(counts, expected, strict=True) if count)
    return max(0.0, 2 * ratio)  # where all is as expected, rounding can leave less than nothing


def contingency_log_likelihood(held: int, of: int, others: int, of_others: int) -> float:
    """G² over all four cells: `held` of `of` things have a mark, and `others` of `of_others` other things.

    T. Dunning, "Accurate methods for the statistics of surprise and coincidence" (Computational Linguistics 19, 1993).
    """
    table = ((held, of - held), (others, of_others - others))
    columns = [held + others, of - held + of_others - others]
    total = of + of_others
    ratio = 0.0
    for row in table:
        for count, column in zip(row, columns, strict=True):
            if count:
                ratio += count * math.log(count * total / (sum(row) * column))
    return 2 * ratio


def log_ratio(count: int, words: int, other_count: int, other_words: int) -> float | None:
    """How many times the relative frequency doubles from the others to these; below 0 where it halves.

    log₂ of the ratio of both relative frequencies; a count of 0 is taken for 0.5 (A. Hardie, "Log Ratio: an informal
    introduction", 2014). None where either has no words, or neither has the word.
    """
    if not words or not other_words or not (count or other_count):
        return None
    return math.log2((count or _NEARLY_NONE) / words) - math.log2((other_count or _NEARLY_NONE) / other_words)


def deviation_of_proportions(counts: Sequence[int], sizes: Sequence[int]) -> float | None:
    """How unevenly a word is spread over parts: 0 as evenly as can be, near 1 where one small part has all of it.

    DP = ½ Σ |v − s|: of each part its share v of the word and its share s of all words (S. Th. Gries, "Dispersions and
    adjusted frequencies in corpora", International Journal of Corpus Linguistics 13, 2008). None where the word or the
    words are none.
    """
    whole, words = sum(counts), sum(sizes)
    if not whole or not words:
        return None
    return sum(abs(count / whole - size / words) for count, size in zip(counts, sizes, strict=True)) / 2


def normalised(deviation: float | None, sizes: Sequence[int]) -> float | None:
    """The same DP by the most that it can be, 1 − the smallest part's share, so that 1 is reached.

    J. Lijffijt and S. Th. Gries, "Correction to Stefan Th. Gries' Dispersions and adjusted frequencies in corpora"
    (International Journal of Corpus Linguistics 17, 2012). None where there are not two parts with words.
    """
    there = [size for size in sizes if size]
    if deviation is None or len(there) < 2:
        return None
    return deviation / (1 - min(there) / sum(there))


def mutual_information(together: int, expected: float) -> float | None:
    """log₂ of how often two words stand together by how often chance would have it.

    K. W. Church and P. Hanks, "Word association norms, mutual information, and lexicography" (Computational Linguistics
    16, 1990). None where either number is 0.
    """
    return math.log2(together / expected) if together and expected else None


def log_dice(together: int, node: int, collocate: int) -> float | None:
    """14 + log₂ of Dice's coefficient: at most 14 for words that always stand together, whatever the corpus' size.

    P. Rychlý, "A Lexicographer-Friendly Association Score" (RASLAN 2008). It is more where a collocate stands several
    times beside one node. None where the two never stand together.
    """
    return 14 + math.log2(2 * together / (node + collocate)) if together else None
