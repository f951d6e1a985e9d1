"""A document's running text: where spans stand in it, and what stands at an offset.

It is all blocks but running heads and page numbers, joined by newlines. Offsets are code points in it, ends exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from reader.library.folding import Running, refer_to_notes, running
from reader.library.verdicts import Selection, Span
from reader.model import Block


class RunningText:
    """The running text of these blocks of one document."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = running(blocks)
        self.text = "\n".join(block.text for block in self.blocks)
        self._offsets = list(accumulate((len(block.text) + 1 for block in self.blocks), initial=0))[:-1]
        self._numbers = {block.id: number for number, block in enumerate(self.blocks)}

    @cached_property
    def letters(self) -> Running:
        """The same folded to its letters and digits."""
        return Running(self.blocks)

    @cached_property
    def readings(self) -> tuple[Running, ...]:
        """The letters, and where there are references to notes also with theirs, as people copy words off a page."""
        return (self.letters, Running(self.blocks, noted=True)) if refer_to_notes(self.blocks) else (self.letters,)

    def range_of(self, spans: Sequence[Span]) -> tuple[int, int] | None:
        """Where the first of these spans begins and the last ends; None for none, and for words of running heads."""
        if not spans or any(span.block not in self._numbers for span in spans):
            return None
        first, last = spans[0], spans[-1]
        return self.offset(first.block) + first.start, self.offset(last.block) + last.end

    def offset(self, block: str) -> int:
        """Where the block with this id begins. Raises KeyError."""
        return self._offsets[self._numbers[block]]

    def block_at(self, offset: int) -> Block:
        """The block in which this code point stands, or which it ends."""
        return self.blocks[self._number(offset)]

    def selection(self, start: int, end: int) -> Selection:
        """These code points as a selection. Raises ValueError where there are none such."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"a text of {len(self.text)} code points has none from {start} to {end}")
        first, last = self._number(start), self._number(end - 1)
        begin, stop = start - self._offsets[first], end - self._offsets[last]
        # A newline between two blocks is in neither.
        stop = min(stop, len(self.blocks[last].text))
        return Selection(self.blocks[first].id, begin, self.blocks[last].id, stop)

    def spans(self, place: Selection) -> tuple[Span, ...]:
        """A selection as spans, one for each block that has words of it."""
        first, last = self._numbers[place.first_block], self._numbers[place.last_block]
        return tuple(
            Span(block.id, place.start if number == first else 0, place.end if number == last else len(block.text))
            for number, block in enumerate(self.blocks[first : last + 1], first)
            if block.text
        )

    def _number(self, offset: int) -> int:
        return bisect_right(self._offsets, offset) - 1
