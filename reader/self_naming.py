"""Finds what lines of a title, a cover or an imprint call the party they speak for, whether or not it is known.

A name is a run of words that begin with capitals or hold digits and capitals ("JA21"), with small words between them.
It is a party's where it stands beside a word for a manifesto ("BSW Wahlprogramm", "manifesto of the Lamp League"), or
where it fills a line and says itself that it is one ("The Harbour Party: our plan").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reader.facts import folded, listed

_PROGRAMME = re.compile(
    r"(?:manifesto|maniffesto|manifest|manifeste|programme|program|platform|programa|programma"
    r"|(?:concept)?(?:verkiezings|partij)programma|\w*(?:wahl|regierungs|grundsatz|partei)?programm|valmanifest)$"
)
# What turns a name into that of a party: as its last word, or before "of", "for", "in"; or as its first.
_PARTY_LAST = listed("party alliance movement greens democrats partei partij allianz bewegung beweging alliantie")
_PARTY_FIRST = listed("partido parti partito partia plaid partij partei bundnis alianza movimiento mouvement")
# These say so only beside a word for a manifesto: other bodies are called that too.
_BODY = listed("union front bund league liste liberals conservatives socialists coalicion")
_PARTY = _PARTY_LAST | _PARTY_FIRST | _BODY
_OF = listed("of by from der des die von vom del de du della van gan dei")
_SMALL = listed(
    """of for an the and & in de del la las los le les l' d' du des der die das dem den und fur von van voor het y e et
    pour i"""
)
# What surrounds a name and is no part of it.
_AROUND = _SMALL | listed(
    """a our my your this by from to at with vote elect join draft concept full general election elections electoral
    local westminster assembly parliamentary parliament federal european council county borough mayoral policy policies
    plan pledges contract action agenda summary short easy read version launch costed official contents document
    leaflet zur zum unser unsere bundestagswahl landtagswahl kommunalwahl europawahl nationalratswahl nuestro notre ons
    campaign
    onze elecciones generales etholiad olltoghchan senedd holyrood stormont tweede kamerverkiezingen kamer verkiezingen
    gemeenteraadsverkiezingen legislatives presidential january february march april may june july august september
    october november december"""
)
# Whatever holds one of these is no party's name.
_NEVER = listed(
    """member leader chair spokesperson secretary president every other all no any each political third another which
    what why how who main opposition ruling working"""
)
_DIVIDES = re.compile(r"\s*[:|–—•·;()“”\"!?]\s*|\s/\s|\s-\s|,\s|\.\s|(?<=party)['’]s?(?=\s|$)|\n", re.IGNORECASE)
# "The SDP's 2025 manifesto".
_OWNS = re.compile(r"(?<=\w)['’]s?\s+(?=(?:\S+\s+){0,2}(?:manifest|program|platform))", re.IGNORECASE)
_LONGEST = 8  # words
_DIGITS = re.compile(r".*\d{4}")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as printed, without what surrounds it; `beside` whether a word for a manifesto stands beside it."""

    name: str
    beside: bool


def names_in(line: str) -> tuple[Named, ...]:
    """The names that a line gives a party, in their order."""
    found: dict[str, Named] = {}
    for segment in _DIVIDES.split(_OWNS.sub(" ", line)):
        for named in _in_segment(segment.split()):
            found.setdefault(folded(named.name), named)
    return tuple(found.values())


def says_party(name: str, *, beside: bool) -> bool:
    """Whether a name says itself that it is a party's: "Harbour Party"; `beside` a manifesto also "Bund der Inseln"."""
    words = folded(name).split()
    if len(words) < 2:
        return False
    ends = {word for word, following in pairwise([*words, "of"]) if following in _SMALL}
    return bool(words[0] in _PARTY_FIRST or ends & _PARTY_LAST or (beside and _BODY.intersection(words)))


def stands_for(short: str, name: str) -> bool:
    """Whether a name is the first letters of another's words: "PSP", "Progress Singapore Party"."""
    initials = "".join(word[0] for word in name.split() if word.casefold() not in _SMALL)
    return len(short) > 1 and short.isupper() and short == initials.upper()


def is_short_for_something(name: str) -> bool:
    """Whether a name is letters that stand for words, as no other word is written: "BSW", "JA21", "PvdD"."""
    return " " not in name and 2 <= len(name) <= 8 and sum(char.isupper() for char in name) >= 2 and name[-1].isalnum()


def _in_segment(words: Sequence[str]) -> Iterator[Named]:
    beside = [at for at, word in enumerate(words) if _PROGRAMME.match(_bare(word))]
    for at in beside:
        before = _trimmed(_run_back(words, at))
        after = _trimmed(_run_on(words, at + 1))
        for run in (before, after if not before else ()):
            if run and _is_name(run):
                yield Named(_joined(run), beside=True)
    if not beside:
        for is_year, between in groupby(words, key=lambda word: _DIGITS.match(word) is not None):
            run = () if is_year else _trimmed(list(between))
            if run and _is_name(run) and all(map(_may_be_in_name, run)):
                yield Named(_joined(run), beside=False)


def _run_back(words: Sequence[str], end: int) -> Sequence[str]:
    """The words that lead up to this one and may be a name, or stand between the name and it."""
    start = end
    while start and (_may_be_in_name(words[start - 1]) or _bare(words[start - 1]) in _AROUND):
        start -= 1
    return words[start:end]


def _run_on(words: Sequence[str], start: int) -> Sequence[str]:
    """The words after one for a manifesto that may be whose it is: "der Neuen Mitte", "2024 of the Lamp League"."""
    at = start
    while at < len(words) and (_DIGITS.match(words[at]) or _bare(words[at]) == "electoral"):
        at += 1
    if at < len(words) and _bare(words[at]) not in _OF and not _is_capital(words[at]):
        return ()
    end = at
    while end < len(words) and _may_be_in_name(words[end]):
        end += 1
    return words[at:end]


def _trimmed(words: Sequence[str]) -> Sequence[str]:
    start, end = 0, len(words)
    while start < end and (_bare(words[start]) in _AROUND or _DIGITS.match(words[start])):
        start += 1
    while end > start and (_bare(words[end - 1]) in _AROUND or _DIGITS.match(words[end - 1])):
        end -= 1
    return words[start:end]


def _is_name(words: Sequence[str]) -> bool:
    return len(words) <= _LONGEST and _NEVER.isdisjoint(map(_bare, words)) and any(map(_is_capital, words))


def _may_be_in_name(word: str) -> bool:
    return _is_capital(word) or _bare(word) in _SMALL or _bare(word) in _PARTY


def _joined(words: Sequence[str]) -> str:
    name = re.sub(r"^[ld]['’](?=\w)|['’]s?$", "", " ".join(words), flags=re.IGNORECASE).strip(" .,'’-")
    return name.title() if name.isupper() and " " in name else name


def _is_capital(word: str) -> bool:
    bare = word.lstrip("«‘'([")
    return (
        bare[:1].isupper()
        or (bare[:1].isdigit() and any(char.isupper() for char in bare))
        or bare[:2] in ("l’", "l'", "d’", "d'")
    )


def _bare(word: str) -> str:
    return folded(word).strip(".,;:'()[]«»")
