"""Which queries of a topic match a sentence, a heading or a lead-in, and with which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from index import query as typed
from index.analysis import Word
from index.marking import Pattern, Step, runs
from index.topics.compiled import AllOf, AnyOf, Compiled, Ready, Tree, Triggers, Without
from index.topics.in_passing import is_in_passing
from index.topics.model import Scope, TopicQuery

# Code points in the text looked at, end exclusive.
Span: TypeAlias = tuple[int, int]
# One place where a leaf was found: a single span for words in a row, one for each word where they may stand apart.
Place: TypeAlias = tuple[Span, ...]
# For each leaf of the topic that was found, its places.
Hits: TypeAlias = dict[int, list[Place]]

# So many words, the first and the last among them, are about a clause: what a query asks for together stands in one.
_CLAUSE = 14
_PAIR = 2
# Commas and dashes part clauses and the things of a list alike, so they part nothing here.
_ANOTHER_CLAUSE = re.compile(r";|\b(?:but|while|whilst|whereas|ond)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A query that matches, and the words by which it does (code points in the text of its scope).

    `in_passing` says that each of these words is named as an example of something else, or quoted.
    """

    query: TopicQuery
    spans: tuple[Span, ...]
    in_passing: bool = False


class Clause(NamedTuple):
    """How near to one another words are to stand: in one clause of the text, so many words long at most."""

    text: str
    words: int


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
    every: Hits = {leaf: [] for leaf in around} | hits if around else hits
    found = []
    for ready in _asked(topic, every, Scope.TEXT):
        if (ready.query.weight == 0) is not for_rows:
            continue
        spans = spans_of(ready.tree, every, facts, Clause(text, ready.query.within or _CLAUSE))
        if spans is not None:
            in_passing = not for_rows and bool(spans) and all(is_in_passing(text, span) for span in spans)
            found.append(Evidence(ready.query, tuple(sorted(set(spans))), in_passing))
    return found


def scope_evidence(topic: Compiled, scope: Scope, hits: Hits, facts: Mapping[str, str]) -> list[Evidence]:
    """The section or lead-in queries that match one heading or lead-in."""
    found = []
    for ready in _asked(topic, hits, scope):
        spans = spans_of(ready.tree, hits, facts)
        if spans is not None:
            found.append(Evidence(ready.query, tuple(sorted(set(spans)))))
    return found


def spans_of(tree: Tree, hits: Hits, facts: Mapping[str, str], clause: Clause | None = None) -> list[Span] | None:
    """The words by which a query matches; None where it does not.

    With a clause, words that are asked for together are to stand in one; those that have no place among the hits, since
    they are in a heading or lead-in, stand anywhere.
    """
    if isinstance(tree, AnyOf):
        there = tree.leaves & hits.keys()
        found = [span for leaf in there for place in hits[leaf] for span in place]
        others = [spans for part in tree.parts if (spans := spans_of(part, hits, facts, clause)) is not None]
        return [*found, *(span for spans in others for span in spans)] if there or others else None
    if isinstance(tree, AllOf):
        every: list[list[Span]] = []
        for part in tree.parts:
            spans = spans_of(part, hits, facts, clause)
            if spans is None:
                return None
            every += [spans] if spans else []
        if clause is None or len(every) < _PAIR:
            return [span for spans in every for span in spans]
        return _in_one(clause, every) or None
    if isinstance(tree, Without):
        return None if spans_of(tree.part, hits, facts) is not None else []
    return [] if _fits(tree, facts) else None


def _in_one(clause: Clause, parts: Sequence[Sequence[Span]]) -> list[Span]:
    """The first words by which each part stands in one clause with the others; none where they do nowhere."""
    last: dict[int, Span] = {}
    for span, part in sorted((span, number) for number, spans in enumerate(parts) for span in spans):
        last[part] = span
        if len(last) == len(parts):
            whole = clause.text[min(start for start, _ in last.values()) : max(end for _, end in last.values())]
            if len(whole.split()) <= clause.words and not _ANOTHER_CLAUSE.search(whole):
                return list(last.values())
    return []


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

    def holds(self, step: Step) -> bool:
        """Whether a word fits a step: asked of all steps first, since most phrases stand in a sentence in part only."""
        return (
            not self.stems.keys().isdisjoint(step.stems)
            or not self.exacts.keys().isdisjoint(step.exacts)
            or (bool(step.beginnings) and any(exact.startswith(step.beginnings) for exact in self.exacts))
        )

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
    if not all(map(sentence.holds, pattern.steps)):
        return []
    fitting = [sentence.fitting(step) for step in pattern.steps]
    if len(fitting) == 1:
        return [(span,) for span in fitting[0].values()]
    places: list[Place] = []
    for run in runs([sorted(positions) for positions in fitting], pattern.within):
        chosen = tuple(fitting[step][position] for step, position in enumerate(run))
        whole = (min(start for start, _ in chosen), max(end for _, end in chosen))
        places.append((whole,) if pattern.within is None else chosen)
    return places
