"""Where the words of a quotation are printed, as citations name it."""

from __future__ import annotations

from index.citations.places import Place, Quotation, labels_of, pages_of, section_of
from index.quoting.checking import Source
from reader.library.library import Library
from reader.sections import paragraph_number


def place_of(library: Library, source: Source) -> Place:
    """The printed pages of the words, without pages heading and paragraph; nothing where they are gone."""
    stand = [(span, block) for span in source.spans if (block := library.block(source.document, span.block))]
    labels = [label for span, block in stand for label in labels_of(block.pieces, [(span.start, span.end)])]
    if labels or not stand:
        return Place(pages_of(labels))
    every = library.blocks(source.document, first_pieces=True)
    names = [block.id for block in every]
    first, last = (names.index(stand[at][1].id) for at in (0, -1))
    alike = every[first].section == every[last].section
    paragraphs = paragraph_number(every, first), paragraph_number(every, last) if alike else 0
    return Place(section=section_of(every[first].section, *paragraphs))


def cited(library: Library, source: Source) -> Quotation | None:
    """The manifesto's words with their place, to be cited; None where the manifesto is gone."""
    document = library.document(source.document)
    return Quotation(document, place_of(library, source), source.words) if document is not None else None
