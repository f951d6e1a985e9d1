"""Reads a whole PDF: its pages, then what recurs in them, then its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reader.errors import NoText
from reader.formats.pdf.extraction import Extracted, RawPage, extract, has_ink
from reader.formats.pdf.furniture import take_furniture
from reader.formats.pdf.joining import text_and_pieces
from reader.formats.pdf.labels import label_by_file, label_sides
from reader.formats.pdf.layout import arranged
from reader.formats.pdf.legibility import is_legible
from reader.formats.pdf.notes import notes_on
from reader.formats.pdf.opening import BROKEN, damaged, open_pdf
from reader.formats.pdf.pages import Side, sides_of
from reader.formats.pdf.paragraphs import Group
from reader.formats.pdf.titles import title_of
from reader.formats.pdf.typography import typography_of
from reader.formats.registry import OnPage
from reader.hyphens import Hyphens
from reader.language import language_of
from reader.model import Block, Kind, Manifesto, OutlineEntry, Page
from reader.sections import with_sections


def read_pdf(path: Path, format_name: str, on_page: OnPage, passwords: Sequence[str] = ()) -> Manifesto:
    """The manifesto in a PDF. Raises Encrypted, Damaged, NoText."""
    document = open_pdf(path, passwords)
    try:
        extracted = extract(document, on_page)
        if all(page.failed for page in extracted.pages):
            raise damaged(path)
        garbled = _garbled(path, document, extracted.pages)
        return _manifesto(path, format_name, document, extracted, garbled)
    finally:
        document.close()


def _garbled(path: Path, document: Any, pages: Sequence[RawPage]) -> set[int]:
    """The numbers of the pages whose text layer is garbage. Raises NoText where there is nothing else."""
    judged = {page.number: is_legible("\n".join(line.text for line in page.lines)) for page in pages}
    if not any(judged.values()):
        # Too little text to judge by: a short document, or the specks that text recognition saw on a scan.
        worded = any(line.text for page in pages for line in page.lines) and False not in judged.values()
        if not worded or any(has_ink(document[page.number - 1]) for page in pages if not page.failed):
            raise _no_text(path, pages)
    return {number for number, legible in judged.items() if legible is False}


def _manifesto(path: Path, format_name: str, document: Any, extracted: Extracted, garbled: set[int]) -> Manifesto:
    sides = [side for page in extracted.pages for side in sides_of(page)]
    typography = typography_of(line for side in sides for line in side.lines if line.upright)
    outline, metadata = _outline(document), _metadata(document)
    title = title_of(metadata, sides, path)
    take_furniture(sides, typography)
    label_sides(sides)
    label_by_file(sides, _file_labels(document))
    groups = arranged(sides, outline, typography)
    language = language_of(" ".join(line.text for group in groups for line in group.lines))
    hyphens = Hyphens((line.text for group in groups for line in group.lines), language)
    blocks = [block for group in groups if (block := _block(group, hyphens)) is not None]
    return Manifesto(
        title=title,
        language=language,
        blocks=with_sections(blocks),
        pages=tuple(_pages(extracted.pages, sides, garbled)),
        outline=outline,
        metadata=metadata,
        notes=_notes(document, extracted, garbled),
        format=format_name,
    )


def _is_readable(page: RawPage, garbled: set[int]) -> bool:
    """Whether nothing that can be seen on the page is lost: its text is language, or it is blank."""
    return not (page.failed or page.number in garbled or page.has_ink)


def _pages(pages: Iterable[RawPage], sides: Sequence[Side], garbled: set[int]) -> Iterable[Page]:
    labels: dict[int, list[str]] = {}
    for side in sides:
        labels.setdefault(side.page, []).extend([side.label] if side.label else [])
    for page in pages:
        label = "|".join(dict.fromkeys(labels.get(page.number, ())))
        yield Page(page.number, label or None, page.width, page.height, _is_readable(page, garbled))


def _notes(document: Any, extracted: Extracted, garbled: set[int]) -> tuple[str, ...]:
    lost = [page for page in extracted.pages if not _is_readable(page, garbled)]
    return notes_on(
        damaged=bool(document.is_repaired),
        failed=[page.number for page in lost if page.failed],
        empty=[page.number for page in lost if not page.failed and page.number not in garbled],
        garbled=sorted(garbled),
        mended=extracted.mended,
    )


def _block(group: Group, hyphens: Hyphens) -> Block | None:
    item = group.kind is Kind.LIST_ITEM
    text, pieces = text_and_pieces(group.lines, group.labels, hyphens, item)
    if not text:
        return None
    marker = _shown(group.first.marker.text) if item and group.first.marker else None
    level = group.level if group.kind is Kind.HEADING or item else None
    return Block(group.kind, text, level, pieces=pieces, marker=marker)


def _shown(marker: str) -> str:
    """The marker as a reader sees it: a letter that a symbol font draws as a bullet is a bullet."""
    return marker if any(char.isdigit() for char in marker) or not marker.isalnum() else "•"


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


def _no_text(path: Path, pages: Sequence[RawPage]) -> NoText:
    advice = "Make it readable with a text recognition (OCR) program, then add the result."
    if sum(len(line.text) for page in pages for line in page.lines) >= 25 * len(pages):
        return NoText(f"The text in “{path.name}” is garbled: its fonts or its text recognition are wrong.", advice)
    if any(page.has_ink or page.lines for page in pages):
        return NoText(f"“{path.name}” holds only pictures of pages, no text.", advice)
    return NoText(f"“{path.name}” has no text on any of its pages.", "Check that it is the file you meant.")
