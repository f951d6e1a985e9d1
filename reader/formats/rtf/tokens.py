"""Divides a Rich Text file into groups, control words and characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<open>\{)|(?P<close>\})"
    rb"|(?P<text>[^\\{}]+)",
    re.DOTALL,
)


# Where a writer broke the lines of the file says nothing.
_LINE_ENDS = b"\r\n"


class Sign(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()


class Token(NamedTuple):
    """One token: a control word or symbol in `name` with its `number`, or the bytes of some characters."""

    sign: Sign
    name: str = ""
    number: int | None = None
    content: bytes = b""


_OPEN = Token(Sign.OPEN)
_CLOSE = Token(Sign.CLOSE)


def tokens(content: bytes) -> Iterator[Token]:
    """The tokens in order. Line ends of the file itself and the pictures' raw bytes are left out."""
    at = 0
    while found := _TOKEN.search(content, at):
        at = found.end()
        kind = found.lastgroup
        if kind == "text":
            yield Token(Sign.BYTES, content=found.group().translate(None, _LINE_ENDS))
        elif kind == "open":
            yield _OPEN
        elif kind == "close":
            yield _CLOSE
        elif kind == "hex":
            yield Token(Sign.BYTES, content=bytes.fromhex(found["hex"].decode("ascii")))
        elif kind == "symbol":
            yield Token(Sign.SYMBOL, found["symbol"].decode("latin-1"))
        else:
            token = Token(Sign.WORD, found["word"].decode("ascii"), int(found["number"]) if found["number"] else None)
            if token.name == "bin":
                at += max(0, token.number or 0)
            else:
                yield token
