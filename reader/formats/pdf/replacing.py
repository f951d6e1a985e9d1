"""Finds in the streams of a PDF the words that it gives in place of what it draws (ActualText; ISO 32000-2, 14.9.4)."""

from __future__ import annotations

import re
from typing import NamedTuple

_UNKNOWN = "\ufffd"
_KEY, _NO_KEY = b"/ActualText", b"/ActualNone"
_GIVEN = re.compile(rb"/ActualText\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:[^()\\]|\\.)*)\))", re.DOTALL)
_DRAWN = re.compile(rb"<([0-9A-Fa-f\s]*)>(?!>)|\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# Text may say what language it is in between two of these.
_LANGUAGE = re.compile("\x1b[^\x1b]*\x1b")
# Words given for one glyph, or for a few that are one letter, have at most so many letters, and a letter at most so
# many bytes of drawn glyphs.
_SHORT, _BYTES = 4, 4


class Given(NamedTuple):
    """Words given, where their key begins in the stream, and how many bytes of text are drawn in their place."""

    text: str
    start: int
    drawn: int

    @property
    def is_for_one_glyph(self) -> bool:
        """Whether the words may be those of a ligature, a bullet, a hyphen or a blank, rather than of a stretch, or
        none, to hide what is drawn."""
        short = 0 < len(self.text) <= _SHORT and self.drawn <= _BYTES * (len(self.text) + 1)
        return short and _UNKNOWN not in self.text


def given_in(content: bytes) -> list[Given]:
    """The words given in a content stream, or in a property list as written."""
    if _KEY not in content:
        return []
    return [
        Given(_text(*found.groups()), found.start(), drawn_after(content, found.end()))
        for found in _GIVEN.finditer(content)
    ]


def drawn_after(content: bytes, start: int) -> int:
    """How many bytes of text are drawn from a place in a stream to the end of that marked part."""
    end = content.find(b"EMC", start)
    return sum(
        len(brackets) if digits is None else len(digits) // 2
        for digits, brackets in (found.groups() for found in _DRAWN.finditer(content, start, max(start, end)))
    )


def without(content: bytes, given: list[Given]) -> bytes:
    """The content stream without these words; it draws the same."""
    made = bytearray(content)
    for one in given:
        made[one.start : one.start + len(_KEY)] = _NO_KEY
    return bytes(made)


def _text(digits: bytes | None, brackets: bytes | None) -> str:
    """A text string: UTF-16 with its mark, UTF-8 with its mark, else near enough Latin-1."""
    if brackets is None:
        packed = b"".join((digits or b"").split())
        text = bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode())
    else:
        text = _ESCAPE.sub(_meant, brackets)
    if text.startswith((b"\xfe\xff", b"\xff\xfe")):
        decoded = text.decode("utf-16", "replace")
    else:
        decoded = text.decode("utf-8-sig" if text.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")
    return _LANGUAGE.sub("", decoded)


def _meant(found: re.Match[bytes]) -> bytes:
    octal, line_end, char = found.groups()
    if octal is not None:
        return bytes([int(octal, 8) & 0xFF])
    return b"" if line_end is not None else _ESCAPED.get(char, char)
