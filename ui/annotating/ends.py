"""Moving the ends of words word by word, over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.library.folding import running
from reader.library.verdicts import Selection
from reader.model import Block

# A word with what is printed to it; of that, signs before it and after it can be left out.
_PRINTED = re.compile(r"\S+")
_WORD = re.compile(r"\w(?:\S*\w)?")


class Ends:
    """The words of one document, for the ends of what stands on them."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._starts: list[tuple[int, int]] = []  # number of a block and code point, in reading order
        self._stops: list[tuple[int, int]] = []
        self._ids: list[str] = []
        for number, block in enumerate(running(list(blocks))):
            self._ids.append(block.id)
            for printed in _PRINTED.finditer(block.text):
                word = _WORD.search(block.text, *printed.span()) or printed
                self._starts += [(number, at) for at in sorted({printed.start(), word.start()})]
                self._stops += [(number, at) for at in sorted({word.end(), printed.end()})]
        self._numbers = {name: number for number, name in enumerate(self._ids)}

    def moved(self, place: Selection, *, start: bool, forward: bool) -> Selection:
        """The place with its start or its end one word on or back; itself where that would leave no words."""
        first = self._numbers.get(place.first_block, -1), place.start
        last = self._numbers.get(place.last_block, -1), place.end
        if first[0] < 0 or last[0] < 0:
            return place
        if start:
            first = _next(self._starts, first, forward=forward)
        else:
            last = _next(self._stops, last, forward=forward)
        if first >= last:
            return place
        return Selection(self._ids[first[0]], first[1], self._ids[last[0]], last[1])


def _next(places: list[tuple[int, int]], here: tuple[int, int], *, forward: bool) -> tuple[int, int]:
    if forward:
        return next((one for one in places if one > here), here)
    return next((one for one in reversed(places) if one < here), here)
