"""Anchors what people say in a document's text, and finds it again when the document has been read anew.

Found is what is certain: the same block, the same letters with the same surroundings, long words that stand nowhere
else, or nearly the same letters in the same place. Of anything else nothing is claimed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import Match, SequenceMatcher
from functools import cached_property
from itertools import accumulate, takewhile

from reader.errors import StaleEdit
from reader.library.folding import Running, folded, refer_to_notes, running
from reader.library.verdicts import Anchor, Selection, Span
from reader.model import Block, Kind

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
# Longer quotes are looked for by what they begin and end with, so many letters each, where they are not found whole;
# so much shorter or longer they may have become.
_WHOLE = 1_000
_END = 200
_STRETCHED = 0.25


class Anchors:
    """Makes anchors in the text of one document."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = {block.id: block for block in blocks}
        self._around = running(self._blocks.values())
        self._numbers = {block.id: number for number, block in enumerate(self._around)}
        self._offsets = list(accumulate((len(block.text) + 1 for block in self._around), initial=0))
        self._text = "\n".join(block.text for block in self._around)

    def at(self, block: str, start: int, end: int, last_block: str = "") -> Anchor:
        """An anchor for the code points from `start` of this block to `end` of it, or of a later one.

        Raises StaleEdit where a block is not there, ValueError where there are no such code points.
        """
        first, last = self._block(block), self._block(last_block or block)
        if first.id not in self._numbers and first is last:  # what is printed on every page stands for itself
            return Anchors([Block(Kind.PARAGRAPH, first.text, id=first.id)]).at(block, start, end)
        if not (first.id in self._numbers and last.id in self._numbers):
            raise ValueError("running heads do not go on in other blocks")
        if not (0 <= start <= len(first.text) and 0 <= end <= len(last.text)):
            raise ValueError(f"blocks of {len(first.text)} and {len(last.text)} code points lack {start} or {end}")
        return self._between(self._numbers[first.id], start, self._numbers[last.id], end)

    def of(self, selection: Selection) -> Anchor:
        """An anchor for selected words. Raises as `at` does."""
        return self.at(selection.first_block, selection.start, selection.end, selection.last_block)

    def between(self, one: Span, following: Span) -> str:
        """What stands between two spans. Raises ValueError where the second does not follow the first."""
        begin = self._offsets[self._numbers[one.block]] + one.end
        stop = self._offsets[self._numbers[following.block]] + following.start
        if stop < begin:
            raise ValueError("the second span does not follow the first")
        return self._text[begin:stop]

    def _between(self, first: int, start: int, last: int, end: int) -> Anchor:
        """What begins where a block ends begins in the next, and the other way round."""
        while first < last and start == len(self._around[first].text):
            first, start = first + 1, 0
        while first < last and not end:
            last -= 1
            end = len(self._around[last].text)
        begin, stop = self._offsets[first] + start, self._offsets[last] + end
        if begin >= stop:
            raise ValueError(f"there are no code points from {start} of block {first} to {end} of block {last}")
        return Anchor(
            self._around[first].id,
            start,
            end,
            self._text[begin:stop],
            self._text[max(0, begin - _CONTEXT) : begin],
            self._text[stop : stop + _CONTEXT],
            begin,
            self._around[last].id if last > first else "",
        )

    def _block(self, name: str) -> Block:
        if name not in self._blocks:
            raise StaleEdit(
                "This passage is not there any more: the manifesto has been read again in the meantime.",
                "Look at what is there now and do it again if it is still wanted.",
            )
        return self._blocks[name]


def anchor(blocks: Iterable[Block], block: str, start: int, end: int) -> Anchor:
    """An anchor for the code points from `start` to `end` of this block. Raises as `Anchors.at` does."""
    return Anchors(blocks).at(block, start, end)


@dataclass(frozen=True, slots=True)
class _Place:
    """Letters that may be the quote's.

    On `sides` sides of them stands what stood beside the quote, of that `touching` letters directly. `stands`: as made.
    `distance` is to the offset at which the quote was, in code points; `alike` is 1 for the very letters. `running` is
    the text whose letters they are.
    """

    running: Running
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
    def _numbers(self) -> dict[str, int]:
        return {block.id: number for number, block in enumerate(self._blocks)}

    @cached_property
    def _offsets(self) -> dict[str, int]:
        lengths = [len(block.text) + 1 for block in self._blocks]
        return dict(zip((block.id for block in self._blocks), accumulate(lengths, initial=0), strict=False))

    @cached_property
    def _readings(self) -> list[Running]:
        """The running text, and where it refers to notes also as a reading had it that took references for words."""
        plain = Running(self._blocks)
        return [plain, Running(self._blocks, noted=True)] if refer_to_notes(self._blocks) else [plain]

    def find(self, anchor: Anchor) -> tuple[Span, ...]:
        """Where the anchor's words stand now; nothing where that is not certain."""
        as_made = self._as_made(anchor)
        if as_made and self._is_untouched(anchor):
            return as_made
        key = folded(anchor.quote)
        if not key:
            return as_made or self._signs(anchor)
        place = _best(self._same(key, anchor, running) for running in self._readings)
        if place is None and as_made:
            return as_made
        if (place is None or not place.sides) and len(key) >= _SHORTEST:
            # Rather nearly the same in the same place than the very words in another, even under the same id.
            nearly = self._by_ends if len(key) > _WHOLE else self._similar
            near = _best(nearly(key, anchor, running) for running in self._readings)
            place = near if near and (place is None or near.sides) else place
        if place is None:
            return ()
        return as_made if place.stands else place.running.spans(place.start, place.end, anchor.quote)

    def _as_made(self, anchor: Anchor) -> tuple[Span, ...]:
        """The anchor as it was made, where its words stand there; else nothing."""
        if not anchor.last_block:
            stands = self._texts.get(anchor.block, "")[anchor.start : anchor.end] == anchor.quote
            return (Span(anchor.block, anchor.start, anchor.end),) if stands else ()
        first, last = self._numbers.get(anchor.block, -1), self._numbers.get(anchor.last_block, -1)
        if not 0 <= first < last:
            return ()
        begin = self._offsets[anchor.block] + anchor.start
        stop = self._offsets[anchor.last_block] + anchor.end
        if self._text[begin:stop] != anchor.quote:
            return ()
        between = (Span(block.id, 0, len(block.text)) for block in self._blocks[first + 1 : last] if block.text)
        begun = Span(anchor.block, anchor.start, len(self._blocks[first].text))
        return (begun, *between, Span(anchor.last_block, 0, anchor.end))

    def _is_untouched(self, anchor: Anchor) -> bool:
        """Whether surroundings and offset are as they were made, where block and words are.

        Block and words alone say nothing: the ids of equal texts are counted, and another reading may find one more.
        """
        start, end = anchor.offset, anchor.offset + len(anchor.quote)
        return (
            self._offsets.get(anchor.block, -1) == start - anchor.start
            and self._text[max(0, start - _CONTEXT) : start] == anchor.before
            and self._text[end : end + _CONTEXT] == anchor.after
        )

    def _signs(self, anchor: Anchor) -> tuple[Span, ...]:
        """Where a quote without letters (a symbol, say) stands between the letters between which it stood."""
        before, after = folded(anchor.before), folded(anchor.after)
        ranked: list[tuple[int, int, int]] = []
        for place in _occurrences(anchor.quote, self._text):
            left = folded(self._text[max(0, place - _CONTEXT - _MOVED) : place])
            right = folded(self._text[place + len(anchor.quote) :][: _CONTEXT + _MOVED])
            sides = _agree(before, left) + _agree(after, right)
            touching = _same_at_once(reversed(before), reversed(left)) + _same_at_once(after, right)
            ranked.append((sides, touching, place))
        ranked.sort(reverse=True)
        if not ranked or not ranked[0][0] or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
            return ()
        block = self._blocks[bisect_right(list(self._offsets.values()), ranked[0][2]) - 1]
        start = ranked[0][2] - self._offsets[block.id]
        end = start + len(anchor.quote)
        return (Span(block.id, start, end),) if end <= len(block.text) else ()

    def _same(self, key: str, anchor: Anchor, running: Running) -> _Place | None:
        """Where the very letters stand."""
        starts = [at for at in _occurrences(key, running.letters) if running.has_words(at, at + len(key))]
        places = [self._place(start, start + len(key), anchor, running) for start in starts]
        cut = anchor.before[-1:].isalnum() or anchor.after[:1].isalnum()
        whole = [place for place in places if cut or running.is_word(place.start, place.end)]
        if not whole:
            # Words that were cut by a line's end may have been mended; no short one is looked for inside others.
            whole = places if len(key) >= _LONG else []
        best = max(whole, key=lambda place: place.rank, default=None)
        if best is None or best.sides or best.stands:
            return best
        return best if len(whole) == 1 and len(key) >= _LONG else None

    def _place(self, start: int, end: int, anchor: Anchor, running: Running, alike: float = 1.0) -> _Place:
        made = self._offsets.get(anchor.block, -len(self._text)) + anchor.start
        offset = running.offset(start)
        stands = made <= offset < made + len(anchor.quote) and bool(self._as_made(anchor))
        before, after = folded(anchor.before), folded(anchor.after)
        left = running.letters[max(0, start - len(before) - _MOVED) : start]
        right = running.letters[end : end + len(after) + _MOVED]
        sides = _agree(before, left) + _agree(after, right)
        touching = _same_at_once(reversed(before), reversed(left)) + _same_at_once(after, right)
        distance = abs(offset - anchor.offset)
        return _Place(running, start, end, sides, stands, touching, distance, alike)

    def _similar(self, key: str, anchor: Anchor, running: Running) -> _Place | None:
        """Where nearly the same letters stand."""
        slack = len(key) // 8 + _MOVED
        starts = _likely(key, running.letters, slack)
        places = [self._fitted(key, start, slack, anchor, running) for start in starts]
        alike = [place for place in places if place and place.alike >= _ALIKE]
        best = max(alike, key=lambda place: place.rank, default=None)
        if best is None or best.sides:
            return best
        found = running.letters[best.start : best.end]
        certain = len(key) >= _LONG and best.alike >= _NEARLY_THE_SAME and _digits(found) == _digits(key)
        return best if certain and len(alike) == 1 else None

    def _by_ends(self, key: str, anchor: Anchor, running: Running) -> _Place | None:
        """A long quote, from where it begins to where it ends; what lies between may be read quite differently."""
        head = replace(anchor, quote=key[:_END], after=key[_END : _END + _CONTEXT])
        tail = replace(anchor, quote=key[-_END:], before=key[-_END - _CONTEXT : -_END], offset=anchor.offset + len(key))
        first, last = (
            self._same(one.quote, one, running) or self._similar(one.quote, one, running) for one in (head, tail)
        )
        if first is None or last is None or not (first.sides and last.sides):
            return None
        length = last.end - first.start
        if abs(length - len(key)) > _STRETCHED * len(key):
            return None
        return self._place(first.start, last.end, anchor, running, min(first.alike, last.alike))

    def _fitted(self, key: str, start: int, slack: int, anchor: Anchor, running: Running) -> _Place | None:
        """The part of the letters from about `start` that is most like the key."""
        begin = max(0, start - _SEED)
        region = running.letters[begin : start + len(key) + slack + _SEED]
        matcher = SequenceMatcher(None, key, region, autojunk=False)
        matching = matcher.get_matching_blocks()
        sure = [match for match in matching if match.size >= _SEED]
        if not sure:
            return None
        first = next(match for match in matching if _goes_with(match, sure[0]))
        last = next(match for match in reversed(matching) if _goes_with(match, sure[-1]))
        wide = running.nearest_word(begin + first.b - first.a)
        stop = running.nearest_word(begin + last.b + len(key) - last.a)
        if stop <= wide:
            return None
        alike = 2 * sum(match.size for match in matching) / (len(key) + stop - wide)
        return self._place(wide, stop, anchor, running, alike)


def _best(places: Iterable[_Place | None]) -> _Place | None:
    return max((place for place in places if place is not None), key=lambda place: place.rank, default=None)


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
