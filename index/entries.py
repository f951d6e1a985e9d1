"""Turns a document's blocks into the entries of the index: its passages and headings, each with section and lead-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.analysis import Analyser, Positions, analyser
from index.codec.gathering import Entry
from reader.lead_ins import lead_ins
from reader.library.packing import pack_block, passage_sum
from reader.model import Block, Kind

# Headings of one path do not run into one another: no phrase crosses so many positions.
_GAP = 200


def entries(blocks: Sequence[Block], language: str) -> Iterator[Entry]:
    """An entry for each passage and heading of a document; `language` as `language_code` gives it."""
    words = analyser(language)
    leads = lead_ins(blocks, language)
    paths: dict[tuple[str, ...], tuple[Positions, int]] = {}
    introduced: dict[str, tuple[Positions, int]] = {"": ({}, 0)}
    for block in blocks:
        if not (block.is_passage or block.kind is Kind.HEADING):
            continue
        stems, exacts, end = words.positions(block.text)
        if block.section not in paths:
            paths[block.section] = _path(block.section, words)
        lead = leads.get(block.id, "")
        if lead not in introduced:
            found, _, after = words.positions(lead)
            introduced[lead] = found, after
        summed = passage_sum(pack_block(block), lead)
        yield Entry(block.id, block.kind.value, stems, exacts, end, paths[block.section], introduced[lead], summed)


def _path(section: tuple[str, ...], words: Analyser) -> tuple[Positions, int]:
    """The stems of a path of headings, each heading apart from the next, and the first position after them."""
    path: Positions = {}
    start = 0
    for heading in section:
        stems, _, end = words.positions(heading, start)
        for stem, places in stems.items():
            path.setdefault(stem, []).extend(places)
        start = end + _GAP
    return path, start
