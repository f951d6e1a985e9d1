"""Texts with references to notes, written as "crime<12> fell": the reference 12 behind "crime"."""

from __future__ import annotations

import re

from reader.model import Block, Kind, Reference

_REFERENCE = re.compile(r"<([\w*]+)>")


def block(shown: str, kind: Kind = Kind.PARAGRAPH) -> Block:
    """The text as a block with its references beside it."""
    words, references, last = "", [], 0
    for found in _REFERENCE.finditer(shown):
        words += shown[last : found.start()]
        references.append(Reference(len(words), found[1]))
        last = found.end()
    return Block(kind, words + shown[last:], references=tuple(references))


def as_words(shown: str, before: str = "", after: str = "") -> str:
    """The text as a reading has it that takes references for words ("crime12 fell")."""
    return _REFERENCE.sub(lambda found: f"{before}{found[1]}{after}", shown)
