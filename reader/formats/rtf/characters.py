"""The characters of Rich Text: those that have control words, and the code pages of the others."""

from __future__ import annotations

import codecs

# Characters with a control word of their own.
WORDS = {
    "tab": "\t",
    "line": "\n",
    "softline": "\n",
    "page": "\n\n",
    "column": "\n\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
# Characters behind a backslash; "-" is a hyphen that shows only at a line's end.
SYMBOLS = {"\\": "\\", "{": "{", "}": "}", "~": " ", "_": "-", "\t": "\t"}

# The code page of text in a font that draws signs in the places of letters.
SIGNS = "signs"

_OF_CHARSET = {
    2: SIGNS,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_UTF_8 = 65001


def code_page_of_charset(charset: int) -> str | None:
    """The codec for text in a font of this character set, None where the document's own holds."""
    return _OF_CHARSET.get(charset)


def code_page(number: int) -> str:
    """The codec of a Windows code page; Western where there is none of this number."""
    if number == _UTF_8:
        return "utf-8"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"


def paired(text: str) -> str:
    """The text with halves of characters, written one after the other, put together."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
