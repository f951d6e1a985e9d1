"""A stretch of text that is being selected: where it was begun and where it ends now, and how it grows and shrinks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.verdicts import Selection
from reader.model import Block
from ui.manifesto.finding import Found
from ui.manifesto.grains import Grain, Grains
from ui.manifesto.manifesto import OpenManifesto, Place

_GROWING = (Grain.WORD, Grain.SENTENCE, Grain.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a point of the text to the cursor, which may stand before it."""

    begun: Place
    cursor: Place

    @property
    def first(self) -> Place:
        return min(self.begun, self.cursor)

    @property
    def last(self) -> Place:
        """Where it ends, exclusive."""
        return max(self.begun, self.cursor)

    @property
    def is_empty(self) -> bool:
        return self.begun == self.cursor


class Growing:
    """Lets a stretch grow to the word, the sentence and the paragraph round it, and shrink by the same way."""

    def __init__(self, grains: Grains) -> None:
        self._grains = grains
        self._way: list[Stretch] = []

    def grown(self, stretch: Stretch) -> Stretch:
        """The smallest grain that holds all of the stretch and more; itself where it is a paragraph or several."""
        for grain in _GROWING:
            first, last = self._round(stretch, grain)
            if (first, last) != (stretch.first, stretch.last) and first <= stretch.first and last >= stretch.last:
                if not self._way or self._way[-1] != stretch:
                    self._way = [stretch]
                self._way.append(Stretch(first, last))
                return self._way[-1]
        return stretch

    def shrunk(self, stretch: Stretch) -> Stretch:
        """What it was before it grew, where nothing else has changed it since."""
        if len(self._way) < 2 or self._way[-1] != stretch:
            return stretch
        self._way.pop()
        return self._way[-1]

    def _round(self, stretch: Stretch, grain: Grain) -> tuple[Place, Place]:
        first = self._grains.around(stretch.first, grain)[0]
        if stretch.is_empty:
            return first, self._grains.around(stretch.first, grain)[1]
        before_end = self._grains.moved(stretch.last, Grain.LETTER, on=False)
        return first, self._grains.around(before_end, grain)[1]


def dragged(grains: Grains, grain: Grain, held: tuple[Place, Place], place: Place) -> Stretch:
    """What is selected when the mouse was pressed on the grain `held` and has come to this point: whole grains."""
    first, last = grains.around(place, grain)
    return Stretch(held[1], first) if first < held[0] else Stretch(held[0], max(last, held[1]))


def selection_of(manifesto: OpenManifesto, parts: Sequence[Found]) -> Selection | None:
    """These parts as what is coded, without the white space at their ends; None where there are no words."""
    first, last = _edge(manifesto.shown, parts), _edge(manifesto.shown, parts, last=True)
    if first is None or last is None:
        return None
    shown = manifesto.shown
    return Selection(shown[first.block].id, first.offset, shown[last.block].id, last.offset)


def parts_of(manifesto: OpenManifesto, selection: Selection) -> tuple[Found, ...]:
    """The parts of the shown blocks that a selection holds."""
    first, last = manifesto.numbers.get(selection.first_block), manifesto.numbers.get(selection.last_block)
    if first is None or last is None:
        return ()
    found = []
    for number in range(first, last + 1):
        start = selection.start if number == first else 0
        end = selection.end if number == last else len(manifesto.shown[number].text)
        if start < end:
            found.append(Found(number, start, end))
    return tuple(found)


def _edge(shown: Sequence[Block], parts: Sequence[Found], *, last: bool = False) -> Place | None:
    for part in reversed(parts) if last else parts:
        words = shown[part.block].text[part.start : part.end]
        if words.strip():
            bare = len(words.rstrip()) if last else len(words) - len(words.lstrip())
            return Place(part.block, part.start + bare)
    return None
