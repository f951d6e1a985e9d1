"""A text with its names hidden, and where each of its characters stood in the text as it is printed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

# Where a span has its places in the original and in the shown text.
_ORIGINAL, _SHOWN = 0, 2


@dataclass(frozen=True, slots=True)
class Replacement:
    """The code points from `start` to `end` of a text, what stands in their place, and how many words that hides."""

    start: int
    end: int
    instead: str
    words: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """`text` is what is shown. Each of `spans` is start and end in the original, then in `text`, in code points."""

    text: str
    spans: tuple[tuple[int, int, int, int], ...] = ()
    words: int = 0

    def to_hidden(self, offset: int) -> int:
        """Where an offset of the original stands here; inside something replaced, the start of what stands for it."""
        return self._moved(offset, _ORIGINAL, _SHOWN)

    def to_original(self, offset: int) -> int:
        """Where an offset of the shown text stands in the original; in a replacement, the start of what it hides."""
        return self._moved(offset, _SHOWN, _ORIGINAL)

    def span_to_hidden(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the original as it stands here; what is replaced is in it as a whole or not at all."""
        return self._stretch(start, end, _ORIGINAL, _SHOWN)

    def span_to_original(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the shown text as it stands in the original, replacements as a whole."""
        return self._stretch(start, end, _SHOWN, _ORIGINAL)

    def _before(self, offset: int, here: int) -> tuple[int, int, int, int] | None:
        """The last span that begins at the offset or before it."""
        number = bisect_right(self.spans, offset, key=lambda span: span[here])
        return self.spans[number - 1] if number else None

    def _moved(self, offset: int, here: int, there: int) -> int:
        span = self._before(offset, here)
        if span is None:
            return offset
        return span[there] if offset < span[here + 1] else offset - span[here + 1] + span[there + 1]

    def _stretch(self, start: int, end: int, here: int, there: int) -> tuple[int, int]:
        first = self._moved(start, here, there)
        span = self._before(end, here)
        cut = span is not None and start < end and span[here] < end < span[here + 1]
        return first, span[there + 1] if cut and span is not None else self._moved(end, here, there)


def replaced(text: str, replacements: Iterable[Replacement]) -> Hidden:
    """The text with these replacements, which are in order and apart."""
    parts: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    done = length = words = 0
    for one in replacements:
        parts += (text[done : one.start], one.instead)
        length += one.start - done
        spans.append((one.start, one.end, length, length + len(one.instead)))
        length += len(one.instead)
        done = one.end
        words += one.words
    return Hidden("".join([*parts, text[done:]]), tuple(spans), words)
