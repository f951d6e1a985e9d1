"""Guesses which election a manifesto was written for: its name, year and day, the office, and the nation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from reader.evidence import Evidence
from reader.facts import ElectionKind, Facts, Party, Race, folded
from reader.guess_party import Author

# What the words for a kind of election are worth by where they stand, and what they must be worth to be believed.
_SHOWN, _READ = 3, 1
_KIND_ENOUGH = 2
# A file made so shortly before an election of the kind it speaks of was made for it.
_CAMPAIGN = timedelta(days=75)


@dataclass(frozen=True, slots=True)
class Guessed:
    """What is guessed of the election, "" where nothing is; `day` where it is known when it was held."""

    name: str = ""
    year: str = ""
    office: str = ""
    nation: str = ""
    day: date | None = None


def guess_election(evidence: Evidence, author: Author, country: str, known: Facts) -> Guessed:
    """The election that the evidence shows, else the only one in which such a party can have stood in that year."""
    races = {race.election: race for race in author.races}
    if len(races) == 1 or (races and evidence.year):
        return _of_race(next(iter(races.values())))
    party = known.party(author.party)
    when = evidence.year or (str(evidence.made.year) if evidence.made else "")
    state = country or (_state_of(party, when, known) if party else "")
    kind, place = _kind(evidence, state, known)
    if kind is None and party and state:
        kind = _only_kind(evidence, known, state, author.branch)
    year = evidence.year or (_year_of_term(evidence, kind) or _year_of_making(evidence, kind) if kind else "")
    divided = any(each.nation for each in known.parties if each.state == state)
    nation = author.branch or (state if state and (party or not divided) else "")
    if kind is None:
        return Guessed(year=year, nation=nation if country else author.branch)
    name = _filled(kind.election, place, year) if kind.held_in(year) else ""
    nation = "England" if folded(place) == "london" else author.branch or kind.nation or nation
    days = [day for day in kind.days if str(day.year) == year]
    return Guessed(name, year, kind.office, nation, days[0] if len(days) == 1 else None)


def named_election(name: str, known: Facts) -> Guessed:
    """What is known of the election with this name: year, office, and nation where all of it votes; else nothing."""
    wanted = folded(name)
    for race in known.races:
        if folded(race.election) == wanted:
            return _of_race(race)
    for kind in known.kinds:
        pattern = re.escape(folded(kind.election)).replace(r"\{place\}", r".+").replace(r"\{year\}", r"(\d{4})")
        if found := re.fullmatch(pattern, wanted):
            return Guessed(name, found[1], kind.office, kind.nation or kind.state)
    return Guessed()


def _of_race(race: Race) -> Guessed:
    return Guessed(race.election, race.year, race.office, race.nation, race.day)


def _only_kind(evidence: Evidence, known: Facts, state: str, branch: str) -> ElectionKind | None:
    """The kind of election for which such a party can have stood then, where there is only one.

    The year tells; if that is not known or there were several, the day on which what calls itself a manifesto was made.
    """
    nations = ("", *branch.split(" and "))
    kinds = [kind for kind in known.kinds if kind.days and kind.state == state and kind.nation in nations]
    held = [kind for kind in kinds if not evidence.year or kind.was_held_in(evidence.year)]
    if not evidence.year or len(held) > 1:
        held = [kind for kind in held if evidence.is_programme and _year_of_making(evidence, kind)]
    return held[0] if len(held) == 1 else None


def _state_of(party: Party, year: str, known: Facts) -> str:
    """The one state for whose election in the year a party of this name can have written; "" for several."""
    names = set(map(folded, party.names))
    alike = [each for each in known.parties if names.intersection(map(folded, each.names))]
    states = dict.fromkeys(state for each in alike for state in each.states)
    held = [state for state in states if any(kind.state == state and kind.was_held_in(year) for kind in known.kinds)]
    if year and held:
        return held[0] if len(held) == 1 else ""
    return party.state if len(states) == 1 or (year and not held) else ""


def _kind(evidence: Evidence, state: str, known: Facts) -> tuple[ElectionKind | None, str]:
    """The kind of election of a `state` that is spoken of most, and the place it names.

    Where the state is not known, what speaks for elections of several says nothing.
    """
    worth: list[tuple[int, ElectionKind, str]] = []
    for kind in known.kinds:
        if state and kind.state not in ("", state):
            continue
        shown = list(kind.said.finditer(evidence.outside))
        read = list(kind.said.finditer(evidence.front))
        worth.append((_SHOWN * len(shown) + _READ * len(read), kind, _place([*shown, *read])))
    most = max((each[0] for each in worth), default=0)
    best = [each for each in worth if each[0] == most >= _KIND_ENOUGH]
    states = {kind.state for _, kind, _ in best if kind.state}
    if not best or (len(states) > 1 and not state):
        return None, ""
    return best[0][1], best[0][2]


def _place(found: Iterable[re.Match[str]]) -> str:
    named = (place for match in found for group, place in match.groupdict().items() if group.startswith("place"))
    return next((place.title() for place in named if place), "")


def _year_of_term(evidence: Evidence, kind: ElectionKind) -> str:
    """The year that began the term of which the text says what it "will" do in it: "in the 34th Dáil we will"."""
    sentences = (
        sentence
        for sentence in re.split(r"[.!?](?!\w)", evidence.body)
        if re.search(r"\b(?:will|wird|werden|wollen)\b", sentence)
    )
    days = (kind.day_of_term(int(found[1])) for sentence in sentences for found in kind.term.finditer(sentence))
    return next((str(day.year) for day in days if day), "")


def _year_of_making(evidence: Evidence, kind: ElectionKind) -> str:
    """The year of the election that came so shortly after the file was made that it must have been made for it."""
    made = evidence.made
    days = [day for day in kind.days if made and timedelta() <= day - made <= _CAMPAIGN]
    return str(days[0].year) if days else ""


def _filled(election: str, place: str, year: str) -> str:
    if "{place}" in election and not place and not year:
        return ""
    filled = " ".join(election.format(place=place, year=year).split())
    return filled[:1].upper() + filled[1:]
