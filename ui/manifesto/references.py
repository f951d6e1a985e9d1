"""References to notes in flowing text: raised in the document, where they are no part of the block's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model import Block, Kind, Reference
from ui.offsets import code_point_offset, utf16_offset

# Parts the number from its word, for the eye and for what speaks the text; no line is broken there.
_APART = "\u202f"


class Raised(NamedTuple):
    """What is raised in the document before a code point of a block."""

    offset: int
    label: str

    @property
    def words(self) -> str:
        """As it is shown: apart from the word that it stands behind, at the beginning from the one before which."""
        return f"{_APART}{self.label}" if self.offset else f"{self.label}{_APART}"

    @property
    def units(self) -> int:
        """Its length as Qt counts."""
        return utf16_offset(self.words, len(self.words))


def raised_in(block: Block) -> tuple[Raised, ...]:
    """What is raised in a block, in order: its references, and the number of the note that it is itself."""
    own = (Reference(0, block.marker),) if is_note(block) and block.marker else ()
    return tuple(Raised(*one) for one in (*own, *block.references))


def is_note(block: Block) -> bool:
    """Whether the block is a note with the number by which others refer to it."""
    return block.kind is Kind.PARAGRAPH and block.marker is not None


def note_of(shown: Sequence[Block], block: int, label: str) -> str:
    """The words of the note to which a reference in the block of this number leads; "" where none is certain.

    It comes later and says that it is that; else it begins with the number, on a page of the block.
    """
    later = [one for one in shown[block + 1 :] if one.kind is Kind.PARAGRAPH]
    own = next((one.text for one in later if is_note(one) and one.marker == label), "")
    if own:
        return own
    pages = {piece.page for piece in shown[block].pieces if piece.page is not None}
    number = re.compile(rf"\W{{0,2}}{re.escape(label)}[.):\]]?\s+(?=\S)")
    begun = ((one.text, number.match(one.text)) for one in later if one.page in pages)
    return next((text[found.end() :] for text, found in begun if found), "")


def stretches(text: str, raised: Sequence[Raised]) -> Iterator[tuple[str, bool]]:
    """The text with what is raised in it, piece by piece, and whether each piece is raised."""
    begin = 0
    for one in raised:
        if one.offset > begin:
            yield text[begin : one.offset], False
        yield one.words, True
        begin = max(begin, one.offset)
    if text[begin:]:
        yield text[begin:], False


def units_before(text: str, raised: Sequence[Raised], offset: int, *, behind: bool) -> int:
    """The UTF-16 units of text and references before a code point; those right at it too where it is `behind` them."""
    passed = sum(one.units for one in raised if one.offset < offset or (behind and one.offset == offset))
    return utf16_offset(text, offset) + passed


def offset_at(text: str, raised: Sequence[Raised], units: int) -> int:
    """The code point of the text at so many UTF-16 units; within a reference the one at which that stands."""
    for one in raised:
        begins = utf16_offset(text, one.offset)
        if units <= begins:
            break
        units = max(begins, units - one.units)
    return code_point_offset(text, units)


class RaisedSpan(NamedTuple):
    """The label of what is raised, and where it stands in UTF-16 units of text and references, the end exclusive."""

    label: str
    start: int
    end: int


def raised_at(text: str, raised: Sequence[Raised], units: int) -> RaisedSpan | None:
    """What is raised at this unit; None for words of the text."""
    passed = 0
    for one in raised:
        start = utf16_offset(text, one.offset) + passed
        if start <= units < start + one.units:
            return RaisedSpan(one.label, start, start + one.units)
        passed += one.units
    return None
