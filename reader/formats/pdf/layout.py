"""Puts the lines of each printed page into groups that make blocks, in reading order, each with its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.formats.pdf.columns import columns_of
from reader.formats.pdf.contents import Contents, listed_in
from reader.formats.pdf.continuing import join_continued
from reader.formats.pdf.depths import set_depths
from reader.formats.pdf.headings import mark_headings, title_key
from reader.formats.pdf.kinds import mark_captions, mark_kinds, with_chapter_numbers
from reader.formats.pdf.levels import rank_headings
from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.plain_headings import mark_plain_headings
from reader.formats.pdf.typography import Typography
from reader.model import Kind, OutlineEntry


def arranged(sides: Sequence[Side], outline: Sequence[OutlineEntry], typography: Typography) -> list[Group]:
    """The groups of the whole document, furniture included, with kinds, heading levels and page labels."""
    contents = Contents()
    groups = [group for side in sides for group in _groups_of_side(side, contents, typography)]
    named = _named(groups, outline)
    mark_headings(groups, named, typography)
    mark_kinds(groups, typography)
    mark_plain_headings(groups, typography)
    set_depths(groups)
    groups = join_continued(groups)
    rank_headings(groups, named, typography, has_outline=bool(outline))
    return groups


def _named(groups: Sequence[Group], outline: Sequence[OutlineEntry]) -> dict[str, int]:
    """The `title_key`s of what the file's outline and its contents pages name, each with its level from 1."""
    named: dict[str, int] = {}
    for entry in outline:
        named.setdefault(title_key(entry.title), entry.level)
    for listed in listed_in(groups):
        named.setdefault(title_key(listed.title), listed.depth)
    named.pop("", None)
    return named


def _groups_of_side(side: Side, contents: Contents, typography: Typography) -> Iterator[Group]:
    groups = contents.groups_of(columns_of(side.lines, typography.size), typography)
    groups = [*([Group(side.title)] if side.title else []), *with_chapter_numbers(groups, typography)]
    mark_captions(groups, side.pictures, typography)
    heads = [line for line in side.furniture if line.baseline < side.height / 2]
    feet = [line for line in side.furniture if line.baseline >= side.height / 2]
    numbers = [Group(side.numbers, Kind.FURNITURE)] if side.numbers else []
    for group in (
        *_furniture(heads),
        *groups,
        *_furniture(feet),
        *numbers,
        *_furniture((*side.overprints, *side.hidden)),
    ):
        group.labels = [side.label] * len(group.lines)
        yield group


def _furniture(lines: Sequence[Line]) -> list[Group]:
    return [Group([line], Kind.FURNITURE) for line in lines]
