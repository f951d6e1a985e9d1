"""Turns the bytes of a text file into text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters that Windows-1252 texts of the languages we read use; other non-ASCII bytes ask for a closer look.
_WESTERN = re.compile(
    rb"[\x85\x91-\x97\x80\xa3\xa0\xa7\xab\xbb\xb7\xb0\xc0-\xff\x8c\x9c\x8a\x9a\x99\xa9\xae\xbf\xa1\xbd\xbc\xbe]"
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_DROPPED = dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF, 0x7F, *(c for c in range(32) if chr(c) not in "\t\n\f\r\x0b")])
_SPACES = dict.fromkeys([0xA0, 0x2007, 0x202F, *range(0x2002, 0x2007), *range(0x2008, 0x200B)], " ")
_TABLE = {**_LIGATURES, **_DROPPED, **_SPACES, 0x0B: "\n", 0x2028: "\n", 0x2029: "\n\n", 0x85: "\n"}


def decode(content: bytes) -> str:
    """The text in `content`: by its byte order mark, else UTF-8, UTF-16 without a mark, Windows-1252, or a guess."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _decode_without_mark(content)


def _decode_without_mark(content: bytes) -> str:
    sample = content[:4096]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros and zeros.count(0) > len(zeros) * 0.6:
            return content.decode(encoding, errors="replace")
    if len(content) and content.decode("utf-8", errors="ignore").__len__() > len(content) * 0.98 and b"\xc3" in content:
        # UTF-8 with a few broken bytes in it.
        return content.decode("utf-8", errors="replace")
    high = sum(1 for byte in content if byte > 127)
    if len(_WESTERN.findall(content)) == high and high < len(content) * 0.2:
        return content.decode("cp1252", errors="replace")
    guess = from_bytes(content).best()
    return str(guess) if guess else content.decode("cp1252", errors="replace")


def cleaned(text: str) -> str:
    """The text with one kind of line end, ligatures as letters, no control characters, no soft hyphens inside words."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
