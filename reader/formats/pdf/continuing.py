"""Joins the parts of a paragraph or list item that runs on in the next column or on the next page."""

from __future__ import annotations

from collections.abc import Sequence

from reader.formats.pdf.paragraphs import Group, ends_sentence
from reader.model import Kind

_FLOWING = (Kind.PARAGRAPH, Kind.LIST_ITEM)
# How many blocks (pictures' captions, pull quotes) may stand between a paragraph's parts.
_ASIDE = 4


def join_continued(groups: Sequence[Group]) -> list[Group]:
    """The groups of a document in reading order, where what runs on over a column or page is one group."""
    kept: list[Group] = []
    open_part: Group | None = None
    asides = 0
    for group in groups:
        if open_part is not None and group.first_in_column and _runs_on(open_part, group):
            open_part.lines.extend(group.lines)
            open_part.labels.extend(group.labels)
            open_part = open_part if group.last_in_column else None
            asides = 0
            continue
        kept.append(group)
        if group.kind in _FLOWING and not group.is_row and group.last_in_column and not _stands_aside(open_part, group):
            open_part, asides = group, 0
        elif group.kind is Kind.HEADING:
            open_part = None
        elif group.kind is not Kind.FURNITURE:
            asides += 1
            open_part = open_part if asides <= _ASIDE else None
    return kept


def _stands_aside(open_part: Group | None, group: Group) -> bool:
    """Whether a paragraph in other type stands between the parts of one that is not finished."""
    if open_part is None or ends_sentence(open_part.last.text) or len(open_part.lines) < 2:
        return False
    return not _set_alike(open_part, group)


def _set_alike(before: Group, group: Group) -> bool:
    a, b = before.last, group.first
    return abs(a.size - b.size) <= 0.07 * a.size and a.tail.bold == b.head.bold


def _runs_on(before: Group, group: Group) -> bool:
    if group.kind is not Kind.PARAGRAPH or group.is_row or group.first.marker is not None:
        return False
    if not _set_alike(before, group):
        return False
    a, b = before.last, group.first
    if ends_sentence(a.text):
        if before.kind is Kind.LIST_ITEM and group.hangs:
            return True
        return a.text.endswith((":", ";")) and b.text[:1].islower() and before.kind is Kind.PARAGRAPH
    return b.text[:1].islower() or not b.text[:1].isalpha() or _fills_its_line(before)


def _fills_its_line(group: Group) -> bool:
    """Whether the last line is as long as the others: the next word had no room on it."""
    longest = max(line.x1 for line in group.lines if line.page == group.last.page)
    return len(group.lines) > 1 and group.last.x1 > longest - 6 * group.last.size
