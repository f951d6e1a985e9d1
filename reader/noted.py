"""Text with the references to notes beside it, which keep their places when it is cut, joined or freed of blanks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from reader.model import Reference

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Noted:
    """Words and the references that stand beside them, in the order of their offsets in the words."""

    words: str
    references: tuple[Reference, ...] = ()

    def part(self, start: int, end: int | None = None) -> Noted:
        """From one code point to another, exclusive. A reference goes with the character that it stands behind."""
        stop = len(self.words) if end is None else min(end, len(self.words))
        kept = (one for one in self.references if start < one.offset <= stop or one.offset == start == 0)
        return Noted(self.words[start:stop], tuple(one._replace(offset=one.offset - start) for one in kept))

    def lines(self) -> list[Noted]:
        """Its lines, as `str.split` parts them."""
        found, start = [], 0
        for line in self.words.split("\n"):
            # The first reference of a line has no character of that line before it.
            begun = self.part(start, start + len(line))
            first = (one._replace(offset=0) for one in self.references if one.offset == start > 0)
            found.append(Noted(begun.words, (*first, *begun.references)))
            start += len(line) + 1
        return found

    def one_line(self) -> Noted:
        """With one space for each run of white space, and none at its ends."""
        if not self.references:
            return Noted(" ".join(self.words.split()))
        begins: list[int] = []
        lengths: list[int] = []
        words: list[str] = []
        for found in _WORD.finditer(self.words):
            begins.append(found.start())
            lengths.append(lengths[-1] + 1 + len(found[0]) if lengths else len(found[0]))
            words.append(found[0])

        def moved(offset: int) -> int:
            at = bisect_left(begins, offset) - 1
            return 0 if at < 0 else lengths[at] - max(0, len(words[at]) - (offset - begins[at]))

        return Noted(" ".join(words), tuple(one._replace(offset=moved(one.offset)) for one in self.references))

    def changed(self, change: Callable[[str], str]) -> Noted:
        """With `change` made to what stands between the references, each by itself."""
        if not self.references:
            return Noted(change(self.words))
        edges = [0, *(one.offset for one in self.references), len(self.words)]
        pieces = [change(self.words[start:end]) for start, end in pairwise(edges)]
        offset, moved = 0, []
        for one, piece in zip(self.references, pieces, strict=False):
            offset += len(piece)
            moved.append(one._replace(offset=offset))
        return Noted("".join(pieces), tuple(moved))


def joined(parts: Iterable[Noted], glue: str = " ") -> Noted:
    """The parts one after the other, with `glue` between them."""
    words: list[str] = []
    references: list[Reference] = []
    length = 0
    for part in parts:
        length += len(glue) if words else 0
        references += (one._replace(offset=one.offset + length) for one in part.references)
        words.append(part.words)
        length += len(part.words)
    return Noted(glue.join(words), tuple(references))
