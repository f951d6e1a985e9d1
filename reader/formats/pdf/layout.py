"""Puts the lines of each printed page into groups that make blocks, in reading order, each with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.formats.pdf.captions import mark_captions
from reader.formats.pdf.columns import columns_of
from reader.formats.pdf.contents import contents_of, is_contents, is_contents_column, with_numbers_last
from reader.formats.pdf.continuing import join_continued
from reader.formats.pdf.depths import set_depths
from reader.formats.pdf.headings import mark_headings
from reader.formats.pdf.kinds import mark_kinds, with_chapter_numbers
from reader.formats.pdf.levels import rank_headings
from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.formats.pdf.paragraphs import Group, groups_of
from reader.formats.pdf.plain_headings import mark_plain_headings
from reader.formats.pdf.typography import Typography
from reader.identity import normalised
from reader.model import Kind, OutlineEntry


def arranged(sides: Sequence[Side], outline: Sequence[OutlineEntry], typography: Typography) -> list[Group]:
    """The groups of the whole document, furniture included, with kinds, heading levels and page labels."""
    groups = [group for side in sides for group in _groups_of_side(side, typography)]
    mark_headings(groups, _listed(groups, outline), typography)
    mark_kinds(groups, typography)
    mark_plain_headings(groups, typography)
    set_depths(groups)
    groups = join_continued(groups)
    rank_headings(groups, outline, typography)
    return groups


def _listed(groups: Sequence[Group], outline: Sequence[OutlineEntry]) -> set[str]:
    """The titles, normalised, that the contents pages and the file's outline name."""
    entries = (re.sub(r"\s*\d+$", "", group.text) for group in groups if group.kind is Kind.CONTENTS)
    return {normalised(title) for title in (*entries, *(entry.title for entry in outline))} - {""}


def _groups_of_side(side: Side, typography: Typography) -> Iterator[Group]:
    columns = columns_of(with_numbers_last(side.lines), typography.size)
    contents = is_contents(columns)
    groups: list[Group] = []
    for column in columns:
        entries = contents and is_contents_column(column)
        groups.extend(contents_of(column) if entries else groups_of(column, typography))
    groups = [*([Group(side.title)] if side.title else []), *with_chapter_numbers(groups, typography)]
    mark_captions(groups, side.pictures, typography)
    heads = [line for line in side.furniture if line.baseline < side.height / 2]
    feet = [line for line in side.furniture if line.baseline >= side.height / 2]
    numbers = [Group(side.numbers, Kind.FURNITURE)] if side.numbers else []
    for group in (*_furniture(heads), *groups, *_furniture(feet), *numbers, *_furniture(side.hidden)):
        group.labels = [side.label] * len(group.lines)
        yield group


def _furniture(lines: Sequence[Line]) -> list[Group]:
    return [Group([line], Kind.FURNITURE) for line in lines]
