"""Code points, in which reader/ and index/ count, to the UTF-16 units in which Qt counts, and back."""

from __future__ import annotations


def utf16_offset(text: str, code_point: int) -> int:
    """The UTF-16 units before the code point at this offset of `text`."""
    return len(text[:code_point].encode("utf-16-le", "surrogatepass")) // 2


def code_point_offset(text: str, utf16: int) -> int:
    """The code points before this UTF-16 unit of `text`; inside a surrogate pair, those before the pair."""
    units = 0
    for offset, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        if units > utf16:
            return offset
    return len(text)
