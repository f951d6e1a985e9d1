"""The comparison: a plain table of sub-topics by manifestos. Window, command line and exports draw this one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.topics.model import Match, StatementKind, Subtopic, Topic
from reader.library.records import Document, Extent

MORE = Subtopic("more", "More on this topic")

# Below this many words one long passage more or less would change a share by a quarter and more.
LEAST_WORDS = 1_500


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


def compare(
    topic: Topic,
    documents: Sequence[Document],
    matches: Mapping[str, Sequence[Match]],
    *,
    pledges_only: bool = False,
    best_first: bool = False,
) -> Comparison:
    """The table of the topic's sub-topics by these documents, with `matches` by document id (in document order).

    Columns stand in the order of `documents`; what a cell holds does not depend on that order. A document without
    `matches` is silent. `pledges_only` leaves in what has a pledge in a sentence that carries it; shares always count
    the whole view. `best_first` puts first what has the row as its main one, then the higher score; otherwise the order
    is that of the document. The row `MORE` is there when a passage belongs to no sub-topic.
    """
    shown = {
        document.id: [match for match in matches.get(document.id, ()) if not pledges_only or has_pledge(match)]
        for document in documents
    }
    subtopics = [*topic.subtopics]
    known = {subtopic.id for subtopic in subtopics}
    if any(not known.intersection(match.subtopics) for found in shown.values() for match in found):
        subtopics.append(MORE)
    columns = tuple(_column(document, matches.get(document.id, ()), shown[document.id]) for document in documents)
    rows = tuple(
        Row(
            subtopic,
            tuple(_cell(column.document, shown[column.document.id], subtopic, known, best_first) for column in columns),
        )
        for subtopic in subtopics
    )
    return Comparison(topic, columns, rows, _warnings(documents))


def has_pledge(match: Match) -> bool:
    """Whether one of the sentences that carry the passage is a pledge."""
    return any(one.carries and one.kind is StatementKind.PLEDGE for one in match.statements)


def share(document: Document, matches: Sequence[Match]) -> Share:
    """The share of the document’s words that stand in these passages; none per 1,000 where there is too little text."""
    words = sum(len(match.text.split()) for match in matches)
    if document.extent == Extent.EXTRACT or document.words < LEAST_WORDS:
        return Share(len(matches), words, None)
    return Share(len(matches), words, round(1000 * words / document.words, 1))


def silence(document: Document) -> Silence:
    """What may fairly be said where nothing was found in a document: how much of it there is, and could be read."""
    unread = f"; {document.readable_pages:,} of {document.page_count:,} pages readable"
    partly = document.readable_pages < document.page_count
    if document.extent in (Extent.CHAPTER, Extent.EXTRACT):
        return Silence(f"Not in this {document.extent}{unread if partly else ''}.")
    if partly:
        return Silence(f"Nothing found{unread}.")
    if document.page_count:
        pages = "1 page" if document.page_count == 1 else f"{document.page_count:,} pages"
        return Silence(f"Nothing found in {pages}.")
    return Silence("Nothing found in the whole text.")


def _column(document: Document, matches: Sequence[Match], shown: Sequence[Match]) -> Column:
    return Column(document, share(document, matches), _silence(document, matches, shown))


def _silence(document: Document, matches: Sequence[Match], shown: Sequence[Match]) -> Silence | None:
    """None where something is shown. Passages that only the filter left out are no silence on the topic."""
    if shown:
        return None
    if matches:
        passages = "1 passage" if len(matches) == 1 else f"{len(matches):,} passages"
        return Silence(f"No pledge found; {passages} without one.")
    return silence(document)


def _cell(document: Document, shown: Sequence[Match], subtopic: Subtopic, known: set[str], best_first: bool) -> Cell:
    if subtopic is MORE:
        mine = [match for match in shown if not known.intersection(match.subtopics)]
    else:
        mine = [match for match in shown if subtopic.id in match.subtopics]

    def place(match: Match) -> tuple[float, float, int]:
        main = match.subtopics.index(subtopic.id) if subtopic.id in match.subtopics else 0
        return (main, -match.score, match.order) if best_first else (0, 0, match.order)

    return Cell(tuple(sorted(mine, key=place)), None if mine else silence(document))


def _warnings(documents: Sequence[Document]) -> tuple[str, ...]:
    """Quiet lines where columns are not alike; values that nobody knows are not counted."""
    found = []
    for field, named, advice in (
        ("election", "elections", ""),
        ("office", "offices", ": their powers differ"),
        ("nation", "nations", ": what is devolved differs"),
    ):
        values = sorted({value for document in documents if (value := getattr(document, field))})
        if len(values) > 1:
            found.append(f"These columns mix {named} ({', '.join(values)}){advice}.")
    return tuple(found)
