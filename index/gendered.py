"""Words written for all genders at once: "Bürger:innen", "électeur·rice·s", "ciudadan@s" are each of their forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_LETTER = r"[^\W\d_]"


class _Writing(NamedTuple):
    """How a language writes them: what follows the word in a text, the whole, and the forms that it stands for."""

    tail: str
    whole: re.Pattern[str]
    forms: Callable[[re.Match[str]], list[str]]


def tail(language: str) -> str:
    """A regular expression for what may follow a word of the language that is written so; "" for none."""
    return _WRITINGS[language].tail if language in _WRITINGS else ""


def forms(chunk: str, language: str) -> list[str]:
    """The words that a chunk of a text stands for where it is written so, else none."""
    writing = _WRITINGS.get(language)
    found = writing.whole.fullmatch(chunk) if writing else None
    return list(dict.fromkeys(writing.forms(found))) if writing and found else []


def _german(found: re.Match[str]) -> list[str]:
    word, ending, rest = found["word"], found["ending"].lower(), found["rest"] or ""
    return [word + rest, word + ending + rest]


# The feminine of a French word by how it is hinted at: what the word ends in, and what stands instead.
_FEMININE = {
    "rice": ("eur", "rice"),
    "trice": ("teur", "trice"),
    "ice": ("eur", "rice"),
    "euse": ("eur", "euse"),
    "se": ("eux", "euse"),
    "ère": ("er", "ère"),
    "ive": ("if", "ive"),
    "ve": ("f", "ve"),
}
# Pronouns that follow a verb with a hyphen ("donne-le").
_PRONOUNS = frozenset({"le", "te", "se", "ne"})


def _french(found: re.Match[str]) -> list[str]:
    word, hint = found["word"], found["hint"].lower()
    if found["by"] == "-" and hint in _PRONOUNS and not found["many"]:
        return []
    ending, instead = _FEMININE.get(hint, ("", hint))
    word = word.removesuffix("s") if len(word) > 3 else word
    feminine = word.removesuffix(ending) + instead if word.endswith(ending) else word + hint
    return [word, f"{word}s", feminine, f"{feminine}s"]


def _with_sign(found: re.Match[str]) -> list[str]:
    """ciudadan@s, ciudadanxs"""
    return [f"{found['root']}{vowel}{found['many']}" for vowel in ("o", "a", "e")]


def _iberian(found: re.Match[str]) -> list[str]:
    if found["root"]:
        return _with_sign(found)
    word, other = found["word"], found["other"]
    if found["several"]:  # ciudadano(a)s
        return [f"{word}s", f"{word.removesuffix('o')}{other}s"]
    ending = next((one for one in ("es", "os", "as", "o", "a") if word.endswith(one)), "")
    return [word, word.removesuffix(ending) + other]


def _italian(found: re.Match[str]) -> list[str]:
    return [found["word"] + vowel for vowel in "oaie"]


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("LETTER", _LETTER))


_IBERIAN = _Writing(
    r"(?:[@*]s?(?![\w.@])|[/(]-?(?:as?|os?)\)?s?(?!\w))",
    _whole(
        r"(?P<root>LETTER+)(?:[@*]|(?<=[b-df-hj-np-tv-zñ])x)(?P<many>s?)"
        r"|(?P<word>LETTER{3,})[/(]-?(?P<other>as?|os?)(?:\)(?P<several>s?))?"
    ),
    _iberian,
)
_WRITINGS = {
    "de": _Writing(
        r"(?:[*:·•/]-?[iI]n(?:nen\w*)?(?!\w)|\(in(?:nen)?\)|[*:·•](?:e|r|n|s|m)(?!\w))",
        _whole(
            r"(?P<word>LETTER{2,}?)(?:[*:·•/_]-?|\(|(?<=[a-zäöüß])(?=I)|-(?=innen))"
            r"(?P<ending>[iI]n(?:nen)?|[ernsm](?=$))\)?(?P<rest>(?<=nen)LETTER*)?"
        ),
        _german,
    ),
    "fr": _Writing(
        r"(?:[·•⋅*](?:[nltsf]?e|t?rice|ice|euse|ère|i?ve)(?:[·•⋅*]?s)?(?!\w)|\([nlt]?e\)s?(?!\w)"
        r"|[./](?:n?e|t?rice|euse|ère)(?:[./]?s)?(?!\w))",
        _whole(
            r"(?P<word>LETTER{2,})(?P<by>[·•⋅*_./(-])(?P<hint>[nltsf]?e|t?rice|ice|euse|ère|i?ve)\)?"
            r"(?P<many>[·•⋅*_./-]?s)?"
        ),
        _french,
    ),
    "es": _IBERIAN,
    "pt": _IBERIAN,
    "gl": _IBERIAN,
    "ca": _IBERIAN,
    "it": _Writing(r"[*ə@](?![\w*])", _whole(r"(?P<word>LETTER*[b-df-hj-np-tv-z])[*ə@]"), _italian),
}
