"""Decides which groups of a document are headings, by classes of style and for all of them at once.

Each group has evidence of its own: its words, what stands before and after it, whether the contents name it. The groups
of one style are mostly one thing, so the mean of their evidence counts for each of them, with how far the style stands
out from the body's. A single group leaves its class only on strong evidence of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from typing import NamedTuple

from reader.formats.pdf.furniture import IMPRINT
from reader.formats.pdf.paragraphs import Group, ends_sentence
from reader.formats.pdf.typography import Typography
from reader.model import Kind

# What is longer is hardly a heading, what is twice as long or has more lines is none, however large it is set.
_LONGEST, _MOST_LINES = 16, 5
# From this sum of evidence on a group is a heading.
_ENOUGH = 1.5
# However far a style stands out, it says no more than this.
_MOST = 3.0
# A style in which so much of the document is set, and mostly in long groups, is one of its text.
_BODY_SHARE = 0.12
# So many headings of one class in a row head nothing: they are a list.
_LIST_OF = 3
_CLOSERS = "\"'”’»)]"
_ADDRESS = re.compile(
    r"^(?:[#@]\S+|\S+@\S+\.\w+|(?:https?://|www\.)\S+|[\w-]+\.(?:com|org|net|co|uk|wales|scot|eu|de|es|ie|nl)\b\S*"
    r"|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$"
)
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?\s")
# "Chapter 3", "Part II": what stands over a chapter's title.
_LABEL = re.compile(r"^[^\W\d_]{4,} (?:\d{1,2}|[IVX]{1,5})[.:]?$")
_ITS_NUMBER = re.compile(r"^\W*(?:\d[\d.]*|[IVX]{1,5}[.)])\s+")
_WORDS = re.compile(r"[^\W_]+")


class StyleClass(NamedTuple):
    """What a reader sees of a style: size to half a point, weight, slant, colour, whether all capitals."""

    size: float
    weight: int
    italic: bool
    colour: int
    capitals: bool


def class_of(group: Group) -> StyleClass:
    """The class of the style that most of the group's characters are set in."""
    style = group.style
    return StyleClass(round(style.size * 2) / 2, style.weight, style.italic, style.colour, group.text.isupper())


def title_key(text: str) -> str:
    """A title as compared with what outline and contents name: its words without case and without its number."""
    return " ".join(_WORDS.findall(_ITS_NUMBER.sub("", text).casefold()))


def mark_headings(groups: Sequence[Group], listed: Container[str], typography: Typography) -> None:
    """Set kind HEADING on the paragraphs of the document that are headings.

    `groups` are in reading order, those of other kinds are left alone; `listed` are the
    `title_key`s of what contents pages and outline name.
    """
    body = [group for group in groups if group.kind not in (Kind.FURNITURE, Kind.CAPTION)]
    classes = [class_of(group) for group in body]
    own = [
        _evidence(body, at, group.words <= _LONGEST and title_key(group.text) in listed, typography)
        for at, group in enumerate(body)
    ]
    priors = _priors(body, classes, own, typography)
    for at, (group, style, value) in enumerate(zip(body, classes, own, strict=True)):
        if group.kind is not Kind.PARAGRAPH or group.is_row:
            continue
        stands_out = _standing_out(style, typography) > 0
        if stands_out and _of_words(group, typography) >= 0 and _run(classes, body, at) >= _LIST_OF:
            group.kind = Kind.LIST_ITEM
        elif priors[style] + value >= _ENOUGH:
            group.kind = Kind.HEADING


def _priors(
    groups: Sequence[Group], classes: Sequence[StyleClass], own: Sequence[float], typography: Typography
) -> dict[StyleClass, float]:
    """How much speaks for each class: how it stands out, and what its short groups have in common."""
    short: defaultdict[StyleClass, list[float]] = defaultdict(list)
    mass: Counter[StyleClass] = Counter()
    long: Counter[StyleClass] = Counter()
    for group, style, value in zip(groups, classes, own, strict=True):
        if group.kind is Kind.PARAGRAPH and not group.is_row:
            mass[style] += len(group.text)
            if group.words <= _LONGEST and not group.text.endswith((":", "…", "...")):  # lead-ins are set like headings
                short[style].append(value)
            else:
                long[style] += len(group.text)
    least = _BODY_SHARE * sum(mass.values())
    return {
        style: _standing_out(style, typography)
        + sum(short[style]) / (len(short[style]) + 1)
        - (2.0 if long[style] > max(least, mass[style] / 2) else 0.0)
        for style in mass
    }


def _standing_out(style: StyleClass, typography: Typography) -> float:
    """How far a style stands out from the body's."""
    ratio, heavier = style.size / typography.size, style.weight - typography.weight
    if ratio < 0.92:
        return -3.0
    value = 2.0 if ratio >= 1.6 else 1.5 if ratio >= 1.3 else 1.0 if ratio >= 1.12 else 0.0
    value += 1.5 if heavier >= 200 else 0.75 if heavier >= 100 else 0.0
    value += 1.0 * style.capitals + 0.75 * (style.colour != typography.colour) + 0.25 * style.italic
    return min(value, _MOST) if value else -3.0


def _evidence(groups: Sequence[Group], at: int, is_listed: bool, typography: Typography) -> float:
    """What speaks for (above 0) and against a group's being a heading, its style aside."""
    group = groups[at]
    if group.kind is not Kind.PARAGRAPH:
        return 0.0
    return _of_words(group, typography) + _of_marker(groups, at) + _of_place(groups, at, typography) + 3.0 * is_listed


def _of_words(group: Group, typography: Typography) -> float:
    text, large = group.text.strip(), group.style.size >= 1.5 * typography.size
    bare = text.rstrip(_CLOSERS)
    if group.words > 2 * _LONGEST or len(group.lines) > _MOST_LINES:
        return -4.0
    if not any(char.isalpha() for char in text) or _ADDRESS.match(text) or IMPRINT.search(text):
        return -5.0
    value = -2.0 * (group.words > _LONGEST) - 2.0 * (text[:1].islower() and not large)
    if bare.endswith((",", ";", "-", "–")):
        value -= 3.0
    elif bare.endswith(".") and not bare.endswith("..") and not _NUMBERED.match(text):
        # Older manifestos set a full stop after their headings.
        value -= 0.5 if group.words <= 6 and group.style.size >= 1.25 * typography.size else 3.0
    if _LABEL.match(text):
        value += 2.5
    if text[:1] in '“‘„«"' and group.words > 4:
        value -= 1.5
    return value


def _of_marker(groups: Sequence[Group], at: int) -> float:
    """A bullet speaks for an item; so does a number whose neighbour, set alike, has one too."""
    marker = groups[at].first.marker
    if marker is None:
        return 0.0
    if not marker.ordered:
        # A chevron may stand before a heading: what it heads is another group, set otherwise and long.
        following = groups[at + 1] if at + 1 < len(groups) else None
        heads = following is not None and following.first.marker is None and following.words > 12
        return -1.0 if heads and following is not None and following.style != groups[at].style else -3.0
    around = [*groups[max(0, at - 1) : at], *groups[at + 1 : at + 2]]
    return -3.0 if any(one.first.marker is not None and one.style == groups[at].style for one in around) else 0.0


def _of_place(groups: Sequence[Group], at: int, typography: Typography) -> float:
    """What a group heads, and what it would interrupt."""
    group, before = groups[at], groups[at - 1] if at else None
    following = [one for one in groups[at + 1 : at + 4] if one.first.page == group.last.page]
    large = group.style.size >= 1.6 * typography.size and group.words <= 8
    value = _of_colon(group, following)
    if not any(_is_text(one) for one in following):
        value -= 0.0 if large else 1.5
    elif group.last_in_column and following[0].first.baseline < group.first.baseline:
        value -= 0.0 if group.words <= 6 else 1.5
    else:
        value += 1.0
    if before is None or group.first_in_column:
        return value
    if before.kind is Kind.PARAGRAPH and len(before.lines) > 2 and not ends_sentence(before.text):
        value -= 1.0
    # Whom a quotation is by stands under it.
    return value - 2.0 * (before.text[-1:] in "”’“»\"'" and before.words > 4)


def _of_colon(group: Group, following: Sequence[Group]) -> float:
    """A lead-in ends in a colon or dots, as few headings do: those set larger than what follows."""
    if not group.text.rstrip(_CLOSERS).endswith((":", "…", "...")):
        return 0.0
    return 0.0 if group.words <= 8 and all(group.style.size >= 1.12 * one.style.size for one in following[:1]) else -3.0


def _is_text(group: Group) -> bool:
    return (
        group.words > 12 or group.kind is Kind.CONTENTS or group.first.marker is not None or ends_sentence(group.text)
    )


def _run(classes: Sequence[StyleClass], groups: Sequence[Group], at: int) -> int:
    """How many short groups of one class stand here one after the other in a column."""
    start, end = at, at + 1
    while (
        start > 0
        and classes[start - 1] == classes[at]
        and not groups[start].first_in_column
        and groups[start - 1].words <= _LONGEST
    ):
        start -= 1
    while (
        end < len(groups)
        and classes[end] == classes[at]
        and not groups[end].first_in_column
        and groups[end].words <= _LONGEST
    ):
        end += 1
    return end - start
