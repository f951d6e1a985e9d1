"""Guesses which country a text is about, from its parliament, police, money, places and what its people are called."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from reader.evidence import Evidence
from reader.facts import Country, Facts, one_of

# What each sign is worth, how often it counts, and what a country must have, in all and over others, to be believed.
_SIGN, _NAME, _PLACE, _MONEY, _LANGUAGE = 3, 2, 1, 1, 2
_OFTEN = 6
_ENOUGH = 3
_CLEARLY = 2
# Code points; a longer text is judged by so many from its beginning, its middle and its end.
_SAMPLE = 20_000


def guess_country(evidence: Evidence, known: Facts) -> str:
    """The name of the country, "" where nothing, or too little, speaks for one alone.

    A text is not of a country whose manifestos are never in its language; a language that one alone has speaks for it.
    """
    worth: Counter[str] = Counter()
    found = Counter(match[0] for match in _signs(known).finditer(_sample(evidence)))
    meanings = _meanings(known)
    for sign, many in found.items():
        for country, each in meanings[sign]:
            worth[country] += each * min(many, _OFTEN)
    language = evidence.language if evidence.language != "en" else ""
    speaking = [country.name for country in known.countries if language in country.languages]
    if len(speaking) == 1:
        worth[speaking[0]] += _LANGUAGE
    elif language:
        worth = Counter({name: many for name, many in worth.items() if name in speaking})
    (first, most), (_, second) = (*worth.most_common(2), ("", 0), ("", 0))[:2]
    return first if most >= _ENOUGH and most >= _CLEARLY * second else ""


def _sample(evidence: Evidence) -> str:
    body = evidence.body
    if len(body) > 3 * _SAMPLE:
        middle = len(body) // 2
        body = " ".join((body[:_SAMPLE], body[middle : middle + _SAMPLE], body[-_SAMPLE:]))
    return f"{evidence.name} \n {evidence.head} \n {body}"


@lru_cache(maxsize=4)
def _meanings(known: Facts) -> dict[str, list[tuple[str, int]]]:
    """What each sign, as it is found, is worth for which countries."""
    meanings: dict[str, list[tuple[str, int]]] = {}
    for country in known.countries:
        for sign, worth in _of(country):
            meanings.setdefault(sign, []).append((country.name, worth))
    return meanings


def _of(country: Country) -> list[tuple[str, int]]:
    kinds = ((country.signs, _SIGN), (country.names, _NAME), (country.places, _PLACE), (country.money, _MONEY))
    return [(sign, worth) for signs, worth in kinds for sign in signs]


@lru_cache(maxsize=4)
def _signs(known: Facts) -> re.Pattern[str]:
    """Finds every sign: as whole words, and money also before the digits of a sum."""
    return re.compile(rf"(?<!\w)(?:{one_of(_meanings(known))})(?!\w|(?<=\w)\d)|{_money(known)}")


def _money(known: Facts) -> str:
    written = {sign for country in known.countries for sign in country.money if not sign[-1].isalpha()}
    return rf"(?<!\w)(?:{one_of(written)})(?=\s?\d)"
