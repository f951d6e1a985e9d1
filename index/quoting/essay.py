"""A text in which manifestos are quoted: pasted, or read from a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.quoting.marks import Span
from reader.formats.decoding import cleaned
from reader.model import Kind, Manifesto

# Markdown and mail begin the lines of a block quotation so.
_QUOTED = re.compile(r"[^\S\n]{0,3}>[^\S\n]?(?:>[^\S\n]?)*")
_APART = "\n\n"


@dataclass(frozen=True, slots=True)
class Essay:
    """`text`, with the paragraphs in it that are set as block quotations: code points, ends exclusive, in order.

    `title` is what a report calls it, "" for a text without one.
    """

    text: str
    blocks: tuple[Span, ...] = ()
    title: str = ""


def essay_of_text(text: str, title: str = "") -> Essay:
    """A pasted text; lines that begin with ">" are block quotations, and lose that sign."""
    lines = [_line(line) for line in cleaned(text).split("\n")]
    made, blocks, at = [], list[Span](), 0
    for line, quoted in lines:
        if quoted and line.strip():
            goes_on = bool(blocks) and blocks[-1][1] == at - 1
            start = blocks.pop()[0] if goes_on else at
            blocks.append((start, at + len(line)))
        made.append(line)
        at += len(line) + 1
    return Essay("\n".join(made), tuple(blocks), title)


def essay_of(read: Manifesto) -> Essay:
    """A file as it was read; without running heads and lists of contents."""
    kept = [block for block in read.blocks if block.kind not in (Kind.FURNITURE, Kind.CONTENTS)]
    return Essay(
        _APART.join(block.text for block in kept),
        tuple(_places((block.text, block.kind is Kind.QUOTE) for block in kept)),
        read.title,
    )


def _line(line: str) -> tuple[str, bool]:
    found = _QUOTED.match(line)
    return (line[found.end() :], True) if found else (line, False)


def _places(texts: Iterable[tuple[str, bool]]) -> Iterable[Span]:
    at = 0
    for text, quoted in texts:
        if quoted:
            yield at, at + len(text)
        at += len(text) + len(_APART)
