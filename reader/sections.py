"""Gives each block the path of headings above it."""

from __future__ import annotations

from collections.abc import Iterable
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
