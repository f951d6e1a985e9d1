"""Reads a whole PDF, or a file of pictures of pages: its pages, then what recurs in them, then its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pymupdf

from reader.errors import NoText
from reader.formats.pdf.extraction import Extracted, RawPage, extract, has_ink
from reader.formats.pdf.furniture import take_furniture, unread
from reader.formats.pdf.joining import text_and_pieces
from reader.formats.pdf.labels import label_sides
from reader.formats.pdf.layout import arranged
from reader.formats.pdf.legibility import is_legible
from reader.formats.pdf.mending import UNKNOWN
from reader.formats.pdf.notes import Words, files_inside, notes_on
from reader.formats.pdf.opening import BROKEN, damaged, names_inside, open_pages
from reader.formats.pdf.overprints import take_overprints
from reader.formats.pdf.pages import Side, sides_of
from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.pictured_text import looks_like_print
from reader.formats.pdf.titles import title_of
from reader.formats.pdf.turning import turned
from reader.formats.pdf.typography import typography_of
from reader.formats.registry import OnPage
from reader.hyphens import Hyphens
from reader.language import certain_language_of, language_of, scores_of
from reader.markers import Marker
from reader.model import Block, Kind, Manifesto, OutlineEntry, Page, Piece, Rect
from reader.recognition.pages import RecognisedPage
from reader.sections import with_sections

# Pictures on at least this share of a page are the page; it is measured at so many points across and down.
_COVERED, _POINTS = 0.6, 24
# What OCR saw is English where so many of its words are, though others are garbled.
_SOME_ENGLISH = 0.08


@dataclass(frozen=True, slots=True)
class Lost:
    """The numbers of pages whose words cannot be had without OCR: damaged ones, pictures, garbage for a text layer.

    `photographs` are the pages that show something and hold no words at all: nothing is lost with them.
    """

    failed: frozenset[int]
    pictures: frozenset[int]
    garbled: frozenset[int]
    photographs: frozenset[int]

    def __contains__(self, number: int) -> bool:
        return number in self.failed or number in self.pictures or number in self.garbled


def read_pages(
    path: Path,
    format_name: str,
    on_page: OnPage,
    passwords: Sequence[str],
    recognised: Mapping[int, RecognisedPage],
) -> Manifesto:
    """The manifesto in a PDF or in pictures of pages, with what OCR has seen on some of them, by number.

    Raises Encrypted, Damaged, NoText (all pages are blank).
    """
    document = open_pages(path, passwords)
    try:
        extracted = extract(document, on_page, recognised)
        if all(page.failed for page in extracted.pages):
            raise damaged(path)
        lost = _lost(path, document, extracted.pages)
        return _manifesto(path, format_name, document, extracted, lost)
    finally:
        document.close()


def _lost(path: Path, document: Any, pages: Sequence[RawPage]) -> Lost:
    """The pages whose words are not what is read here. Raises NoText where there are none on any page.

    Where few pages have words of their own, all others are pictures of text; else only those that look like it.
    """
    judged = {page.number: is_legible("\n".join(line.text for line in page.lines)) for page in pages}
    garbled = {number for number, legible in judged.items() if legible is False}
    inked = {page.number for page in pages if page.has_ink or (judged[page.number] is None and _is_covered(page))}
    if not any(judged.values()) and not any(page.recognised for page in pages):
        # Too little text to judge by: a short document, or the specks that text recognition saw on a scan.
        specks = [page for page in pages if page.number not in garbled and not page.failed]
        inked |= {page.number for page in specks if has_ink(document[page.number - 1])}
        if not inked and not any(page.lines for page in pages):
            inside = names_inside(document)
            advice = files_inside(inside) if inside else "Check that it is the file you meant."
            raise NoText(f"“{path.name}” has no text on any of its pages.", advice)
    recognised = {page.number for page in pages if page.recognised}
    own = sum(1 for number, legible in judged.items() if legible and number not in recognised)
    # What OCR saw nothing on is lost too where it saw nothing anywhere: that is no manifesto that has been read.
    pictures = inked & recognised if any(page.lines for page in pages) else set(recognised)
    if own > len(inked | recognised):
        pictures |= {number for number in inked - recognised if looks_like_print(document[number - 1])}
    else:
        pictures |= inked
    photographs = {page.number for page in pages if page.has_ink} - pictures
    failed = frozenset(page.number for page in pages if page.failed)
    return Lost(failed, frozenset(pictures), frozenset(garbled), frozenset(photographs))


def _is_covered(page: RawPage) -> bool:
    """Whether the pictures beside the page's few words, strips of it or one, cover most of it together."""
    across, down = ([(at + 0.5) * side / _POINTS for at in range(_POINTS)] for side in (page.width, page.height))
    covered = sum(
        any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in page.pictures) for x in across for y in down
    )
    return covered >= _COVERED * _POINTS**2


def _manifesto(path: Path, format_name: str, document: Any, extracted: Extracted, lost: Lost) -> Manifesto:
    sides = [side for page in extracted.pages for side in sides_of(page)]
    typography = typography_of(line for side in sides for line in side.lines if line.upright)
    outline, metadata = _outline(document), _metadata(document)
    recognised = {page.number for page in extracted.pages if page.recognised}
    take_overprints(sides, typography)
    take_furniture(sides, typography)
    title = title_of(metadata, [side for side in sides if side.page not in lost], path, recognised)
    label_sides(sides, _file_labels(document), typography.size)
    groups = arranged(sides, outline, typography)
    language = _language(extracted.pages, lost)
    hyphens = Hyphens((line.text for group in groups for line in group.lines), language)
    back = {page.number: page.back for page in extracted.pages if page.back != pymupdf.Identity}
    blocks = [block for group in groups if (block := _block(group, hyphens, back)) is not None]
    return Manifesto(
        title=title,
        language=language,
        blocks=with_sections(blocks),
        pages=tuple(_pages(extracted.pages, sides, lost)),
        outline=outline,
        metadata=metadata,
        notes=_notes(document, extracted, lost, unread(sides)),
        format=format_name,
    )


def _language(pages: Sequence[RawPage], lost: Lost) -> str:
    """The language of what could be read. What OCR saw has to leave no doubt, since it may be garbled."""
    own, seen = ("\n".join(_texts(pages, lost, recognised=of_ocr)) for of_ocr in (False, True))
    if own or not seen:
        return language_of(own)
    return certain_language_of(seen) or ("en" if scores_of(seen)["en"] >= _SOME_ENGLISH else "")


def _texts(pages: Iterable[RawPage], lost: Lost, *, recognised: bool) -> Iterable[str]:
    for page in pages:
        if page.recognised is recognised and page.number not in lost:
            yield from (line.text for line in page.lines)


def _pages(pages: Iterable[RawPage], sides: Sequence[Side], lost: Lost) -> Iterable[Page]:
    labels: dict[int, list[str]] = {}
    for side in sides:
        labels.setdefault(side.page, []).extend([side.label] if side.label else [])
    for page in pages:
        label = "|".join(dict.fromkeys(labels.get(page.number, ())))
        _, _, width, height = turned((0, 0, page.width, page.height), page.back)
        yield Page(page.number, label or None, width, height, page.number not in lost)


def _notes(document: Any, extracted: Extracted, lost: Lost, turned_words: Sequence[int]) -> tuple[str, ...]:
    recognised = {page.number for page in extracted.pages if page.recognised}
    unrecognised = (lost.pictures | lost.garbled) & recognised
    return notes_on(
        damaged=bool(document.is_repaired),
        failed=sorted(lost.failed),
        photographs=sorted(lost.photographs),
        pictures=sorted(lost.pictures - recognised),
        garbled=sorted(lost.garbled - recognised),
        recognised=[page.number for page in extracted.pages if page.lines and page.number in recognised - unrecognised],
        unrecognised=sorted(unrecognised),
        words=Words(
            extracted.mended,
            _unnamed(extracted.pages, lost),
            extracted.differing,
            [page.number for page in extracted.pages if page.written_on],
        ),
        turned=turned_words,
        inside=names_inside(document),
    )


def _unnamed(pages: Iterable[RawPage], lost: Lost) -> list[int]:
    """The pages that are read and hold letters that no font names."""
    read = (page for page in pages if page.number not in lost and not page.recognised)
    return [page.number for page in read if any(UNKNOWN in line.text for line in page.lines)]


def _block(group: Group, hyphens: Hyphens, back: Mapping[int, Any]) -> Block | None:
    """The block that a group makes. `back` leads from pages that were turned to the pages as shown."""
    item = group.kind is Kind.LIST_ITEM
    note = group.kind is Kind.PARAGRAPH and not group.is_row
    joined = text_and_pieces(group.lines, group.labels, hyphens, is_item=item, is_note=note)
    if not joined.text:
        return None
    pieces = tuple(_as_shown(piece, back) for piece in joined.pieces)
    marker = _shown(group.first.marker) if item and group.first.marker else group.first.number if note else None
    level = group.level if group.kind is Kind.HEADING or item else None
    return Block(group.kind, joined.text, level, pieces=pieces, marker=marker, references=joined.references)


def _as_shown(piece: Piece, back: Mapping[int, Any]) -> Piece:
    if piece.page is None or piece.rect is None or piece.page not in back:
        return piece
    edges = turned((piece.rect.x0, piece.rect.y0, piece.rect.x1, piece.rect.y1), back[piece.page])
    return replace(piece, rect=Rect(*(round(edge, 2) for edge in edges)))


def _shown(marker: Marker) -> str:
    """The marker as a reader sees it: a letter or figure that a symbol font draws as a bullet is a bullet."""
    return marker.text if marker.ordered or not marker.text.isalnum() else "•"


def _outline(document: Any) -> tuple[OutlineEntry, ...]:
    try:
        entries = document.get_toc()
    except BROKEN:
        return ()
    return tuple(OutlineEntry(level, " ".join(title.split()), max(1, page)) for level, title, page, *_ in entries)


def _metadata(document: Any) -> dict[str, str]:
    """What the file says of itself, by PyMuPDF's names (title, author, creationDate ...), without what is empty."""
    found = document.metadata or {}
    return {key: str(value).strip() for key, value in found.items() if value and str(value).strip()}


def _file_labels(document: Any) -> list[str]:
    """The labels that the file keeps for its pages, none where they say nothing: plain counting from 1."""
    try:
        labels = (
            [str(document[at].get_label()) for at in range(document.page_count)] if document.get_page_labels() else []
        )
    except BROKEN:
        return []
    return [] if labels == [str(at + 1) for at in range(len(labels))] else labels
