"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage (or heading) that a query matches. `marks` are code points in `text`, end exclusive.

    `lead_in` is the sentence that introduces its list, "" for none; `language` the code of the document's.
    """

    document: str
    block: str
    text: str
    kind: str
    page: int | None
    label: str | None
    section: tuple[str, ...]
    score: float
    marks: tuple[tuple[int, int], ...]
    lead_in: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Also:
    """Another word of a typed word's family, the query that asks for it in its place, and how much that finds."""

    word: str
    query: str
    total: int


@dataclass(frozen=True, slots=True)
class Results:
    """Hits, best first, of `total` in all; `suggestion` is another spelling of the query, or "".

    `also` are words akin to those typed that were not looked for.
    """

    query: str
    hits: tuple[Hit, ...]
    total: int
    suggestion: str = ""
    also: tuple[Also, ...] = ()
