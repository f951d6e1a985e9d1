"""Puts the lines of each printed page into groups that make blocks, in reading order, each with its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.formats.pdf.captions import mark_captions
from reader.formats.pdf.columns import columns_of
from reader.formats.pdf.contents import Contents
from reader.formats.pdf.continuing import join_continued
from reader.formats.pdf.depths import set_depths
from reader.formats.pdf.kinds import mark_kinds, with_chapter_numbers
from reader.formats.pdf.levels import rank_headings
from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.plain_headings import mark_by_style, mark_plain_headings
from reader.formats.pdf.typography import Typography
from reader.model import Kind, OutlineEntry


def arranged(sides: Sequence[Side], outline: Sequence[OutlineEntry], typography: Typography) -> list[Group]:
    """The groups of the whole document, furniture included, with kinds, heading levels and page labels."""
    contents = Contents()
    groups = [group for side in sides for group in _groups_of_side(side, contents, typography)]
    mark_by_style(groups)
    mark_plain_headings(groups, typography)
    groups = join_continued(groups)
    rank_headings(groups, outline, typography)
    return groups


def _groups_of_side(side: Side, contents: Contents, typography: Typography) -> Iterator[Group]:
    groups = contents.groups_of(columns_of(side.lines, typography.size), typography)
    groups = with_chapter_numbers(groups, typography)
    mark_kinds(groups, typography)
    mark_captions(groups, side.pictures, typography)
    set_depths(groups)
    heads = [line for line in side.furniture if line.baseline < side.height / 2]
    feet = [line for line in side.furniture if line.baseline >= side.height / 2]
    for group in (*_furniture(heads), *groups, *_furniture(feet), *_furniture(side.hidden)):
        group.labels = [side.label] * len(group.lines)
        yield group


def _furniture(lines: Sequence[Line]) -> list[Group]:
    return [Group([line], Kind.FURNITURE) for line in lines]
