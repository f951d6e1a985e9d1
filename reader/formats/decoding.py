"""Turns the bytes of a text file into text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from charset_normalizer import from_bytes

from reader.formats.legacy_encodings import NAMES, best_of, table_of
from reader.formats.mixed_encodings import by_lines
from reader.formats.wide_text import wide_encoding

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# So much of a file tells its encoding (bytes), where it is none of one byte a character.
_SAMPLE = 200_000
_UNKNOWN = re.compile("[\udc80-\udcff]")
_BEYOND = re.compile("[^\x00-\x7f]")
# Where so many bytes are beyond ASCII, the text is in no Latin letters.
_LATIN = 0.2
# Bytes that are not UTF-8 are accidents where they are so few among those that are.
_ACCIDENTS = 0.05
# A text reads well where most of its signs stand as one expects; so much better than in any other encoding, surely.
_WELL, _SURELY = 0.5, 0.2

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_DROPPED = dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0x7F, *(c for c in range(32) if chr(c) not in "\t\n\f\r\x0b")])
_SPACES = dict.fromkeys([0xA0, 0x2007, 0x202F, *range(0x2002, 0x2007), *range(0x2008, 0x200B)], " ")
_TABLE = {**_LIGATURES, **_DROPPED, **_SPACES, 0x0B: "\n", 0x2028: "\n", 0x2029: "\n\n", 0x85: "\n"}
_SOFT_INSIDE = re.compile("\u00ad(?![ \t]*(?:\n|$))")


class Decoded(NamedTuple):
    """A text and what is to be said of its encoding, "" where nothing is in doubt."""

    text: str
    note: str = ""


def decode(content: bytes) -> str:
    """The text in `content`, as `decoded` finds it."""
    return decoded(content).text


def decoded(content: bytes) -> Decoded:
    """The text in `content`: by its byte order mark, else UTF-8, UTF-16 without a mark, or what it reads best in."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, errors="replace"))
    wide = wide_encoding(content)
    if wide:
        return Decoded(content.decode(wide, errors="replace"))
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed(content)


def cleaned(text: str) -> str:
    """The text with one kind of line end, ligatures as letters, no control characters, no soft hyphens inside words.

    A soft hyphen at a line's end stays: it says that the word goes on.
    """
    return _SOFT_INSIDE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE))


def _guessed(content: bytes) -> Decoded:
    """The text in bytes that are not UTF-8 throughout: in an older encoding, or partly so."""
    partly = content.decode("utf-8", "surrogateescape")
    unknown = len(_UNKNOWN.findall(partly))
    known = len(_BEYOND.findall(partly)) - unknown
    if known and unknown <= max(1, _ACCIDENTS * known):
        return _mixed(partly)
    older = content.decode("ascii", "surrogateescape")
    whole = best_of(older)
    is_latin = len(_UNKNOWN.findall(older)) <= _LATIN * len(older) or whole.fit >= _WELL
    if not is_latin and known < unknown:
        guess = from_bytes(content[:_SAMPLE]).best()
        encoding = guess.encoding if guess else "cp1252"
        return Decoded(content.decode(encoding, errors="replace"), "" if guess else _in_doubt(encoding))
    if known and (not is_latin or best_of(partly).fit > whole.fit):
        return _mixed(partly)
    if (read := by_lines(older)).encodings:
        return Decoded(read.text, _several(*read.encodings))
    is_sure = whole.fit >= _WELL and whole.lead >= _SURELY
    return Decoded(older.translate(table_of(whole.encoding)), "" if is_sure else _in_doubt(whole.encoding))


def _mixed(partly: str) -> Decoded:
    """A text in UTF-8 with bytes that are not; they are read where they make sense in an older encoding."""
    if (read := by_lines(partly)).encodings:
        return Decoded(read.text, _several("utf-8", *read.encodings))
    unknown = "".join(_around_unknown(partly))
    found = best_of(unknown)
    if found.fit < _WELL:
        return Decoded(
            _UNKNOWN.sub("\ufffd", partly), "Some characters of the file are damaged; they are shown as \ufffd."
        )
    return Decoded(partly.translate(table_of(found.encoding)), _several("utf-8", found.encoding))


def _around_unknown(text: str) -> Iterator[str]:
    """Each byte that is not UTF-8 with the characters beside it that are ASCII."""
    for found in _UNKNOWN.finditer(text):
        before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        yield f"\n{_ascii(before)}{found[0]}{_ascii(after)}\n"


def _ascii(char: str) -> str:
    """A character that stands for this one beside another: a letter for a letter."""
    return char if char.isascii() else "A" if char.isupper() else "a" if char.isalpha() else " "


def _several(*encodings: str) -> str:
    names = ["UTF-8" if one == "utf-8" else NAMES[one] for one in encodings]
    many, first = "two" if len(names) == 2 else "three", ", ".join(names[:-1])
    return f"The file is in {many} encodings, {first} and {names[-1]}. Check names and sums of money in it."


def _in_doubt(encoding: str) -> str:
    name = NAMES.get(encoding, encoding)
    return f"The file does not say how its letters and signs are encoded; it was read as {name}. Check names and sums."
