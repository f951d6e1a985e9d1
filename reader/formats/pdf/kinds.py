"""Tells list items and quotations from plain paragraphs, and gives chapters' numbers to their titles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.typography import Typography
from reader.model import Kind

_QUOTED = re.compile(r"^[“‘„«\"].*[”’“»\"]\W{0,2}$", re.DOTALL)
_CHAPTER = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})\.?$")
# So many short lines of one style in a row, apart from the text around them, are a list.
_LIST_OF = 3


def mark_kinds(groups: Sequence[Group], typography: Typography) -> None:
    """Set the kinds of those groups of a document that are neither headings nor plain paragraphs."""
    for group in groups:
        if group.kind is not Kind.PARAGRAPH:
            continue
        if group.first.marker is not None and not group.is_row:
            group.kind = Kind.LIST_ITEM
        elif _is_quote(group, typography):
            group.kind = Kind.QUOTE


def with_chapter_numbers(groups: Sequence[Group], typography: Typography) -> list[Group]:
    """The groups, where a number that stands alone and large over a heading has become the heading's beginning."""
    kept: list[Group] = []
    for group in groups:
        above = kept[-1] if kept else None
        if above is not None and _is_chapter_number(above, typography) and _stands_under(above, group, typography):
            group.lines[:0] = above.lines
            group.first_in_column = above.first_in_column
            kept.pop()
        kept.append(group)
    return kept


def _is_chapter_number(group: Group, typography: Typography) -> bool:
    return bool(_CHAPTER.match(group.text)) and group.style.size >= 1.2 * typography.size


def _stands_under(above: Group, group: Group, typography: Typography) -> bool:
    """Whether the number belongs to the group: near it, or both so large that they are the page's title together."""
    apart = group.first.baseline - above.last.baseline
    near = 0 < apart < 2.5 * max(group.first.size, above.last.size) and group.style.font == above.style.font
    return near or min(above.style.size / 2, group.style.size) >= 1.5 * typography.size


def _is_quote(group: Group, typography: Typography) -> bool:
    style, text = group.style, group.text
    if group.words < 4 or style.size < 1.08 * typography.size:
        return False
    return bool(_QUOTED.match(text)) or (text.isupper() and style.size >= 1.5 * typography.size)
