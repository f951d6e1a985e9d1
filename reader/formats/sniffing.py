"""Names what kind of file a file is, from its first bytes."""

from __future__ import annotations

import re
from pathlib import Path

from reader.formats.archives import members_of

# How many bytes of a file its kind is judged by.
HEAD = 4096

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a Rich Text document (RTF)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older Office program (.doc, .xls, .ppt)"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"BM", "a picture (BMP)"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed folder (7z)"),
    (b"Rar!", "a compressed folder (RAR)"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu document"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)

_ZIP_KINDS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "a Word document (.docx)"),
    ("xl/workbook.xml", "an Excel workbook (.xlsx)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
    ("content.xml", "an OpenDocument file (.odt, .ods, .odp)"),
)

_HTML = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body|<(?:div|h[1-6]|p|table)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"<\?xml\b")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def is_html(head: bytes) -> bool:
    """Whether the bytes begin a web page."""
    return bool(_HTML.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()))


def is_binary(head: bytes) -> bool:
    """Whether the bytes are those of no text in any encoding that texts are found in.

    A text may hold a few stray NUL bytes; UTF-16 without a mark has one in every other place.
    """
    if head.startswith(_BYTE_ORDER_MARKS):
        return False
    if (
        any(head.startswith(signature) for signature, _ in _SIGNATURES if len(signature) > 2)
        or head[:4] == b"PK\x03\x04"
    ):
        return True
    controls = sum(1 for byte in head if byte < 32 and byte not in b"\x00\t\n\v\f\r\x1a\x1b")
    return controls > len(head) * 0.02


def kind_of_file(path: Path, head: bytes) -> str:
    """What the file is, as a person would say it: "a picture (PNG)"."""
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _kind_of_zip(path)
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and (len(signature) > 2 or is_binary(head)):
            return name
    if is_html(head):
        return "a web page (HTML)"
    if _XML.match(head.lstrip()):
        return "an XML file"
    return "a file of an unknown kind" if is_binary(head) else "a text file"


def _kind_of_zip(path: Path) -> str:
    members = members_of(path)
    if not members:
        return "a damaged or incomplete Word, OpenDocument or ZIP file"
    for member, name in _ZIP_KINDS:
        if member in members:
            return name
    return "a compressed folder (ZIP)"
