"""Which parties stood in the elections of some manifestos and have none among these, as far as the program knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.facts import Facts, Stood, folded
from reader.library.records import Document

_INDEPENDENT = "independent"
# Where a manifesto speaks for one of these alone, parties that stand only in another one are not missed.
_NATIONS = frozenset(("england", "scotland", "wales", "northern ireland"))


@dataclass(frozen=True, slots=True)
class Absent:
    """The parties (or candidates) of an election, as its manifestos name it, that are not among them.

    `known` is False where the program does not know who stood. `election` is "" for manifestos of which it is not known
    for which election they were written.
    """

    election: str
    stood: tuple[Stood, ...] = ()
    known: bool = True


def absent(documents: Sequence[Document], known: Facts) -> tuple[Absent, ...]:
    """For each election of these manifestos, in their order, who stood and is not among them."""
    by_election: dict[str, list[Document]] = {}
    for document in documents:
        by_election.setdefault(folded(document.election), []).append(document)
    return tuple(_absent(together, known) for together in by_election.values())


def _absent(together: Sequence[Document], known: Facts) -> Absent:
    election = together[0].election
    stood = known.stood(election)
    nations = {folded(document.nation) for document in together}
    if len(nations) == 1 and nations <= _NATIONS:
        stood = tuple(one for one in stood if folded(one.nation) in {"", *nations})
    parties = {_party(document, known, [one.party for one in stood]) for document in together}
    candidates = {folded(document.candidate) for document in together if document.candidate}
    away = tuple(one for one in stood if folded(one.candidate) not in candidates and one.party not in parties)
    return Absent(election, away, known=bool(stood))


def _party(document: Document, known: Facts, stood: Sequence[str]) -> str:
    """The name by which the facts know the party of a manifesto, however people wrote it; "" for none.

    Candidates of no party are known by their own names.
    """
    said = folded(document.party)
    if said == _INDEPENDENT:
        return ""
    whole = next((name for name in (*stood, *(party.name for party in known.parties)) if folded(name) == said), "")
    if whole:
        return whole
    found = [
        (match.end() - match.start(), party.name)
        for party in known.parties
        for match in [party.called.search(said)]
        if match
    ]
    return max(found, default=(0, ""))[1]
