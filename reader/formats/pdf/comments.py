"""What people added to a PDF with other programs: taken off before its text is read, and read by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pymupdf

from reader.formats.pdf.opening import BROKEN, open_pages
from reader.formats.pdf.turning import Box, turned
from reader.highlights.values import HighlightsRead, Mark, PdfHighlight
from reader.model import Rect
from reader.page_drawing import Word

_ON_WORDS = {
    pymupdf.PDF_ANNOT_HIGHLIGHT: Mark.HIGHLIGHT,
    pymupdf.PDF_ANNOT_UNDERLINE: Mark.UNDERLINE,
    pymupdf.PDF_ANNOT_SQUIGGLY: Mark.UNDERLINE,
    pymupdf.PDF_ANNOT_STRIKE_OUT: Mark.STRIKE_OUT,
}
_COMMENTS = {pymupdf.PDF_ANNOT_TEXT, pymupdf.PDF_ANNOT_FREE_TEXT, pymupdf.PDF_ANNOT_CARET}
_DRAWN = {
    pymupdf.PDF_ANNOT_LINE,
    pymupdf.PDF_ANNOT_SQUARE,
    pymupdf.PDF_ANNOT_CIRCLE,
    pymupdf.PDF_ANNOT_POLYGON,
    pymupdf.PDF_ANNOT_POLY_LINE,
    pymupdf.PDF_ANNOT_STAMP,
    pymupdf.PDF_ANNOT_INK,
    pymupdf.PDF_ANNOT_POPUP,
    pymupdf.PDF_ANNOT_FILE_ATTACHMENT,
    pymupdf.PDF_ANNOT_WATERMARK,
}
# Links and buttons are the manifesto's own.
_ADDED = {*_ON_WORDS, *_COMMENTS, *_DRAWN}
_FILLED_IN = {pymupdf.PDF_WIDGET_TYPE_TEXT, pymupdf.PDF_WIDGET_TYPE_COMBOBOX, pymupdf.PDF_WIDGET_TYPE_LISTBOX}
# These show words on the page.
_WORDED = {pymupdf.PDF_ANNOT_FREE_TEXT, pymupdf.PDF_ANNOT_STAMP, pymupdf.PDF_ANNOT_WATERMARK}

_MOMENT = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(?:([+-])(\d\d)'?(\d\d)?)?")


def take_comments_off(page: Any) -> bool:
    """Take what people added off a page of the document as it is in memory, and what they filled into its forms.

    Returns whether words were among it that stand on the page. Raises as PyMuPDF does.
    """
    tried: set[int] = set()
    worded = _take_answers_off(page)
    while added := [(xref, kind) for xref, kind, _ in page.annot_xrefs() if kind in _ADDED and xref not in tried]:
        first, kind = added[0]
        worded = worded or kind in _WORDED
        tried.add(first)  # one at a time: with it go its answers
        annotation = page.load_annot(first)
        if annotation is not None:
            page.delete_annot(annotation)
    return worded


def _take_answers_off(page: Any) -> bool:
    """Take the fields off that people can write into; whether any was filled in."""
    fields = [xref for xref, kind, _ in page.annot_xrefs() if kind == pymupdf.PDF_ANNOT_WIDGET]
    filled = False
    for xref in fields:
        field = page.load_widget(xref)
        if (
            field is not None
            and field.field_type in _FILLED_IN
            and not field.field_flags & pymupdf.PDF_FIELD_IS_READ_ONLY
        ):
            filled = filled or bool(str(field.field_value or "").strip())
            page.delete_widget(field)
    return filled


def read_highlights(path: Path, passwords: Sequence[str]) -> HighlightsRead:
    """The highlights and comments of a PDF. Raises Encrypted, Damaged. A page that is broken has none."""
    document = open_pages(path, passwords)
    found: list[PdfHighlight] = []
    words: dict[int, tuple[Word, ...]] = {}
    try:
        for number in range(1, document.page_count + 1):
            try:
                page = document[number - 1]
                here = _on_page(page, number)
                if here:
                    take_comments_off(page)
                    words[number] = words_on(page)
                    found += here
            except BROKEN:
                continue
    finally:
        document.close()
    return HighlightsRead(tuple(found), words)


def words_on(page: Any) -> tuple[Word, ...]:
    """The words of a page of PyMuPDF's and where they stand on it as shown."""
    found = page.get_text("words")
    return tuple(Word(text, _shown(page, (x0, y0, x1, y1))) for x0, y0, x1, y1, text, *_ in found)


def _on_page(page: Any, number: int) -> list[PdfHighlight]:
    annotations = [one for one in page.annots() or () if one.type[0] in _ON_WORDS or one.type[0] in _COMMENTS]
    answers = _answers(annotations)
    found = []
    for one in annotations:
        if one.irt_xref and one.irt_xref in answers:
            continue  # said with what it answers
        said, mark = one.info, _ON_WORDS.get(one.type[0], Mark.COMMENT)
        comment = "\n".join(filter(None, [said["content"].strip(), *answers.get(one.xref, ())]))
        if mark is Mark.COMMENT:
            rects: tuple[Rect, ...] = (_shown(page, one.rect),) if comment else ()
        else:
            rects = tuple(_quads(page, one))
        if rects or comment:
            author = " ".join(said["title"].split())
            made = moment(said["creationDate"]) or moment(said["modDate"])
            found.append(PdfHighlight(number, mark, rects, author, comment, _colour(one), made))
    return found


def _answers(annotations: Iterable[Any]) -> dict[int, list[str]]:
    """By number of the object that they answer, what answers say, each with its author: whole threads of them."""
    by_number = {one.xref: one for one in annotations}
    answers: dict[int, list[str]] = {}
    for one in by_number.values():
        first, seen = one, set()
        while first.irt_xref in by_number and first.xref not in seen:
            seen.add(first.xref)
            first = by_number[first.irt_xref]
        if first is not one:
            said, author = " ".join(one.info["content"].split()), " ".join(one.info["title"].split())
            said = f"{author}: {said}" if author and said and author != first.info["title"].strip() else said
            answers.setdefault(first.xref, []).append(said)
            answers.setdefault(one.irt_xref, answers[first.xref])
    return answers


def _quads(page: Any, annotation: Any) -> Iterator[Rect]:
    """What the four points of each quad span: programs write them in two orders."""
    points = annotation.vertices or []
    for at in range(0, len(points) - 3, 4):
        x, y = zip(*points[at : at + 4], strict=True)
        yield _shown(page, (min(x), min(y), max(x), max(y)))


def _shown(page: Any, box: Box) -> Rect:
    """A rectangle on the page as shown: PyMuPDF tells places as if it were not turned."""
    return Rect(*turned(box, page.rotation_matrix))


def _colour(annotation: Any) -> str:
    """The colour as "#rrggbb", "" where there is none."""
    parts: list[float] = list(annotation.colors.get("stroke") or annotation.colors.get("fill") or ())
    if len(parts) == 1:
        parts = parts * 3
    elif len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
    if len(parts) != 3:
        return ""
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in parts)


def moment(written: str) -> str:
    """A date as PDFs have it ("D:20260102030405+01'00'") as the library writes it, in UTC; "" for what is none."""
    found = _MOMENT.match(written.strip())
    if found is None:
        return ""
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        local = datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=UTC
        )
        away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        universal = local + away if sign == "-" else local - away
    except (ValueError, OverflowError):
        return ""
    return universal.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
