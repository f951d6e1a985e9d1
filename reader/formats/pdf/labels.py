"""Finds the number printed on each page: one that rises by one from page to page, in one place and style.

What the file itself calls its pages is one witness; it serves alone only where no number is printed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import log

from reader.formats.list_numbers import roman_value, written
from reader.formats.pdf.furniture import OF_HOW_MANY, PAGE_WORD, WHOLE
from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.page_labels import counted

# Numbers of four figures are years.
_NUMBER = re.compile(r"(?<![\w£€$])(?<!\d[.,:])(\d{1,3}|[ivxlc]{1,7})(?![\w%])(?![.,:]\d)", re.IGNORECASE)
# "A-3": pages that are counted in each part, under its letter.
_PART = re.compile(r"(?<!\S)[A-Z][-‐‑–.]$")
_WORD_FOR_PAGE = re.compile(rf"(?:{PAGE_WORD})\W*$", re.IGNORECASE)
_TOTAL = re.compile(rf"^\W*(?:{OF_HOW_MANY})\W*(\d+)", re.IGNORECASE)
_WORD, _ONE_WORD = re.compile(r"\w"), re.compile(r"^\W*[^\W\d]*\W*$")
# By whether words stand before and after it.
_FORMS = {(False, False): "alone", (False, True): "first", (True, False): "last", (True, True): "inside"}
# "Pledge 7", "Chapter 7": at the head, right after one word, a number counts what the word names.
_OF_ONE_WORD = re.compile(rf"^\W*(?!(?:{WHOLE})\b)\w+ $", re.IGNORECASE)
# Numbers set off by so much white (in sizes) stand alone; nearer ones belong to the words of their row.
_APART = 3.0
# So many numbers in order are no chance; in documents of at most `_FEW` pages, and where a longer run stands, two.
_ENOUGH, _FEW = 3, 4
# The words beside page numbers recur: at most so many of them differ.
_DIFFERENT = 0.6
# Numbers at the head that are larger than this (in body sizes) are those of chapters; those so much smaller than the
# words after them are those of notes.
_LARGE, _RAISED = 1.4, 0.8
# Heights (points) and sizes (powers of this) within which numbers share a place.
_STEP, _SIZES = 8, 1.3

# At the foot or head, at which height, before or after words or alone; size; roman or arabic, and of which part.
Place = tuple[bool, int, str, int, tuple[bool, str]]


@dataclass(slots=True)
class _Leaf:
    """What carries one page number: a printed page, half of a page that is as wide as two, or a spread."""

    sides: tuple[Side, ...]
    x0: float
    x1: float
    label: str | None = None

    def takes(self, label: str) -> bool:
        """Whether this label would be new: it has none yet, or is only counted to have this one."""
        return self.label in (None, counted(label))


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in the furniture of a leaf (by index): as printed, the words around it, and how far out it stands.

    `part` is the letter of the part whose pages it counts, with its hyphen; `total` the number of pages, as printed.
    """

    leaf: int
    text: str
    part: str
    value: int
    total: str
    words: str
    form: str
    at_foot: bool
    distance: float
    height: float
    size: float

    @property
    def is_roman(self) -> bool:
        return not self.text.isdecimal()

    @property
    def label(self) -> str:
        return self.part + self.text

    def places(self) -> Iterator[Place]:
        """The places it may share with others: on either side of a border between two steps it has both."""
        for height in (0, 1):
            for size in (0, 1):
                step = int(self.distance / _STEP) + height
                of_size = int(log(max(1.0, self.size), _SIZES)) + size
                yield self.at_foot, step, self.form, of_size, (self.is_roman, self.part)


@dataclass(slots=True)
class _Run:
    """Numbers at one place that rise with the leaves, in their order; `weight` counts them and what says the same."""

    place: Place
    numbers: list[_Number]
    weight: int
    body: float

    @property
    def strength(self) -> float:
        """Page numbers stand on more pages than other numbers, further out, and not larger than the text."""
        first = self.numbers[0]
        return self.weight * (1 - 2 * first.distance / first.height) * min(1.0, self.body / first.size)

    def between(self) -> Iterator[int]:
        """The leaves without a number between those with one, where no more are missing than there are."""
        for before, after in pairwise(number.leaf for number in self.numbers):
            if after - before - 1 <= len(self.numbers):
                yield from range(before + 1, after)

    def goes_on_to(self, number: _Number) -> bool:
        """Whether a number that stands alone elsewhere on a page, on one set sideways, say, is that of the run."""
        first, last = self.numbers[0], self.numbers[-1]
        near = first.leaf - len(self.numbers) <= number.leaf <= last.leaf + len(self.numbers)
        style = (number.is_roman, number.part) == (first.is_roman, first.part)
        alike = style and number.value - number.leaf == first.value - first.leaf
        return near and alike and number.form in ("alone", "turned")

    def text_of(self, leaf: int) -> str:
        """The number of any leaf, printed like the others of the run."""
        first = self.numbers[0]
        if first.is_roman:
            style = "I" if first.text.isupper() else "i"
        else:
            style = "01" if any(number.text.startswith("0") for number in self.numbers) else "1"
        return first.part + written(first.value + leaf - first.leaf, style)

    def enough(self, known: bool, pages: int) -> int:
        """How many of its numbers are no chance: fewer in few pages, at a place known for others, and of a total."""
        totals = {number.total for number in self.numbers}
        few = pages <= _FEW and self.numbers[0].form == "alone"
        return min(2, pages) if few or known or (len(totals) == 1 and totals != {""}) else _ENOUGH


def label_sides(sides: Sequence[Side], file_labels: Sequence[str], body: float) -> None:
    """Set the label of each printed page that has a number, or whose number follows from a run that is certain.

    `file_labels` are those that the file keeps, one for each PDF page or none; `body` is the size of the text.
    """
    ways = [_printed_pages(sides)]
    if len(ways[0]) > len({side.page for side in sides}):
        ways.append(_pdf_pages(sides))
    # Numbers may count the printed pages of spreads or the spreads: the longer runs tell.
    leaves = max(ways, key=lambda way: _label(way, file_labels, body))
    labels: defaultdict[int, list[str]] = defaultdict(list)
    for leaf in leaves:
        for side in leaf.sides:
            labels[id(side)] += [leaf.label] if leaf.label else []
    for side in sides:
        side.label = "|".join(labels[id(side)]) or (None if any(labels.values()) else _of_file(side.page, file_labels))


def _of_file(page: int, file_labels: Sequence[str]) -> str | None:
    return (file_labels[page - 1].strip() or None) if page <= len(file_labels) else None


def _printed_pages(sides: Sequence[Side]) -> list[_Leaf]:
    """A leaf for each printed page; two for a page that is not parted though it is as wide as others that are."""
    parts = Counter(side.page for side in sides)
    spreads = {round(2 * side.width) for side in sides if parts[side.page] == 2}
    leaves: list[_Leaf] = []
    for side in sides:
        middle = (side.x0 + side.x1) / 2
        edges = (side.x0, middle, side.x1) if round(side.width) in spreads else (side.x0, side.x1)
        leaves += [_Leaf((side,), *pair) for pair in pairwise(edges)]
    return leaves


def _pdf_pages(sides: Sequence[Side]) -> list[_Leaf]:
    """A leaf for each PDF page, whatever is printed on it."""
    pages = (tuple(both) for _, both in groupby(sides, key=lambda side: side.page))
    return [_Leaf(both, both[0].x0, both[-1].x1) for both in pages]


def _label(leaves: Sequence[_Leaf], file_labels: Sequence[str], body: float) -> int:
    """Label the leaves from the strongest run to the weakest; how long the runs are (squares of lengths, added up)."""
    numbers = [number for at in range(len(leaves)) for number in _numbers_of(leaves, at)]
    printed: defaultdict[int, set[tuple[bool, str]]] = defaultdict(set)
    for number in numbers:
        printed[number.leaf].add((number.at_foot, number.form))
    known: set[tuple[object, ...]] = set()
    certain: list[_Run] = []
    length = 0
    for run in _runs(leaves, numbers, file_labels, body):
        new = [number for number in run.numbers if leaves[number.leaf].takes(number.label)]
        others = sum(leaves[number.leaf].label not in (None, number.label) for number in run.numbers) - sum(
            leaves[number.leaf].label == counted(number.label) for number in run.numbers
        )
        # Numbers beside those of the pages count something else.
        if not new or others > 0.2 * len(run.numbers) or run.weight < run.enough(run.place[:-1] in known, len(leaves)):
            continue
        known.add(run.place[:-1])
        certain.append(run)
        length += len(new) ** 2
        for number in new:
            leaves[number.leaf].label = number.label
        for at in run.between() if len(run.numbers) >= _ENOUGH else ():
            if leaves[at].label is None and (run.place[0], run.place[2]) not in printed[at]:
                leaves[at].label = counted(run.text_of(at))
    for number in numbers:
        leaf = leaves[number.leaf]
        if leaf.label == counted(number.label) or (
            leaf.label is None and any(run.goes_on_to(number) for run in certain)
        ):
            leaf.label = number.label
    return length


def _runs(leaves: Sequence[_Leaf], numbers: Sequence[_Number], file_labels: Sequence[str], body: float) -> list[_Run]:
    """The runs of numbers that rise with the leaves, the strongest first."""
    found: defaultdict[tuple[int, Place], list[_Number]] = defaultdict(list)
    for number in numbers:
        for place in number.places():
            found[number.value - number.leaf, place].append(number)
    runs = []
    for (_, place), group in found.items():
        words = {number.words for number in group if number.form != "alone"}
        if len(words) > max(2.0, _DIFFERENT * len(group)) or (len(words) > 1 and len(group) < _ENOUGH):
            continue
        if group[0].size > _LARGE * body and not group[0].at_foot:
            continue
        agreed = sum(number.label == _of_file(leaves[number.leaf].sides[0].page, file_labels) for number in group)
        runs.append(_Run(place, group, len(group) + agreed, body))
    return sorted(runs, key=lambda run: run.strength, reverse=True)


def _numbers_of(leaves: Sequence[_Leaf], at: int) -> Iterator[_Number]:
    leaf = leaves[at]
    for side in leaf.sides:
        furniture = {id(line) for line in side.furniture}
        for line in side.furniture:
            if not line.upright and leaf.x0 <= line.middle < leaf.x1:
                numbers = _numbers_in([line], at, side.height)
                yield from (replace(number, form="turned") for number in numbers if number.form == "alone")
        for row in _rows([line for line in (*side.furniture, *side.lines) if line.upright]):
            for words in _near(sorted(row, key=lambda line: line.x0)):
                if all(id(line) in furniture for line in words) and leaf.x0 <= words[0].middle < leaf.x1:
                    yield from _numbers_in(words, at, side.height)


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines that stand beside each other, raised numbers and what they are raised from included."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if rows and line.top < rows[-1][-1].baseline:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _near(row: Sequence[Line]) -> Iterator[list[Line]]:
    """The parts of a row that wide white parts from each other."""
    part = [row[0]]
    for before, line in pairwise(row):
        if line.x0 - before.x1 > _APART * line.size:
            yield part
            part = []
        part.append(line)
    yield part


def _numbers_in(lines: Sequence[Line], at: int, height: float) -> Iterator[_Number]:
    text = " | ".join(line.text for line in lines)
    at_foot = lines[0].baseline > height / 2
    distance = height - lines[0].baseline if at_foot else lines[0].baseline
    for found in _NUMBER.finditer(text):
        value = int(found[0]) if found[0].isdecimal() else roman_value(found[0])
        part = _PART.search(text[: found.start()])
        start = part.start() if part else found.start()
        before, after = _WORD_FOR_PAGE.sub("", text[:start]), _TOTAL.sub("", text[found.end() :])
        total = _TOTAL.match(text[found.end() :])
        # At the foot, what is counted up to a total is the pages, whatever is left of the word for them.
        before = "" if total and at_foot and _ONE_WORD.match(before) else before
        form = _FORMS[bool(_WORD.search(before)), bool(_WORD.search(after))]
        named = form == "last" and not at_foot and before == text[:start] and _OF_ONE_WORD.match(before)
        is_note = form == "first" and (after.endswith(".") or lines[0].head.size < _RAISED * lines[-1].size)
        if value is None or named or is_note:
            continue
        style = lines[0].head if form == "first" else lines[-1].tail
        yield _Number(
            leaf=at,
            text=found[0],
            part=part[0] if part else "",
            value=value,
            total=total[1] if total else "",
            words=f"{before}#{after}",
            form=form,
            at_foot=at_foot,
            distance=max(0.0, distance),
            height=height,
            size=style.size,
        )
