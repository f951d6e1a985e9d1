"""A passage of a list quoted with its citation, as the library has it now."""

from __future__ import annotations

from collections.abc import Iterable

from reader.lead_ins import before_words
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
    words = led_by(library, [target]).get(target.block, "") + block.text[target.start : target.end]
    return quoted(words, citation(document, place))


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
