"""The running text of a document, folded to its letters and digits, with the way back to blocks and code points.

Folded, two readings of the same page are the same although lines, hyphens, ligatures, accents or quotes were read
differently.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable

from reader.library.verdicts import Span
from reader.model import Block, Kind, Reference


class _Letters(dict[int, str]):
    """What each character is folded to, worked out when first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        self[code] = "".join(letter for letter in plain if letter.isalnum())
        return self[code]


_LETTERS = _Letters()


def folded(text: str) -> str:
    """The letters and digits of a text, NFKD and case folded, without accents."""
    return text.translate(_LETTERS)


def running(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that are read one after the other: all but running heads and page numbers."""
    return [block for block in blocks if block.kind is not Kind.FURNITURE]


def refer_to_notes(blocks: Iterable[Block]) -> bool:
    """Whether references stand beside any of these texts."""
    return any(block.references for block in blocks)


class Running:
    """The running text of a document: `letters` are those of all its blocks, one after the other.

    `noted` with those of its references where they are printed: so does a reading have them that takes them for
    words ("crime12"). They have a place, before the code point at their offset, but no code points.
    """

    def __init__(self, blocks: Iterable[Block], *, noted: bool = False) -> None:
        self.blocks = running(blocks)
        self._places = array("L")
        self._raised: set[int] = set()  # the letters of references
        self._starts: list[int] = []
        self._offsets: list[int] = []
        self._parts: list[str] = []
        offset = 0
        for block in self.blocks:
            self._starts.append(len(self._places))
            self._offsets.append(offset)
            begin = 0
            for reference in block.references if noted else ():
                self._add(block.text[begin : reference.offset], begin)
                self._add_raised(reference)
                begin = reference.offset
            self._add(block.text[begin:], begin)
            offset += len(block.text) + 1
        self.letters = "".join(self._parts)
        self._parts = []

    def _add(self, text: str, begin: int) -> None:
        for place, character in enumerate(text, begin):
            if letters := _LETTERS[ord(character)]:
                self._parts.append(letters)
                self._places.extend([place] * len(letters))

    def _add_raised(self, reference: Reference) -> None:
        letters = folded(reference.label)
        self._raised.update(range(len(self._places), len(self._places) + len(letters)))
        self._parts.append(letters)
        self._places.extend([reference.offset] * len(letters))

    def place(self, letter: int) -> tuple[int, int]:
        """The number of the block, and the code point in it, where this letter stands."""
        block = bisect_right(self._starts, letter) - 1
        return block, self._places[letter]

    def offset(self, letter: int) -> int:
        """The code points before this letter when the blocks are joined by newlines."""
        block, place = self.place(letter)
        return self._offsets[block] + place

    def is_word(self, start: int, end: int) -> bool:
        """Whether these letters begin and end where words do."""
        return self.begins_word(start) and (end == len(self.letters) or self.begins_word(end))

    def begins_word(self, letter: int) -> bool:
        """Whether a word begins with this letter."""
        block, place = self.place(letter)
        return not place or not self.blocks[block].text[place - 1].isalnum()

    def has_words(self, start: int, end: int) -> bool:
        """Whether any of these letters is one of the text, not of a reference."""
        return any(letter not in self._raised for letter in range(start, end))

    def nearest_word(self, letter: int) -> int:
        """Where the word begins that begins nearest to this letter, which may lie outside; or the end of all."""
        every = len(self.letters)
        near = min(max(letter, 0), every)
        return next(
            place
            for away in range(every + 1)
            for place in (near - away, near + away)
            if place in (0, every) or (0 < place < every and self.begins_word(place))
        )

    def spans(self, start: int, end: int, quote: str) -> tuple[Span, ...]:
        """The letters as spans of blocks, with what surrounds the letters of `quote` where it stands there too."""
        first, begin = self.place(start)
        last, place = self.place(end - 1)
        text = self.blocks[first].text
        for character in reversed(quote[: _first_letter(quote)]):
            if begin and text[begin - 1] == character:
                begin -= 1
        stop = _past_marks(self.blocks[last].text, place if end - 1 in self._raised else place + 1)
        for character in quote[len(quote) - _first_letter(quote[::-1]) :]:
            if self.blocks[last].text[stop : stop + 1] == character:
                stop += 1
        edges = (
            (block, begin if number == first else 0, stop if number == last else len(block.text))
            for number, block in enumerate(self.blocks[first : last + 1], first)
        )
        return tuple(Span(block.id, here, there) for block, here, there in edges if here < there)


def _first_letter(text: str) -> int:
    """How many characters of the text come before its first letter or digit."""
    return next((place for place, character in enumerate(text) if _LETTERS[ord(character)]), len(text))


def _past_marks(text: str, place: int) -> int:
    while place < len(text) and unicodedata.category(text[place])[0] == "M":
        place += 1
    return place
