"""A stretch of a manifesto's text, block by block: its words as people paste them, and how it is cited."""

from __future__ import annotations

from collections.abc import Sequence

from index.citations.places import Place as Cited
from index.citations.places import Quotation, labels_of, pages_of, section_of
from reader.lead_ins import before_words, lead_in_of
from reader.model import Block
from reader.sections import paragraph_number
from ui.manifesto.finding import Found
from ui.manifesto.flow import marker
from ui.manifesto.manifesto import OpenManifesto, Place

_MOST_SAID = 4


def between(shown: Sequence[Block], start: Place, end: Place) -> tuple[Found, ...]:
    """The parts of the blocks between two points of the text, the second exclusive, in reading order."""
    parts = []
    for number in range(start.block, min(end.block + 1, len(shown))):
        begins = start.offset if number == start.block else 0
        ends = end.offset if number == end.block else len(shown[number].text)
        if begins < ends:
            parts.append(Found(number, begins, ends))
    return tuple(parts)


def words_of(manifesto: OpenManifesto, parts: Sequence[Found]) -> str:
    """The words, one line for each block; in a list of several, items keep their bullets."""
    lines = []
    for part in parts:
        block = manifesto.shown[part.block]
        bullet = marker(block) if len(parts) > 1 and part.start == 0 else ""
        words = block.text[part.start : part.end].strip()
        lines.append(f"{bullet} {words}" if bullet else words)
    return "\n".join(lines)


def said_of(manifesto: OpenManifesto, parts: Sequence[Found]) -> str:
    """What a screen reader is told of a selection: its words, or how many passages where they are many."""
    if len(parts) > _MOST_SAID:
        return f"{len(parts)} paragraphs"
    return words_of(manifesto, parts)


def place_of(manifesto: OpenManifesto, parts: Sequence[Found]) -> Cited:
    """The printed pages on which it stands; without pages the heading above it and its number stand in."""
    labels = [
        label for part in parts for label in labels_of(manifesto.shown[part.block].pieces, [(part.start, part.end)])
    ]
    return Cited(pages_of(labels), "" if labels else _paragraphs_of(manifesto.shown, parts))


def _paragraphs_of(shown: Sequence[Block], parts: Sequence[Found]) -> str:
    if not parts:
        return ""
    first, last = (paragraph_number(shown, part.block) for part in (parts[0], parts[-1]))
    section = shown[parts[0].block].section
    return section_of(section, first, last if shown[parts[-1].block].section == section else 0)


def quotation_of(manifesto: OpenManifesto, parts: Sequence[Found]) -> Quotation:
    """The words and where they stand, after a lead-in of the first that does more than promise."""
    language = manifesto.document.language[:2]
    lead_in = lead_in_of(manifesto.shown, parts[0].block, language) if parts else ""
    words = before_words(lead_in, language) + words_of(manifesto, parts)
    return Quotation(manifesto.document, place_of(manifesto, parts), words)
