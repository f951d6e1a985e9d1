"""What people have collected: the quotations of their plans, each with a sentence in their own words."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.lead_ins import lead_in_of
from reader.library import documents
from reader.library.anchoring import Finder
from reader.library.records import Document
from reader.library.verdicts import Anchor, Span
from reader.model import Block
from reader.sections import paragraph_number

_LISTS = "SELECT id, name FROM collections ORDER BY position, name"
_ITEMS = """
SELECT collected.id, document, block, start, "end", quote, "before", "after", "offset", sentence, made FROM collected
JOIN documents ON documents.id = document WHERE collection = ? AND removed = 0 ORDER BY collected.position, collected.id
"""


@dataclass(frozen=True, slots=True)
class Collection:
    """A plan by its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Collected:
    """A quotation in a plan, with its anchor as it was made and a sentence of one's own. `made` is UTC, ISO 8601."""

    id: str
    document: str
    anchor: Anchor
    sentence: str
    made: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A collected quotation as its manifesto has it now.

    `words` stand at `spans` of `block`; where they were not found after a new reading, `block` is None and `words` are
    those that were collected. `paragraph` is the number of the passage under its heading, 0 for unknown; `lead_in` the
    sentence that introduces the list in which the words begin, "" for none.
    """

    item: Collected
    document: Document
    words: str
    block: Block | None = None
    spans: tuple[tuple[int, int], ...] = ()
    paragraph: int = 0
    lead_in: str = ""


def collections(connection: sqlite3.Connection) -> list[Collection]:
    """The plans in their order."""
    return [Collection(*row) for row in connection.execute(_LISTS)]


def items(connection: sqlite3.Connection, collection: str) -> list[Collected]:
    """What was collected in this plan, in the order in which it was; documents that have been removed are left out."""
    rows = connection.execute(_ITEMS, (collection,))
    return [Collected(row[0], row[1], Anchor(*row[2:9]), *row[9:]) for row in rows]


def evidence(connection: sqlite3.Connection, collection: str) -> list[Evidence]:
    """The same with its words found in the documents as they are read now, which are looked through for that."""
    opened: dict[str, _Opened] = {}
    found = []
    for item in items(connection, collection):
        if item.document not in opened:
            opened[item.document] = _Opened(connection, item.document)
        found.append(opened[item.document].find(item))
    return found


class _Opened:
    """One document, of which no more is read than is needed."""

    def __init__(self, connection: sqlite3.Connection, document: str) -> None:
        found = documents.one(connection, document)
        if found is None:
            raise ValueError(f"no document {document!r}")
        self._document = found
        self._blocks = documents.blocks(connection, document)
        self._places = {block.id: at for at, block in enumerate(self._blocks)}
        self._finder = Finder(self._blocks)

    def find(self, item: Collected) -> Evidence:
        """The item where its words stand now: in the first block that holds some of them."""
        spans = self._finder.find(item.anchor)
        if not spans:
            return Evidence(item, self._document, item.anchor.quote)
        words = "\n".join(self._blocks[self._places[span.block]].text[span.start : span.end] for span in spans)
        return self._placed(item, words, spans)

    def _placed(self, item: Collected, words: str, spans: Sequence[Span]) -> Evidence:
        at = self._places[spans[0].block]
        within = tuple((span.start, span.end) for span in spans if span.block == spans[0].block)
        number = paragraph_number(self._blocks, at)
        lead_in = lead_in_of(self._blocks, at, self._document.language[:2])
        return Evidence(item, self._document, words, self._blocks[at], within, number, lead_in)
