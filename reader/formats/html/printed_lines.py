"""Joins the lines of print that converters from PDF write as a paragraph each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reader.formats.decoding import cleaned
from reader.formats.text import blocks_of
from reader.formats.wrapping import ends_sentence
from reader.model import Kind
from reader.parts import Part

# Where so many paragraphs break off in the middle of a sentence that goes on in the next one, they are lines.
_SHARE = 0.25
_FEWEST = 20
_MOST = 0.8


def rejoined(parts: Sequence[Part]) -> list[Part]:
    """The parts themselves, or where their paragraphs are lines of print, what a plain text of these lines holds."""
    paragraphs = [part for part in parts if _may_be_line(part)]
    if len(paragraphs) < _FEWEST or len(paragraphs) < _MOST * len(parts):
        return list(parts)
    broken = sum(_breaks_off(a.text.strip(), b.text.strip()) for a, b in pairwise(paragraphs))
    if broken < _SHARE * len(paragraphs):
        return list(parts)
    below = int(any(part.kind is Kind.HEADING for part in parts))
    found: list[Part] = []
    for are_lines, grouped in groupby(parts, key=_may_be_line):
        stretch = list(grouped)
        found.extend(_read_anew([part.text for part in stretch], below) if are_lines else stretch)
    return found


def _may_be_line(part: Part) -> bool:
    return part.kind is Kind.PARAGRAPH and not part.is_row and part.marker is None


def _read_anew(lines: Sequence[str], below: int) -> Iterator[Part]:
    for block in blocks_of(cleaned("\n".join(lines))):
        level = (block.level or 1) + below if block.kind is Kind.HEADING else block.level
        yield Part(block.kind, block.text, level, block.marker)


def _breaks_off(line: str, following: str) -> bool:
    return not ends_sentence(line) and following[:1].islower()
