"""What may be meant while a field is typed: values that the library holds, and names that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.facts import Facts
from reader.library.records import Document

# Fields whose values come again and again.
_SUGGESTED = ("party", "candidate", "election", "nation", "office", "publisher", "year", "language")


def suggestions(field: str, documents: Sequence[Document], known: Facts) -> list[str]:
    """Values for this field, those that other manifestos have and those of the facts, in order.

    The shorter of two names that begin alike comes first, so that nobody who types it is given the longer.
    """
    if field not in _SUGGESTED:
        return []
    held = {str(getattr(document, field)) for document in documents}
    return sorted({*held, *_of_facts(field, known)} - {""}, key=str.casefold)


def _of_facts(field: str, known: Facts) -> Iterable[str]:
    match field:
        case "party":
            return (party.name for party in known.parties)
        case "candidate":
            return (name for race in known.races for name, _ in race.candidates)
        case "election":
            return (*(race.election for race in known.races), *_elections(known))
        case "nation":
            nations = {name for party in known.parties for name in (party.nation, party.state)}
            return sorted(nations | {"England", "England and Wales"})
        case "office":
            return (kind.office for kind in known.kinds)
        case _:
            return ()


def _elections(known: Facts) -> Iterable[str]:
    """Elections by the years in which they were held, of each kind that was."""
    for kind in known.kinds:
        for year in {day.year for day in kind.days}:
            yield " ".join(kind.election.format(place="", year=year).split())
