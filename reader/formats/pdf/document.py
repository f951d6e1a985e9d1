"""Reads a whole PDF: its pages, then what recurs in them, then its blocks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf

from reader.errors import NoText
from reader.formats.pdf.columns import columns_of
from reader.formats.pdf.contents import contents_of, is_contents, is_contents_column, with_numbers_last
from reader.formats.pdf.continuing import join_continued
from reader.formats.pdf.furniture import label_sides, take_furniture
from reader.formats.pdf.joining import text_and_pieces
from reader.formats.pdf.kinds import mark_kinds
from reader.formats.pdf.levels import rank_headings
from reader.formats.pdf.lines import lines_of
from reader.formats.pdf.mending import has_unknown, mend, with_glyph_numbers
from reader.formats.pdf.opening import BROKEN, damaged, open_pdf
from reader.formats.pdf.pages import Side, sides_of
from reader.formats.pdf.paragraphs import Group, groups_of
from reader.formats.pdf.rows import tidied
from reader.formats.pdf.style import Styles
from reader.formats.pdf.typography import Typography, symbol_fonts, typography_of
from reader.formats.registry import OnPage
from reader.hyphens import Hyphens
from reader.language import language_of
from reader.model import Block, Kind, Manifesto, OutlineEntry, Page
from reader.sections import with_sections

_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_GLYPH_NUMBERS = pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE


def read_pdf(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in a PDF. Raises Encrypted, Damaged, NoText."""
    document = open_pdf(path)
    raw: list[tuple[int, list[dict[str, Any]], float, float]] = []
    failed = []
    count = document.page_count
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
            blocks = page.get_text("dict", flags=_FLAGS)["blocks"]
            if has_unknown(blocks):
                with_glyph_numbers(blocks, page.get_text("dict", flags=_FLAGS | _GLYPH_NUMBERS)["blocks"])
            raw.append((number, blocks, page.rect.width, page.rect.height))
        except BROKEN:
            failed.append(number)
        on_page(number, count)
    if not raw:
        raise damaged(path)
    mend([blocks for _, blocks, _, _ in raw])
    symbols = symbol_fonts(blocks for _, blocks, _, _ in raw)
    styles = Styles()
    sides: list[Side] = []
    for number, blocks, width, height in raw:
        sides.extend(sides_of(number, width, height, tidied(lines_of(blocks, number, styles, symbols))))
    typography = typography_of(line for side in sides for line in side.lines if line.upright)
    if not any(side.lines for side in sides):
        raise NoText(f"“{path.name}” holds pictures of pages but no text.", "Read it with OCR.")
    take_furniture(sides, typography)
    label_sides(sides)
    groups = [group for side in sides for group in _groups_of_side(side, typography)]
    groups = join_continued(groups)
    outline = tuple(OutlineEntry(level, title, max(1, page)) for level, title, page in document.get_toc())
    rank_headings(groups, outline, typography)
    language = language_of(" ".join(line.text for group in groups for line in group.lines))
    hyphens = Hyphens((line.text for group in groups for line in group.lines), language)
    found = [block for group in groups if (block := _block(group, hyphens)) is not None]
    labels: dict[int, list[str]] = {}
    for side in sides:
        labels.setdefault(side.page, [])
        if side.label:
            labels[side.page].append(side.label)
    pages = tuple(Page(n, "|".join(labels[n]) or None, w, h, bool(bs)) for n, bs, w, h in raw)
    title = (document.metadata or {}).get("title") or next((b.text for b in found if b.kind is Kind.HEADING), path.stem)
    return Manifesto(
        title,
        language,
        with_sections(found),
        pages,
        outline,
        {k: str(v) for k, v in (document.metadata or {}).items() if v},
        (),
        format_name,
    )


def _groups_of_side(side: Side, typography: Typography) -> list[Group]:
    groups: list[Group] = []
    columns = columns_of(with_numbers_last(side.lines), typography.size)
    contents = is_contents(columns)
    for column in columns:
        entries = contents and is_contents_column(column)
        groups.extend(contents_of(column) if entries else groups_of(column, typography))
    mark_kinds(groups, typography)
    heads = [line for line in side.furniture if line.baseline < side.height / 2]
    feet = [line for line in side.furniture if line.baseline >= side.height / 2]
    groups = (
        [Group([line], Kind.FURNITURE) for line in heads] + groups + [Group([line], Kind.FURNITURE) for line in feet]
    )
    for group in groups:
        group.labels = [side.label] * len(group.lines)
    return groups


def _block(group: Group, hyphens: Hyphens) -> Block | None:
    item = group.kind is Kind.LIST_ITEM
    text, pieces = text_and_pieces(group.lines, group.labels, hyphens, item)
    if not text:
        return None
    marker = _shown(group.first.marker.text) if item and group.first.marker else None
    level = group.level if group.kind is Kind.HEADING else 1 if item else None
    return Block(group.kind, text, level, pieces=pieces, marker=marker)


def _shown(marker: str) -> str:
    """The marker as a reader sees it: a letter that a symbol font draws as a bullet is a bullet."""
    return marker if any(char.isdigit() for char in marker) or not marker.isalnum() else "•"
