"""A passage of a list quoted with its citation, as the library has it now."""

from __future__ import annotations

from reader.library.library import Library
from reader.sections import paragraph_number
from ui.citing import citation, labels_of, pages_named, quoted, section_named
from ui.passages.line import Target


def quotation(library: Library, target: Target) -> str:
    """“…” (Labour, For the Many, 2017, p. 47); "" where the passage is gone. Without pages, heading and paragraph."""
    document, block = library.document(target.document), library.block(target.document, target.block)
    if document is None or block is None:
        return ""
    place = pages_named(labels_of(block.pieces, [(target.start, target.end)]))
    if not place:
        every = library.blocks(target.document, first_pieces=True)
        at = next((at for at, one in enumerate(every) if one.id == target.block), None)
        place = section_named(block.section, paragraph_number(every, at) if at is not None else 0)
    return quoted(block.text[target.start : target.end], citation(document, place))
