"""Flowing text in a QTextDocument: one text block for each shown block, and the map between the two.

What the document holds besides a block's text (bullets, raised references) has positions there, but no place in the
text: all that is selected, copied, found and marked goes through the map, which knows of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from reader.model import Block, Kind
from ui.manifesto.manifesto import Place
from ui.manifesto.references import offset_at, raised_at, raised_in, stretches, units_before
from ui.manifesto.typesetting import Typesetting
from ui.offsets import utf16_offset

_BULLETS = ("•", "–", "·")
# What would end a text block or upset the map, each for one character that does not.
_ONE_FOR_ONE = str.maketrans({"\n": "\u2028", "\r": " ", "\u2029": "\u2028", "\0": " ", "\ufdd0": " ", "\ufdd1": " "})


def marker(block: Block) -> str:
    """What stands before a list item: its number as printed, else a bullet for its depth; "" for other blocks."""
    if block.kind is not Kind.LIST_ITEM:
        return ""
    printed = (block.marker or "").strip()
    if any(unicodedata.category(character)[0] == "N" for character in printed) or (
        len(printed) > 1 and printed[-1] in ".)" and printed[-2].isalpha()
    ):
        return printed
    return _BULLETS[min(block.level or 1, len(_BULLETS)) - 1]


def _before(block: Block) -> str:
    found = marker(block)
    return f"{found}\t" if found else ""


def append(cursor: QTextCursor, blocks: Iterable[Block], setting: Typesetting) -> None:
    """Add the blocks at the end of the document. The cursor must stand at its end."""
    for block in blocks:
        block_format, characters = setting.formats(block)
        if cursor.document().isEmpty():
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(characters)
        else:
            cursor.insertBlock(block_format, characters)
        cursor.insertText(_before(block), characters)
        for words, raised in stretches(block.text, raised_in(block)):
            cursor.insertText(words.translate(_ONE_FOR_ONE), setting.raised(characters) if raised else characters)


class RaisedAt(NamedTuple):
    """The label of a reference in the shown block of this number, and its document positions, the second exclusive."""

    block: int
    label: str
    start: int
    end: int


class FlowMap:
    """Between a point of the manifesto (block and code points) and a position in the document (UTF-16 units)."""

    def __init__(self, document: QTextDocument, shown: tuple[Block, ...]) -> None:
        self._document = document
        self._shown = shown

    def text_block(self, number: int) -> QTextBlock:
        """The text block of a shown block; not valid until it has been added."""
        return self._document.findBlockByNumber(number)

    def within(self, place: Place, *, behind: bool = False) -> int:
        """UTF-16 units from the start of its text block to this point, or `behind` what is raised there."""
        block = self._shown[place.block]
        return _units(_before(block)) + units_before(block.text, raised_in(block), place.offset, behind=behind)

    def position(self, place: Place, *, behind: bool = False) -> int:
        """The document position of this point, or `behind` what is raised there. Its block must have been added."""
        return self.text_block(place.block).position() + self.within(place, behind=behind)

    def over(self, first: Place, last: Place) -> tuple[int, int]:
        """The document positions of the words from one point to another, which may stand before it.

        References at either end stay out, unless there are no words between.
        """
        behind = (first < last, last < first)
        return self.position(first, behind=behind[0]), self.position(last, behind=behind[1])

    def place(self, position: int) -> Place | None:
        """The point at a document position; None where nothing has been added."""
        found = self._document.findBlock(position)
        if not found.isValid() or found.blockNumber() >= len(self._shown):
            return None
        block = self._shown[found.blockNumber()]
        units = position - found.position() - _units(_before(block))
        return Place(found.blockNumber(), offset_at(block.text, raised_in(block), units) if units > 0 else 0)

    def raised_at(self, position: int) -> RaisedAt | None:
        """What is raised at a document position: a reference, or the number of a note; None for words."""
        found = self._document.findBlock(position)
        if not found.isValid() or found.blockNumber() >= len(self._shown):
            return None
        block = self._shown[found.blockNumber()]
        begins = found.position() + _units(_before(block))
        at = raised_at(block.text, raised_in(block), position - begins)
        return RaisedAt(found.blockNumber(), at.label, begins + at.start, begins + at.end) if at is not None else None


def _units(text: str) -> int:
    return utf16_offset(text, len(text))
