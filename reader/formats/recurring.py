"""Finds the running heads, feet and page numbers that converters leave between the lines of a plain text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reader.formats.contents_list import Contents, joined_keys, key_of

_NUMBER = re.compile(r"\d+")
_LONGEST = 70  # code points
_ENOUGH = 4
_ENOUGH_SPREADS = 6
# A large title's first line.
_ARTICLES = frozenset(("A", "An", "The", "AN", "THE"))
# A head stands on at least this share of the pages between its first and its last.
_OFTEN = 0.3
# Numbers fewer lines apart than this are those of one page.
_APART = 6


def furniture_of(lines: Sequence[str], contents: Contents) -> set[int]:
    """The indices of the lines that are no text: the same words again and again with another number each time, rising
    numbers alone, and what always stands next to these."""
    shapes: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        text = " ".join(line.split())
        runs_on = text[:1].islower() and text.count(" ") > 3
        if (
            0 < len(text) <= _LONGEST
            and not (runs_on or text in _ARTICLES or text.endswith(":"))
            and at not in contents.lines
        ):
            shapes[_NUMBER.sub("#", text)].append(at)
    numbered: set[int] = set()
    for shape, places in shapes.items():
        # Numbers alone are those of pages from fewer places on.
        enough = _ENOUGH - 1 if shape == "#" else _ENOUGH
        if "#" in shape and len(places) >= enough and _counts_up(shape, [lines[at] for at in places]):
            numbered.update(places)
    found = numbered | _between_numbers(lines, shapes, numbered)
    heads = {words for at in found if " " in (words := _NUMBER.sub("", lines[at]).strip(" |–-\t"))}
    found |= {at for shape, places in shapes.items() if shape in heads for at in places}
    tops = [at for at, line in enumerate(lines) if "\f" in line]
    numbers = [at for before, at in pairwise([-_APART, *sorted(numbered)]) if at - before >= _APART]
    pages = max(tops, numbers, key=len)
    while more := _companions(lines, shapes, found, tops, pages) - found:
        found = found | more
    return found - _first_titles(lines, found, contents)


def _between_numbers(lines: Sequence[str], shapes: Mapping[str, Sequence[int]], numbered: set[int]) -> set[int]:
    """Lines of rarer shapes with numbers that fall between those of the pages before and after them, all of them.

    The head of a chapter of few pages does not recur often enough to be told by itself.
    """
    pages = [(at, int(_NUMBER.findall(lines[at])[-1])) for at in sorted(numbered)]
    at_page = [at for at, _ in pages]
    found: set[int] = set()
    for shape, places in shapes.items():
        if "#" not in shape or len(places) < 2 or numbered.issuperset(places) or re.match(r"#[.)]\s", shape):
            continue
        fitting = 0
        for at in places:
            nth = bisect_left(at_page, at)
            numbers = [int(number) for number in _NUMBER.findall(lines[at])]
            before, after = pages[nth - 1 : nth], pages[nth : nth + 1]
            fitting += bool(before and after and numbers and before[0][1] < numbers[-1] < after[0][1])
        if fitting == len(places):
            found.update(places)
    return found


def _first_titles(lines: Sequence[str], furniture: set[int], contents: Contents) -> set[int]:
    """Where a title that the contents name stands first: the heads of its chapter repeat it, this is the heading.

    What recurs over more than half of the text is the title of the whole.
    """
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in sorted(furniture):
        key = key_of(lines[at])
        if key in contents.titles:
            places[key].append(at)
    if not places:
        return set()
    rest = [at for at, line in enumerate(lines) if line.strip() and at not in furniture and at not in contents.lines]
    elsewhere = {key for key, _ in joined_keys(lines, rest)}
    ours = [(key, at) for key, at in places.items() if key not in elsewhere]
    return {at[0] for _, at in ours if at[-1] - at[0] <= len(lines) / 2}


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


def _companions(
    lines: Sequence[str],
    shapes: dict[str, list[int]],
    furniture: set[int],
    tops: Sequence[int],
    pages: Sequence[int],
) -> set[int]:
    """Recurring lines most of which begin or end pages or stand beside one of the furniture, blank lines aside.

    `tops` are the lines with form feeds, `pages` these or the page numbers, whichever are more.
    A head stands on every page or every other one of its chapter; what recurs once in each chapter is a heading.
    """
    words = [at for at, line in enumerate(lines) if line.strip()]
    beside: set[int] = set()
    for begin, end in [*((at, at + 1) for at in furniture), *((at, at) for at in tops)]:
        nth = bisect_left(words, begin)
        beside.update(words[max(0, nth - 1) : nth])
        nth = bisect_left(words, end)
        beside.update(words[nth : nth + 1])
    found: set[int] = set()
    for places in shapes.values():
        near = sum(at in beside for at in places)
        share = 0.6 if len(places) > _ENOUGH else 1
        passed = bisect_left(pages, places[-1]) - bisect_left(pages, places[0])
        if len(places) >= max(_ENOUGH - 1, _OFTEN * passed) and near >= share * len(places):
            found.update(places)
    return found
