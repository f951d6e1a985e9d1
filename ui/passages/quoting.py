"""A passage of a list as it is quoted, with where it stands in the library now."""

from __future__ import annotations

from collections.abc import Iterable

from index.citations.places import Place, Quotation, labels_of, pages_of, section_of
from reader.lead_ins import before_words
from reader.library.library import Library
from reader.sections import paragraph_number
from ui.passages.line import Target


def quotation(library: Library, target: Target) -> Quotation | None:
    """The words with their printed pages, without pages with heading and paragraph; None where the passage is gone."""
    document, block = library.document(target.document), library.block(target.document, target.block)
    if document is None or block is None:
        return None
    place = Place(pages_of(labels_of(block.pieces, [(target.start, target.end)])))
    if not place.pages:
        every = library.blocks(target.document, first_pieces=True)
        at = next((at for at, one in enumerate(every) if one.id == target.block), None)
        place = Place(section=section_of(block.section, paragraph_number(every, at) if at is not None else 0))
    words = led_by(library, [target]).get(target.block, "") + block.text[target.start : target.end]
    return Quotation(document, place, words)


def led_by(library: Library, targets: Iterable[Target]) -> dict[str, str]:
    """By block id, what must be said before the words of each of these passages ("We will not: […] ")."""
    blocks: dict[str, set[str]] = {}
    for target in targets:
        blocks.setdefault(target.document, set()).add(target.block)
    found: dict[str, str] = {}
    for name, names in blocks.items():
        document = library.document(name)
        language = document.language if document is not None else ""
        leads = library.lead_ins(name, names)
        found |= {block: led for block, lead_in in leads.items() if (led := before_words(lead_in, language))}
    return found
