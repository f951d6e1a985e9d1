"""The words and signs of a quotation, with what its author marks as left out or put in.

Compared is how a text is written, but for what differs without a difference in meaning: the style of quotation marks
and dashes, spaces, ligatures, bullets, what cannot be seen.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from index.quoting.marks import MARKS
from reader.library.folding import folded

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212~"
BULLETS = "•▪◦●‣∙■□➢►✓✔\uf0b7"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
MARK, DASH = '"', "-"
_SAME = str.maketrans(
    {mark: MARK for mark in MARKS if len(mark) == 1}
    | dict.fromkeys("`´ʼ′″", MARK)
    | dict.fromkeys(DASHES, DASH)
    | dict.fromkeys(UNSEEN + BULLETS, "")
)
_DOTS = r"(?:…|\.(?:[^\S\n]?\.){2,3})"
# What says that words are left out; a full stop before or after it belongs to it.
GAP = re.compile(rf"[\[(][^\S\n]*{_DOTS}[^\S\n]*[\])]|{_DOTS}|\[\s*(?:snip|cut|omitted)\s*\]")
# What is put in, and what is changed at the beginning or end of a word: "[We] will", "[W]e will", "pledge[d]".
_PUT_IN = r"\[[^\[\]]{0,300}\]"
_WORD = r"\w(?:\w|[\u0300-\u036f]|[\u00ad\u200b\u200c\u200d\u2060](?=\w)|['’](?=\w)|(?<=\d)[.,](?=\d))*"
_CHANGED = rf"(?:\[\w+\]{_WORD}|{_WORD}\[\w+\](?:{_WORD})?)"
_TOKEN = re.compile(
    rf"(?P<gap>{GAP.pattern})|(?P<changed>{_CHANGED})|(?P<put>{_PUT_IN})|(?P<word>{_WORD})|(?P<sign>\S)"
)
WORD = re.compile(_WORD)
_PARTS = re.compile(rf"{_WORD}|\S")


class Means(Enum):
    """What a token is to a quotation."""

    WORD = auto()
    SIGN = auto()
    CHANGED = auto()  # a word of which a part stands in brackets
    PUT_IN = auto()  # what stands in brackets
    GAP = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """`start` and `end` are code points in the text; `key` is what is compared, "" for what stands for nothing."""

    start: int
    end: int
    key: str
    means: Means = Means.WORD


def tokens_of(text: str) -> list[Token]:
    """The words and signs of a manifesto's text one after the other."""
    found = (Token(*one.span(), key_of(one[0]), _plain(one[0])) for one in _PARTS.finditer(text))
    return [one for one in found if one.key]


# A quotation is compared with many manifestos, one after the other.
@lru_cache(maxsize=256)
def quoted_tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of a quotation, in which brackets and rows of dots are its author's."""
    means = {"gap": Means.GAP, "changed": Means.CHANGED, "put": Means.PUT_IN}
    found = (
        Token(*one.span(), key_of(one[0]), means.get(one.lastgroup or "") or _plain(one[0]))
        for one in _TOKEN.finditer(text)
    )
    return tuple(one for one in found if one.key)


def _plain(text: str) -> Means:
    return Means.WORD if text[0].isalnum() or text[0] == "_" else Means.SIGN


def key_of(text: str) -> str:
    """How something is written, without differences that are of style alone."""
    return text.translate(_SAME) if text.isascii() else unicodedata.normalize("NFKC", text).translate(_SAME)


def pattern_of(changed: str) -> re.Pattern[str]:
    """Which words a word fits of which a part stands in brackets ("pledge[d]": pledge, pledges, pledging)."""
    fixed = re.split(r"\[\w+\]", changed)
    return re.compile(r"\w*".join(re.escape(folded(part)) for part in fixed))
