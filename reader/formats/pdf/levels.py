"""Ranks headings alike over the whole document: by what outline and contents say, else by how they are set."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.formats.pdf.headings import class_of, title_key
from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.typography import Typography
from reader.model import Kind

_DEEPEST = 4
_NUMBER = re.compile(r"^\d{1,2}((?:\.\d{1,2})*)\.?\s")
# Of two kinds of headings of one size the lower one comes so many times as often, or under the other.
_OFTENER = 2


class Rank(NamedTuple):
    """What headings of one level have in common: size in points, whether bold, colour, parts of numbers."""

    size: float
    bold: bool
    colour: int
    numbers: int


def rank_headings(
    groups: Sequence[Group], named: Mapping[str, int], typography: Typography, *, has_outline: bool
) -> None:
    """Set the level, 1 to 4, of every heading in the document's groups.

    `named` are the `title_key`s of what outline and contents pages name, with the level they have there.
    """
    headings = [group for group in groups if group.kind is Kind.HEADING]
    ranks = {id(group): _rank_of(group) for group in headings}
    under = Counter((ranks[id(above)], ranks[id(below)]) for above, below in pairwise(headings))
    votes = _votes(headings, ranks, named)
    levels = _levels(Counter(ranks[id(group)] for group in headings), under, votes, typography)
    # Only the file's outline may name levels that no heading on paper has.
    steps = sorted({levels[ranks[id(group)]] for group in headings})
    for group in headings:
        level = levels[ranks[id(group)]]
        group.level = level if has_outline else 1 + steps.index(level)


def _rank_of(group: Group) -> Rank:
    style, number = class_of(group), _NUMBER.match(group.text)
    return Rank(style.size, style.weight >= 600, style.colour, 1 + number.group(1).count(".") if number else 0)


def _votes(headings: Sequence[Group], ranks: dict[int, Rank], named: Mapping[str, int]) -> dict[Rank, int]:
    """The level in outline and contents of each rank of which they name at least two headings."""
    votes: defaultdict[Rank, Counter[int]] = defaultdict(Counter)
    for group in headings:
        level = named.get(title_key(group.text))
        if level is not None:
            votes[ranks[id(group)]][level] += 1
    return {rank: counts.most_common(1)[0][0] for rank, counts in votes.items() if sum(counts.values()) >= 2}


def _levels(
    counts: Counter[Rank], under: Counter[tuple[Rank, Rank]], votes: dict[Rank, int], typography: Typography
) -> dict[Rank, int]:
    """A level for each rank: in order among those that recur; one of a few headings joins its neighbour."""
    total = sum(counts.values())
    often = 3 if total > 20 else 2 if total > 6 else 1
    levels: dict[Rank, int] = {}
    level, before = 0, None
    for rank in _ordered(counts, under):
        if rank in votes:
            level, before = max(level, votes[rank]), rank
        elif counts[rank] >= often and (before is None or _is_lower(rank, before, counts, under, typography)):
            level, before = level + 1, rank
        levels[rank] = max(1, min(_DEEPEST, level))
    return levels


def _ordered(counts: Counter[Rank], under: Counter[tuple[Rank, Rank]]) -> list[Rank]:
    """The ranks from the top down: by size and weight, and those of about one size by which stands under which."""
    ranks = sorted(counts, key=lambda rank: (-rank.size, not rank.bold, rank.numbers, counts[rank]))
    for at in range(len(ranks) - 1):
        one, other = ranks[at : at + 2]
        if other.size >= 0.9 * one.size and under[other, one] > 2 * under[one, other] + 1:
            ranks[at : at + 2] = other, one
    return ranks


def _is_lower(
    rank: Rank, before: Rank, counts: Counter[Rank], under: Counter[tuple[Rank, Rank]], typography: Typography
) -> bool:
    """Whether headings of one rank are plainly under those of another: smaller, lighter near the body's size, with
    longer numbers, or of another colour and found under them."""
    if rank.size < 0.9 * before.size or (rank.size < 1.15 * typography.size and rank.bold != before.bold):
        return True
    if rank.numbers != before.numbers and max(rank.numbers, before.numbers) > 1:
        return rank.numbers > before.numbers > 0
    if rank.colour == before.colour:
        return False
    below, above = under[before, rank], under[rank, before]
    return below > above or (below == above and counts[rank] >= _OFTENER * counts[before])
