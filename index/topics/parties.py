"""Who speaks in a manifesto and whom it speaks against: the names by which parties are called."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from reader.facts import Facts, Party, folded, one_of

OFFICE = r"(?:\s+(?:party|government|mayor|council|administration|mps?|councillors|manifesto|msps?|ams?|peers))*"
_NOBODY = r"(?!)"


@dataclass(frozen=True, slots=True)
class Voices:
    """The author of a manifesto and the opponents, as regular expressions over lower-case text."""

    author: str = _NOBODY
    opponent: str = _NOBODY

    @property
    def named(self) -> bool:
        """Whether it is known who the author is."""
        return self.author != _NOBODY


UNKNOWN = Voices()


@lru_cache(maxsize=256)
def voices(names: tuple[str, ...], known: Facts) -> Voices:
    """The voices where the author is called `names`; without any, only "we" and "I" are the author.

    Opponents are the other parties of the author's state, of all states where the author's party is not known.
    """
    said = {_plain(name) for name in names} - {""}
    if not said:
        return UNKNOWN
    own = [party for name in said if (party := _party(name, known)) is not None]
    states = {state for party in own for state in party.states}
    mine = {form for party in own for name in (*party.spoken, *party.home) for form in _forms(name)}
    mine |= said | {name.split()[-1] for name in said if 1 < len(name.split()) < 4 and "party" not in name}
    others = [
        party for party in known.parties if party not in own and (not states or states.intersection(party.states))
    ]
    theirs = {form for party in others for name in party.spoken for form in _forms(name)}
    return Voices(one_of(mine), one_of(theirs - mine))


def is_name(text: str, names: Collection[str], known: Facts) -> bool:
    """Whether the words only name a party or a candidate ("Labour", "Labour government", or one of `names`)."""
    forms = _every_form(known) | {form for name in names for form in _forms(name)} - {""}
    said = _plain(text)
    bare = re.sub(OFFICE + "$", "", said)
    return bare in forms or (" " in said and any(said in form for form in forms))


@lru_cache(maxsize=4)
def _every_form(known: Facts) -> frozenset[str]:
    called = (name for party in known.parties for name in (party.name, *party.spoken, *party.home))
    return frozenset(form for name in called for form in _forms(name))


def _party(name: str, known: Facts) -> Party | None:
    """The party that a name as people enter it ("Scottish Labour Party") belongs to: the one of the longest match."""
    matches = [
        (len(form), -number)
        for number, party in enumerate(known.parties)
        for called in (party.name, *party.spoken, *party.home)
        for form in _forms(called)
        if form in name and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", name)
    ]
    return known.parties[-max(matches)[1]] if matches else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _forms(name: str) -> tuple[str, ...]:
    """A name as manifestos write it: in lower case, with its accents or without."""
    return tuple({_plain(name), folded(name)})
