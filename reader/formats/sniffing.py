"""Tells what kind of file a file is by what it holds, and says of those that are not read what to do with them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from reader.errors import Damaged, NotSupported, UserError
from reader.formats.archives import LOCAL_HEADER, damaged, declared_type, members_of
from reader.formats.wide_text import wide_encoding

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
    (b"ID3", "a film or a sound recording"),
    (b"OggS", "a film or a sound recording"),
    (b"bplist00", "a property list of macOS"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)

_ZIP_KINDS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "a Word document (.docx)"),
    ("xl/workbook.xml", "an Excel workbook (.xlsx)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
    ("Index/Document.iwa", "a document of Pages, Numbers or Keynote"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
    ("content.xml", "an OpenDocument file (.ods, .odp, .odg)"),
)
# Parts of the types that OpenDocument files declare.
_OPEN_KINDS: tuple[tuple[str, str], ...] = (
    ("opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)"),
    ("opendocument.presentation", "an OpenDocument presentation (.odp)"),
    ("opendocument.graphics", "an OpenDocument drawing (.odg)"),
)
_PICTURES = frozenset((b"heic", b"heix", b"mif1", b"msf1", b"avif", b"WEBP"))
_BROKEN_ZIP = "a damaged or incomplete Word, OpenDocument or ZIP file"
_TEXT = "a text file"

# What to do with a file, by words in the name of its kind.
_ADVICE = {
    "folder": "Unpack it, and add the files that come out of it.",
    "gzip": "Unpack it, and add what comes out of it.",
    "picture": "Save it as PNG, JPEG or PDF, and add that.",
    "unknown": "Check that it is the file you meant; if so, save it as PDF in the program it was made with.",
    "program": "Add the file that holds the manifesto.",
    "database": "Add the file that holds the manifesto.",
    "sound": "Add the file that holds the manifesto in writing.",
    "data": "Add the manifesto itself, as PDF, Word document, web page or plain text.",
    "XML": "Add the manifesto itself, as PDF, Word document, web page or plain text.",
}
_ANY_ADVICE = "Open it in the program it was made with, save it as PDF, and add that."

# The elements that a page may begin with, also a piece of one.
_BEGINNERS = (
    "head|body|title|meta|link|base|main|article|section|header|nav|aside|footer|div|p|h[1-6]|ul|ol|dl|table|center"
    "|font|span|img|br|hr|blockquote|form|iframe"
)
_HTML = re.compile(
    rf"(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html[\s>]|<(?:{_BEGINNERS})[\s/>])".encode(), re.IGNORECASE
)
# What a server says before its page, a warning say, makes it none the less a page.
_HTML_FURTHER_ON = re.compile(rb"^[ \t]*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.MULTILINE)
_XML = re.compile(rb"<\?xml\b|<(?!html)[\w:.-]+\s[^<>]*\bxmlns\b|<rss\b", re.IGNORECASE)
_JSON = re.compile(rb"\{\s*\"[^\"\n]*\"\s*:|\[\s*\{\s*\"")
_UTF_8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}

# A page may begin with any amount of what says nothing of it; so much of a file is looked through for its end.
_FURTHEST = 8 << 20
_SPACE = re.compile(rb"\s*")
# What may stand before all that tells what a file is: how it begins, how it ends, whether it is kept.
_BEFORE = (
    (b"<?", b"?>", True),
    (b"<!--", b"-->", False),
    (b"<script", b"</script>", False),
    (b"<style", b"</style>", False),
)


def beginning_of(file: BinaryIO) -> bytes:
    """What the kind of a file is told by: its first bytes, at most about `HEAD`.

    Of a text, what stands before everything that says something is left out: white space, comments, scripts and
    styles. One in UTF-16 is given in UTF-8. Raises OSError.
    """
    head = file.read(HEAD) or b""
    if _has_signature(head):
        return head
    encoding = _wide_encoding(head)
    unmarked = head.removeprefix(_UTF_8_MARK)
    text = unmarked.lstrip()
    if not encoding and text and not text.startswith(b"<"):
        return unmarked
    content = head + (file.read(_FURTHEST) or b"")
    if encoding:
        content = content.decode(encoding, errors="ignore").encode("utf-8", errors="ignore")
    kept, at = _past_what_says_nothing(content.removeprefix(_UTF_8_MARK).removeprefix("\ufeff".encode()))
    return kept + at[:HEAD]


def _past_what_says_nothing(content: bytes) -> tuple[bytes, bytes]:
    """What is kept of what stands before the first thing that says something, and what follows from there on."""
    folded, at, kept = content.lower(), 0, b""
    while True:
        space = _SPACE.match(content, at)
        at = space.end() if space else at
        for begins, ends, is_kept in _BEFORE:
            end = folded.find(ends, at) if folded.startswith(begins, at) else -1
            if end >= 0:
                kept += content[at : end + len(ends)][:HEAD] if is_kept else b""
                at = end + len(ends)
                break
        else:
            return kept, content[at : at + HEAD]


def _wide_encoding(head: bytes) -> str:
    """The encoding of a text in UTF-16, with or without a mark; "" for any other file."""
    if head[:2] in _WIDE_MARKS:
        return _WIDE_MARKS[head[:2]]
    return wide_encoding(head)


def is_html(head: bytes) -> bool:
    """Whether what `beginning_of` gave begins a web page."""
    return bool(_HTML.match(head) or _HTML_FURTHER_ON.search(head))


def is_data(head: bytes) -> bool:
    """Whether what `beginning_of` gave begins a file of data for programs: XML that is no page, or JSON."""
    return not is_html(head) and bool(_XML.match(head) or _JSON.match(head))


def is_binary(head: bytes) -> bool:
    """Whether the bytes are those of no text in any encoding that texts are found in.

    A text may hold a few stray NUL bytes; UTF-16 without a mark has one in every other place.
    """
    if _has_signature(head):
        return True
    controls = sum(1 for byte in head if byte < 32 and byte not in b"\x00\t\n\v\f\r\x1a\x1b")
    return controls > len(head) * 0.02


def _has_signature(head: bytes) -> bool:
    # Those of two letters begin texts too.
    return head.startswith((LOCAL_HEADER, *(signature for signature, _ in _SIGNATURES if len(signature) > 2)))


def refusal(path: Path, head: bytes) -> UserError:
    """Why a file is not read whose beginning is `head`, and what to do with it: no format has recognised it."""
    kind = kind_of_file(path, head)
    if kind == _BROKEN_ZIP:
        return damaged(path)
    if kind == _TEXT:
        suffix = path.suffix.casefold()
        return Damaged(
            f"“{path.name}” is called {suffix} and holds nothing of that kind, only text.",
            f"Download or copy it again. If that text is what you want, rename it to {path.stem}.txt and add that.",
        )
    advice = next((advice for words, advice in _ADVICE.items() if words in kind), _ANY_ADVICE)
    return NotSupported(f"“{path.name}” is {kind}, which this program cannot read.", advice)


def kind_of_file(path: Path, head: bytes) -> str:
    """What the file is, as a person would say it: "a picture (PNG)"."""
    if head[:4] in (LOCAL_HEADER, b"PK\x05\x06"):
        return _kind_of_zip(path, head)
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and (len(signature) > 2 or is_binary(head)):
            return name
    if head[4:8] == b"ftyp" or head[:4] == b"RIFF":
        return "a picture (HEIC, AVIF or WebP)" if head[8:12] in _PICTURES else "a film or a sound recording"
    if is_html(head):
        return "a web page (HTML)"
    if is_data(head):
        return "an XML file" if head.startswith(b"<") else "a file of data (JSON)"
    return "a file of an unknown kind" if is_binary(head) else _TEXT


def _kind_of_zip(path: Path, head: bytes) -> str:
    members = members_of(path)
    if not members and head.startswith(LOCAL_HEADER):
        return _BROKEN_ZIP
    kind = next((name for part, name in _OPEN_KINDS if part in declared_type(path)), "")
    return kind or next((name for member, name in _ZIP_KINDS if member in members), "a compressed folder (ZIP)")
