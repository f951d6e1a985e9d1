"""The pages that a plain text was printed on: by its form feeds, else by the numbers that stand between its lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

# What stands round a page's number: "- 3 -", "[3]", "Page 3 of 40", "p. 3", "3/40", "Seite 3 von 40".
_WORD = r"(?:page|pages?\s+no\.?|pp?\.|seite|s\.|página|pagina|pág\.|side|sida|sivu|strona|str\.|tudalen|leathanach)"
_OF = r"(?:\s*(?:of|von|de|van|di|av|af|z|o|/)\s*\d{1,4})"
_NUMBER = re.compile(
    rf"^[\s\-–—|•·~*\[({{<]*(?:{_WORD}\s*)?(?P<number>\d{{1,4}}|[ivxlc]{{1,7}}){_OF}?[\s\-–—|•·~*\])}}>]*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,4}")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_PARTS = (*((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),)
# A page's number is among so many of its first lines and of its last ones.
_EDGE = 2
# Numbers without form feeds are those of pages where so many rise, most of them by one, none by more than this.
_ENOUGH, _MOSTLY, _GAP = 3, 0.8, 3
# Pages hold about as much: none of them more than so many times the usual lines, few of them less than this part.
_LONG, _SHORT, _FEW = 4, 0.2, 0.4


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """For each line of a text its 1-based page, None where the text has no pages; the label printed on each page.

    `furniture` are the lines that hold nothing but these labels; `count` is how many pages there are.
    """

    of_line: Sequence[int | None]
    labels: Mapping[int, str] = field(default_factory=dict)
    furniture: frozenset[int] = frozenset()
    count: int = 0


class _Numbered(NamedTuple):
    """A page's number where it stands: the line, the page, the number, and what is printed."""

    line: int
    page: int
    number: int
    label: str
    is_roman: bool
    is_alone: bool


def pages_of(lines: Sequence[str], furniture: set[int]) -> PrintedPages:
    """The pages of a text whose lines begin with "\\f" where a page does; `furniture` are lines known to be no text."""
    if any("\f" in line for line in lines):
        return _by_form_feeds(lines, furniture)
    return _by_numbers(lines, furniture)


def _by_form_feeds(lines: Sequence[str], furniture: set[int]) -> PrintedPages:
    """Pages as the form feeds part them; what stands before the first words is no page."""
    numbers: list[int] = []
    page, has_words = 1, False
    for line in lines:
        page += line.count("\f") if has_words else 0
        has_words = has_words or bool(line.strip())
        numbers.append(page)
    if page == 1:
        return PrintedPages([None] * len(lines))
    last = max((at for at, line in enumerate(lines) if line.strip()), default=-1)
    # A form feed ends the last page too.
    count = max(numbers[last], page - 1) if last >= 0 else 0
    found = list(_in_runs([*_candidates(lines, numbers, furniture)]))
    labels = {one.page: one.label for one in reversed(found)}
    return PrintedPages(numbers, labels, frozenset(one.line for one in found if one.is_alone), count)


def _candidates(lines: Sequence[str], numbers: Sequence[int], furniture: set[int]) -> Iterator[_Numbered]:
    """The numbers at the edges of pages that could be those of the pages."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.strip():
            pages.setdefault(numbers[at], []).append(at)
    for page, places in pages.items():
        for at in dict.fromkeys((*places[-_EDGE:], *places[:_EDGE])):
            text = lines[at].strip()
            if match := _NUMBER.match(text):
                label = match["number"]
                value = int(label) if label.isdecimal() else _roman(label)
                if value:
                    yield _Numbered(at, page, value, label, not label.isdecimal(), True)
            elif at in furniture:
                for found in _DIGITS.finditer(text):
                    yield _Numbered(at, page, int(found[0]), found[0], False, False)


def _in_runs(candidates: Sequence[_Numbered]) -> Iterator[_Numbered]:
    """Those that rise by one from page to page: where one has no like beside it, it is no page's number."""
    known = {(one.page, one.number, one.is_roman) for one in candidates}
    alike = Counter((one.number - one.page, one.is_roman) for one in candidates)
    for one in candidates:
        # A page without a number may lie between two that have one, but two numbers alone are chance then.
        far = (-2, 2) if alike[one.number - one.page, one.is_roman] >= _ENOUGH else ()
        beside = ((one.page + by, one.number + by, one.is_roman) for by in (-1, 1, *far))
        if any(each in known for each in beside):
            yield one


def _by_numbers(lines: Sequence[str], furniture: set[int]) -> PrintedPages:
    """Pages that end, or begin, where numbers stand that rise by one at like distances, alone or in running heads."""
    series: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for at in sorted(furniture):
        text = " ".join(lines[at].split())
        shape = _DIGITS.sub("#", text)
        for nth, found in enumerate(_DIGITS.finditer(text)):
            series[shape, nth].append((at, int(found[0])))
    numbered = max((one for one in series.values() if _are_pages(lines, one)), key=len, default=[])
    if not numbered:
        return PrintedPages([None] * len(lines))
    (first, begun), (last, ended) = numbered[0], numbered[-1]
    before, after = _filled(lines[:first]), _filled(lines[last + 1 :])
    # Pages whose numbers stand at their heads begin there: most of the last page comes after them.
    at_head = after > before
    skipped = 1 if at_head and before else 0
    places = {at: number - begun + 1 + skipped for at, number in numbered}
    numbers: list[int | None] = []
    page = 1
    for at in range(len(lines)):
        page = places[at] if at_head and at in places else page
        numbers.append(page)
        page = places[at] + 1 if not at_head and at in places else page
    labels = {places[at]: str(number) for at, number in numbered}
    count = ended - begun + 1 + skipped + (1 if after and not at_head else 0)
    return PrintedPages(numbers, labels, frozenset(), count)


def _filled(lines: Sequence[str]) -> int:
    return sum(bool(line.strip()) for line in lines)


def _are_pages(lines: Sequence[str], found: Sequence[tuple[int, int]]) -> bool:
    """Whether these numbers (line, number) rise as those of pages do, with about a page of lines between them."""
    if len(found) < _ENOUGH:
        return False
    steps = [other - one for (_, one), (_, other) in pairwise(found)]
    if min(steps) < 1 or max(steps) > _GAP or steps.count(1) < _MOSTLY * len(steps):
        return False
    filled = [_filled(lines[one + 1 : other]) for (one, _), (other, _) in pairwise(found)]
    usual = sorted(filled)[len(filled) // 2]
    short = sum(many < _SHORT * usual for many in filled)
    return usual > 1 and max(filled) <= _LONG * usual * _GAP and short <= _FEW * len(filled)


def _roman(label: str) -> int:
    """The value of a number in roman letters, 0 for what is none."""
    values = [_ROMAN[letter] for letter in label.casefold()]
    value = sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
    return value if label.casefold() == _in_roman(value) else 0


def _in_roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN_PARTS:
        many, value = divmod(value, worth)
        written += letters * many
    return written
