"""Turns the bytes of a text file into text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
# What Windows-1252 texts of western languages hold beyond ASCII; any other byte asks for a closer look.
_WESTERN = re.compile(
    rb"[\x80\x82\x84\x85\x8a\x8c\x8e\x91-\x97\x99\x9a\x9c\x9e\x9f\xa0\xa1\xa3\xa7\xa9\xab\xad\xae\xb0\xb4\xb7\xba-\xff]"
)
# So much of a file tells its encoding (bytes).
_SAMPLE = 200_000

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_DROPPED = dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0x7F, *(c for c in range(32) if chr(c) not in "\t\n\f\r\x0b")])
_SPACES = dict.fromkeys([0xA0, 0x2007, 0x202F, *range(0x2002, 0x2007), *range(0x2008, 0x200B)], " ")
_TABLE = {**_LIGATURES, **_DROPPED, **_SPACES, 0x0B: "\n", 0x2028: "\n", 0x2029: "\n\n", 0x85: "\n"}
_SOFT_INSIDE = re.compile("\u00ad(?![ \t]*(?:\n|$))")


def decode(content: bytes) -> str:
    """The text in `content`: by its byte order mark, else UTF-8, UTF-16 without a mark, Windows-1252, or a guess."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_encoding_of(content), errors="replace")


def cleaned(text: str) -> str:
    """The text with one kind of line end, ligatures as letters, no control characters, no soft hyphens inside words.

    A soft hyphen at a line's end stays: it says that the word goes on.
    """
    return _SOFT_INSIDE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE))


def _encoding_of(content: bytes) -> str:
    """The encoding of bytes that are not UTF-8 throughout."""
    sample = content[:_SAMPLE]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if zeros and zeros.count(0) > len(zeros) * 0.6:
            return encoding
    high = len(_HIGH.findall(sample))
    broken = sample.decode("utf-8", errors="replace").count("\ufffd")
    if broken <= 0.05 * high:
        return "utf-8"
    if high <= 0.2 * len(sample) and len(_WESTERN.findall(sample)) == high:
        return "cp1252"
    guess = from_bytes(sample).best()
    return guess.encoding if guess else "cp1252"
