"""Turns the bytes of a web page into text: by its mark, by what it says of itself, or by what it holds."""

from __future__ import annotations

import re
from io import BytesIO

from reader.formats.decoding import decode
from reader.formats.sniffing import beginning_of

# How far into a page its own word on its encoding is looked for (bytes); browsers look at 1,024.
_NEAR = 8_192
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I
)
# Other names that Python knows are no encodings of pages, and some of them are slow.
_TEXTUAL = re.compile(r"(?:utf-?8|iso|windows|cp\d|koi8|x?-?mac|euc|big5|gb|shift|s?jis|tis|latin)", re.I)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Browsers read these as Windows-1252, which holds the quotation marks that their writers meant.
_LATIN = frozenset(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"))


def text_of(content: bytes, told: str = "") -> str:
    """The page as text; `told` is the encoding that came with it, "" for none.

    What is UTF-8 throughout is read so, whatever it says of itself.
    """
    if content.startswith(_MARKS) or _is_utf_8(content):
        return decode(content)
    found = _DECLARED.search(content[:_NEAR]) or _DECLARED.search(beginning_of(BytesIO(content)))
    name = (told or (found[1].decode("ascii", errors="ignore") if found else "")).casefold()
    name = "cp1252" if name in _LATIN else name
    if _TEXTUAL.match(name) and not name.startswith(("utf8", "utf-8")):
        try:
            # A few bytes that the encoding has no character for are no reason to doubt it.
            text = content.decode(name, errors="replace")
        except LookupError:
            return decode(content)
        if text.count("\ufffd") <= len(text) * 0.001:
            return text
    return decode(content)


def _is_utf_8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with characters beyond ASCII in them."""
    try:
        return not content.isascii() and bool(content.decode("utf-8"))
    except UnicodeDecodeError:
        return False
