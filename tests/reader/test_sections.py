"""Blocks know the headings above them, and are counted under these."""

from __future__ import annotations

from reader.model import Block, Kind
from reader.sections import paragraph_number, with_sections

BLOCKS = with_sections(
    [
        Block(Kind.PARAGRAPH, "Before all headings"),
        Block(Kind.HEADING, "The town", 1),
        Block(Kind.PARAGRAPH, "one"),
        Block(Kind.FURNITURE, "A plan, page 2"),
        Block(Kind.LIST_ITEM, "two", 1),
        Block(Kind.HEADING, "The quay", 2),
        Block(Kind.QUOTE, "three"),
        Block(Kind.HEADING, "The sea", 1),
    ]
)


def test_the_section_is_the_path_of_headings_above() -> None:
    assert [block.section for block in BLOCKS[4:]] == [("The town",), ("The town",), ("The town", "The quay"), ()]


def test_passages_are_counted_from_the_heading_above_them() -> None:
    assert [paragraph_number(BLOCKS, at) for at in range(len(BLOCKS))] == [1, 0, 1, 0, 2, 0, 1, 0]
