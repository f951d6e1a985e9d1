"""What of a column fits on the wall at once: nothing scrolls and nothing shrinks, so the rest comes after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.lessons.slides import Extract, Spans
from index.shortening import CUT
from reader.lead_ins import limits
from reader.sentences import sentences

_BEFORE, _AFTER = CUT.lstrip(), CUT.rstrip()
_WORD_ENDS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage as they stand on the wall.

    `marks` are code points of `text`. `whole`: of a passage that was shortened before, all is shown.
    """

    text: str
    marks: Spans
    extract: Extract
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """What a column shows at once. `more` passages have not begun yet; `rest`: there is more of those that have."""

    pieces: tuple[Piece, ...]
    more: int = 0
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a column in pixels: its height, the height of a text in it, of a place below it, and the gap."""

    height: int
    height_of: Callable[[str], int]
    place: int = 0
    between: int = 0

    def needed(self, text: str, extract: Extract) -> int:
        """The height of a passage with the line that says where it stands."""
        return self.height_of(text) + (self.place if extract.place else 0)


@dataclass(frozen=True, slots=True)
class _Item:
    extract: Extract
    text: str
    marks: Spans
    whole: bool


class Fitted:
    """The portions of one column, each worked out when it is asked for: the first is what is nearly always wanted."""

    def __init__(self, passages: Sequence[Extract], room: Room) -> None:
        self._coming = _portions(passages, room)
        self._made: list[Portion] = []

    def portion(self, number: int) -> Portion:
        """The portion with this number, from 0; the last one for any later number."""
        while len(self._made) <= number and (made := next(self._coming, None)) is not None:
            self._made.append(made)
        return self._made[min(number, len(self._made) - 1)] if self._made else Portion(())

    def goes_on(self, number: int) -> bool:
        """Whether there is another portion after this one."""
        portion = self.portion(number)
        return number < len(self._made) and bool(portion.more or portion.rest)


def _portions(passages: Sequence[Extract], room: Room) -> Iterator[Portion]:
    items = [_Item(one, one.words, one.marks, whole=False) for one in passages]
    items += [_Item(one, one.rest, one.rest_marks, whole=True) for one in passages if one.cut]
    pieces: list[Piece] = []
    left = room.height
    for number, item in enumerate(items):
        needed = room.needed(item.text, item.extract)
        whole_begin = item.whole and not items[number - 1].whole
        if pieces and (needed + room.between > left or whole_begin):
            yield _portion(pieces, items[number:])
            pieces, left = [], room.height
        *cut, last = _cut(item, room) if needed > left else [Piece(item.text, item.marks, item.extract, item.whole)]
        for piece in cut:
            yield _portion([piece], items[number + 1 :], rest=True)
        left -= room.needed(last.text, item.extract) + (room.between if pieces else 0)
        pieces.append(last)
    if pieces:
        yield _portion(pieces, ())


def _portion(pieces: Sequence[Piece], left: Sequence[_Item], *, rest: bool = False) -> Portion:
    more = sum(not item.whole for item in left)
    return Portion(tuple(pieces), more, rest or len(left) > more)


def _cut(item: _Item, room: Room) -> list[Piece]:
    """The passage in pieces that fit: at the ends of sentences, inside of one only where it is too long by itself."""
    found: list[Piece] = []
    begin = 0
    while begin < len(item.text):
        end = _end(item, begin, room)
        before, after = (_BEFORE if begin else ""), (_AFTER if end < len(item.text) else "")
        words = item.text[begin:end].strip()
        start = begin + len(item.text[begin:end]) - len(item.text[begin:end].lstrip())
        moved = (
            (max(first, start) - start + len(before), min(last, end) - start + len(before))
            for first, last in item.marks
            if first < end and last > start
        )
        found.append(Piece(f"{before}{words}{after}", tuple(moved), item.extract, item.whole))
        begin = end
    return found


def _end(item: _Item, begin: int, room: Room) -> int:
    """Where the piece ends that begins here: the last end that fits."""
    text = item.text

    def fits(end: int) -> bool:
        before, after = (_BEFORE if begin else ""), (_AFTER if end < len(text) else "")
        return room.needed(f"{before}{text[begin:end].strip()}{after}", item.extract) <= room.height

    if fits(len(text)):
        return len(text)
    spans = [(start, end) for start, end in sentences(text) if start >= begin]
    fitting = [number for number, (_, end) in enumerate(spans) if end < len(text) and fits(end)]
    if fitting:
        return spans[_before_limits(text, spans, fitting[-1], item.extract.language)][1]
    ends = [found.start() for found in _WORD_ENDS.finditer(text, begin + 1)]
    inside = _last(ends, fits)
    return inside if inside is not None else max(begin + 1, len(text) if not ends else ends[0])


def _before_limits(text: str, spans: Sequence[tuple[int, int]], last: int, language: str) -> int:
    """The sentence to end with: what takes a sentence back, or limits it, stays with it."""
    for number in range(last, -1, -1):
        start, end = spans[number + 1] if number + 1 < len(spans) else (0, 0)
        if not limits(text[start:end], language):
            return number
    return last


def _last(ends: Sequence[int], fits: Callable[[int], bool]) -> int | None:
    """The last of these ends that fits, found by halving."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if fits(ends[middle]) else (low, middle)
    return ends[low - 1] if low else None
