"""Finds the headings of documents whose writers made them bold or large instead of giving them a heading style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import NamedTuple

from reader.markers import marker_at_start
from reader.model import Kind
from reader.parts import Look, Part, is_footnote
from reader.references import parted

_LONGEST = 90
_MOST_WORDS = 14
_FEWEST_CAPITALS = 4
# How much larger than the body a line has to be to stand out without being bold.
_LARGER = 1.15
# So many in a row are emphasis, a poster or a list of names.
_MOST_IN_A_ROW = 3
_CLOSERS = "\"'”’»)]"
_STOPS = ".,;…"


class _Body(NamedTuple):
    """How most of the text is set."""

    bold: bool
    size: float


class _Rank(NamedTuple):
    """What makes one heading stand over another."""

    size: float
    bold: bool
    capitals: bool

    @property
    def in_capitals_alone(self) -> bool:
        return self.capitals and not self.bold and not self.size


class _Found(NamedTuple):
    """A part, with its rank where it may be a heading."""

    part: Part
    rank: _Rank | None


def with_headings(parts: Sequence[Part]) -> list[Part]:
    """The parts, with lines that stand out as headings where the document has none but perhaps its title.

    A line stands out that is short, ends no sentence, and is bold, larger than the body or all capitals. It may share a
    part with text before and after it, divided by forced line breaks; there it is a heading in any document.
    """
    real = sum(part.kind is Kind.HEADING for part in parts)
    body = _body(parts)
    if real > 1:
        return list(_with_lines_divided(parts, body))
    found = list(_without_rows([one for part in parts if part.text.strip() for one in _divided(part, body)]))
    ranks = sorted({one.rank for one in found if one.rank}, reverse=True)
    levels = {rank: real + at + 1 for at, rank in enumerate(ranks)}
    headed = [Part(Kind.HEADING, one.part.text, levels[one.rank]) if one.rank else one.part for one in found]
    return _under_its_title(headed) if len(ranks) == 1 and not real else headed


def _with_lines_divided(parts: Sequence[Part], body: _Body) -> Iterator[Part]:
    """The parts of a document with headings; a bold line over text in the same part is one level under those."""
    level = 0
    for part in parts:
        if part.kind is Kind.HEADING:
            level = part.level or 1
        found = list(_divided(part, body))
        if not any(one.rank and one.rank.bold for one in found[:-1]):
            yield part
            continue
        for one, following in zip_longest(found, found[1:]):
            heads = one.rank and one.rank.bold and following
            yield Part(Kind.HEADING, one.part.text, level + 1) if heads else one.part


def _body(parts: Sequence[Part]) -> _Body:
    sizes: Counter[float] = Counter()
    bold = 0
    for part in parts:
        for line, look in _lines(part):
            sizes[look.size] += len(line)
            bold += len(line) if look.bold else 0
    size = max(sizes, key=lambda size: sizes[size]) if sizes else 0.0
    return _Body(bold * 2 > sizes.total(), size)


def _lines(part: Part) -> list[tuple[str, Look]]:
    lines = part.text.split("\n")
    looks = part.looks if len(part.looks) == len(lines) else [Look()] * len(lines)
    return list(zip(lines, looks, strict=True))


def _divided(part: Part, body: _Body) -> Iterator[_Found]:
    """The part as the headings in it and the text between them; itself where it holds none."""
    numbered = part.kind is Kind.LIST_ITEM and part.marker is not None
    if (part.kind is not Kind.PARAGRAPH and not numbered) or part.is_row or is_footnote(part):
        yield _Found(part, None)
        return
    lines = _lines(part)
    ranks = [_rank(line, look, body) for line, look in lines]
    if numbered and not all(rank or not line.strip() for rank, (line, _) in zip(ranks, lines, strict=True)):
        ranks = [None] * len(lines)
    after_space = True
    for at, (line, _) in enumerate(lines):
        # Capitals within a paragraph are emphasis.
        if (rank := ranks[at]) and rank.in_capitals_alone and not after_space:
            ranks[at] = None
        after_space = not line.strip() or ranks[at] is not None
    for rank, alike in groupby(zip(ranks, lines, strict=True), key=lambda one: one[0]):
        text = "\n".join(line for _, (line, _) in alike)
        if text.strip():
            yield _Found(replace(part, text=text.replace("\n", " ") if rank else text), rank)


def _rank(line: str, look: Look, body: _Body) -> _Rank | None:
    """The line's rank as a heading, None where it does not look like one."""
    text = parted(line).text.strip()
    typed = marker_at_start(text)
    first = next((char for char in text if char.isalpha()), "")
    if (
        len(text) > _LONGEST
        or len(text.split()) > _MOST_WORDS
        or text.rstrip(_CLOSERS).endswith(tuple(_STOPS))
        or not first
        or first.islower()
        or (typed and not typed.ordered)
    ):
        return None
    bold = look.bold and not body.bold
    larger = look.size >= body.size * _LARGER > 0
    capitals = text.isupper() and sum(char.isalpha() for char in text) >= _FEWEST_CAPITALS
    return _Rank(look.size if larger else 0.0, bold, capitals) if bold or larger or capitals else None


def _without_rows(found: Sequence[_Found]) -> Iterator[_Found]:
    """The same, without rank where many of one rank follow each other, or where nothing follows."""
    last = max((at for at, one in enumerate(found) if not one.rank), default=-1)
    for rank, alike in groupby(enumerate(found), key=lambda one: one[1].rank):
        row = list(alike)
        ranked = rank and len(row) <= _MOST_IN_A_ROW and row[-1][0] < last
        yield from (one if ranked else one._replace(rank=None) for _, one in row)


def _under_its_title(parts: list[Part]) -> list[Part]:
    """Headings that are all alike: the first is the title, one level over the others, where another one follows it."""
    if len(parts) < 2 or parts[0].kind is not Kind.HEADING or parts[1].kind is not Kind.HEADING:
        return parts
    return [parts[0], *(replace(part, level=2) if part.kind is Kind.HEADING else part for part in parts[1:])]
