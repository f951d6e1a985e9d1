"""A quotation and the manifesto's words as one text, in which what differs can be told apart."""

from __future__ import annotations

from dataclasses import dataclass

from index.quoting.checking import Finding, Source
from index.quoting.differences import Kind
from index.quoting.words import left_out
from reader.wording import tr
from ui.passages.line import Spans


@dataclass(frozen=True, slots=True)
class Joint:
    """`mine` are the code points of what only the essay has, `theirs` of what only the manifesto has, ends exclusive.

    `marked` are words that dots or brackets stand for.
    """

    text: str
    mine: Spans
    theirs: Spans
    marked: Spans

    @property
    def said(self) -> str:
        """The text for the ear, with what the lines under and through it say."""
        marks = [
            *((span, tr("your text")) for span in self.mine),
            *((span, tr("the manifesto")) for span in self.theirs),
        ]
        said, at = "", 0
        for (start, end), whose in sorted(marks):
            said += f"{self.text[at:start]}[{whose}: {self.text[start:end]}]"
            at = end
        return said + self.text[at:]


def joint(finding: Finding, source: Source) -> Joint:
    """The manifesto's words, and where they are altered those of the essay before them."""
    text, at = "", 0
    spans: dict[Kind, list[tuple[int, int]]] = {kind: [] for kind in Kind}
    mine: list[tuple[int, int]] = []
    for part in source.parts:
        start, end = part.source
        text += source.words[at:start]
        quoted = finding.quotation.words[slice(*part.quoted)]
        if part.kind is Kind.CHANGED and quoted:
            text = _spaced(text)
            mine.append((len(text), len(text) + len(quoted)))
            text += quoted
        words = source.words[start:end]
        if part.kind is Kind.LEFT_OUT:
            words = left_out(words)
        if part.kind is Kind.CHANGED and quoted and words:
            text = _spaced(text)
        if words and part.kind is not Kind.SAME:
            first = len(text) + len(words) - len(words.lstrip())
            spans[part.kind].append((first, len(text) + len(words.rstrip())))
        text += words
        at = max(at, end)
        if part.kind is Kind.CHANGED and not words and source.words[at : at + 1].isalnum():
            text += " "
    text += source.words[at:]
    return Joint(text, tuple(mine), tuple(spans[Kind.CHANGED]), (*spans[Kind.LEFT_OUT], *spans[Kind.PUT_IN]))


def _spaced(text: str) -> str:
    return text if not text or text[-1].isspace() or text[-1] in "(“‘" else f"{text} "
