"""A manifesto to be annotated, read anew as the test wants it, and short ways of saying where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.edits import Edit
from reader.identity import with_ids
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import Placed, Selection
from reader.model import Block, Kind, Manifesto

HEAD = "Our coast"
WALL = "The harbour wall will be mended before winter comes. The lamps on it are lit each night. 🏘️ Homes follow."
NETS = "Nets for the whole fishing fleet are paid for by the council, year after year."
BOATS = "Boats are painted in spring."

ReadAgain = Callable[..., None]


def manifesto(*texts: str) -> Manifesto:
    """A heading and these paragraphs, with the number of a page before the last."""
    blocks = [Block(Kind.HEADING, HEAD, level=1), *(Block(Kind.PARAGRAPH, text) for text in texts)]
    blocks.insert(len(blocks) - 1, Block(Kind.FURNITURE, "Page 2"))
    return Manifesto("A plan", "en", tuple(blocks), format="Plain text")


def read_again(library: Library, document: Document, *texts: str) -> None:
    """Store the document as read anew into these paragraphs."""
    found = manifesto(*texts)
    assert library.store_again(document.id, replace(found, blocks=with_ids(document.id, found.blocks)), {}) is not None


def select(library: Library, document: Document, first: str, last: str = "") -> Selection:
    """The words from the first of these texts to the last, each within one block."""
    ends = []
    for text in (first, last or first):
        block = next(block for block in library.blocks(document.id) if text in block.text)
        ends.append((block.id, block.text.index(text)))
    return Selection(*ends[0], ends[1][0], ends[1][1] + len(last or first))


def do(library: Library, edit: Edit) -> str:
    """Apply an edit that has changes; the id in its first."""
    assert edit.changes
    library.apply(edit)
    return edit.changes[0].id


def words(library: Library, one: Placed) -> list[str]:
    """The words at which it stands now, block by block."""
    texts = {block.id: block.text for block in library.blocks(one.annotation.document)}
    return [texts[span.block][span.start : span.end] for span in one.spans]
