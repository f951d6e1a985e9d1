"""Says which known party a name is that of, if any: "Welsh Conservative Party" is, "Lamp Alliance" is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.facts import Country, Facts, Party, folded, listed

# What may stand around the name of a party in its own full name, beside the nations and places of its country.
_AROUND = listed(
    """the a of in for and party welsh scottish london local branch ni deutschland die der von kreisverband ortsverband
    landesverband"""
)
# What else stands in the names of files with manifestos, beside years and the names of parties.
_IN_FILE_NAMES = listed(
    """manifesto manifestos final web pdf raw clean copy draft extract extracts chapter page pages english full print
    version download wahlprogramm programm verkiezingsprogramma programa election general ge the of for and party"""
)


class Naming:
    """The parties that a text of a `country` ("" if unknown) and `year` may be of.

    Of parties with one name in several countries the first is kept that stood in that year.
    """

    def __init__(self, known: Facts, country: str, year: str) -> None:
        self._known = known
        self._countries = {each.name: each for each in known.countries}
        here = [party for party in known.parties if not country or country in party.states]
        self.parties = tuple(_without_namesakes(here, known, year)) if not country else tuple(here)
        self._country = country
        self._names = {party.name for party in self.parties}

    def knows(self, name: str) -> bool:
        return name in self._names

    def party(self, name: str, *, sure: bool) -> Party | None:
        """The party that a name is that of; `sure` where names that are common words or abbreviations do not count."""
        plain = folded(name)
        found = [
            (match.end() - match.start(), -number, match.start(), match.end())
            for number, party in enumerate(self.parties)
            for match in (party.sure if sure else party.called).finditer(plain)
        ]
        for _, number, start, end in sorted(found, reverse=True):
            party = self.parties[-number]
            if self._is_whole(party, plain, start, end):
                return party
        return None

    def _is_whole(self, party: Party, plain: str, start: int, end: int) -> bool:
        """Whether what stands around a party's name in a longer one leaves it that party's."""
        before, after = plain[:start], plain[end:]
        if self._is_place(before, party) and self._is_place(after, party):
            return True
        # "Little Harbour Labour Party": of a name of several words what is before it may be any place.
        distinct = " " in plain[start:end] and party.sure.fullmatch(plain[start:end]) is not None
        return (
            distinct
            and self._country in ("", *party.states)
            and self._is_place(after, party)
            and not self._is_abroad(before, party)
        )

    def _is_place(self, around: str, party: Party) -> bool:
        rest = party.called.sub(" ", around)
        for said in sorted(self._places(party), key=len, reverse=True):
            rest = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", " ", rest)
        return all(word in _AROUND or not word.isalpha() for word in rest.split())

    def _places(self, party: Party) -> Iterable[str]:
        for state in party.states:
            if country := self._countries.get(state):
                yield from (*country.names, *country.places)

    def _is_abroad(self, around: str, party: Party) -> bool:
        others = (each for each in self._known.countries if each.name not in party.states)
        return any(re.search(rf"(?<!\w){re.escape(said)}(?!\w)", around) for each in others for said in each.names)

    def is_of_several(self, line: str) -> bool:
        """Whether a line names several parties, so that it speaks of them and for none."""
        plain = folded(line)
        spans: list[tuple[int, int]] = []
        for party in self.parties:
            spans += [match.span() for match in party.sure.finditer(plain)]
        spans = [one for one in spans if not any(a <= one[0] and one[1] <= b and (a, b) != one for a, b in spans)]
        named = [{party.name for party in self.parties if party.sure.fullmatch(plain[a:b])} for a, b in set(spans)]
        return len(named) > 1 and not set.intersection(*named)

    def is_no_party(self, name: str) -> bool:
        """Whether a name is that of a country, its people, its institutions or its places."""
        plain = folded(name).removeprefix("the ")
        return any(plain in said for each in self._known.countries for said in _all_of(each)) or self._is_kind(plain)

    def _is_kind(self, plain: str) -> bool:
        return any(kind.said.fullmatch(plain) for kind in self._known.kinds)

    def mentions(self, name: str, body: str) -> int:
        """How often a folded text speaks of a party of this name."""
        party = self._known.party(name)
        return len(party.sure.findall(body)) if party else body.count(folded(name))


def _all_of(country: Country) -> tuple[tuple[str, ...], ...]:
    return (country.signs, country.names, country.places)


def is_known_by(party: Party, name: str, body: str, naming: Naming) -> bool:
    """Whether a file's folded `name` is that of a party; a common word there must be all of it, or said in the text."""
    if party.sure.search(name):
        return True
    if not party.called.search(name):
        return False
    rest = party.called.sub(" ", name)
    for other in naming.parties:
        rest = other.called.sub(" ", rest)
    spare = [word for word in rest.split() if not any(char.isdigit() for char in word)]
    plain = all(word in _IN_FILE_NAMES or naming.is_no_party(word) or word == "ni" for word in spare)
    return (
        plain
        or party.sure.search(body) is not None
        or re.search(rf"(?:{party.own.pattern}) (?:will|would)\b", body) is not None
    )


def _without_namesakes(parties: Iterable[Party], known: Facts, year: str) -> list[Party]:
    """The parties, but of those that share a name the first that had an election in the year, else the first."""
    kept: list[Party] = []
    for party in sorted(parties, key=lambda party: not _stood(party, known, year)):
        mine = {folded(name) for name in party.names}
        if not any(mine.intersection(map(folded, other.names)) for other in kept):
            kept.append(party)
    return sorted(kept, key=known.parties.index)


def _stood(party: Party, known: Facts, year: str) -> bool:
    return bool(year) and any(kind.was_held_in(year) for kind in known.kinds if kind.state in party.states)
