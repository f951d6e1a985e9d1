"""Which rows (sub-topics) the sentences of a passage speak of, and so the passage.

A sentence stands in the rows for which one of its own signs is sure: a query that names the row, weighing `SURE` or
more for it. Where none is, its likely signs (`LIKELY` or more) count: words that any sentence on the topic may hold,
and which say what it is about only where nothing plainer does. A sentence that names no row goes on with the rows of
the one before it.

Where no sentence that carries the passage names a row, the passage takes those of its list's lead-in, of its other
sentences, or of the innermost heading that names just one; where these say nothing either, those of its weaker signs;
else it stands in no row, but under "More".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.topics.evidence import Evidence

# From this on a sign is sure; from this on it is likely, and counts in a sentence without a sure one. What is below
# counts only where nothing else does.
SURE = 0.4
LIKELY = 0.3


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the sentences that carry a passage and may name their row: its evidence, nearest first.

    `beside` are the passage's other sentences.
    """

    lead_in: Sequence[Evidence] = ()
    beside: Sequence[Sequence[Evidence]] = ()
    headings: Sequence[Sequence[Evidence]] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that each sentence names, and those of the passage, the surest first."""

    sentences: tuple[tuple[str, ...], ...]
    passage: tuple[str, ...]


def rows(sentences: Sequence[Sequence[Evidence]], carrying: Sequence[bool], around: Callable[[], Around]) -> Rows:
    """The rows of a passage, given the queries that match each of its sentences and which of them carry it.

    `around` is asked for only where none of them names a row itself.
    """
    named = [_named(evidence) if carries else {} for evidence, carries in zip(sentences, carrying, strict=True)]
    own = [_plain(mine) for mine in named]
    passage = _together(own) or _lent(around()) or _together(named)
    return Rows(tuple(_continued(own, carrying)), passage)


def _lent(around: Around) -> tuple[str, ...]:
    """The rows that the lead-in names, or else the other sentences, or else the innermost heading that names just one."""
    if named := _together([_plain(_named(around.lead_in))]) or _together(_plain(_named(one)) for one in around.beside):
        return named
    above = (_plain(_named(heading)) for heading in around.headings)
    return next((tuple(named) for named in above if len(named) == 1), ())


def _continued(found: Sequence[dict[str, float]], carrying: Sequence[bool]) -> Iterator[tuple[str, ...]]:
    """The rows of each sentence; one that carries and names none goes on with those of the one before it."""
    before: tuple[str, ...] = ()
    for mine, carries in zip(found, carrying, strict=True):
        before = (tuple(mine) or before) if carries else ()
        yield before


def _named(evidence: Iterable[Evidence]) -> dict[str, float]:
    """The rows for which the queries speak, each with the points of its surest one, most first.

    Of the same points, what is said first stands first.
    """
    points: dict[str, float] = {}
    for one in sorted(evidence, key=lambda one: one.spans[:1]):
        for row in one.query.subtopics if _points(one) > 0 else ():
            points[row] = max(points.get(row, 0.0), _points(one))
    return dict(sorted(points.items(), key=lambda row: -row[1]))


def _plain(named: dict[str, float]) -> dict[str, float]:
    """The rows of the sure signs, or else of the likely ones."""
    sure = {row: points for row, points in named.items() if points >= SURE}
    return sure or {row: points for row, points in named.items() if points >= LIKELY}


def _points(one: Evidence) -> float:
    """What a query counts for its rows; one that speaks against the topic, nothing."""
    query = one.query
    return query.row_weight or (1.0 if query.weight == 0 else max(0.0, query.weight))


def _together(sentences: Iterable[dict[str, float]]) -> tuple[str, ...]:
    """The rows of all these sentences: the one with the surest sign first; of those as sure, what is said first."""
    points: dict[str, float] = {}
    for mine in sentences:
        for row, worth in mine.items():
            points[row] = max(points.get(row, 0.0), worth)
    return tuple(sorted(points, key=lambda row: -points[row]))
