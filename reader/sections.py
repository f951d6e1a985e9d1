"""Gives each block the path of headings above it, and its number among those under the same heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model import Block, Kind


def with_sections(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with `section` set from the headings' levels, outermost first."""
    path: list[tuple[int, str]] = []
    placed = []
    for block in blocks:
        if block.kind is Kind.HEADING:
            level = block.level or 1
            path = [one for one in path if one[0] < level]
            placed.append(replace(block, section=tuple(text for _, text in path)))
            path.append((level, block.text))
        else:
            placed.append(replace(block, section=tuple(text for _, text in path)))
    return tuple(placed)


def paragraph_number(blocks: Sequence[Block], at: int) -> int:
    """Which passage under the heading above it the block at this place is, from 1; 0 for what is no passage."""
    if not blocks[at].is_passage:
        return 0
    number = 1
    for block in reversed(blocks[:at]):
        if block.kind is Kind.HEADING:
            break
        number += block.is_passage
    return number
