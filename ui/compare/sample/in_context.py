"""The passages of a sample as they are judged: each with its headings and what stands before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.home import Home
from reader.lead_ins import before_words, lead_in_of
from reader.library.library import Library
from reader.library.samples import KeptSample
from reader.model import Block, Kind

# So much stands beside a passage at most (code points); more would be read instead of it.
_BESIDE = 400


@dataclass(frozen=True, slots=True)
class InContext:
    """A passage: `where` names its manifesto and page, `section` its headings; neighbours are "" where none are.

    `text` begins with what introduces its list where that does more than promise. A passage that is not in the text any
    more has no `text`.
    """

    where: str
    section: str
    before: str
    text: str
    after: str


def in_context(home: Home, sample: KeptSample) -> dict[str, InContext]:
    """By item id. Runs on another thread."""
    found = {}
    with Library.open(home) as library:
        for name in dict.fromkeys(item.document for item in sample.items):
            document = library.document(name)
            called, language = (document.name, document.language[:2]) if document else ("", "")
            blocks = library.blocks(name, first_pieces=True)
            numbers = {block.id: number for number, block in enumerate(blocks)}
            for item in sample.items:
                if item.document == name:
                    found[item.id] = _placed(called, blocks, numbers.get(item.block), language)
    return found


def _placed(called: str, blocks: list[Block], number: int | None, language: str) -> InContext:
    if number is None:
        return InContext(called, "", "", "", "")
    block = blocks[number]
    page = block.pieces[0].label or block.pieces[0].page if block.pieces else None
    where = f"{called}, p. {page}" if page else called
    before, after = _neighbour(blocks[:number][::-1]), _neighbour(blocks[number + 1 :])
    return InContext(
        where,
        " › ".join(block.section),
        f"… {before[-_BESIDE:].partition(' ')[2]}" if len(before) > _BESIDE else before,
        before_words(lead_in_of(blocks, number, language), language) + block.text,
        f"{after[:_BESIDE].rpartition(' ')[0]} …" if len(after) > _BESIDE else after,
    )


def _neighbour(blocks: list[Block]) -> str:
    """The nearest passage on this side, "" where a heading comes first (the section path has it) or nothing does."""
    for block in blocks:
        if block.is_passage:
            return block.text
        if block.kind is Kind.HEADING:
            return ""
    return ""
