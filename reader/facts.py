"""What is known of parties and elections (parties.toml), ready for comparing with text."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# No text has this between word characters, so an empty list of names matches nothing.
_NOTHING = r"(?!)"

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


@dataclass(frozen=True, slots=True)
class Party:
    """`sure` finds names that cannot be mistaken, `called` those and the short ones; both over folded text.

    `nation` is where it stands when that is not all of its `state`.
    """

    name: str
    colour: str
    state: str
    nation: str
    sure: re.Pattern[str]
    called: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Race:
    """An election whose candidates are known: (name, party) each."""

    election: str
    year: str
    office: str
    place: str
    nation: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ElectionKind:
    """A kind of election and what a manifesto for it says; `election` has {year} and perhaps {place} to fill in."""

    election: str
    office: str
    state: str
    nation: str
    said: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """`general` holds the general elections by state and year."""

    parties: tuple[Party, ...]
    kinds: tuple[ElectionKind, ...]
    general: dict[tuple[str, str], str]
    races: tuple[Race, ...]

    def party(self, name: str) -> Party | None:
        return next((party for party in self.parties if party.name == name), None)


@cache
def facts() -> Facts:
    """The facts that ship with the program."""
    with files("reader").joinpath("parties.toml").open("rb") as file:
        table = tomllib.load(file)
    return Facts(
        tuple(_party(row) for row in table["party"]),
        tuple(_kind(row) for row in table["kind"]),
        {(row["state"], str(year)): row["election"] for row in table["general"] for year in row["years"]},
        tuple(_race(row) for row in table["race"]),
    )


def _party(row: dict[str, Any]) -> Party:
    sure = words(row["names"])
    called = words([*row["names"], *row["short"]])
    return Party(row["name"], row["colour"], row["state"], row.get("nation", ""), re.compile(sure), re.compile(called))


def _kind(row: dict[str, Any]) -> ElectionKind:
    # A name may stand for one group only, so each alternative that names a place is numbered.
    said = [pattern.replace("(?P<place>", f"(?P<place{n}>") for n, pattern in enumerate(row["words"])]
    pattern = re.compile("|".join(rf"\b(?:{one})\b" for one in said))
    return ElectionKind(row["election"], row["office"], row.get("state", ""), row.get("nation", ""), pattern)


def _race(row: dict[str, Any]) -> Race:
    candidates = tuple((name, party) for name, party in row["candidates"])
    return Race(row["election"], str(row["year"]), row["office"], row["place"], row["nation"], candidates)
