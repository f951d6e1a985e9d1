"""Splits a passage into its sentences."""

from __future__ import annotations

import re

# Abbreviations end a sentence only before a word that begins many.
_ABBREVIATIONS = frozenset(
    (  # noqa: SIM905 - many short words read best as a text
        "mr mrs ms mx dr prof rev hon st sr jr sir gen col maj capt lt sgt cllr rt e.g i.e eg ie incl excl etc "
        "cf vs v viz al approx ca est no nos vol ch sec fig art par para p pp inc ltd plc co corp dept govt min "
        "max ref tel jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat "
        "sun u.s u.k u.n e.u a.m p.m am pm p.a ph.d d.c z.b d.h u.a bzw usw nr abs bspw ggf inkl evtl s.o v.a "
        "z.t u.v.m bd hrsg str vgl mio mrd sog ca sra d ud uds sres pág núm av avda m mme mlle ex env resp dhr "
        "mevr bijv o.a"
    ).split()
)
# These stand before a name or a number, so that nothing after them begins a sentence.
_BEFORE_NAMES = frozenset(
    (  # noqa: SIM905 - as above
        "mr mrs ms mx dr prof rev hon st sr sra sir gen col maj capt lt sgt cllr rt e.g i.e eg ie cf vs v z.b "
        "d.h vgl bspw incl excl approx bijv mme mlle dhr mevr"
    ).split()
)
# These stand before a number; before anything else they are words.
_BEFORE_NUMBERS = frozenset(
    "no nos nr p pp para par art fig vol ch sec s abs núm pág tel ref bd c".split()  # noqa: SIM905 - as above
)
# These come last in a sentence as often as not: a capital letter after them begins the next.
_OFTEN_LAST = frozenset("etc usw ltd plc inc a.m p.m am pm p.a al u.v.m".split())  # noqa: SIM905 - as above
# With these most sentences go on that begin after an abbreviation or a single letter.
_STARTERS = frozenset(
    (  # noqa: SIM905 - as above
        "the a an we our i it its this that these those they their there he she his her you your in on at as by "
        "for from with to of and but or so if when while after before since under over more all every each no "
        "not what how why who labour conservatives die der das wir ein eine es er sie in im und aber el la los "
        "las en un una y pero"
    ).split()
)
# As much on either side of a stop decides whether it ends a sentence (code points).
_NEAR = 60
_OPENERS = "“‘\"'«([¿¡„‚"

# What refers to a note after a stop: "streets.¹²", "streets.[13] [14]", "streets.(iv)", "streets.*", "streets.12,13".
_LABEL = r"(?:\^?\d{1,3}|[a-z]{1,5}|[*†‡])"
_RAISED = (
    r"(?:[⁰¹²³⁴-⁹]+(?:[,‚·˒–-][⁰¹²³⁴-⁹]+)*|[*†‡]{1,3}"
    rf"|(?:\s?\[{_LABEL}\]|\({_LABEL}\))+"
    r"|\d{1,3}(?:[,–-]\d{1,3})*)"
)

_STOP = re.compile(
    # The first character stands by itself: then `re` passes over all others at once.
    r"[.!?…。！？](?:(?:(?<=[.!?…])[.!?…]+)?(?P<closers>[\"'”’»)\]“]*)"
    rf"(?P<reference>{_RAISED})?(?=\s|$)"
    # A full stop whose space was lost: "in the cities.The government"
    r"|(?<=[^\W\d_]{2}[.!?])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+[\s,]))"
)
_CLOSERS = "\"'”’»)]“"
# Years, and words that end in digits ("COVID-19"): with these a sentence may end that decimals seem to follow.
_ENDS_IN_DIGITS = re.compile(r"(?:19|20)\d\d|\D*[^\W\d_]{2}\D*\d+")
_LAST_WORD = re.compile(r"[^\s(\[“‘\"'„]+$")
_WORD = re.compile(r"[^\W\d_]+")


def sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end) in code points, ascending, covering all that is not white space.

    `language` is a code as from `reader.language.language_of`; German ordinals ("3. Oktober") depend on it.
    """
    spans: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for stop in _STOP.finditer(text):
        end = _end_of(text, stop, start)
        if stop.start() < start or end <= start or not _ends(text, stop.start(), end, start, language):
            continue
        if _is_number_of_note(stop) and not _refers(text, stop.start(), end, start):
            continue
        spans.append((start, end))
        start = _skip_space(text, end)
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return spans


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _end_of(text: str, stop: re.Match[str], start: int) -> int:
    """Where the stop's closing marks and references end; “ closes only what „ has opened.

    In a list of notes ("[12] Home Office, 2019. [13] The council") the numbers stand before what they number.
    """
    closers = stop.group("closers") or ""
    if "“" in closers and "„" not in text[: stop.start()]:
        return stop.start("closers") + closers.index("“")
    reference = stop.group("reference") or ""
    if reference[:1].isspace() and text[start] == "[":
        return stop.start("reference")
    return stop.end()


def _is_number_of_note(stop: re.Match[str]) -> bool:
    """Whether bare digits follow the stop, as in "streets.12 The"."""
    return (stop.group("reference") or "")[:1].isdecimal()


def _refers(text: str, at: int, end: int, start: int) -> bool:
    """Whether the digits between a stop and `end` refer to a note, and are no decimals or number ("3.12", "No.12").

    What follows begins a sentence, and the word before is one that may end it.
    """
    rest = text[end : end + _NEAR].lstrip()
    following = rest.lstrip(_OPENERS)[:1]
    found = _LAST_WORD.search(text[max(start, at - _NEAR) : at].rstrip(_CLOSERS))
    if not rest or found is None:
        return True
    word = found.group().casefold()
    if text[at] != "." or not following.isalpha():
        return following.isalpha()
    if len(text[start:at].split()) < 2:
        return False  # "Table.1 Police numbers"
    if word[-1].isdigit():
        first = _WORD.match(rest.lstrip(_OPENERS))
        return bool(_ENDS_IN_DIGITS.fullmatch(word)) and first is not None and first.group().casefold() in _STARTERS
    is_short = word in _BEFORE_NUMBERS or (word in _ABBREVIATIONS and "." not in word)
    return not is_short or word in _OFTEN_LAST


def _ends(text: str, at: int, end: int, start: int, language: str) -> bool:
    """Whether the stop at `at`, whose marks reach to `end`, ends the sentence that began at `start`."""
    rest = text[end : end + _NEAR].lstrip()
    following = rest.lstrip(_OPENERS)[:1]
    if not rest:
        return True
    if following.islower():
        return False
    if text[at] != "." or text[at : at + 2] == "..":
        return True
    near = max(start, at - _NEAR)
    found = _LAST_WORD.search(text[near:at])
    if found is None:
        return True
    word = found.group()
    if near + found.start() == start and _is_number(word):
        return False  # "1. Build homes": the number of the item
    return _word_may_end(word, rest, following, language)


def _word_may_end(word: str, rest: str, following: str, language: str) -> bool:
    """Whether a full stop after `word` ends a sentence, with `rest` coming after it."""
    bare = word.casefold().strip(_OPENERS)
    first = _WORD.match(rest.lstrip(_OPENERS))
    starts = first is not None and first.group().casefold() in _STARTERS
    if bare in _BEFORE_NUMBERS:
        return not following.isdigit()
    if bare in _BEFORE_NAMES:
        return False
    if bare in _ABBREVIATIONS:
        return starts or (bare in _OFTEN_LAST and following.isupper())
    if len(bare) == 1 and bare.isalpha():
        # "Sadiq A. Khan", "z. B." and "J. K. Rowling", but "plan B. We" and "he and I. They".
        spaced = first is not None and len(first.group()) == 1 and rest[first.end() : first.end() + 1] == "."
        return not spaced and (bare == "i" or starts)
    if bare.isdigit() and language == "de":
        return len(bare) > 2 or starts
    return True


def _is_number(word: str) -> bool:
    return word.isdigit() or (len(word) == 1 and word.isalpha())
