"""What a selection grows by: letters, words, sentences and paragraphs of the shown blocks, in code points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtGui import QTextLayout

from reader.model import Block
from reader.sentences import sentences
from ui.manifesto.manifesto import Place
from ui.offsets import code_point_offset, utf16_offset

_RUN = re.compile(r"\S+")
# Signs that belong to the word beside which they stand, though Unicode takes them for punctuation.
_OF_WORDS = frozenset("%‰#@&§")
# A dash without spaces round it, or dots, part two words.
_PARTS = re.compile(r"[^—…]+")


class Grain(Enum):
    """One step of a selection. A letter is what people see as one, however many code points it has.

    A run is what stands between two spaces, a word the same without the punctuation round it.
    """

    LETTER = auto()
    RUN = auto()
    WORD = auto()
    SENTENCE = auto()
    PARAGRAPH = auto()


class Grains:
    """The grains of the shown blocks of one manifesto; `language` is that of its sentences."""

    def __init__(self, shown: Sequence[Block], language: str = "en") -> None:
        self._shown = shown
        self._language = language
        self._kept: dict[tuple[int, Grain], list[tuple[int, int]]] = {}  # of the blocks looked at last
        self._letters: tuple[int, QTextLayout] | None = None

    def around(self, place: Place, grain: Grain) -> tuple[Place, Place]:
        """The grain at this point: that of the letter after it, else the one that ends there, else the next."""
        if not self._shown:
            return place, place
        spans = self._spans(place.block, grain)
        at = place.offset
        holding = next((span for span in spans if span[0] <= at < span[1]), None)
        ending = next((span for span in spans if span[1] == at), None)
        following = next((span for span in spans if span[0] > at), spans[-1] if spans else (at, at))
        start, end = holding or ending or following
        return Place(place.block, start), Place(place.block, end)

    def moved(self, place: Place, grain: Grain, *, on: bool) -> Place:
        """The next end of a grain after this point, or the next beginning before it, also in another block."""
        if not self._shown:
            return place
        beside = self._after(place, grain) if on else self._before(place, grain)
        if beside is not None:
            return beside
        block = place.block + (1 if on else -1)
        if not 0 <= block < len(self._shown):
            return place
        if grain is Grain.LETTER:
            return Place(block, 0 if on else len(self._shown[block].text))
        edge = Place(block, 0 if on else len(self._shown[block].text))
        found = self._after(edge, grain) if on else self._before(edge, grain)
        return found or self.moved(edge, grain, on=on)

    def _after(self, place: Place, grain: Grain) -> Place | None:
        if grain is Grain.LETTER:
            return self._letter(place, on=True)
        end = next((end for _, end in self._spans(place.block, grain) if end > place.offset), None)
        return None if end is None else Place(place.block, end)

    def _before(self, place: Place, grain: Grain) -> Place | None:
        if grain is Grain.LETTER:
            return self._letter(place, on=False)
        starts = [start for start, _ in self._spans(place.block, grain) if start < place.offset]
        return Place(place.block, starts[-1]) if starts else None

    def _letter(self, place: Place, *, on: bool) -> Place | None:
        """Qt's own text layout knows what is one letter: a base with its marks, a flag, a family of emoji."""
        text = self._shown[place.block].text
        if place.offset >= len(text) if on else place.offset <= 0:
            return None
        layout = self._layout(place.block)
        units = utf16_offset(text, place.offset)
        beside = layout.nextCursorPosition(units) if on else layout.previousCursorPosition(units)
        return Place(place.block, code_point_offset(text, beside))

    def _layout(self, block: int) -> QTextLayout:
        if self._letters is None or self._letters[0] != block:
            self._letters = block, QTextLayout(self._shown[block].text)
        return self._letters[1]

    def _spans(self, block: int, grain: Grain) -> list[tuple[int, int]]:
        key = block, grain
        if key not in self._kept:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            self._kept[key] = self._made(block, grain)
        return self._kept[key]

    def _made(self, block: int, grain: Grain) -> list[tuple[int, int]]:
        text = self._shown[block].text
        match grain:
            case Grain.LETTER:
                return self._letters_of(block)
            case Grain.RUN:
                return [match.span() for match in _RUN.finditer(text)]
            case Grain.WORD:
                return [span for match in _RUN.finditer(text) for span in _words(text, *match.span())]
            case Grain.SENTENCE:
                return sentences(text, self._language)
        stripped = text.strip()
        start = text.index(stripped)
        return [(start, start + len(stripped))] if stripped else []

    def _letters_of(self, block: int) -> list[tuple[int, int]]:
        found, at = [], Place(block)
        while (following := self._letter(at, on=True)) is not None:
            found.append((at.offset, following.offset))
            at = following
        return found


_KEPT = 40


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a run: without the punctuation at their ends; the run itself where it is nothing else."""
    found = []
    for part in _PARTS.finditer(text, start, end):
        first, last = part.span()
        while first < last and _is_around(text[first]):
            first += 1
        while last > first and _is_around(text[last - 1]):
            last -= 1
        if first < last:
            found.append((first, last))
    return found or [(start, end)]


def _is_around(character: str) -> bool:
    return unicodedata.category(character)[0] == "P" and character not in _OF_WORDS
