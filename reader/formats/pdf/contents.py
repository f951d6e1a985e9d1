"""Recognises contents pages and indexes, makes an entry of each line that points to a page, tells what they list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from statistics import median
from typing import NamedTuple

from reader.formats.pdf.lines import Line
from reader.formats.pdf.paragraphs import Group, ends_sentence, groups_of
from reader.formats.pdf.rows import is_number, joined, same_size
from reader.formats.pdf.style import Style
from reader.formats.pdf.typography import Typography
from reader.model import Kind, Reference

_PAGES = r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?"
# What an entry ends in: "12", "p. 12", "› 12", "12-14", or what an index has: "12, 14-16".
_LAST = re.compile(
    rf"(?:^|[\s…|›»>]|\.\.)((?:(?:p|[^\W\d_]{{1,4}}\.)\s?)?{_PAGES}(?:[,;]\s?{_PAGES})*,?)$", re.IGNORECASE
)
_LONGEST = 80
_BETWEEN = " .…·_|›»>–-"
# What it begins with where the pages stand in front.
_FIRST = re.compile(rf"^((?:[^\W\d_]{{1,7}}\.?\s)?{_PAGES})\s*[-–—:|/›]?\s+(?=[^\W\d_])")
_DIGITS, _BEFORE, _ORNAMENT = re.compile(r"\d+"), re.compile(r"^\D+"), re.compile(r"^\W+")
_SECTION = re.compile(r"^(?:\d|[IVX]+\.)")
# A unit of money, or of shares, without an amount: the head of a table.
_UNIT = re.compile(r"[£$€]\s?(?:[^\W\d_]|\)|$)|(?:^|\()%")
# What stands between a title and its number.
_PAGE_WORD = re.compile(r"[\s.,:]+(?:page|pages|pg|p|seite|s|página|pagina|pág|tudalen|blz)\.?$", re.IGNORECASE)
# So many entries make a contents page, so many one that goes on from the page before.
_ENOUGH, _ENOUGH_MORE = 5, 2
# So many of the lines of a page or column of entries point to a page, where entries go on so many, of an index so many
# to several.
_POINTING, _POINTING_MORE, _SEVERAL = 0.25, 0.15, 0.2
_MOSTLY = 0.75
# Prose has so many words, and so many lines that begin inside a sentence. Labels have not so many lines.
_PROSE, _INSIDE, _LABELS = 8, 0.3, 5
# A title is so much larger than the entries.
_LARGER = 1.15


class Entry(NamedTuple):
    """What contents pages list: a title, the label of its page as printed ("" without one), its depth (1 outermost)."""

    title: str
    label: str
    depth: int


class Row(NamedTuple):
    """A line of what may be contents: its words, if it has any, and its page number, if it has one."""

    line: Line
    words: Line | None
    number: Line | None

    @property
    def page(self) -> int:
        return int(_DIGITS.findall(self.number.text)[0]) if self.number else 0


@dataclass(slots=True)
class Contents:
    """Reads the printed pages of a document in order; `reached` is the page to which the contents so far have come."""

    reached: int | None = None

    def groups_of(self, columns: Sequence[Sequence[Line]], typography: Typography) -> list[Group]:
        """The groups of a printed page; of contents the title is a heading, entries and labels are what they are."""
        enough = _ENOUGH if self.reached is None else _ENOUGH_MORE
        numbered = sum(bool(_DIGITS.search(line.text)) for column in columns for line in column)
        for front in (False, True) if numbered >= enough else ():
            rows = [[_row(line, front) for line in column] for column in columns]
            if _are_contents(rows, front, self.reached):
                break
        else:
            self.reached = None if columns else self.reached
            return [group for column in columns for group in groups_of(column, typography)]
        title = _title_of(rows) if self.reached is None else []
        self.reached = max(row.page for column in rows for row in column)
        groups: list[Group] = []
        for column in _by_pages(rows):
            head, entries, tail = _without_text(column)
            groups += [*groups_of(head, typography), *_entries_of(entries, title), *groups_of(tail, typography)]
        return groups


def _row(line: Line, front: bool) -> Row:
    """The line parted into words and number, whose place is exact where it was a part."""
    if line.cells:
        return Row(line, line, None)
    if len(line.parts) > 1 and is_number(line.parts[0 if front else -1]):
        words, number = joined(line.parts[1:] if front else line.parts[:-1]), line.parts[0 if front else -1]
    elif found := _FIRST.match(line.text) if front else _LAST.search(line.text, max(0, len(line.text) - _LONGEST)):
        start, end = (found.end(), len(line.text)) if front else (0, found.start())
        words = _part(line, start, end, line.tail if front else line.head)
        number = _part(line, *found.span(1), line.head if front else line.tail)
    else:
        return Row(line, line, None)
    words, number = (
        replace(words, text=words.text.rstrip(_BETWEEN)),
        replace(number, text=_ORNAMENT.sub("", number.text)),
    )
    if words.text and not any(map(str.isalpha, words.text)):
        return Row(line, line, None)
    return Row(line, words if words.text else None, number)


def _part(line: Line, start: int, end: int, style: Style) -> Line:
    """A part of a line as if it were one, set as the word at its outer end: there are dots, of any size, between."""
    x0, x1 = (line.x0 + (line.x1 - line.x0) * at / len(line.text) for at in (start, end))
    kept = tuple(Reference(at - start, label) for at, label in line.references if start <= at <= end)
    set_alike = replace(line, style=style, head=style, tail=style, marker=None)
    return replace(set_alike, text=line.text[start:end], x0=x0, x1=x1, references=kept)


def _are_contents(columns: Sequence[Sequence[Row]], front: bool, reached: int | None) -> bool:
    """Whether enough lines of a page point to pages, whose numbers rise down the columns or that are an index."""
    least = _POINTING if reached is None else _POINTING_MORE
    lists = [column for column in columns if sum(row.number is not None for row in column) >= least * len(column)]
    found = [row for column in _by_pages(lists) for row in column if row.number]
    goes_on = reached is not None and bool(found) and found[0].page >= reached
    if len(found) < max(_ENOUGH_MORE if goes_on else _ENOUGH, _POINTING * sum(map(len, columns))):
        return False
    # A table has a head, and a "number" that stands before most lines is a bullet.
    often = Counter(row.page for row in found).most_common(1)[0][1]
    if 2 * often > len(found) or any(_UNIT.search(row.line.text) for column in columns for row in column):
        return False
    steps = [below.page - above.page for above, below in pairwise(found)]
    if sum(step >= 0 for step in steps) < _MOSTLY * len(steps):
        # An index has the order of the alphabet, and of quite a few words several pages.
        letters = [row.words.text[:1].casefold() for row in found if row.words]
        several = sum("," in row.number.text for row in found if row.number) >= _SEVERAL * len(found)
        return several and sum(a <= b for a, b in pairwise(letters)) >= _MOSTLY * len(letters)
    # Numbers in front, or that stand alone, are those of a list or of lines where they count evenly.
    if front or 2 * sum(row.words is None for row in found) > len(found):
        return 2 * steps.count(1) <= len(steps) and (front or goes_on or len(set(steps)) > 1)
    return True


def _by_pages(columns: Sequence[Sequence[Row]]) -> Sequence[Sequence[Row]]:
    """The columns in the order of the pages they point to, if none has pages between those of another."""
    reach: list[tuple[int, int]] = []
    for column in reversed(columns):
        # A column of labels stays before what follows it.
        pages = [row.page for row in column if row.number] or (reach[0] if reach else (1000, 1000))
        reach.insert(0, (pages[0], max(pages)))
    found = sorted(zip(reach, columns, strict=True), key=lambda one: one[0])
    apart = all(above == below or above[1] <= below[0] for (above, _), (below, _) in pairwise(found))
    return [column for _, column in found] if apart else columns


def _without_text(column: Sequence[Row]) -> tuple[list[Line], Sequence[Row], list[Line]]:
    """A column's entries with their labels, and the other text before and after them, if there is any."""
    pointing = [at for at, row in enumerate(column) if row.number] or [len(column)]
    head, tail = (
        [row.line for row in part] if _is_text(part) else []
        for part in (column[: pointing[0]], column[pointing[-1] + 1 :])
    )
    return head, column[len(head) : len(column) - len(tail)], tail


def _is_text(rows: Sequence[Row]) -> bool:
    """Whether lines without page numbers are more than a title, labels and a row that has none: prose, or many."""
    texts = [row.line.text for row in rows]
    if len(texts) > _LABELS or sum(len(text.split()) for text in texts) < _PROSE:
        return len(texts) > _LABELS
    return ends_sentence(texts[-1]) or sum(text[:1].islower() for text in texts) >= _INSIDE * len(texts)


def _title_of(columns: Sequence[Sequence[Row]]) -> list[Line]:
    """The lines of the page's title: the large ones before the first entry, else the largest; no label is one."""
    before: list[Line] = []
    lists = [column for column in columns if any(row.number for row in column)]
    for column in columns[: columns.index(lists[0]) + 1]:
        before += [row.line for row in takewhile(lambda row: row.number is None, _without_text(column)[1])]
    rest = [row for column in lists for row in column if row.line not in before]
    labels, size = (
        {row.line.style for row in rest if not row.number},
        median((row.words or row.line).size for row in rest),
    )
    before = [line for line in before if line.style not in labels]
    return [line for line in before if line.size >= _LARGER * size] or sorted(before, key=lambda line: -line.size)[:1]


def _entries_of(rows: Sequence[Row], title: Sequence[Line]) -> list[Group]:
    """The groups of a column of entries; the page number of one of several lines comes last, wherever it stands."""
    entries: list[list[Row]] = []
    for at, row in enumerate(rows):
        if entries and _goes_on(entries[-1], row, rows[at + 1 :], title):
            entries[-1].append(row)
        else:
            entries.append([row])
    groups = []
    for entry in entries:
        lines = [row.words for row in entry if row.words] + [row.number for row in entry if row.number]
        # Entries may be described in whole sentences.
        prose = not any(row.number for row in entry) and _is_text(entry) and ends_sentence(lines[-1].text)
        kind = Kind.HEADING if entry[0].line in title else Kind.PARAGRAPH if prose else Kind.CONTENTS
        groups.append(Group(lines, kind))
    return groups


def _goes_on(entry: Sequence[Row], row: Row, below: Sequence[Row], title: Sequence[Line]) -> bool:
    """Whether a row belongs to the entry above, which has its number already or gets it with the row."""
    lines, numbers = [one.words for one in entry if one.words], [one.number for one in entry if one.number]
    line = row.words
    if entry[0].line in title or row.line in title:
        return entry[0].line in title and row.line in title and entry[0].line.style == row.line.style
    if line is None or not lines:
        # A number beside, under or over its words; in an index, the rest of a line.
        return row.number is None or not numbers or numbers[-1].text.endswith(",")
    apart, limit = line.baseline - lines[-1].baseline, 0.6 * line.size
    if (numbers and row.number) or _SECTION.match(line.text) or apart > 2 * line.size or not same_size(lines[0], line):
        return False
    if lines[0].head[1:] != line.head[1:] or not -limit < line.x0 - lines[0].x0 < (limit if numbers else 5 * line.size):
        return False
    inside = not line.text[:1].isupper()
    following = next((one.words for one in below if one.words), None)
    if not numbers or following is None:
        # A label of two lines stands tight over entries that are set otherwise.
        label = not numbers and following is not None and following.style != line.style and apart < 1.4 * line.size
        return bool(numbers or row.number or inside or label)
    # What has its number goes on in what is nearer to it than to the entry below, or begins inside a sentence.
    nearer = following.baseline - line.baseline - apart
    return nearer > 0 if abs(nearer) > 0.1 * line.size else inside or following.text[:1].isdigit()


def listed_in(groups: Iterable[Group]) -> list[Entry]:
    """What the contents pages in a document's groups list, in order; what an index lists is not among it."""
    found: list[tuple[Line, str, str]] = []
    for _, on_page in groupby((one for one in groups if one.kind is Kind.CONTENTS), key=lambda one: one.first.page):
        entries = [(group.lines, is_number(group.last) or _LAST.fullmatch(group.last.text)) for group in on_page]
        split = [
            (lines[0], lines[:-1], lines[-1].text) if number else (lines[0], lines, "") for lines, number in entries
        ]
        if sum("," in label for *_, label in split) < _SEVERAL * len(split):
            found += [(first, " ".join(line.text for line in lines), label) for first, lines, label in split if lines]
    depths = _depths([first for first, *_ in found])
    return [
        Entry(_PAGE_WORD.sub("", title) if label else title, _BEFORE.sub("", label), depth)
        for (_, title, label), depth in zip(found, depths, strict=True)
    ]


def _depths(lines: Sequence[Line]) -> list[int]:
    """How deep each entry is, by its first line: by how far right in its column it begins, else by its type."""
    columns: list[list[Line]] = []
    for line in lines:
        if not columns or line.page != columns[-1][-1].page or line.baseline < columns[-1][-1].baseline:
            columns.append([])
        columns[-1].append(line)
    indents = [line.x0 - min(one.x0 for one in column) for column in columns for line in column]
    steps = [right for left, right in pairwise(sorted(indents)) if right - left > 0.8 * lines[0].size]
    if steps:
        return [1 + sum(indent >= step for step in steps) for indent in indents]
    types = [(-line.style.size, -line.style.weight) for line in lines]
    return [1 + sorted(set(types)).index(one) for one in types]
