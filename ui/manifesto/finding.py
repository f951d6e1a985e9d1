"""Finds words in one manifesto, forgiving what print varies: case, spacing, kinds of quotation marks and dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Block

_ALIKE = ("'’‘`´", '"“”„«»', "-‐‑–—−")


class Found(NamedTuple):
    """One occurrence: the number of a shown block, and code points in its text, end exclusive."""

    block: int
    start: int
    end: int


def find(shown: Sequence[Block], words: str) -> list[Found]:
    """Where the words occur in these blocks, in reading order; nowhere when there are none."""
    wanted = _pattern(words)
    if wanted is None:
        return []
    return [
        Found(number, match.start(), match.end())
        for number, block in enumerate(shown)
        for match in wanted.finditer(block.text)
    ]


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = words.split()
    if not parts:
        return None
    return re.compile(r"\s+".join("".join(_any_of(character) for character in part) for part in parts), re.IGNORECASE)


def _any_of(character: str) -> str:
    for alike in _ALIKE:
        if character in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(character)
