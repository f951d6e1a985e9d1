"""Recognises one page of a file with Tesseract. For worker processes: it imports PyMuPDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pymupdf

from reader.errors import Damaged, NotSupported
from reader.formats.pdf.opening import BROKEN, open_pages
from reader.recognition.data import folder_with, how_to_install, name_of
from reader.recognition.pages import RecognisedPage, Word

# Dots to the inch of a page picture: less costs accuracy, more only time.
_DOTS = 200
# A picture that is the whole page is not enlarged beyond this length, in dots.
_ENLARGED = 2400
# No page picture has more dots than this, whatever the size of the page.
_MOST_DOTS = 16_000_000
_SPACES = pymupdf.TEXT_PRESERVE_WHITESPACE


def recognise_page(path: Path, number: int, data: str, passwords: Sequence[str] = ()) -> RecognisedPage:
    """What is written on a page (1-based), read with the language data by this name; for a protected file, passwords.

    Raises Damaged, Encrypted, NotSupported (the data is missing), and MemoryError.
    """
    folder = folder_with(data)
    if folder is None:
        raise NotSupported(f"The data for reading {name_of(data)} by OCR is missing.", how_to_install(data))
    document = open_pages(path, passwords)
    try:
        page = document[number - 1]
        layer = _text_layer(page, data, folder)
        try:
            blocks = _blocks(layer, page)
        finally:
            layer.close()
    except BROKEN:
        raise Damaged(
            f"Page {number} of “{path.name}” could not be read by OCR.", "Look at it in another program."
        ) from None
    finally:
        document.close()
    return RecognisedPage(number, data, tuple(_lines(blocks)))


def _text_layer(page: Any, data: str, folder: Path) -> Any:
    """A PDF of one page that holds the words seen on a picture of the page."""
    scale = _scale(page)
    # In colour although Tesseract needs none: PyMuPDF gives it nothing of a grey picture.
    picture = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False)
    picture.set_dpi(round(72 * scale), round(72 * scale))
    made = picture.pdfocr_tobytes(compress=False, language=data, tessdata=str(folder))
    return pymupdf.open("pdf", made)


def _scale(page: Any) -> float:
    """Dots to the point: hardly more than the picture has that the page consists of."""
    width, height = max(1.0, page.rect.width), max(1.0, page.rect.height)
    scale = _DOTS / 72
    for picture in page.get_image_info():
        box = pymupdf.Rect(picture["bbox"])
        if box.width * box.height > 0.8 * width * height:
            own = max(picture["width"], picture["height"]) / max(box.width, box.height)
            scale = min(scale, max(own, _ENLARGED / max(width, height)))
    return float(min(scale, (_MOST_DOTS / (width * height)) ** 0.5))


def _blocks(layer: Any, page: Any) -> list[dict[str, Any]]:
    seen = layer[0]
    shrink = page.rect.width / seen.rect.width
    text = seen.get_textpage(flags=_SPACES, matrix=pymupdf.Matrix(shrink, shrink))
    blocks: list[dict[str, Any]] = text.extractDICT()["blocks"]
    return blocks


def _lines(blocks: list[dict[str, Any]]) -> Iterator[tuple[Word, ...]]:
    for block in blocks:
        for line in block.get("lines", ()):
            cosine, sine = line["dir"]
            words = tuple(_words(line["spans"])) if abs(sine) < 0.1 and cosine > 0 else ()
            if words:
                yield words


def _words(spans: list[dict[str, Any]]) -> Iterator[Word]:
    """The words of a line: Tesseract's PDF has a span for about each of them."""
    for span in spans:
        parts = span["text"].split()
        if not parts:
            continue
        x0, y0, x1, y1 = span["bbox"]
        # A span may begin with the space before its word, which its rectangle includes or not; it matters little.
        letters = sum(map(len, parts)) + len(parts) - 1
        at = x0
        for part in parts:
            end = at + (x1 - x0) * len(part) / letters
            yield Word(at, y0, min(end, x1), y1, part)
            at = end + (x1 - x0) / letters
