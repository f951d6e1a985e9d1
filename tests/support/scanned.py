"""Pages that are pictures of text, made for tests: as PDFs and as picture files."""

from __future__ import annotations

import struct
from pathlib import Path

import pymupdf
from typeset import Press, paragraph

WORDS = "The harbour council will light every lane and mend the lamps in the old town."


def _picture(text: str, heading: str, dots: int) -> pymupdf.Pixmap:
    press = Press(300, 200)
    press.line(20, 40, heading, 16)
    press.column(20, 70, 260, text)
    return press.document[0].get_pixmap(dpi=dots)


def scan(path: Path, pages: int = 1, *, text: str = WORDS, readable_first: bool = False) -> Path:
    """A PDF whose pages are pictures, each with a heading of its own; with `readable_first` after one of text."""
    document = pymupdf.open()
    if readable_first:
        press = Press(300, 200)
        press.column(20, 40, 260, paragraph(40, 5))
        document.insert_pdf(press.document)
    for number in range(1, pages + 1):
        picture = _picture(text, f"Chapter {number}", 200)
        document.new_page(width=300, height=200).insert_image(pymupdf.Rect(0, 0, 300, 200), pixmap=picture)
    document.save(path)
    return path


def photograph(path: Path, text: str = WORDS) -> Path:
    """A picture file of a page, .png or .jpg."""
    _picture(text, "Lamps for all", 150).save(path)
    return path


def scanned_tiff(path: Path, pages: int) -> Path:
    """A TIFF of so many pages, without compression: for each its dots, then its directory, linked to the next."""
    made = bytearray(b"II*\0\0\0\0\0")
    link = 4
    for number in range(1, pages + 1):
        grey = pymupdf.Pixmap(pymupdf.csGRAY, _picture(WORDS, f"Chapter {number}", 72))
        start = len(made)
        made += grey.samples + bytes(len(grey.samples) % 2)
        made[link : link + 4] = struct.pack("<I", len(made))
        size = grey.width * grey.height
        tags = {
            256: grey.width,
            257: grey.height,
            258: 8,
            259: 1,
            262: 1,
            273: start,
            277: 1,
            278: grey.height,
            279: size,
        }
        made += struct.pack("<H", len(tags))
        for tag, value in tags.items():
            made += struct.pack("<HHII", tag, 4, 1, value)
        link = len(made)
        made += bytes(4)
    path.write_bytes(made)
    return path
