"""Which queries of a topic match a sentence, a heading or a lead-in, and with which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from index import query as typed
from index.analysis import Word
from index.marking import Pattern, Step, runs
from index.topics.compiled import AllOf, AnyOf, Compiled, Ready, Tree, Triggers, Without
from index.topics.model import Scope, TopicQuery

# Code points in the text looked at, end exclusive.
Span: TypeAlias = tuple[int, int]
# One place where a leaf was found: a single span for words in a row, one for each word where they may stand apart.
Place: TypeAlias = tuple[Span, ...]
# For each leaf of the topic that was found, its places.
Hits: TypeAlias = dict[int, list[Place]]

# Code points between two words that a query asks for together: ten words, about as many as a clause has.
_CLAUSE = 65
_PAIR = 2
# Commas and dashes part clauses and the things of a list alike, so they part nothing here.
_ANOTHER_CLAUSE = re.compile(r";|\b(?:but|while|whilst|whereas|ond)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A query that matches, and the words by which it does (code points in the text of its scope)."""

    query: TopicQuery
    spans: tuple[Span, ...]


def find_hits(topic: Compiled, scope: str, words: Sequence[Word]) -> Hits:
    """The leaves found among the words of one sentence, heading or lead-in; what an exclusion covers is left out."""
    hits = _patterns_found(topic.triggers[scope], words)
    numbers = {number for leaf in hits for number in topic.excluding.get(leaf, ())}
    masks = [span for number in numbers for span in spans_of(topic.excludes[number].tree, hits, {}) or ()]
    if not masks:
        return hits
    kept = {leaf: [place for place in places if not _covered(place, masks)] for leaf, places in hits.items()}
    return {leaf: places for leaf, places in kept.items() if places}


def text_evidence(
    topic: Compiled, text: str, hits: Hits, around: Hits, facts: Mapping[str, str], *, for_rows: bool = False
) -> list[Evidence]:
    """The text queries that match a sentence: `hits` in it, `around` in the headings and the lead-in above it.

    The hits are code points in `text`, of which the sentence is a part or the whole. Queries that speak for rows alone
    are left to `for_rows`, which asks for them and no others: most sentences looked at carry no passage.
    `facts` are what filters ask for: the passage's kind, the document's language, party, year and so on.
    """
    together = {**around, **hits} if around else hits
    found = []
    for ready in _asked(topic, together, Scope.TEXT):
        if (ready.query.weight == 0) is not for_rows or spans_of(ready.tree, together, facts) is None:
            continue
        near = _near(ready, text, hits, facts) if ready.query.within else None
        is_near = bool(near) if near is not None else for_rows or _stands_together(ready.tree, hits)
        if is_near:
            found.append(Evidence(ready.query, near or tuple(sorted(set(_spans_held(ready.tree, hits))))))
    return found


def scope_evidence(topic: Compiled, scope: Scope, hits: Hits, facts: Mapping[str, str]) -> list[Evidence]:
    """The section or lead-in queries that match one heading or lead-in."""
    found = []
    for ready in _asked(topic, hits, scope):
        spans = spans_of(ready.tree, hits, facts)
        if spans is not None:
            found.append(Evidence(ready.query, tuple(sorted(set(spans)))))
    return found


def spans_of(tree: Tree, hits: Hits, facts: Mapping[str, str]) -> list[Span] | None:
    """The words by which a query matches; None where it does not."""
    if isinstance(tree, AnyOf):
        found = [place for leaf in tree.leaves & hits.keys() for place in hits[leaf]]
        others = [spans for part in tree.parts if (spans := spans_of(part, hits, facts)) is not None]
        return [span for spans in (*found, *others) for span in spans] if found or others else None
    if isinstance(tree, AllOf):
        every: list[Span] = []
        for part in tree.parts:
            spans = spans_of(part, hits, facts)
            if spans is None:
                return None
            every += spans
        return every
    if isinstance(tree, Without):
        return None if spans_of(tree.part, hits, facts) is not None else []
    return [] if _fits(tree, facts) else None


def _stands_together(tree: Tree, hits: Hits) -> bool:
    """Whether words that a query asks for together stand within one clause, those of the sentence itself.

    What a heading or lead-in adds, and what is not to be there, stands anywhere.
    """
    if isinstance(tree, AnyOf) and not tree.leaves & hits.keys():
        there = [part for part in tree.parts if next(_spans_held(part, hits), None) is not None]
        return not there or any(_stands_together(part, hits) for part in there)
    if not isinstance(tree, AllOf):
        return True
    found = [spans for part in tree.parts if (spans := list(_spans_held(part, hits)))]
    return len(found) < _PAIR or any(
        all(any(_apart(span, other) <= _CLAUSE for other in spans) for spans in found) for span in found[0]
    )


def _apart(one: Span, other: Span) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _near(ready: Ready, text: str, hits: Hits, facts: Mapping[str, str]) -> tuple[Span, ...] | None:
    """Words by which all parts of the query stand close together in one clause; () where they do not.

    None where the query has no parts to stand together.
    """
    if not isinstance(ready.tree, AllOf):
        return None
    parts = [spans for part in ready.tree.parts if (spans := spans_of(part, hits, facts))]
    last: dict[int, Span] = {}
    for span, part in sorted((span, number) for number, spans in enumerate(parts) for span in spans):
        last[part] = span
        if len(last) == len(parts):
            between = text[min(start for start, _ in last.values()) : max(end for _, end in last.values())]
            if len(between.split()) <= ready.query.within and not _ANOTHER_CLAUSE.search(between):
                return tuple(sorted(set(last.values())))
    return ()


def _spans_held(tree: Tree, hits: Hits) -> Iterator[Span]:
    """The words of a query known to match that stand in the sentence itself."""
    if isinstance(tree, AnyOf):
        for leaf in tree.leaves & hits.keys():
            for place in hits[leaf]:
                yield from place
    if isinstance(tree, AnyOf | AllOf):
        for part in tree.parts:
            yield from _spans_held(part, hits)


def _asked(topic: Compiled, hits: Hits, scope: Scope) -> Iterator[Ready]:
    """The queries of a scope for which at least one leaf was found, in the topic's order."""
    numbers = {number for leaf in hits for number in topic.asking.get(leaf, ())}
    return (topic.queries[number] for number in sorted(numbers) if topic.queries[number].query.scope is scope)


def _fits(asked: typed.Filter, facts: Mapping[str, str]) -> bool:
    """Whether a filter lets the passage through: years by range, kind and language whole, others by their words."""
    said = facts.get(asked.name, "")
    if asked.name == "year":
        first, _, last = asked.value.replace("–", "-").replace("..", "-").partition("-")
        return said.isdigit() and int(first) <= int(said) <= int(last or first)
    if asked.name in ("kind", "language", "document"):
        return said == asked.value
    return asked.value.casefold() in said.casefold()


def _covered(place: Place, masks: Sequence[Span]) -> bool:
    """Whether one of the place's words, or a part of its phrase, stands in an exclusion."""
    return any(start < span[1] and span[0] < end for span in place for start, end in masks)


class _Sentence:
    """The words of one sentence, heading or lead-in, found by their terms."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.stems: dict[str, list[Word]] = {}
        self.exacts: dict[str, list[Word]] = {}
        for word in words:
            self.stems.setdefault(word.stem, []).append(word)
            self.exacts.setdefault(word.exact, []).append(word)

    def fitting(self, step: Step) -> dict[int, Span]:
        """By position, the words that fit a step."""
        found = {}
        for terms, words in ((step.stems, self.stems), (step.exacts, self.exacts)):
            for term in terms:
                for word in words.get(term, ()):
                    found[word.position] = (word.start, word.end)
        for beginning in step.beginnings:
            for exact, some in self.exacts.items():
                if exact.startswith(beginning):
                    found.update({word.position: (word.start, word.end) for word in some})
        return found


def _patterns_found(triggers: Triggers, words: Sequence[Word]) -> Hits:
    sentence = _Sentence(words)
    entries = [entry for stem in triggers.stems.keys() & sentence.stems.keys() for entry in triggers.stems[stem]]
    for exact in triggers.exacts.keys() & sentence.exacts.keys():
        entries += triggers.exacts[exact]
    for beginning, begun in triggers.beginnings.items():
        if any(exact.startswith(beginning) for exact in sentence.exacts):
            entries += begun
    hits: Hits = {}
    for leaf, pattern in entries:
        places = _places(sentence, pattern)
        if places:
            hits.setdefault(leaf, []).extend(places)
    return hits


def _places(sentence: _Sentence, pattern: Pattern) -> list[Place]:
    """Where the pattern stands."""
    fitting: list[dict[int, Span]] = []
    for step in pattern.steps:
        found = sentence.fitting(step)
        if not found:
            return []
        fitting.append(found)
    if len(fitting) == 1:
        return [(span,) for span in fitting[0].values()]
    places: list[Place] = []
    for run in runs([sorted(positions) for positions in fitting], pattern.within):
        chosen = tuple(fitting[step][position] for step, position in enumerate(run))
        whole = (min(start for start, _ in chosen), max(end for _, end in chosen))
        places.append((whole,) if pattern.within is None else chosen)
    return places
