"""A plan for writing: headings, quotations and one's own sentences in an order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.library.collected import Evidence, evidence, items

_PARTS = "SELECT id, kind, text, item FROM plan_parts WHERE collection = ? ORDER BY position, id"


class PartKind(StrEnum):
    HEADING = "heading"
    QUOTATION = "quotation"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a plan. `text` is the person's own, "" for a quotation, whose words are those of `quoted`.

    `id` is "" for a quotation that has no place of its own yet: it stands at the end.
    """

    id: str
    kind: PartKind
    text: str = ""
    quoted: Evidence | None = None

    @property
    def key(self) -> str:
        """What tells the part from the others of its plan: the id of what was collected, else its own."""
        return self.quoted.item.id if self.quoted else self.id


@dataclass(frozen=True, slots=True)
class Extent:
    """How many words of a plan are the person's own, and how many are quoted."""

    own: int
    quoted: int


def parts(connection: sqlite3.Connection, plan: str) -> list[Part]:
    """The parts in their order; quotations of documents that have been removed are left out until they come back.

    Quotations are found in the documents as they are read now, which are looked through for that.
    """
    waiting = {one.item.id: one for one in evidence(connection, plan)}
    found = []
    for name, kind, text, item in connection.execute(_PARTS, (plan,)):
        if kind != PartKind.QUOTATION:
            found.append(Part(name, PartKind(kind), text))
        elif item in waiting:
            found.append(Part(name, PartKind.QUOTATION, quoted=waiting.pop(item)))
    return [*found, *(Part("", PartKind.QUOTATION, quoted=one) for one in waiting.values())]


def size(connection: sqlite3.Connection, plan: str) -> int:
    """How many parts the plan has, without looking for its quotations."""
    written = "SELECT count(*) FROM plan_parts WHERE collection = ? AND kind != 'quotation'"
    (own,) = connection.execute(written, (plan,)).fetchone()
    return int(own) + len(items(connection, plan))


def extent(of: Sequence[Part]) -> Extent:
    """Words as white space parts them; a paraphrase is the person's own, headings count for nobody."""
    own = quoted = 0
    for part in of:
        if part.quoted is not None:
            quoted += len(part.quoted.words.split())
            own += len(part.quoted.item.sentence.split())
        elif part.kind is PartKind.OWN:
            own += len(part.text.split())
    return Extent(own, quoted)
