"""Finds the list of contents of a plain text: the lines it takes, and the titles it names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.formats.print_lines import ends_sentence, is_unfinished

LEADER = re.compile(r"\s*(?:[.…·_]{4,}|(?: \.){4,})\s*")
DOTTED = re.compile(r"(?:[.…·_]{4,}|(?: \.){4,})\s*(?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?)?\s*$")
_NUMBER_ALONE = re.compile(r"^\W*(?:page\s+)?(\d{1,3})(?:\s?[-–:]\s?\d{1,3})?\W*$", re.IGNORECASE)
_NUMBER_AT_END = re.compile(r"(?:\D\s+|[^\W\d_]{3})(?:page\s+)?(\d{1,3})(?:\s?[-–:]\s?\d{1,3})?\s*$", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"(\d{1,3})\s+[^\W\d]")
_HEAD = re.compile(
    r"\W*(?:table of )?(?:contents|cynnwys|inhalt\w*|inhoud\w*|[ií]ndice|sommaire|sommario|inneh[åa]ll\w*|innhold\w*"
    r"|indhold\w*|sis[äa]llys\w*|spis treści|obsah|tartalom\w*|cuprins|clár)\W*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W*(?:part|chapter|hoofdstuk|deel|kapitel|teil|cap[ií]tulo)\s+(?:\d{1,2}|[ivx]+)\b")
_ARTICLES = frozenset(("the", "a", "an", "de", "het", "der", "die", "das", "le", "la", "les", "el"))
# Converters also glue the number to the last word.
_PAGE = re.compile(r"(?:\bpage\s+|(?<=[^\W\d_]{3}))\d{1,3}\s*$")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 120  # code points
# A title may take so many lines, in the list or over its chapter.
MOST_LINES = 4
# The same title further on stands so many lines from its entry, or it is only another line of the list.
_APART = 12
_CHAPTER = re.compile(r"\s*(?:chapter\s+)?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?:[•·–-]\s*)?[^\W\d]", re.IGNORECASE)
# Of the titles so many, at least, are of the rarer kind where kinds mean levels.
_MIXED = 0.15
# So many entries make a list, and so large a share of its titles stands over chapters.
_FEWEST, _SHARE = 4, 0.5
# So many lines in a row may be what nothing explains: labels of parts, halves of entries.
_MOST_UNEXPLAINED = 2


class Style(NamedTuple):
    """How a title is written in the list: with which number, "3.1" having two."""

    numbers: tuple[int, ...]
    small: bool


class Entry(NamedTuple):
    """A title in the list: which one it is, from 0, and how it is written there, by which its level is told."""

    order: int
    style: Style


@dataclass(slots=True)
class Contents:
    """`lines` are the indices of the list's lines, `titles` what it names, by the words of each title."""

    lines: set[int] = field(default_factory=set)
    titles: dict[tuple[str, ...], Entry] = field(default_factory=dict)


@lru_cache(512)
def key_of(text: str) -> tuple[str, ...]:
    """The words by which a title is known again: without case, punctuation, articles, and the numbers at its ends."""
    words = _WORD.findall(_LABEL.sub("", _PAGE.sub("", text.casefold())))
    while words and words[-1].isdigit():
        words.pop()
    while words and words[0].isdigit():
        words.pop(0)
    return tuple(word for word in words if word not in _ARTICLES) or tuple(words)


def contents_of(printed: Sequence[str]) -> Contents:
    """The lists of contents in the lines of a text: short lines of which most stand again further on, over chapters."""
    bare = [LEADER.sub(" ", line).strip() for line in printed]
    places = [at for at, line in enumerate(bare) if line]
    titles = _Titles(bare, places)
    found = Contents()
    for run in _runs(bare, places, titles):
        entries = _trimmed(bare, run)
        if _is_list(bare, entries, titles):
            found.lines.update(entries)
            _name(found, printed, bare, entries)
    found.lines.update(at for at in places if DOTTED.search(printed[at]))
    return found


class _Titles:
    """Where each title, of some lines,, stands in the text."""

    def __init__(self, bare: Sequence[str], places: Sequence[int]) -> None:
        self._at: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for key, at in joined_keys(bare, places):
            self._at[key].append(at)

    def stand_again(self, key: tuple[str, ...], after: int) -> bool:
        places = self._at.get(key, ())
        return bool(key) and bisect_right(places, after + _APART) < len(places)


def joined_keys(bare: Sequence[str], places: Sequence[int]) -> Iterator[tuple[tuple[str, ...], int]]:
    """The words of each line, and of it with those after it, with its index."""
    keys = [key_of(bare[at]) if len(bare[at]) <= _LONGEST else () for at in places]
    for nth, at in enumerate(places):
        if bare[at].lstrip()[:1].islower():
            continue
        for many in range(1, MOST_LINES + 1):
            parts = keys[nth : nth + many]
            if len(parts) == many and all(parts):
                yield tuple(word for part in parts for word in part), at


def _runs(bare: Sequence[str], places: Sequence[int], titles: _Titles) -> Iterator[list[int]]:
    """Stretches of lines that could be entries, each ending with one that is explained."""
    run: list[int] = []
    explained = 0
    for nth, at in enumerate(places):
        if _explained(bare, places, nth, titles):
            run.append(at)
            explained = len(run)
        elif run and len(run) - explained < _MOST_UNEXPLAINED and _may_be_entry(bare[at]):
            run.append(at)
        else:
            yield run[:explained]
            run, explained = [], 0
    yield run[:explained]


def _explained(bare: Sequence[str], places: Sequence[int], nth: int, titles: _Titles) -> bool:
    """Whether the line has a number, or stands again further on, alone or with a line beside it."""
    at = places[nth]
    if not _may_be_entry(bare[at]):
        return False
    if _number_of(bare[at]) is not None or _HEAD.match(bare[at]):
        return True
    alone = key_of(bare[at])
    if titles.stand_again(alone, at):
        return True
    before = key_of(bare[places[nth - 1]]) if nth else ()
    after = key_of(bare[places[nth + 1]]) if nth + 1 < len(places) else ()
    return titles.stand_again(alone + after, at) or titles.stand_again(before + alone, at)


def _may_be_entry(line: str) -> bool:
    return len(line) <= _LONGEST and (line.endswith(":") or not ends_sentence(line))


def _number_of(line: str) -> int | None:
    """The number of the page that an entry names, at either of its ends."""
    match = _NUMBER_ALONE.match(line) or _NUMBER_AT_END.search(line) or _NUMBER_FIRST.match(line)
    return int(match[1]) if match else None


def _trimmed(bare: Sequence[str], run: Sequence[int]) -> list[int]:
    """The run from after the heading "Contents" in it to the last high number: what has low ones is the first pages."""
    begin = max((nth + 1 for nth, at in enumerate(run[: len(run) // 2]) if _HEAD.match(bare[at])), default=0)
    entries = list(run[begin:])
    numbers = [(number, nth) for nth, at in enumerate(entries) if (number := _number_of(bare[at])) is not None]
    if len(numbers) < _FEWEST:
        return entries
    high = max(numbers)[0] / 2
    return entries[: max(nth for number, nth in numbers if number >= high) + 1]


def _is_list(bare: Sequence[str], run: Sequence[int], titles: _Titles) -> bool:
    """Whether a stretch is a list of contents: headed so or numbered, and most titles stand again further on.

    Headed and numbered it is one anyhow: chapters may have their titles in pictures.
    """
    if not run:
        return False
    named = [at for at in run if key_of(bare[at])]
    again = {key for at in named if titles.stand_again(key := key_of(bare[at]), run[-1] - _APART)}
    before = next((line for line in reversed(bare[: run[0]]) if line), "")
    headed = _HEAD.match(before) is not None
    numbers = [number for at in run if (number := _number_of(bare[at])) is not None]
    rising = sum(a <= b for a, b in pairwise(numbers)) >= 0.8 * len(numbers)
    numbered = rising and len(numbers) >= _SHARE * len(named)
    if headed and rising and len(numbers) >= max(_FEWEST, 0.8 * len(named)):
        return True
    return len(again) >= max(_FEWEST, _SHARE * len(named)) and (headed or numbered)


def _name(found: Contents, printed: Sequence[str], bare: Sequence[str], run: Sequence[int]) -> None:
    """Note each title of the run, and titles that take several lines: only the last of these has its number."""
    worded = [(nth, at) for nth, at in enumerate(run) if key_of(bare[at])]
    base = len(found.titles)
    numbers = [_number_at(bare, run, nth) for nth, _ in worded]
    for order, (_, at) in enumerate(worded):
        if order and numbers[order - 1] is None and _goes_on(bare[worded[order - 1][1]], bare[at]):
            continue
        key: tuple[str, ...] = ()
        for further in range(order, min(order + MOST_LINES, len(worded))):
            key += key_of(bare[worded[further][1]])
            found.titles.setdefault(key, Entry(base + order, _style(printed[at])))
            if numbers[further] is not None and numbers[further] not in numbers[further + 1 : further + 2]:
                break


def _goes_on(before: str, line: str) -> bool:
    """Whether the line is the rest of a title whose first line has no number yet."""
    labelled = _LABEL.match(before.casefold()) is not None and key_of(before) != ()
    return (is_unfinished(before) or labelled) and _CHAPTER.match(line) is None


def _number_at(bare: Sequence[str], run: Sequence[int], nth: int) -> int | None:
    """The number of the page of the entry at this place of the run: in its line or alone in the next one."""
    following = bare[run[nth + 1]] if nth + 1 < len(run) else ""
    alone = _NUMBER_ALONE.match(following)
    return int(alone[1]) if alone else _number_of(bare[run[nth]])


def _style(line: str) -> Style:
    match = _CHAPTER.match(line)
    numbers = tuple(int(number) for number in match[1].split(".")) if match else ()
    return Style(numbers, not LEADER.sub(" ", line).strip().isupper())


def levels_of(titles: Mapping[tuple[str, ...], Entry]) -> dict[int, int]:
    """The level of each entry by its order, from 1: capitals stand over small letters, else numbers over none.

    What stands before the first number (a foreword) is no part of a chapter, and numbers of pages are none of chapters.
    """
    entries = sorted({entry.order: entry.style for entry in titles.values()}.items())
    if sum(len(style.numbers) > 1 for _, style in entries) >= _FEWEST:
        return _by_sections(entries)
    small = sum(style.small for _, style in entries)
    if len(entries) >= _FEWEST and _MIXED * len(entries) <= small <= (1 - _MIXED) * len(entries):
        return {order: 2 if style.small else 1 for order, style in entries}
    numbers = [(style.numbers[0], order) for order, style in entries if style.numbers]
    by_one = sum(b == a + 1 for (a, _), (b, _) in pairwise(numbers))
    first = numbers[0][1] if len(numbers) > 1 and by_one >= 0.7 * (len(numbers) - 1) else len(entries)
    return {order: 2 if order > first and not style.numbers else 1 for order, style in entries}


def _by_sections(entries: Sequence[tuple[int, Style]]) -> dict[int, int]:
    """Where sections are numbered 1.1, 1.2, 2.1: what is right before 2.1 is a chapter, what follows is below."""
    sections = [(order, style.numbers) for order, style in entries if len(style.numbers) > 1]
    begun = [order for order, numbers in sections if numbers[1:] == (1,)]
    levels = {}
    for order, style in entries:
        is_chapter = len(style.numbers) == 1 or order < sections[0][0] or any(0 < at - order <= 2 for at in begun)
        levels[order] = len(style.numbers) if len(style.numbers) > 1 else 1 if is_chapter else 3
    return levels
