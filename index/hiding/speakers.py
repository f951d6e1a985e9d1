"""Whose manifestos are shown, and by which letter each is called while names are hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from index.hiding.folded import plain
from reader.facts import Facts, Party
from reader.library.records import Document

_OF_NO_PARTY = frozenset(("", "independent", "independents", "no party"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one column: party, candidate and year as the manifesto's fields have them, "" where unknown."""

    party: str
    candidate: str = ""
    year: str = ""

    @classmethod
    def of(cls, document: Document) -> Speaker:
        return cls(document.party, document.candidate, document.year[:4])


@dataclass(frozen=True, slots=True)
class Group:
    """The columns of one party, or of one candidate without one: `letter` stands for all its names."""

    letter: str
    party: Party | None
    names: tuple[str, ...]
    candidates: tuple[str, ...]
    years: tuple[int, ...]


def known_party(name: str, facts: Facts) -> Party | None:
    """The party that a name as people enter it ("Scottish Labour Party") belongs to, None where the facts have none."""
    whole = f" {plain(name)} "
    best, length = None, 0
    for party in facts.parties:
        for called in (party.name, *party.names, *party.home):
            if len(called) > length and f" {plain(called)} " in whole:
                best, length = party, len(called)
    return best


def groups(speakers: Sequence[Speaker], facts: Facts, seed: int) -> tuple[Group, ...]:
    """For each speaker its group. Letters are drawn by `seed`; they never stand in the order of the columns."""
    parties = [known_party(speaker.party, facts) for speaker in speakers]
    keys = [_key(number, speaker, parties[number]) for number, speaker in enumerate(speakers)]
    order = list(dict.fromkeys(keys))
    drawn = _another_order(order, seed)
    made = {
        key: _group(
            _letter(drawn.index(key)),
            next((parties[number] for number in range(len(keys)) if keys[number] == key), None),
            [speakers[number] for number in range(len(keys)) if keys[number] == key],
        )
        for key in order
    }
    return tuple(made[key] for key in keys)


def labels(speakers: Sequence[Speaker], of: Sequence[Group], pattern: str) -> tuple[str, ...]:
    """What each column is called: by its letter, and by its year or a number where a party has several."""
    together = Counter(group.letter for group in of)
    years = Counter((group.letter, speaker.year) for group, speaker in zip(of, speakers, strict=True))
    seen: Counter[str] = Counter()
    said = []
    for group, speaker in zip(of, speakers, strict=True):
        seen[group.letter] += 1
        by_year = speaker.year and all(
            count == 1 and year for (letter, year), count in years.items() if letter == group.letter
        )
        telling = f" {speaker.year if by_year else seen[group.letter]}" if together[group.letter] > 1 else ""
        said.append(pattern.format(letter=group.letter + telling))
    return tuple(said)


def _key(number: int, speaker: Speaker, party: Party | None) -> str:
    if party is not None:
        return f"party {party.name}"
    if plain(speaker.party) not in _OF_NO_PARTY:
        return f"name {plain(speaker.party)}"
    return f"candidate {plain(speaker.candidate)}" if speaker.candidate else f"column {number}"


def _group(letter: str, party: Party | None, own: Iterable[Speaker]) -> Group:
    own = tuple(own)
    return Group(
        letter,
        party,
        tuple(dict.fromkeys(one.party for one in own if plain(one.party) not in _OF_NO_PARTY)),
        tuple(dict.fromkeys(one.candidate for one in own if one.candidate)),
        tuple(int(one.year) for one in own if one.year.isdecimal()),
    )


def _another_order(keys: list[str], seed: int) -> list[str]:
    drawn = keys[:]
    chance = Random(seed)  # noqa: S311  # nothing secret: the same seed must give the same letters
    while len(keys) > 1 and drawn == keys:
        chance.shuffle(drawn)
    return drawn


def _letter(number: int) -> str:
    """A to Z, then AA, AB ... as the columns of a sheet."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
