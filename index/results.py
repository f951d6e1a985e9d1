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
class Results:
    """Hits, best first, of `total` in all; `suggestion` is another spelling of the query, or ""."""

    query: str
    hits: tuple[Hit, ...]
    total: int
    suggestion: str = ""
