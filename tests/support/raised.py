"""Texts with references to notes, written as "crime<12> fell": the reference 12 behind "crime"."""

from __future__ import annotations

import re

from reader.model import Block, Kind, Reference
from reader.noted import Noted

_RAISED = re.compile(r"<([\w*]+)>")


def noted(shown: str) -> Noted:
    words, references, last = "", [], 0
    for found in _RAISED.finditer(shown):
        words += shown[last : found.start()]
        references.append(Reference(len(words), found[1]))
        last = found.end()
    return Noted(words + shown[last:], tuple(references))


def raised(text: str, references: tuple[Reference, ...]) -> str:
    """The other way round."""
    for one in reversed(references):
        text = f"{text[: one.offset]}<{one.label}>{text[one.offset :]}"
    return text


def block(shown: str, kind: Kind = Kind.PARAGRAPH) -> Block:
    one = noted(shown)
    return Block(kind, one.words, references=one.references)


def as_words(shown: str, before: str = "", after: str = "") -> str:
    """The text as a reading has it that takes references for words ("crime12 fell")."""
    return _RAISED.sub(lambda found: f"{before}{found[1]}{after}", shown)
