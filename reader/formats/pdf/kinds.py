"""Tells what each group of lines is to its reader: heading, list item, quotation or plain paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.formats.pdf.paragraphs import Group, ends_sentence
from reader.formats.pdf.typography import Typography
from reader.model import Kind

# Headings have at most so many words and lines; what is longer is a sentence set large.
_LONGEST = 16
_MOST_LINES = 4
_STOPPED = 6
_CLOSERS = "\"'”’»)]"
_ADDRESS = re.compile(
    r"^(?:[#@]\S+|\S+@\S+\.\w+|(?:https?://|www\.)\S+|[\w-]+\.(?:com|org|net|co|uk|wales|scot|eu|de|es|ie)\b\S*)$"
)
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s")
_QUOTED = re.compile(r"^[“‘„«\"].*[”’“»\"]\W{0,2}$", re.DOTALL)
_CHAPTER = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})\.?$")
# So many headings of one style in a row head nothing: they are a list.
_LIST_OF = 3


def mark_kinds(groups: Sequence[Group], typography: Typography) -> None:
    """Set the kinds of the groups of one printed page, in reading order; contents entries are already marked."""
    candidates = [_is_set_as_heading(groups, at, typography) for at in range(len(groups))]
    for start, end in _chains(groups, candidates):
        if end - start >= _LIST_OF:
            for at in range(start, end):
                candidates[at] = False
                groups[at].kind = Kind.LIST_ITEM
    for at, group in enumerate(groups):
        if group.kind is not Kind.PARAGRAPH:
            continue
        if candidates[at] and _heads_something(groups, at, typography):
            group.kind = Kind.HEADING
        elif group.first.marker is not None and not group.is_row:
            group.kind = Kind.LIST_ITEM
        elif _is_quote(group, typography):
            group.kind = Kind.QUOTE


def with_chapter_numbers(groups: Sequence[Group], typography: Typography) -> list[Group]:
    """The groups, where a number that stands alone and large over a heading has become the heading's beginning."""
    kept: list[Group] = []
    for group in groups:
        above = kept[-1] if kept else None
        if above is not None and _is_chapter_number(above, typography) and _stands_under(above, group):
            group.lines[:0] = above.lines
            group.first_in_column = above.first_in_column
            kept.pop()
        kept.append(group)
    return kept


def _is_chapter_number(group: Group, typography: Typography) -> bool:
    return bool(_CHAPTER.match(group.text)) and group.style.size >= 1.2 * typography.size


def _stands_under(above: Group, group: Group) -> bool:
    apart = group.first.baseline - above.last.baseline
    return 0 < apart < 2.5 * max(group.first.size, above.last.size) and group.style.font == above.style.font


def _chains(groups: Sequence[Group], candidates: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs (start, end) of would-be headings in one style with nothing between them."""
    chains: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(groups) + 1):
        goes_on = (
            at < len(groups)
            and candidates[at]
            and candidates[at - 1]
            and groups[at].style == groups[at - 1].style
            and not groups[at].first_in_column
        )
        if not goes_on:
            if candidates[start]:
                chains.append((start, at))
            start = at
    return chains


def _is_set_as_heading(groups: Sequence[Group], at: int, typography: Typography) -> bool:
    group, following = groups[at], groups[at + 1 : at + 2]
    if group.kind is not Kind.PARAGRAPH or group.is_row or not _reads_as_heading(group, typography):
        return False
    style, text = group.style, group.text
    marker = group.first.marker
    if marker is not None and (not marker.ordered or _is_one_of_a_list(groups, at)):
        return False
    if text.rstrip(_CLOSERS).endswith((":", "…", "...")) and not _is_larger_than(group, following):
        return False
    weights = {line.style.weight for line in group.lines}
    if style.size >= 1.12 * typography.size:
        return len(weights) == 1 or style.size >= 1.8 * typography.size
    if style.size < 0.92 * typography.size:
        return False
    if min(weights) >= typography.weight + 200:
        return True
    if min(weights) >= typography.weight + 100:
        return bool(following) and following[0].style.weight < min(weights)
    return text.isupper() and len(text) > 3 and group.words > 1


def _is_one_of_a_list(groups: Sequence[Group], at: int) -> bool:
    """Whether the group's number is one of a list: its neighbour, set alike, has one too."""
    around = [*groups[max(0, at - 1) : at], *groups[at + 1 : at + 2]]
    return any(one.first.marker is not None and one.style == groups[at].style for one in around)


def _is_larger_than(group: Group, following: Sequence[Group]) -> bool:
    """Whether a line that ends in a colon or dots is set larger than what it introduces: more than a lead-in."""
    return group.words <= 8 and all(group.style.size >= 1.12 * one.style.size for one in following)


def _reads_as_heading(group: Group, typography: Typography) -> bool:
    """Whether the words could be a heading: short, no sentence, no address."""
    text, words, large = group.text.strip(), group.words, group.style.size >= 1.5 * typography.size
    if (
        words > _LONGEST
        or len(group.lines) > _MOST_LINES
        or not any(char.isalpha() for char in text)
        or _ADDRESS.match(text)
    ):
        return False
    bare = text.rstrip(_CLOSERS)
    if text[:1].islower() and not large:
        return False
    if bare.endswith(".") and not _NUMBERED.match(text):
        bold = group.style.weight >= typography.weight + 200
        # Older manifestos set a full stop after their headings.
        stopped = words <= _STOPPED and group.style.size >= 1.25 * typography.size and len(group.lines) == 1
        return stopped or (large and words <= (12 if bold else 6))
    return not bare.endswith((",", ";"))


def _heads_something(groups: Sequence[Group], at: int, typography: Typography) -> bool:
    """Whether text follows that the group can head; large type alone on a page is a title."""
    group, following = groups[at], groups[at + 1 : at + 4]
    large = group.style.size >= 1.6 * typography.size
    if large and group.words <= 8:
        return True
    if not following or (large and following[0].style.size < 0.9 * typography.size):
        return False
    if group.last_in_column and following[0].first.baseline < group.first.baseline:
        return group.style.size >= 1.25 * typography.size and group.words <= 6
    # A name over an office, at the end of a letter, heads nothing.
    return any(
        one.words > 12
        or one.is_row
        or one.kind is not Kind.PARAGRAPH
        or one.first.marker is not None
        or ends_sentence(one.text)
        for one in following
    )


def _is_quote(group: Group, typography: Typography) -> bool:
    style, text = group.style, group.text
    if group.words < 4 or style.size < 1.08 * typography.size:
        return False
    return bool(_QUOTED.match(text)) or (text.isupper() and style.size >= 1.5 * typography.size)
