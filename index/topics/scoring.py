"""How much the evidence for a topic weighs: sentence by sentence, with what headings, lead-ins and neighbours lend.

A sentence's sum is the weights of the queries that match it, a query adding nothing when all of its words have counted
already for a stronger one; a query of weight 0 speaks for its rows alone. To the sum come, lessened by queries of
negative weight:

- what its headings lend: the best section query, in full from the innermost heading, less from those further out and
  from long ones, more to an item of a list, and less still where a heading in between speaks against it;
- what its list's lead-in lends: the best lead-in query, half of it where the lead-in is a whole sentence;
- what the sentence before lends when it carries: half a point if by its own words, else a quarter; and half a point
  more where this sentence begins by pointing back to it ("This ...", "They ..."), a quarter where it does so later;
- what the item before or after it in a list lends to one with something of the topic in its own words: half a point,
  where that carries by its own words.

A query weighs less where its words only name an example of something else, or are quoted (`in_passing.py`).

A sentence with 1.0 or more carries the passage; a passage in which one carries, or in which the sums of its sentences
come to 1.0 together, is in the view. Where none does, a sentence that comes near to it and has something of the topic
in its own words brings the passage in as uncertain. Where weak words or a heading come to 1.0 without a sure sign, that
is no reason for doubt: of 14 such passages in labelled texts none was wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.topics.evidence import Evidence, Span

THRESHOLD = 1.0
# What comes as near as this is in the view as uncertain. Fewer than half of it is right (`index.shares.caution`).
NEARLY = 0.8
# What of its weight a query has by words that only name an example, or are quoted: a sure sign then nearly carries.
_IN_PASSING = NEARLY
# What a heading still says for a passage under further headings below it: innermost first, the last for all others.
_DEPTHS = (1.0, 0.8, 0.5)
_NEIGHBOUR = 0.5
_NEIGHBOUR_THAT_BORROWS = 0.25
# What the item of a list before or after it lends to one with something of the topic in its own words.
BESIDE = 0.5
_POINTING = 0.5
_POINTING_LATER = 0.25
# What a lead-in that is a whole sentence still lends, and a heading of many words.
_WHOLE_SENTENCE = 0.5
_LONG_HEADING = 0.8
# An item of a list takes its subject from the heading more often than a sentence does.
ITEM = 1.12
# Where no sentence carries alone, how much the queries count that match other sentences than the strongest.
_TOGETHER = 0.4

_OPENS_BY_POINTING = re.compile(
    r"^\W*(?:(?:and|but|so|yet|while|in addition|as a result|to do|for|that is why|because of)\b[\s,]*)*"
    r"(?:this|these|those|that|it|its|they|their|them|he|she|such|as a result|both|all of|together|in doing so|instead"
    r"|mae hyn|bydd hyn|maent|felly|hwn|hyn)\b",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(r"\ball (?:of )?(?:these|those|such) \w+|\ball of (?:them|this)\b", re.IGNORECASE)
# "that" is left out: it mostly joins clauses, and "those who" points forward.
_POINTS_LATER = re.compile(
    r"\bthem\b|\b(?:such|these|those|this)\s+(?!year|parliament|country|government|election|manifesto|week|decade"
    r"|the|is|are|will|would|we|it|they|our|can|has|have|all|every|no|people|who|whose|with|in|of|to|\w+ing\b)\w+",
    re.IGNORECASE,
)
# An introduction that leaves its sentence open ("We will:", "Ministers should") speaks for the items in full.
_OPEN = re.compile(r"(?:[:,;–—-]|\b(?:will|would|should|must|to|by|including|yn|am))\W*$", re.IGNORECASE)
# So many blocks after it a heading still lends in full, and what it lends up to twice as far; further on nothing.
_NEAR = 6
_NEAR_WITH_WORDS = 20
_FROM_AFAR = 0.6
# A heading of more words speaks of several things.
_SHORT_HEADING = 8


@dataclass(frozen=True, slots=True)
class Lent:
    """What a heading or lead-in lends: points, the evidence, and the text in which its words stand."""

    points: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One sentence: its own points, its points in all, and its evidence."""

    own: float
    total: float
    evidence: tuple[Evidence, ...]


def section_lends(headings: Sequence[tuple[str, Sequence[Evidence]]]) -> Lent:
    """What the headings above a passage lend; given outermost first, each with the section queries that match it."""
    best = Lent()
    against = 0.0
    for distance, (heading, evidence) in enumerate(reversed(headings)):
        factor = _DEPTHS[min(distance, len(_DEPTHS) - 1)]
        factor *= _LONG_HEADING if len(heading.split()) > _SHORT_HEADING else 1.0
        points = max((one.query.weight for one in evidence), default=0.0) * factor + against
        if points > best.points:
            best = Lent(points, tuple(evidence), heading)
        against += sum(one.query.weight for one in evidence if one.query.weight < 0)
    return best


def lent_from(lent: Lent, after: int, *, of_its_own: bool) -> Lent:
    """What a heading lends to a passage so many blocks after it, with something of the topic of its own or not.

    Where a heading was missed, the one before it stands above a whole foreign chapter.
    """
    near = _NEAR_WITH_WORDS if of_its_own else _NEAR
    if after <= near:
        return lent
    return replace(lent, points=lent.points * _FROM_AFAR) if after <= 2 * near else replace(lent, points=0.0)


def lead_in_lends(text: str, evidence: Sequence[Evidence]) -> Lent:
    """What the lead-in of a list lends to its items."""
    factor = 1.0 if is_open(text) else _WHOLE_SENTENCE
    return Lent(max((one.query.weight for one in evidence), default=0.0) * factor, tuple(evidence), text)


def is_open(text: str) -> bool:
    """Whether a lead-in leaves its sentence open, so that its items go on with it."""
    return _OPEN.search(text) is not None


def weigh(
    sentences: Sequence[tuple[str, Sequence[Evidence]]],
    section: Lent,
    lead_in: Lent,
    *,
    item: bool = False,
    beside: bool = False,
) -> list[Weighed]:
    """The sentences of a passage, weighed; each is given with the queries that match it.

    It may be an `item` of a list, and stand `beside` one that carries by its own words.
    """
    heading = section.points * (ITEM if item else 1.0)
    around = max(heading, lead_in.points) + 0.3 * min(heading, lead_in.points)
    own = [_points(evidence) for _, evidence in sentences]
    against = [sum(-one.query.weight for one in evidence if one.query.weight < 0) for _, evidence in sentences]
    weighed: list[Weighed] = []
    for place, (text, evidence) in enumerate(sentences):
        lent = around
        if place and weighed[place - 1].total >= THRESHOLD:
            lent += _NEIGHBOUR if own[place - 1] >= THRESHOLD else _NEIGHBOUR_THAT_BORROWS
            lent += _points_back(text)
        elif beside and own[place] > 0:
            lent += BESIDE
        total = own[place] + max(0.0, lent - against[place])
        weighed.append(Weighed(own[place], total, tuple(evidence)))
    return weighed


def carriers(weighed: Sequence[Weighed]) -> list[bool]:
    """Which sentences carry the passage, or nearly do where none does; none where it is not in the view."""
    return _carriers(weighed) or [one.total >= NEARLY and one.own > 0 for one in weighed]


def is_uncertain(weighed: Sequence[Weighed]) -> bool:
    """Whether the passage is in the view, if at all, only because its sentences nearly carry it."""
    return not _carriers(weighed)


def _carriers(weighed: Sequence[Weighed]) -> list[bool]:
    """Which sentences carry the passage, alone or together; [] where none does."""
    carrying = [one.total >= THRESHOLD for one in weighed]
    if any(carrying):
        return carrying
    best = max(weighed, key=lambda one: one.total, default=None)
    if best is None or best.own <= 0:
        return []
    queries = {one.query for sentence in weighed for one in sentence.evidence if one.query.weight > 0}
    others = sum(query.weight for query in queries - {one.query for one in best.evidence})
    if best.total + _TOGETHER * others < THRESHOLD:
        return []
    return [one is best or one.own >= THRESHOLD / 2 for one in weighed]


def score(weighed: Sequence[Weighed], carrying: Sequence[bool]) -> float:
    """The passage's score from 0 to 1: 0.5 at the threshold, rising with the points above it, towards 1; less below.

    1 - 2 ** -s, where s is 1 plus what the strongest sentence has above the threshold and a quarter of a point for each
    further one that carries, taken by the share of the sentences that carry: a passing mention in a passage on
    something else stays near 0.5.
    """
    best = max((one.total for one in weighed), default=0.0)
    if is_uncertain(weighed):
        return round(1 - 2 ** -min(best, THRESHOLD - 0.01), 4)
    above = max(0.0, best - THRESHOLD) + 0.25 * (sum(carrying) - 1)
    focus = sum(carrying) / max(1, len(weighed))
    return round(1 - 2 ** -(1 + above * focus), 4)


def _points_back(text: str) -> float:
    """What the words of a sentence that mean something said before it ("This ...", "... such crimes") are worth."""
    if _OPENS_BY_POINTING.search(text) or _ALL_OF_THEM.search(text):
        return _POINTING
    return _POINTING_LATER if _POINTS_LATER.search(text) else 0.0


def _points(evidence: Sequence[Evidence]) -> float:
    """The weights of the queries that match one sentence, no word counting for two of them."""
    counted: list[Span] = []
    points = 0.0
    for worth, one in sorted(((_worth(one), one) for one in evidence), key=lambda pair: -pair[0]):
        if worth <= 0:
            break
        fresh = [span for span in one.spans if not any(a <= span[0] and span[1] <= b for a, b in counted)]
        if fresh or not one.spans:
            points += worth
            counted += fresh
    return points


def _worth(one: Evidence) -> float:
    """The points of a query that matches by words of a sentence's own."""
    return one.query.weight * (_IN_PASSING if one.in_passing else 1.0)
