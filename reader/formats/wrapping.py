"""Groups the lines of a plain text into paragraphs, list items, headings, contents entries and furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.formats.contents_list import LEADER, contents_of
from reader.formats.heading_classes import Heading, headings_of
from reader.formats.lone_bullets import with_bullets_in_place, with_chapter_numbers_in_place, with_numbers_in_place
from reader.formats.print_lines import (
    Line,
    Passed,
    ends_sentence,
    is_filled,
    is_unfinished,
    is_wrapped,
    lines_of,
    undoubled,
    widths_of,
    with_telling_blanks,
)
from reader.formats.printed_pages import PrintedPages, pages_of
from reader.formats.recurring import furniture_of
from reader.formats.recurring_bullets import with_bullets
from reader.markers import Marker, marker_at_start
from reader.model import Kind

__all__ = ["Group", "ends_sentence", "groups_of"]

# A line after which so much of its column stays empty ends a paragraph, also without a full stop.
_EMPTY = 0.45
_NUMBER_ALONE = re.compile(r"^\W*(?:page\s+)?\d{1,3}(?:\s?[-–:]\s?\d{1,3})?\W*$", re.IGNORECASE)
_NUMBER_AT_END = re.compile(r"\s\d{1,3}$")


@dataclass(slots=True)
class Group:
    """Lines that belong together: their texts without indentation, and what they are to a reader.

    `pages` are the 1-based pages of the lines, None for each where the text has none.
    """

    lines: list[str] = field(default_factory=list)
    pages: list[int | None] = field(default_factory=list)
    marker: Marker | None = None
    indent: int = 0
    kind: Kind = Kind.PARAGRAPH
    level: int | None = None

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def groups_of(text: str) -> tuple[list[Group], PrintedPages]:
    """The groups of a cleaned text in order, and its pages. Form feeds part pages, not paragraphs."""
    printed = [undoubled(line.rstrip(" \t")) for line in re.sub(r"\n?\f", "\n\f", text).split("\n")]
    printed = with_numbers_in_place(with_bullets_in_place(with_bullets(printed)))
    contents = contents_of(printed)
    printed = with_chapter_numbers_in_place(printed, contents)
    recurring = furniture_of(printed, contents)
    pages = pages_of(printed, recurring)
    lines, last = lines_of(printed, recurring | pages.furniture, contents.lines, pages.of_line)
    widths = widths_of(lines) if is_wrapped(lines) else None
    lines = with_telling_blanks(lines, widths) if widths else lines
    headings = {one.start: one for one in headings_of(lines, widths, contents)}
    return [*_grouped(lines, widths, headings), *map(_furniture, last)], pages


def _grouped(lines: Sequence[Line], widths: Sequence[int] | None, headings: Mapping[int, Heading]) -> Iterator[Group]:
    """The groups, each with the furniture that stood in it or before it: a page's end in a sentence parts nothing."""
    group = Group()
    within = 0
    passed: list[Group] = []
    for at, line in enumerate(lines):
        heading = headings.get(at)
        furniture = list(map(_furniture, line.furniture))
        if group.lines and (heading or (at >= within and not _continues(group, lines, widths, at))):
            yield group
            yield from passed
            group, passed = Group(), []
        passed += furniture
        if not group.lines:
            yield from passed
            passed = []
            group = _begun(line, heading)
            within = heading.end if heading else at
        else:
            group.lines.append(_bare(line))
            group.pages.append(line.page)
    if group.lines:
        yield group
    yield from passed


def _furniture(passed: Passed) -> Group:
    return Group([passed.text], [passed.page], kind=Kind.FURNITURE)


def _begun(line: Line, heading: Heading | None) -> Group:
    """A group with its first line."""
    if heading:
        return Group([line.text], [line.page], indent=line.indent, kind=Kind.HEADING, level=heading.level)
    if line.listed:
        return Group([_bare(line)], [line.page], indent=line.indent, kind=Kind.CONTENTS)
    marker = marker_at_start(line.text)
    if marker is None:
        return Group([line.text], [line.page], indent=line.indent)
    return Group([line.text[marker.end :].strip()], [line.page], marker, line.indent, Kind.LIST_ITEM)


def _bare(line: Line) -> str:
    return LEADER.sub(" ", line.text).strip() if line.listed else line.text


def _continues(group: Group, lines: Sequence[Line], widths: Sequence[int] | None, at: int) -> bool:
    """Whether the line goes on with the paragraph, item or entry in `group`."""
    line, before = lines[at], lines[at - 1]
    if line.listed or before.listed:
        return (
            line.listed
            and before.listed
            and not _NUMBER_AT_END.search(group.text)
            and _NUMBER_ALONE.match(line.text) is not None
        )
    if group.kind is Kind.HEADING or marker_at_start(line.text) is not None:
        return False
    if widths is None:
        if line.after_page and line.text[0].islower() and not ends_sentence(before.text):
            return True
        return group.marker is not None and line.indent > group.indent and not line.after_blank
    ended, filled = ends_sentence(before.text), is_filled(lines, widths, at - 1)
    if not ended and (line.text[0].islower() or is_unfinished(before.text)):
        return True
    if line.after_blank and not line.after_page:
        return False
    if group.marker is not None and line.indent > group.indent:
        return True
    if ended:
        return filled and not (group.marker is None and line.indent > before.indent + 1)
    return filled or len(before.text) > (1 - _EMPTY) * max(widths[at - 1], widths[at])
