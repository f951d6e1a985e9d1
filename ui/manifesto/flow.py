"""Flowing text in a QTextDocument: one text block for each shown block, and the map between the two."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from reader.model import Block, Kind
from ui.manifesto.manifesto import Place
from ui.manifesto.typesetting import Typesetting
from ui.offsets import code_point_offset, utf16_offset

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
        cursor.insertText(_before(block) + block.text.translate(_ONE_FOR_ONE), characters)


class FlowMap:
    """Between a point of the manifesto (block and code points) and a position in the document (UTF-16 units)."""

    def __init__(self, document: QTextDocument, shown: tuple[Block, ...]) -> None:
        self._document = document
        self._shown = shown

    def text_block(self, number: int) -> QTextBlock:
        """The text block of a shown block; not valid until it has been added."""
        return self._document.findBlockByNumber(number)

    def within(self, place: Place) -> int:
        """UTF-16 units from the start of its text block to this point."""
        block = self._shown[place.block]
        return utf16_offset(_before(block), len(_before(block))) + utf16_offset(block.text, place.offset)

    def position(self, place: Place) -> int:
        """The document position of this point; its text block must have been added."""
        return self.text_block(place.block).position() + self.within(place)

    def place(self, position: int) -> Place | None:
        """The point at a document position; None where nothing has been added."""
        found = self._document.findBlock(position)
        if not found.isValid() or found.blockNumber() >= len(self._shown):
            return None
        block = self._shown[found.blockNumber()]
        units = position - found.position() - utf16_offset(_before(block), len(_before(block)))
        return Place(found.blockNumber(), code_point_offset(block.text, units) if units > 0 else 0)
