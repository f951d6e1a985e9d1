"""Which rows (sub-topics) the sentences of a passage speak of, and so the passage.

A sentence stands in the rows for which one of its own signs is sure: a query that names the row, weighing `SURE` or
more for it. Where none is, its likely signs (`LIKELY` or more) count: words that any sentence on the topic may hold,
and which say what it is about only where nothing plainer does. A sentence that names no row goes on with the rows of
the one before it.

A passage stands in the rows of the sentences that carry it, and in those for which another of its sentences has a sure
sign. Where none names a row, it takes those of which its list's lead-in is sure, or the innermost heading that is sure
of just one; where these say nothing either, those of its weaker signs; else it stands in no row, but under "More".

First stands the row with the surest sign; of those as sure, the one that most sentences name; then what is said first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.topics.evidence import Evidence, Span

# From this on a sign is sure; from this on it is likely, and counts in a sentence without a sure one. What is below
# counts only where nothing else does.
SURE = 0.4
LIKELY = 0.3


@dataclass(frozen=True, slots=True)
class Around:
    """What stands above the sentences of a passage and may name their row: its evidence, nearest first."""

    lead_in: Sequence[Evidence] = ()
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
    named = [_named(evidence) for evidence in sentences]
    own = [_plain(mine) if carries else _sure(mine) for mine, carries in zip(named, carrying, strict=True)]
    weak = (mine for mine, carries in zip(named, carrying, strict=True) if carries)
    passage = _together(own) or tuple(_lent(around())) or _together(weak)
    return Rows(tuple(_continued(own, carrying)), passage)


def _lent(around: Around) -> dict[str, float]:
    """The rows of which the lead-in is sure, or else the innermost heading that is sure of just one."""
    if named := _sure(_named(around.lead_in)):
        return named
    above = (_sure(_named(heading)) for heading in around.headings)
    return next((named for named in above if len(named) == 1), {})


def _continued(found: Sequence[dict[str, float]], carrying: Sequence[bool]) -> Iterator[tuple[str, ...]]:
    """The rows of each sentence that carries; one that names none goes on with those of the one before it."""
    before: tuple[str, ...] = ()
    for mine, carries in zip(found, carrying, strict=True):
        before = (tuple(mine) or before) if carries else ()
        yield before


def _named(evidence: Iterable[Evidence]) -> dict[str, float]:
    """The rows for which the queries speak, each with the points of its surest one, most first.

    Of the same points, what is said first stands first.
    """
    points: dict[str, float] = {}
    for one in sorted(evidence, key=_place):
        for row in one.query.subtopics if _points(one) > 0 else ():
            points[row] = max(points.get(row, 0.0), _points(one))
    return dict(sorted(points.items(), key=lambda row: -row[1]))


def _place(one: Evidence) -> tuple[int, int]:
    """Where a sign is complete: a pair at its later word, which is seldom the topic's own; a longer phrase first."""
    spans: Sequence[Span] = one.spans or ((0, 0),)
    start, end = spans[-1] if one.query.within else spans[0]
    return start, -end


def _plain(named: dict[str, float]) -> dict[str, float]:
    """The rows of the sure signs, or else of the likely ones."""
    return _sure(named) or {row: points for row, points in named.items() if points >= LIKELY}


def _sure(named: dict[str, float]) -> dict[str, float]:
    return {row: points for row, points in named.items() if points >= SURE}


def _points(one: Evidence) -> float:
    """What a query counts for its rows; one that speaks against the topic, nothing."""
    query = one.query
    return query.row_weight or (1.0 if query.weight == 0 else max(0.0, query.weight))


def _together(sentences: Iterable[dict[str, float]]) -> tuple[str, ...]:
    """The rows of all these sentences, the one first that the passage speaks of most surely and most often."""
    points: dict[str, tuple[float, int]] = {}
    for mine in sentences:
        for row, worth in mine.items():
            most, times = points.get(row, (0.0, 0))
            points[row] = max(most, worth), times + 1
    return tuple(sorted(points, key=lambda row: points[row], reverse=True))
