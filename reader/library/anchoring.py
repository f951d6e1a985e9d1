"""Anchors what people say in a document's text, and finds it again when the document has been read anew.

Found is what is certain: the same block, the same letters with the same surroundings, long words that stand nowhere
else, or nearly the same letters in the same place. Of anything else nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import cached_property
from itertools import accumulate, takewhile

from reader.errors import StaleEdit
from reader.library.folding import Running, folded, running
from reader.library.verdicts import Anchor, Span
from reader.model import Block

# What is kept of the text on either side of a quote, in code points.
_CONTEXT = 60
# The surroundings are compared in probes of so many letters, and may have moved away from the quote by so many.
_PROBE = 10
_MOVED = 20
# A quote of so many letters that stands in one place alone needs no surroundings.
_LONG = 40
# Shorter quotes are not looked for by similarity. Seeds are the pieces by which a similar place is found.
_SHORTEST = 24
_SEED = 8
_STEP = 3
# A shorter agreement may be chance; a mistake of so many letters within a word is slight.
_SLIGHT = 3
# A seed that stands in more places than this says nothing.
_COMMON = 40
# So alike two texts must be, as difflib measures: with the same surroundings, and without.
_ALIKE = 0.8
_NEARLY_THE_SAME = 0.95


def anchor(blocks: Iterable[Block], block: str, start: int, end: int) -> Anchor:
    """An anchor for the code points from `start` to `end` of this block.

    Raises StaleEdit where the block is not among them, ValueError where it has no such code points.
    """
    every = list(blocks)
    found = next((one for one in every if one.id == block), None)
    if found is None:
        raise StaleEdit(
            "This passage is not there any more: the manifesto has been read again in the meantime.",
            "Look at what is there now and do it again if it is still wanted.",
        )
    if not 0 <= start < end <= len(found.text):
        raise ValueError(f"a block of {len(found.text)} code points has none from {start} to {end}")
    around = running(every)
    if found not in around:
        around = [found]
    number = around.index(found)
    offset = sum(len(one.text) + 1 for one in around[:number]) + start
    text = "\n".join(one.text for one in around)
    length = end - start
    before, after = text[max(0, offset - _CONTEXT) : offset], text[offset + length :][:_CONTEXT]
    return Anchor(block, start, end, found.text[start:end], before, after, offset)


@dataclass(frozen=True, slots=True)
class _Place:
    """Letters that may be the quote's.

    On `sides` sides of them stands what stood beside the quote, of that `touching` letters directly. `stands`: as made.
    `distance` is to the offset at which the quote was, in code points; `alike` is 1 for the very letters.
    """

    start: int
    end: int
    sides: int
    stands: bool
    touching: int
    distance: int
    alike: float

    @property
    def rank(self) -> tuple[int, bool, float, int, int]:
        return self.sides, self.stands, self.alike, self.touching, -self.distance


class Finder:
    """Finds anchors in the blocks of one document, whose letters are folded when the first is not where it was."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts = {block.id: block.text for block in blocks}
        self._blocks = running(blocks)
        self._text = "\n".join(block.text for block in self._blocks)

    @cached_property
    def _offsets(self) -> dict[str, int]:
        lengths = [len(block.text) + 1 for block in self._blocks]
        return dict(zip((block.id for block in self._blocks), accumulate(lengths, initial=0), strict=False))

    @cached_property
    def _running(self) -> Running:
        return Running(self._blocks)

    def find(self, anchor: Anchor) -> tuple[Span, ...]:
        """Where the anchor's words stand now; nothing where that is not certain."""
        as_made = Span(anchor.block, anchor.start, anchor.end)
        if self._is_untouched(anchor):
            return (as_made,)
        stands = self._texts.get(anchor.block, "")[anchor.start : anchor.end] == anchor.quote
        key = folded(anchor.quote)
        place = self._same(key, anchor) if key else None
        if place is None and stands:
            return (as_made,)
        if (place is None or not place.sides) and len(key) >= _SHORTEST:
            # Rather nearly the same in the same place than the very words in another, even under the same id.
            near = self._similar(key, anchor)
            place = near if near and (place is None or near.sides) else place
        if place is None:
            return ()
        return (as_made,) if place.stands else self._running.spans(place.start, place.end, anchor.quote)

    def _is_untouched(self, anchor: Anchor) -> bool:
        """Whether block, words, surroundings and offset all are as they were made.

        Block and words alone say nothing: the ids of equal texts are counted, and another reading may find one more.
        """
        start, end = anchor.offset, anchor.offset + len(anchor.quote)
        return (
            self._offsets.get(anchor.block, -1) == start - anchor.start
            and self._texts[anchor.block][anchor.start : anchor.end] == anchor.quote
            and self._text[max(0, start - _CONTEXT) : start] == anchor.before
            and self._text[end : end + _CONTEXT] == anchor.after
        )

    def _same(self, key: str, anchor: Anchor) -> _Place | None:
        """Where the very letters stand."""
        places = [self._place(start, start + len(key), anchor) for start in _occurrences(key, self._running.letters)]
        cut = anchor.before[-1:].isalnum() or anchor.after[:1].isalnum()
        whole = [place for place in places if cut or self._running.is_word(place.start, place.end)]
        if not whole:
            # Words that were cut by a line's end may have been mended; no short one is looked for inside others.
            whole = places if len(key) >= _LONG else []
        best = max(whole, key=lambda place: place.rank, default=None)
        if best is None or best.sides or best.stands:
            return best
        return best if len(whole) == 1 and len(key) >= _LONG else None

    def _place(self, start: int, end: int, anchor: Anchor, alike: float = 1.0) -> _Place:
        number, place = self._running.place(start)
        block = self._running.blocks[number]
        stands = (
            block.id == anchor.block
            and block.text[anchor.start : anchor.end] == anchor.quote
            and anchor.start <= place < anchor.end
        )
        before, after = folded(anchor.before), folded(anchor.after)
        left = self._running.letters[max(0, start - len(before) - _MOVED) : start]
        right = self._running.letters[end : end + len(after) + _MOVED]
        sides = _agree(before, left) + _agree(after, right)
        touching = _same_at_once(reversed(before), reversed(left)) + _same_at_once(after, right)
        distance = abs(self._running.offset(start) - anchor.offset)
        return _Place(start, end, sides, stands, touching, distance, alike)

    def _similar(self, key: str, anchor: Anchor) -> _Place | None:
        """Where nearly the same letters stand."""
        slack = len(key) // 8 + _MOVED
        places = [self._fitted(key, start, slack, anchor) for start in _likely(key, self._running.letters, slack)]
        alike = [place for place in places if place and place.alike >= _ALIKE]
        best = max(alike, key=lambda place: place.rank, default=None)
        if best is None or best.sides:
            return best
        found = self._running.letters[best.start : best.end]
        certain = len(key) >= _LONG and best.alike >= _NEARLY_THE_SAME and _digits(found) == _digits(key)
        return best if certain and len(alike) == 1 else None

    def _fitted(self, key: str, start: int, slack: int, anchor: Anchor) -> _Place | None:
        """The part of the letters from about `start` that is most like the key."""
        begin = max(0, start - _SEED)
        region = self._running.letters[begin : start + len(key) + slack + _SEED]
        matcher = SequenceMatcher(None, key, region, autojunk=False)
        matching = matcher.get_matching_blocks()
        sure = [match for match in matching if match.size >= _SEED]
        if not sure:
            return None
        first = next(match for match in matching if _goes_with(match, sure[0]))
        last = next(match for match in reversed(matching) if _goes_with(match, sure[-1]))
        wide = self._running.nearest_word(begin + first.b - first.a)
        stop = self._running.nearest_word(begin + last.b + len(key) - last.a)
        if stop <= wide:
            return None
        alike = 2 * sum(match.size for match in matching) / (len(key) + stop - wide)
        return self._place(wide, stop, anchor, alike)


def _goes_with(match: Match, sure: Match) -> bool:
    """Whether a match is no chance: long enough, and shifted nearly as far as one that is sure."""
    return match.size >= _SLIGHT and abs(match.b - match.a - sure.b + sure.a) <= _SLIGHT


def _occurrences(key: str, letters: str) -> Iterator[int]:
    place = letters.find(key)
    while place >= 0:
        yield place
        place = letters.find(key, place + 1)


def _same_at_once(one: Iterable[str], other: Iterable[str]) -> int:
    """How many letters are the same before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _agree(context: str, beside: str) -> bool:
    """Whether at least half of the context's letters stand beside."""
    probes = [context[place : place + _PROBE] for place in range(0, len(context), _PROBE)]
    known = [probe for probe in probes if len(probe) >= _PROBE // 2]
    return bool(known) and 2 * sum(probe in beside for probe in known) >= len(known)


def _likely(key: str, letters: str, slack: int) -> list[int]:
    """Where texts like the key may begin: where at least a third of its seeds lie as far from each other as in it."""
    begins = []
    seeds = range(0, len(key) - _SEED + 1, _STEP)
    for place in seeds:
        found = list(_occurrences(key[place : place + _SEED], letters))
        begins += [there - place for there in found] if len(found) <= _COMMON else []
    begins.sort()
    likely = []
    first = 0
    while first < len(begins):
        near = first
        while near < len(begins) and begins[near] - begins[first] <= slack:
            near += 1
        if 3 * (near - first) >= len(seeds):
            likely.append(max(0, begins[first]))
            first = near
        else:
            first += 1
    return likely


def _digits(letters: str) -> str:
    return "".join(letter for letter in letters if letter.isdigit())
