"""Finds the running heads, feet and page numbers that converters leave between the lines of a plain text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.formats.contents_list import Contents

_NUMBER = re.compile(r"\d+")
_LONGEST = 70  # code points
_ENOUGH = 4
_ENOUGH_SPREADS = 6


def furniture_of(lines: Sequence[str], contents: Contents) -> set[int]:
    """The indices of the lines that are no text: the same words again and again with another number each time, rising
    numbers alone, and what always stands next to these."""
    shapes: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        text = " ".join(line.split())
        runs_on = text[:1].islower() and text.count(" ") > 3
        if text and len(text) <= _LONGEST and not runs_on and at not in contents.lines:
            shapes[_NUMBER.sub("#", text)].append(at)
    numbered: set[int] = set()
    for shape, places in shapes.items():
        if "#" in shape and len(places) >= _ENOUGH and _counts_up(shape, [lines[at] for at in places]):
            numbered.update(places)
    found = numbered
    while more := _companions(lines, shapes, found) - found:
        found = found | more
    return found


def _counts_up(shape: str, lines: Sequence[str]) -> bool:
    """Whether the numbers in lines of one shape change and mostly rise, as those of pages and chapters do.

    Where two pages stood side by side every other number is that of the page on the right: these rise by themselves.
    """
    values = [tuple(int(number) for number in _NUMBER.findall(line)) for line in lines]
    rise = _share_rising(pairwise(values)) >= 0.6
    if not rise and len(values) >= _ENOUGH_SPREADS:
        rise = _share_rising(zip(values, values[2:], strict=False)) >= 0.8
    if len(set(values)) < 0.6 * len(values) or not rise:
        return False
    # Numbered lines that end a sentence, or list numbers before words, are text.
    return not shape.endswith((".", ";", ",")) and not re.match(r"#[.)]\s", shape)


def _share_rising(pairs: Iterable[tuple[tuple[int, ...], tuple[int, ...]]]) -> float:
    rising = [a <= b for a, b in pairs]
    return sum(rising) / len(rising)


def _companions(lines: Sequence[str], shapes: dict[str, list[int]], furniture: set[int]) -> set[int]:
    """Recurring lines most of which stand right before or after one of the furniture, blank lines aside."""
    beside: Counter[int] = Counter()
    for at in furniture:
        for step in (-1, 1):
            place = at + step
            while 0 <= place < len(lines) and not lines[place].strip():
                place += step
            beside[place] += 1
    found: set[int] = set()
    for places in shapes.values():
        near = sum(1 for at in places if beside[at])
        if len(places) >= _ENOUGH - 1 and near >= 0.6 * len(places):
            found.update(places)
    return found
