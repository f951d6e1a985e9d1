"""The quotations of an essay: what stands in marks, and paragraphs that are set as block quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.quoting.essay import Essay
from index.quoting.marks import Marked, Span, marked

# The source under a block quotation: (Harbour Party 2017, p. 4), or a line that begins with a dash.
_SOURCE = re.compile(r"\s*[(\[][^()\[\]\n]{0,120}(?:\bpp?\.|\b(?:18|19|20)\d\d\b)[^()\[\]\n]{0,120}[)\]]\s*\.?\s*$")
_SIGNED = re.compile(r"\s*(?:[-–—―~]{1,2})\s*(?=\w)")
_SIGNED_WORDS = 14
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an essay quotes.

    `start` and `end` are its code points in the essay, marks and all; `spans` those of the words, one for each
    paragraph. `words` are these, a line for each. `block`: set as a block quotation. `inside` is the number of
    quotations around it.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    words: str
    block: bool = False
    inside: int = 0


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of an essay in the order of their beginnings, and where marks stand that nothing closes."""

    quotations: tuple[Quotation, ...]
    unclosed: tuple[int, ...]


def quotations(essay: Essay) -> Quoted:
    """Find the quotations of an essay; marks without a word between them are none."""
    marks = marked(essay.text)
    blocks = list(_blocks(essay))
    found = [
        Quotation(one.start, one.end, one.spans, _words(essay, one.spans), inside=_inside(one, blocks))
        for one in marks.quotations
        # Where all of a block quotation stands in marks as well, it is one quotation.
        if not any(_holds(essay, one.spans, block) for block in blocks)
    ]
    every = sorted([*blocks, *found], key=lambda one: (one.start, -one.end))
    return Quoted(tuple(one for one in every if _WORD.search(one.words)), marks.unclosed)


def _inside(one: Marked, blocks: Sequence[Quotation]) -> int:
    return one.inside + any(block.start <= one.start and one.end <= block.end for block in blocks)


def _holds(essay: Essay, spans: Sequence[Span], block: Quotation) -> bool:
    """Whether the words between marks are all that the block quotation has."""
    start, end = block.spans[0]
    around = essay.text[start : max(start, spans[0][0])] + essay.text[spans[-1][1] : end]
    return spans[0][0] <= end and start <= spans[-1][1] and not _WORD.search(around)


def _words(essay: Essay, spans: tuple[Span, ...]) -> str:
    return "\n".join(essay.text[slice(*span)] for span in spans)


def _blocks(essay: Essay) -> Iterator[Quotation]:
    for start, end in essay.blocks:
        text = essay.text[start:end]
        signed = _SIGNED.match(text)
        if signed and len(text.split()) <= _SIGNED_WORDS:
            continue
        source = _SOURCE.search(text)
        words = text[: source.start()] if source else text
        begin = start + len(words) - len(words.lstrip())
        stop = start + len(words.rstrip())
        if begin < stop:
            yield Quotation(start, end, ((begin, stop),), essay.text[begin:stop], block=True)
