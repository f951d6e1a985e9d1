"""How much a term counts in an entry, as one byte: BM25's part of a term's frequency (Robertson and Zaragoza, The
Probabilistic Relevance Framework, 2009, formula 3.15, without the weight of the term), 1 to 255.

The length of an entry is compared with that of a usual passage and not with the mean of the index, so that a byte once
written stays right whatever comes later.
"""

from __future__ import annotations

import math
from functools import cache

ABSENT = 0
MOST = 255
_K1, _B = 1.2, 0.75
# Words of a usual passage.
_USUAL = 25
_LONGEST, _MOST_TIMES = 255, 63


@cache
def impacts(words: int) -> bytes:
    """For an entry of so many words: how much a term counts that stands there once, twice ... (from place 1 on)."""
    lasting = _K1 * (1 - _B + _B * min(words, _LONGEST) / _USUAL)
    return bytes(max(1, round(MOST * times / (times + lasting))) if times else 0 for times in range(_MOST_TIMES + 1))


def impact(row: bytes, times: int) -> int:
    """How much a term counts that stands so many times in an entry with this row of `impacts`."""
    return row[times] if times <= _MOST_TIMES else row[_MOST_TIMES]


def weight(held: int, entries: int) -> float:
    """What the byte of a term is multiplied with that so many of all entries hold."""
    return (_K1 + 1) / MOST * (math.log(max(1, entries) / (held + 1)) + 1)
