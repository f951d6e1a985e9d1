"""What is known of parties and elections, ready for comparing with text: the shipped facts, and what the user added."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.facts_file import OWN_FILE, PartiesInvalid, joined, own_text, read_tables, said_of, shipped_tables

# No text has this between word characters, so an empty list of names matches nothing.
_NOTHING = r"(?!)"
_STILL = 9999

_MARKS = re.compile("[\u0300-\u036f]")  # the combining accents


def folded(text: str) -> str:
    """Text as compared here: without case, accents and curly apostrophes, white space runs as one space."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text)).replace("’", "'")
    return " ".join(text.casefold().split())


def words(names: Iterable[str]) -> str:
    """A regular expression for any of these names as whole words of folded text, the longest first."""
    listed = "|".join(re.escape(folded(name)) for name in sorted(names, key=len, reverse=True))
    return rf"(?<!\w)(?:{listed})(?!\w)" if listed else _NOTHING


def listed(words_of: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words_of.split())


def one_of(forms: Iterable[str]) -> str:
    """A regular expression for any of these, the longest first; one that never matches where there are none.

    They are sorted by their first characters: a word that begins with none of these is passed over much sooner.
    """
    begun: dict[str, list[str]] = {}
    for form in sorted(filter(None, forms), key=lambda form: (-len(form), form)):
        begun.setdefault(form[0], []).append(re.escape(form[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in begun.items()) or _NOTHING


@dataclass(frozen=True, slots=True)
class Country:
    """How texts of a country are known, folded: `signs` (institutions only it has), `names` (its own and its people's),
    `places`, `money` (how sums are written); `languages` (ISO 639-1) are those of its manifestos, apart from English.
    """

    name: str
    signs: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    money: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leader:
    """Who led a party from one year to another, or its branch in a `nation` ("" for all of it)."""

    name: str
    first: int
    last: int
    nation: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party. `sure` finds names that cannot be mistaken, `own` common words too, `called` even abbreviations.

    `states` are those in which it stands, its own first; `nation` is where it stands when that is not all of its own.
    `spoken` is what it and its people are called where others speak of it, `home` what it calls itself besides, as
    written in the file. Patterns are for folded text. `names`, `short` (abbreviations), `nicknames`, `people` and
    `slogans` are as written in the file.
    """

    name: str
    colour: str
    states: tuple[str, ...]
    nation: str
    sure: re.Pattern[str]
    own: re.Pattern[str]
    called: re.Pattern[str]
    spoken: tuple[str, ...]
    home: tuple[str, ...]
    leaders: tuple[Leader, ...]
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Its own state, "" where that is not known."""
        return self.states[0] if self.states else ""


@dataclass(frozen=True, slots=True)
class Race:
    """An election whose candidates are known: (name, party) each."""

    election: str
    day: date
    office: str
    place: str
    nation: str
    candidates: tuple[tuple[str, str], ...]

    @property
    def year(self) -> str:
        return str(self.day.year)


@dataclass(frozen=True, slots=True)
class ElectionKind:
    """A kind of election and what a manifesto for it says; `election` has {year} and perhaps {place} to fill in.

    `days` are those on which it was held, empty where they are not known. `term` finds the number of a term of the
    chamber that it elects, of which the first day began the `first`.
    """

    election: str
    office: str
    state: str
    nation: str
    said: re.Pattern[str]
    days: tuple[date, ...]
    term: re.Pattern[str] = re.compile(_NOTHING)
    first: int = 1

    def day_of_term(self, number: int) -> date | None:
        """The day that began the chamber's term of this number, None where it is not known."""
        return self.days[number - self.first] if 0 <= number - self.first < len(self.days) else None

    def held_in(self, year: str) -> bool:
        """Whether there was one in this year ("" for any) or may have been: days to come are not known."""
        return not self.days or not year or int(year) > self.days[-1].year or self.was_held_in(year)

    def was_held_in(self, year: str) -> bool:
        """Whether there is known to have been one in this year."""
        return any(str(day.year) == year for day in self.days)


@dataclass(frozen=True, slots=True)
class Stood:
    """Who stood: a party, or in a race its candidate; `nation` where the party stands in that alone."""

    party: str
    nation: str = ""
    candidate: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """All that is known. Two are the same only when they are one object, so that caches can be kept by them."""

    parties: tuple[Party, ...]
    kinds: tuple[ElectionKind, ...]
    races: tuple[Race, ...]
    standing: Mapping[str, tuple[str, ...]]  # by the name of an election the parties that stood in it
    countries: tuple[Country, ...] = ()

    def stood(self, election: str) -> tuple[Stood, ...]:
        """Who stood in the election of this name, as far as is known; () where nothing is."""
        wanted = folded(election)
        race = next((race for race in self.races if folded(race.election) == wanted), None)
        if race is not None:
            return tuple(Stood(party, "", candidate) for candidate, party in race.candidates)
        parties = next((parties for name, parties in self.standing.items() if folded(name) == wanted), ())
        known = {party.name: party.nation for party in self.parties}
        return tuple(Stood(party, known.get(party, "")) for party in parties)

    def party(self, name: str) -> Party | None:
        return next((party for party in self.parties if party.name == name), None)


def facts(settings: Path | None = None) -> Facts:
    """The facts that ship with the program, with those of parties.toml in this settings folder.

    Raises PartiesInvalid where that file is there and cannot be used.
    """
    return _made(own_text(settings) if settings else "")


@lru_cache(maxsize=4)
def _made(own: str) -> Facts:
    tables = shipped_tables()
    if own:
        tables = joined(tables, read_tables(own, OWN_FILE, adds_to=tables))
    races = tuple(_race(row) for row in tables["race"])
    return Facts(
        tuple(_party(row, races) for row in tables["party"]),
        tuple(_kind(row) for row in tables["election"]),
        races,
        {row["election"]: tuple(dict.fromkeys(row["parties"])) for row in tables["standing"]},
        tuple(_country(row) for row in tables["country"]),
    )


def usable_facts(settings: Path) -> Facts:
    """As `facts`, but for a file that cannot be used those that ship: for those who cannot tell anybody."""
    try:
        return facts(settings)
    except PartiesInvalid:
        return facts()


def _country(row: Mapping[str, Any]) -> Country:
    signs, names, places, money, languages = (
        tuple(dict.fromkeys(folded(said) for said in row.get(key, ())))
        for key in ("signs", "names", "places", "money", "languages")
    )
    return Country(row["name"], signs, names, places, money, languages)


def _party(row: Mapping[str, Any], races: tuple[Race, ...]) -> Party:
    name, names, common = row["name"], row.get("names", ()), row.get("words", ())
    leaders = tuple(_leader(*leader) for leader in row.get("leaders", ()))
    candidates = [candidate for race in races for candidate, party in race.candidates if party == name]
    return Party(
        name,
        row.get("colour", ""),
        tuple(dict.fromkeys(filter(None, (row.get("state", ""), *row.get("also", ()))))),
        row.get("nation", ""),
        re.compile(words(names)),
        re.compile(words([*names, *common])),
        re.compile(words([*names, *common, *row.get("abbreviations", ())])),
        (*names, *row.get("spoken", ()), *dict.fromkeys([leader.name for leader in leaders] + candidates)),
        tuple(common),
        leaders,
        tuple(names),
        *(tuple(row.get(key, ())) for key in ("abbreviations", "nicknames", "people", "slogans")),
    )


def _leader(name: str, first: int, last: int = 0, nation: str = "") -> Leader:
    return Leader(name, first, last or _STILL, nation)


def _kind(row: Mapping[str, Any]) -> ElectionKind:
    days = tuple(sorted(row.get("days", ())))
    office, state, nation = row.get("office", ""), row.get("state", ""), row.get("nation", "")
    chamber = row.get("chamber", "")
    term = rf"\b(\d{{1,3}})(?:st|nd|rd|th|\.|u)? {re.escape(folded(chamber))}\b" if chamber else _NOTHING
    said = said_of(row["words"])
    return ElectionKind(row["election"], office, state, nation, said, days, re.compile(term), row.get("first", 1))


def _race(row: Mapping[str, Any]) -> Race:
    candidates = tuple((name, party) for name, party in row["candidates"])
    return Race(row["election"], row["day"], row["office"], row["place"], row.get("nation", ""), candidates)
