"""What may be meant while a field is typed: values that the library holds and names that are known, newest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from reader.facts import Facts
from reader.library.records import Document

# Fields whose values come again and again.
_SUGGESTED = ("party", "candidate", "election", "nation", "office", "publisher", "year", "language")
# A value and the year it belongs to, "" where it belongs to none.
Dated: TypeAlias = tuple[str, str]
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def suggestions(field: str, documents: Sequence[Document], known: Facts) -> list[str]:
    """Values for this field, those that other manifestos have and those of the facts, the newest first.

    A value is as new as the newest election it belongs to; of one year, what other manifestos have comes first, then
    what is known, in the order of the facts.
    """
    if field not in _SUGGESTED:
        return []
    held = [(str(getattr(document, field)), document.year) for document in documents]
    newest: dict[str, tuple[str, bool]] = {}
    for value, year, here in [
        *((value, _year(field, value, year), True) for value, year in held),
        *((value, _year(field, value, year), False) for value, year in _of_facts(field, known)),
    ]:
        newest[value] = max(newest.get(value, ("", False)), (year, here))
    return sorted(filter(None, newest), key=newest.__getitem__, reverse=True)


def _year(field: str, value: str, year: str) -> str:
    """The year that a value belongs to: an election is named after its own."""
    named = _YEAR.findall(value) if field in ("election", "year") else []
    return str(named[-1]) if named else year


def _of_facts(field: str, known: Facts) -> Iterable[Dated]:
    match field:
        case "party":
            return ((party.name, "") for party in known.parties)
        case "candidate":
            return ((name, race.year) for race in known.races for name, _ in race.candidates)
        case "election":
            return ((name, "") for name in (*(race.election for race in known.races), *_elections(known)))
        case "nation":
            nations = {name for party in known.parties for name in (party.nation, *party.states)}
            nations |= {country.name for country in known.countries}
            return ((name, "") for name in sorted(nations | {"England", "England and Wales"}))
        case "office":
            return ((kind.office, "") for kind in known.kinds)
        case _:
            return ()


def _elections(known: Facts) -> Iterable[str]:
    """Elections by the years in which they were held, of each kind that was."""
    for kind in known.kinds:
        for year in sorted({day.year for day in kind.days}):
            yield " ".join(kind.election.format(place="", year=year).split())
