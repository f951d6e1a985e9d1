"""All passages of a code in its tree, grouped by party, to be read one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.annotations.listing import Annotations, Listed
from reader.library.records import Document


@dataclass(frozen=True, slots=True)
class OfManifesto:
    """The passages of one manifesto, in the order in which they stand in it."""

    document: Document
    rows: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class OfParty:
    """What one party says, manifesto by manifesto; `party` is "" where nobody knows whose they are."""

    party: str
    manifestos: tuple[OfManifesto, ...]

    @property
    def passages(self) -> int:
        return sum(len(one.rows) for one in self.manifestos)


def retrieved(annotations: Annotations, code: str, rows: Iterable[Listed] | None = None) -> tuple[OfParty, ...]:
    """The passages with this code (an id, "" for any) or one below it among these rows; without `rows`, among all.

    Parties come in the order of the library, those of none last; passages in the order in which they stand.
    """
    codebook = annotations.codebook
    wanted = {code, *codebook.below(code)} if code else {one.id for one in codebook.codes}
    by_document: dict[str, list[Listed]] = {}
    for row in annotations.rows if rows is None else rows:
        if row.code in wanted:
            by_document.setdefault(row.document, []).append(row)
    by_party: dict[str, list[OfManifesto]] = {}
    for document in annotations.documents:
        if document.id in by_document:
            by_party.setdefault(document.party, []).append(OfManifesto(document, tuple(by_document[document.id])))
    parties = [OfParty(party, tuple(manifestos)) for party, manifestos in by_party.items()]
    return tuple(sorted(parties, key=lambda one: not one.party))
