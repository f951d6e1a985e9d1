"""Turns a document's blocks into the entries of the index: its passages and headings, each with section and lead-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.analysis import Analyser, Positions, analyser
from index.segments import Entry, Posting, prepared
from reader.model import Block, Kind
from reader.sentences import sentences

# Headings of one path do not run into one another: no phrase crosses so many positions.
_GAP = 200


def lead_ins(blocks: Sequence[Block], language: str) -> dict[str, str]:
    """By the id of each list item, the sentence that introduces its list: the last one of the paragraph before it.

    The paragraph stands right before the list and under the same headings; captions and running heads in between do
    not matter. An item without such a paragraph is left out.
    """
    found: dict[str, str] = {}
    before: Block | None = None
    lead = ""
    for block in blocks:
        if block.kind is Kind.LIST_ITEM:
            if before is not None:
                lead = last_sentence(before.text, language) if before.section == block.section else ""
                before = None
            if lead:
                found[block.id] = lead
        elif block.kind not in (Kind.FURNITURE, Kind.CAPTION):
            before = block if block.kind is Kind.PARAGRAPH else None
            lead = ""
    return found


def entries(blocks: Sequence[Block], language: str) -> Iterator[Entry]:
    """An entry for each passage and heading of a document; `language` as `language_code` gives it."""
    words = analyser(language)
    leads = lead_ins(blocks, language)
    paths: dict[tuple[str, ...], list[Posting]] = {}
    introduced: dict[str, list[Posting]] = {"": []}
    for block in blocks:
        if not (block.is_passage or block.kind is Kind.HEADING):
            continue
        stems, exacts, _ = words.positions(block.text)
        if block.section not in paths:
            paths[block.section] = prepared(_path(block.section, words))
        lead = leads.get(block.id, "")
        if lead not in introduced:
            introduced[lead] = prepared(words.positions(lead)[0])
        yield Entry(block.id, block.kind.value, stems, exacts, paths[block.section], introduced[lead])


def last_sentence(text: str, language: str) -> str:
    """The sentence of a paragraph that introduces the list after it."""
    spans = sentences(text, language)
    return text[spans[-1][0] : spans[-1][1]] if spans else text


def _path(section: tuple[str, ...], words: Analyser) -> Positions:
    """The stems of a path of headings, each heading apart from the next."""
    path: Positions = {}
    start = 0
    for heading in section:
        stems, _, end = words.positions(heading, start)
        for stem, places in stems.items():
            path.setdefault(stem, []).extend(places)
        start = end + _GAP
    return path
