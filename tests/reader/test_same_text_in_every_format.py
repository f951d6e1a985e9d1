"""One text, written as Word, OpenDocument, Rich Text, web page, Markdown and e-book, is read into the same blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import blocks_in
from one_text import EXPECTED, FIRST, WRITERS

from reader.model import Block, Piece, Reference
from reader.sections import with_sections

REFERENCES = {FIRST: (Reference(len(FIRST), "1"),)}


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_text_gives_the_same_blocks(tmp_path: Path, suffix: str) -> None:
    expected = with_sections(
        Block(kind, text, level, pieces=(Piece(0, len(text)),), marker=marker, references=REFERENCES.get(text, ()))
        for kind, level, marker, text in EXPECTED
    )
    found = blocks_in(WRITERS[suffix](tmp_path / f"plan.{suffix}"))
    assert [without_id(block) for block in found] == list(expected)


def without_id(block: Block) -> Block:
    return Block(block.kind, block.text, block.level, block.section, block.pieces, block.marker, "", block.references)
