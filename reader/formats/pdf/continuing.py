"""Joins the parts of a paragraph or list item that runs on in the next column or on the next page."""

from __future__ import annotations

from collections.abc import Sequence

from reader.formats.pdf.lines import Line
from reader.formats.pdf.paragraphs import Group, ends_sentence
from reader.formats.pdf.rows import same_size
from reader.model import Kind

_FLOWING = (Kind.PARAGRAPH, Kind.LIST_ITEM)


def join_continued(groups: Sequence[Group]) -> list[Group]:
    """The groups of a document in reading order, where what runs on over a column, a page or a box is one group."""
    kept: list[Group] = []
    part: Group | None = None
    headed = False
    for group in groups:
        over = part is not None and part.last_in_column and group.first_in_column and not headed
        if part is not None and ((over and _runs_on(part, group)) or _runs_on_under_a_box(part, group)):
            part.lines.extend(group.lines)
            part.labels.extend(group.labels)
            part.right, part.last_in_column = group.right, group.last_in_column
            headed = False
            continue
        kept.append(group)
        if group.kind in _FLOWING and not group.is_row and not _stands_aside(part, group):
            part, headed = group, False
        elif group.kind is not Kind.FURNITURE:
            headed = headed or group.kind is Kind.HEADING
            if part is not None and headed and part.last.page != group.first.page:
                part = None
    return kept


def _stands_aside(part: Group | None, group: Group) -> bool:
    """Whether a paragraph in other type stands between the parts of one that is not finished."""
    if part is None or ends_sentence(part.last.text) or len(part.lines) < 2:
        return False
    # The next item of a list may begin in bold.
    return not _set_alike(part, group) and (group.first.marker is None or not same_size(part.last, group.first))


def _runs_on_under_a_box(part: Group, group: Group) -> bool:
    """Whether the paragraph stands under the part of one in the very same type, and something between them."""
    a, b = part.last, group.first
    below = a.page == b.page and a.baseline < b.baseline and abs(a.text_x0 - b.x0) < b.size
    alike = group.kind is Kind.PARAGRAPH and b.marker is None and a.tail == b.head
    return below and alike and b.text[:1].islower() and not ends_sentence(a.text)


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
    return b.text[:1].islower() or not b.text[:1].isalpha() or _fills_its_line(before, b)


def _fills_its_line(group: Group, following: Line) -> bool:
    """Whether the last line is as long as the others, or a single one so long that the next word had no room on it."""
    if len(group.lines) == 1:
        word = following.text.split(" ", 1)[0]
        room = group.right - group.last.x1
        return room < (len(word) + 1) * (following.x1 - following.x0) / len(following.text)
    longest = max(line.x1 for line in group.lines if line.page == group.last.page)
    return group.last.x1 > longest - 6 * group.last.size
