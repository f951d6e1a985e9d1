"""The figures of the charts: topics by manifestos, where a topic stands in each, a topic from election to election.

Nothing is drawn here: the window, the pictures, the tables beside them and the CSV files all show these values.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from index.comparison import Share, share
from index.naming import is_whole
from index.topics.languages import missing_language
from index.topics.model import Match, Topic
from reader.library.records import Document


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Topics by manifestos: `cells[row][column]`, None where the view is not made yet (that is no silence)."""

    topics: tuple[Topic, ...]
    documents: tuple[Document, ...]
    cells: tuple[tuple[Share | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage on a strip: where it begins and ends in the text of its document, from 0 to 1."""

    match: Match
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Strip:
    """One document from its beginning (0) to its end (1), with the passages of a topic.

    `without_words_in` as in `Share`.
    """

    document: Document
    marks: tuple[Mark, ...]
    without_words_in: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A manifesto in a series: its year and the topic's share of it."""

    year: int
    document: Document
    share: Share


@dataclass(frozen=True, slots=True)
class Series:
    """The manifestos of one party in one kind of election and one nation, the earliest first.

    `party` is what the series is called: the party, with the nation or the election where it has several series.
    """

    party: str
    points: tuple[Point, ...]


def heatmap(
    topics: Sequence[Topic],
    documents: Sequence[Document],
    views: Mapping[str, Mapping[str, Sequence[Match]]],
    confirmed: Mapping[str, Collection[str]] | None = None,
    uncertain: Mapping[str, Mapping[str, int]] | None = None,
) -> Heatmap:
    """`views` are matches by topic id and document id; topics and documents stand in the order given.

    `confirmed` are, by topic id, the documents of which people confirmed that they are silent on all of it; so many
    passages are to be checked, by topic id and document id.
    """

    def cell(topic: Topic, document: Document) -> Share | None:
        matches = views.get(topic.id, {}).get(document.id)
        silent = document.id in (confirmed or {}).get(topic.id, ())
        to_check = (uncertain or {}).get(topic.id, {}).get(document.id, 0)
        return None if matches is None else share(topic, document, matches, confirmed=silent, uncertain=to_check)

    cells = tuple(tuple(cell(topic, document) for document in documents) for topic in topics)
    return Heatmap(tuple(topics), tuple(documents), cells)


def strip(
    topic: Topic,
    document: Document,
    lengths: Sequence[tuple[str, int]],
    matches: Sequence[Match],
    *,
    confirmed: bool = False,
) -> Strip:
    """Where the matches stand; `lengths` are the ids of all blocks in order with the code points of each.

    `confirmed` as in `index.comparison.share`.
    """
    whole = sum(length for _, length in lengths)
    starts: dict[str, tuple[int, int]] = {}
    before = 0
    for block, length in lengths:
        starts[block] = (before, before + length)
        before += length
    placed = [(match, starts[match.block]) for match in matches if match.block in starts]
    marks = tuple(Mark(match, start / whole, end / whole) for match, (start, end) in placed if whole)
    return Strip(document, marks, "" if confirmed else missing_language(topic, document))


def salience(
    topic: Topic,
    documents: Sequence[Document],
    matches: Mapping[str, Sequence[Match]],
    confirmed: Collection[str] = (),
    uncertain: Mapping[str, int] | None = None,
) -> tuple[Series, ...]:
    """A series for each party with manifestos of two years or more, by name; without year or view none has a point.

    Each kind of election and each nation has a series of its own, and chapters and extracts are in none: joined to
    others they would show a change of document as one of mind. `matches` by document id. Years of which nothing is
    known, because the topic has no words in the language, make no series; `confirmed` are the documents of which people
    confirmed that they are silent on the topic; so many passages, by document id, are `uncertain`.
    Parties are the same when they are written the same but for case and spaces.
    """
    parties: dict[tuple[str, str, str], list[Point]] = {}
    names: dict[str, str] = {}
    for document in documents:
        year = document.year[:4]
        if document.party.strip() and year.isdigit() and document.id in matches and is_whole(document):
            party = _folded(document.party)
            names.setdefault(party, document.party.strip())
            figure = share(
                topic,
                document,
                matches[document.id],
                confirmed=document.id in confirmed,
                uncertain=(uncertain or {}).get(document.id, 0),
            )
            key = party, _election(document), _folded(document.nation)
            parties.setdefault(key, []).append(Point(int(year), document, figure))
    told = {
        key: points
        for key, points in sorted(parties.items())
        if len({point.year for point in points if not point.share.without_words_in}) > 1
    }
    several = Counter(key[0] for key in told)
    return tuple(
        Series(
            names[key[0]] + (_told_apart(points[0].document) if several[key[0]] > 1 else ""),
            tuple(sorted(points, key=_place)),
        )
        for key, points in told.items()
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _election(document: Document) -> str:
    """The kind of election, whatever its year: its name without digits, and the office that it is for."""
    return _folded(re.sub(r"\d+", " ", f"{document.election} {document.office}"))


def _told_apart(document: Document) -> str:
    said = ", ".join(filter(None, (re.sub(r"\s*\d{4}\s*", " ", document.election).strip(), document.nation)))
    return f" ({said})" if said else ""


def _place(point: Point) -> tuple[int, str, str]:
    return point.year, point.document.called, point.document.id
