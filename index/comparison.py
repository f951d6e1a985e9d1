"""The comparison: a plain table of sub-topics by manifestos. Window, command line and exports draw this one table."""

from __future__ import annotations

from dataclasses import dataclass

from index.topics.model import Match, Subtopic, Topic
from reader.library.records import Document

MORE = Subtopic("more", "More on this topic")


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a document a topic takes: passages, their words, and words per 1,000 of the document's words.

    `per_thousand` is None for extracts and texts too short for a share to mean anything.
    """

    passages: int
    words: int
    per_thousand: float | None


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing found: `sentence` says so fairly ("Nothing found; 126 of 128 pages readable.")."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one manifesto says in one row; `silence` is set when `matches` is empty."""

    matches: tuple[Match, ...]
    silence: Silence | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One manifesto of the comparison. `silence` is set when it says nothing on the whole topic."""

    document: Document
    share: Share
    silence: Silence | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One sub-topic; `cells` are in the order of the columns."""

    subtopic: Subtopic
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The table. A passage may stand in several rows. `warnings` are quiet lines (mixed elections, say)."""

    topic: Topic
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    warnings: tuple[str, ...] = ()
