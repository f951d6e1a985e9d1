"""A code by kind by party: whose coded passages pledge, tell a record, criticise or say how things are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from index.saying import Sayings
from index.topics.model import Statement, StatementKind
from reader.library.library import Library
from reader.library.noted import Noted
from reader.library.verdicts import About, Span


@dataclass(frozen=True, slots=True)
class PartyRow:
    """The passages of one party that carry a code, "" for manifestos of none.

    `of_kind` are those with a sentence of a kind under the code, so one passage may count for several; `passages`
    counts each once, those without a sentence (headings, whole manifestos) too.
    """

    party: str
    of_kind: Mapping[StatementKind, int]
    passages: int


def kinds_by_party(library: Library, codes: Collection[str], coder: str = "") -> tuple[PartyRow, ...]:
    """A row for each party with passages that carry one of these codes (ids), by name; of all coders or of one."""
    documents = {document.id: document for document in library.documents()}
    coded = [
        one
        for one in library.noted()
        if one.about is About.CODE and one.target in codes and coder in ("", one.coder) and one.document in documents
    ]
    statements = _statements(Sayings(library, documents, coder), coded)
    kinds: dict[str, dict[StatementKind, int]] = defaultdict(lambda: dict.fromkeys(StatementKind, 0))
    passages: dict[str, int] = defaultdict(int)
    for one in coded:
        party = documents[one.document].party
        passages[party] += 1
        for kind in {
            found.kind for span in one.spans for found in statements.get(span.block, ()) if _meet(span, found)
        }:
            kinds[party][kind] += 1
    return tuple(PartyRow(party, dict(kinds[party]), passages[party]) for party in sorted(passages, key=str.casefold))


def _statements(sayings: Sayings, coded: Collection[Noted]) -> dict[str, list[Statement]]:
    """The sentences of the coded passages by the ids of their blocks."""
    blocks: dict[str, dict[str, None]] = defaultdict(dict)
    for one in coded:
        for span in one.spans:
            blocks[one.document][span.block] = None
    return {
        block: statements
        for document, names in blocks.items()
        for block, _, statements in sayings.passages(document, list(names))
    }


def _meet(span: Span, statement: Statement) -> bool:
    return span.start < statement.end and statement.start < span.end
