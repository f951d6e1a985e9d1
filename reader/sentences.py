"""Splits a passage into its sentences."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "rev",
        "hon",
        "st",
        "sr",
        "jr",
        "sir",
        "gen",
        "col",
        "maj",
        "capt",
        "lt",
        "sgt",
        "cllr",
        "rt",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "etc",
        "cf",
        "vs",
        "v",
        "viz",
        "al",
        "approx",
        "c",
        "ca",
        "no",
        "nos",
        "vol",
        "ch",
        "sec",
        "fig",
        "para",
        "pp",
        "p",
        "art",
        "inc",
        "ltd",
        "plc",
        "co",
        "corp",
        "dept",
        "est",
        "govt",
        "min",
        "max",
        "ref",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "u.s",
        "u.k",
        "u.n",
        "a.m",
        "p.m",
        "am",
        "pm",
        "ph.d",
        "z.b",
        "d.h",
        "u.a",
        "bzw",
        "usw",
        "ca",
        "nr",
        "abs",
        "bspw",
        "ggf",
        "inkl",
        "evtl",
        "s.o",
        "v.a",
        "z.t",
        "u.v.m",
        "bd",
        "hrsg",
        "str",
        "vgl",
        "mio",
        "mrd",
        "sra",
        "d",
        "ud",
        "uds",
        "sres",
        "pág",
        "núm",
        "art",
        "av",
        "m",
        "mme",
        "mlle",
        "ex",
    ]
)
# Abbreviations that stand before a name or a number and so never end a sentence, whatever follows.
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "rev",
        "hon",
        "st",
        "sr",
        "sra",
        "sir",
        "gen",
        "col",
        "maj",
        "capt",
        "lt",
        "sgt",
        "cllr",
        "rt",
        "no",
        "nos",
        "nr",
        "abs",
        "art",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "cf",
        "vs",
        "z.b",
        "d.h",
        "vgl",
        "mme",
        "mlle",
        "para",
        "pp",
        "fig",
        "vol",
    ]
)

_STOP = re.compile(r"(?:[.!?…]+|[。！？])[\"'”’»)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\[“‘\"']+$")
_OPENERS = "“‘\"'«([¿¡„‚"


def sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end) in code points, ascending, covering all that is not white space.

    `language` is a code as from `reader.language.language_of`; German ordinals ("3. Oktober") depend on it.
    """
    spans: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for stop in _STOP.finditer(text):
        if stop.start() < start or not _ends(text, stop, start, language):
            continue
        spans.append((start, stop.end()))
        start = _skip_space(text, stop.end())
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return spans


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, stop: re.Match[str], start: int, language: str) -> bool:
    """Whether the stop ends the sentence that began at `start`."""
    rest = text[stop.end() :].lstrip()
    if not rest:
        return True
    following = rest.lstrip(_OPENERS)[:1]
    if following.islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    found = _LAST_WORD.search(text, start, stop.start())
    word = found.group() if found else ""
    bare = word.casefold().lstrip(_OPENERS)
    if not bare:
        return True
    if bare in _TITLES and (following.isupper() or following.isdigit()):
        # "No. 10" but "The answer is no. We ..."
        return bare in {"no", "nos"} and not following.isdigit()
    if bare in _ABBREVIATIONS:
        return following.isupper() and bare in {
            "etc",
            "al",
            "ltd",
            "plc",
            "inc",
            "co",
            "corp",
            "a.m",
            "p.m",
            "am",
            "pm",
            "usw",
            "govt",
            "est",
            "jr",
        }
    if len(bare) == 1 and bare.isalpha():
        # An initial: "Sadiq A. Khan"; but "plan B. We".
        return bare == "i" or not word.isupper()
    if bare.isdigit():
        if found is not None and found.start() == start:
            return False  # "1. Build homes": the number of the item
        return not (language == "de" and len(bare) <= 2)
    return True
