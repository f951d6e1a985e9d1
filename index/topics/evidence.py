"""Which queries of a topic match a sentence, a heading or a lead-in, and with which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from index import query as typed
from index.analysis import Word
from index.marking import Pattern, runs
from index.topics.compiled import Compiled, Ready, Triggers
from index.topics.model import Scope, TopicQuery

# For each leaf of the topic that was found, the spans of its words: code points in the text looked at.
Span: TypeAlias = tuple[int, int]
Hits: TypeAlias = dict[int, list[Span]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A query that matches, and the words by which it does (code points in the text of its scope)."""

    query: TopicQuery
    spans: tuple[Span, ...]


def find_hits(topic: Compiled, scope: str, words: Sequence[Word]) -> Hits:
    """The leaves found among the words of one sentence, heading or lead-in; what an exclusion covers is left out."""
    hits = _patterns_found(topic.triggers[scope], words)
    if not hits:
        return hits
    masks = [span for ready in topic.excludes for span in spans_of(topic, ready, hits) or ()]
    if not masks:
        return hits
    kept = {number: [span for span in spans if not _covered(span, masks)] for number, spans in hits.items()}
    return {number: spans for number, spans in kept.items() if spans}


def text_evidence(topic: Compiled, hits: Hits, around: Hits, facts: Mapping[str, str]) -> list[Evidence]:
    """The text queries that match a sentence: `hits` in it, `around` in the headings and the lead-in above it.

    `facts` are what filters ask for: the passage's kind, the document's language, party, year and so on.
    """
    together = {**around, **hits} if around else hits
    found = []
    for ready in _asked(topic, together, Scope.TEXT):
        if spans_of(topic, ready, together, facts) is not None:
            spans = spans_of(topic, ready, hits, facts, lenient=True) or ()
            found.append(Evidence(ready.query, tuple(sorted(set(spans)))))
    return found


def scope_evidence(topic: Compiled, scope: Scope, hits: Hits, facts: Mapping[str, str]) -> list[Evidence]:
    """The section or lead-in queries that match one heading or lead-in."""
    found = []
    for ready in _asked(topic, hits, scope):
        spans = spans_of(topic, ready, hits, facts)
        if spans is not None:
            found.append(Evidence(ready.query, tuple(sorted(set(spans)))))
    return found


def spans_of(
    topic: Compiled, ready: Ready, hits: Hits, facts: Mapping[str, str] | None = None, *, lenient: bool = False
) -> list[Span] | None:
    """The words by which a query matches; None where it does not. `lenient` gives those of a query known to match."""
    welsh = ready.query.language == "cy"

    def look(node: typed.Node) -> list[Span] | None:
        if isinstance(node, typed.Word | typed.Phrase):
            return hits.get(topic.numbers[welsh, node])
        if isinstance(node, typed.Any):
            return _joined([look(part) for part in node.parts])
        if isinstance(node, typed.All):
            parts = [look(part) for part in node.parts]
            return None if None in parts and not lenient else _joined(parts)
        if isinstance(node, typed.Not):
            return None if look(node.part) is not None else []
        return [] if facts is not None and _fits(node, facts) else None

    return look(ready.node)


def _asked(topic: Compiled, hits: Hits, scope: Scope) -> Iterable[Ready]:
    """The queries of a scope for which at least one leaf was found, in the topic's order."""
    numbers = {number for leaf in hits for number in topic.asking.get(leaf, ())}
    return (topic.queries[number] for number in sorted(numbers) if topic.queries[number].query.scope is scope)


def _joined(parts: Iterable[list[Span] | None]) -> list[Span] | None:
    found = [part for part in parts if part is not None]
    return [span for part in found for span in part] if found else None


def _fits(asked: typed.Filter, facts: Mapping[str, str]) -> bool:
    """Whether a filter lets the passage through: years by range, kind and language whole, others by their words."""
    said = facts.get(asked.name, "")
    if asked.name == "year":
        first, _, last = asked.value.replace("–", "-").replace("..", "-").partition("-")
        return said.isdigit() and int(first) <= int(said) <= int(last or first)
    if asked.name in ("kind", "language", "document"):
        return said == asked.value
    return asked.value.casefold() in said.casefold()


def _covered(span: Span, masks: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in masks)


def _patterns_found(triggers: Triggers, words: Sequence[Word]) -> Hits:
    set_off: dict[tuple[int, int], tuple[int, Pattern]] = {}
    for word in words:
        for entry in triggers.stems.get(word.stem, ()):
            set_off[entry[0], id(entry[1])] = entry
        for entry in triggers.exacts.get(word.exact, ()):
            set_off[entry[0], id(entry[1])] = entry
    for beginning, entries in triggers.beginnings.items():
        if any(word.exact.startswith(beginning) for word in words):
            for entry in entries:
                set_off[entry[0], id(entry[1])] = entry
    hits: Hits = {}
    for leaf, pattern in set_off.values():
        spans = _pattern_spans(words, pattern)
        if spans:
            hits.setdefault(leaf, []).extend(spans)
    return hits


def _pattern_spans(words: Sequence[Word], pattern: Pattern) -> list[Span]:
    """Where the pattern stands: one span for a run of words, one for each word where they may stand apart."""
    if len(pattern.steps) == 1:
        return [(word.start, word.end) for word in words if pattern.steps[0].fits(word)]
    fitting = [{word.position: (word.start, word.end) for word in words if step.fits(word)} for step in pattern.steps]
    spans: list[Span] = []
    for run in runs([sorted(step) for step in fitting], pattern.within):
        chosen = [fitting[step][position] for step, position in enumerate(run)]
        if pattern.within is None:
            spans.append((min(start for start, _ in chosen), max(end for _, end in chosen)))
        else:
            spans += chosen
    return spans
