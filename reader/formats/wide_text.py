"""Tells texts in UTF-16 that have no mark at their beginning."""

from __future__ import annotations

from collections import Counter

# The higher bytes of the letters of alphabets: Latin, Greek, Cyrillic, Hebrew, Arabic.
_ALPHABETS = frozenset(range(7))
_SAMPLE = 20_000
_MOST = 0.6
_FEW = 0.05


def wide_encoding(content: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where every other byte says so, "" for any other file."""
    sample = content[:_SAMPLE]
    even, odd = sample[0::2], sample[1::2]
    for encoding, higher, lower in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if not higher or not lower:
            continue
        counted = Counter(higher)
        # Beside the letters of an alphabet stand spaces, digits and stops, whose higher byte is zero.
        (common, many), *_ = counted.most_common(1)
        most = many if common == 0 else many + counted[0]
        is_alphabet = common in _ALPHABETS and counted[0] > 0 and most > _MOST * len(higher)
        if (
            is_alphabet
            and lower.count(0) < _FEW * len(lower)
            and Counter(lower).most_common(1)[0][1] < _MOST * len(lower)
        ):
            return encoding
    return ""
