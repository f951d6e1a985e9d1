"""Ranks headings alike over the whole document: by the file's outline where it has one, else by size and weight."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.style import Style
from reader.formats.pdf.typography import Typography
from reader.identity import normalised
from reader.model import Kind, OutlineEntry

Key = tuple[float, bool]

_DEEPEST = 4


def rank_headings(groups: Sequence[Group], outline: Sequence[OutlineEntry], typography: Typography) -> None:
    """Set the level, 1 to 4, of every heading in the document's groups."""
    headings = [group for group in groups if group.kind is Kind.HEADING]
    levels = _levels(headings, _outline_votes(headings, outline), typography)
    for group in headings:
        group.level = levels[_key(group.style)]


def _key(style: Style) -> Key:
    return round(style.size * 2) / 2, style.bold


def _outline_votes(headings: Sequence[Group], outline: Sequence[OutlineEntry]) -> dict[Key, int]:
    """The outline's level for each style of heading of which it names at least two."""
    named: dict[str, int] = {}
    for entry in outline:
        named.setdefault(normalised(entry.title), entry.level)
    votes: defaultdict[Key, Counter[int]] = defaultdict(Counter)
    for group in headings:
        level = named.get(normalised(group.text))
        if level is not None:
            votes[_key(group.style)][level] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in votes.items() if sum(counts.values()) >= 2}


def _levels(headings: Sequence[Group], votes: dict[Key, int], typography: Typography) -> dict[Key, int]:
    """A level for each style: ranked among the styles that recur; a style of a few headings joins its neighbour."""
    counts = Counter(_key(group.style) for group in headings)
    often = 3 if len(headings) > 20 else 2 if len(headings) > 6 else 1
    levels: dict[Key, int] = {}
    level, ranked = 0, None
    for key in sorted(counts, key=lambda key: (-key[0], not key[1])):
        if key in votes:
            level, ranked = max(level, votes[key]), key
        elif counts[key] >= often and (ranked is None or _is_lower(key, ranked, typography)):
            level, ranked = level + 1, key
        levels[key] = max(1, min(_DEEPEST, level))
    return levels


def _is_lower(key: Key, before: Key, typography: Typography) -> bool:
    """Whether one kind of heading is plainly set lower than another: smaller, or lighter near the body's size."""
    return key[0] < 0.9 * before[0] or (key[0] < 1.15 * typography.size and key[1] != before[1])
