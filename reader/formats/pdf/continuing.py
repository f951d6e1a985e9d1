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
    open_at: int | None = None
    for group in groups:
        before = kept[open_at] if open_at is not None and len(kept) - open_at <= _ASIDE else None
        if before is not None and group.first_in_column and _runs_on(before, group):
            before.lines.extend(group.lines)
            before.labels.extend(group.labels)
            before.last_in_column = group.last_in_column
            open_at = open_at if group.last_in_column else None
            continue
        kept.append(group)
        if group.kind in _FLOWING and group.last_in_column:
            open_at = len(kept) - 1
        elif group.kind is Kind.HEADING:
            open_at = None
    return kept


def _runs_on(before: Group, group: Group) -> bool:
    if group.kind is not Kind.PARAGRAPH or group.first.marker is not None:
        return False
    a, b = before.last, group.first
    if abs(a.size - b.size) > 0.07 * a.size or a.tail.bold != b.head.bold:
        return False
    if ends_sentence(a.text):
        if before.kind is Kind.LIST_ITEM and group.hangs:
            return True
        return a.text.endswith((":", ";")) and b.text[:1].islower() and before.kind is Kind.PARAGRAPH
    return b.text[:1].islower() or not b.text[:1].isalpha() or _fills_its_line(before)


def _fills_its_line(group: Group) -> bool:
    """Whether the last line is as long as the others: the next word had no room on it."""
    longest = max(line.x1 for line in group.lines if line.page == group.last.page)
    return len(group.lines) > 1 and group.last.x1 > longest - 6 * group.last.size
