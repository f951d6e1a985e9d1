"""The figures of words worked out once more, another way: plain lists of tokens, tables, and the textbook formulas.

It shares with the program where words begin and end and what the folded form of each is (`index.analysis`), nothing
else: it goes through tokens one by one, counts spans in sets, and does its sums over whole tables.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.analysis import analyser
from reader.library.library import Library
from reader.library.records import Document

Token = tuple[int, tuple[int, int], str]  # position, code points, folded form


@dataclass(frozen=True)
class Apart:
    """The manifestos of one language as lists of passages: for each its block, its text, and its tokens."""

    documents: Sequence[Document]
    passages: Sequence[Sequence[tuple[str, str, Sequence[Token]]]]

    @property
    def sizes(self) -> list[int]:
        return [
            sum(len([chunk for chunk in text.split() if re.search(r"[^\W_]", chunk)]) for _, text, _ in passages)
            for passages in self.passages
        ]

    def table(self) -> list[Counter[str]]:
        """By manifesto, how often each form stands: its distinct spans in each passage."""
        made = []
        for passages in self.passages:
            counted: Counter[str] = Counter()
            for _, _, tokens in passages:
                counted.update(form for form, _ in {(form, span) for _, span, form in tokens})
            made.append(counted)
        return made

    def runs(self, phrase: Sequence[str]) -> list[list[tuple[str, int, int]]]:
        """By manifesto, where these forms follow one another: block, first and last code point."""
        made = []
        for passages in self.passages:
            here = []
            for block, _, tokens in passages:
                forms: dict[int, set[str]] = defaultdict(set)
                spans: dict[int, tuple[int, int]] = {}
                for position, span, form in tokens:
                    forms[position].add(form)
                    spans.setdefault(position, span)
                here += [
                    (block, spans[at][0], spans[at + len(phrase) - 1][1])
                    for at in sorted(forms)
                    if all(word in forms.get(at + step, ()) for step, word in enumerate(phrase))
                ]
            made.append(here)
        return made


def apart(library: Library, documents: Iterable[Document], language: str) -> Apart:
    """Take the manifestos of this language apart."""
    mine = [document for document in documents if document.language[:2] == language]
    passages = []
    for document in mine:
        blocks = [block for block in library.blocks(document.id) if block.is_passage]
        passages.append(
            [
                (
                    block.id,
                    block.text,
                    [(w.position, (w.start, w.end), w.exact) for w in analyser(language).words(block.text)],
                )
                for block in blocks
            ]
        )
    return Apart(mine, passages)


def goodness(observed: Sequence[int], sizes: Sequence[int]) -> float:
    """2 Σ O log(O / E) over the cells."""
    share = sum(observed) / sum(sizes)
    return 2 * math.fsum(o * math.log(o / (share * size)) for o, size in zip(observed, sizes, strict=True) if o)


def four_cells(a: int, b: int, c: int, d: int) -> float:
    """G² of the table ((a, b), (c, d)) by sums of x log x: the form in which entropies are written."""
    rows, columns, whole = (a + b, c + d), (a + c, b + d), a + b + c + d

    def h(values: Iterable[int]) -> float:
        return math.fsum(x * math.log(x) for x in values if x)

    return 2 * (h((a, b, c, d)) - h(rows) - h(columns) + h((whole,)))


def doublings(a: int, size: int, b: int, other: int) -> float:
    """log₂ of the ratio of relative frequencies, half a word for none."""
    return math.log(((a or 0.5) / size) / ((b or 0.5) / other), 2)


def unevenness(observed: Sequence[int], sizes: Sequence[int]) -> float:
    """Gries' DP."""
    parts = [abs(o / sum(observed) - size / sum(sizes)) for o, size in zip(observed, sizes, strict=True)]
    return math.fsum(parts) / 2


def beside(made: Apart, node: str, left: int, right: int) -> tuple[int, int, int, dict[str, tuple[int, int, int]]]:
    """Nodes, places in windows, places in all; by form how often in windows, how often in all, in how many passages.

    Goes from every place outward to see whether a node is near it, where the program goes from nodes to places.
    """
    nodes, near, whole = 0, 0, 0
    inside: Counter[str] = Counter()
    everywhere: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for passages in made.passages:
        for _, _, tokens in passages:
            places = sorted({position for position, _, _ in tokens})
            mine = {position for position, _, form in tokens if form == node}
            nodes += len({span for _, span, form in tokens if form == node})
            whole += len(places) - len(mine)
            window = [
                place
                for place in places
                if place not in mine
                and (
                    any(place + step in mine for step in range(1, left + 1))
                    or any(place - step in mine for step in range(1, right + 1))
                )
            ]
            near += len(window)
            here = {(form, span) for position, span, form in tokens if position in set(window)}
            inside.update(form for form, _ in here)
            held.update({form for form, _ in here})
            everywhere.update(
                form for form, _ in {(form, span) for position, span, form in tokens if position not in mine}
            )
    return nodes, near, whole, {form: (inside[form], everywhere[form], held[form]) for form in inside}
