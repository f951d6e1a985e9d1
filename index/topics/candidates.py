"""Which passages of the index could be on a topic: asked of Whoosh's postings, before any text is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whoosh.reading import IndexReader

from index import query as typed
from index.analysis import analyser
from index.marking import Step
from index.topics.compiled import Compiled, Leaf, Ready
from index.topics.model import Scope
from index.topics.scoring import THRESHOLD


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry of the index: the document, the block and its place in the document."""

    document: str
    block: str
    order: int


def candidates(reader: IndexReader, topic: Compiled, documents: Sequence[str]) -> list[Candidate]:
    """The passages of these documents whose queries could come to the threshold if all their words stood right.

    None that `index.topics.scoring` would let in is missing; the order is that of the documents' text.
    """
    postings = _Postings(reader, topic.language, documents)
    points: Counter[int] = Counter()
    lent: dict[Scope, dict[int, float]] = {Scope.SECTION: {}, Scope.LEAD_IN: {}}
    for ready in topic.queries:
        weight = ready.query.weight
        if weight <= 0:
            continue
        entries = postings.query(topic, ready)
        if ready.query.scope is Scope.TEXT:
            for entry in entries:
                points[entry] += weight  # type: ignore[assignment]  # a Counter adds any numbers
        else:
            best = lent[ready.query.scope]
            for entry in entries:
                best[entry] = max(weight, best.get(entry, 0.0))
    for best in lent.values():
        for entry, weight in best.items():
            points[entry] += weight  # type: ignore[assignment]  # a Counter adds any numbers
    found = [reader.stored_fields(entry) for entry, sum_ in points.items() if sum_ >= THRESHOLD - 1e-9]
    places = {document: place for place, document in enumerate(documents)}
    made = [Candidate(one["document"], one["block"], one["order"]) for one in found if one["kind"] != "heading"]
    return sorted(made, key=lambda one: (places[one.document], one.order))


class _Postings:
    """The entries that hold a term, among those of some documents; each term is read once."""

    def __init__(self, reader: IndexReader, language: str, documents: Iterable[str]) -> None:
        self._reader = reader
        self._language = language
        self._read: dict[tuple[str, str], frozenset[int]] = {}
        everything = (self._ids("document", document) for document in documents)
        self._everything: frozenset[int] = frozenset().union(*everything)

    def query(self, topic: Compiled, ready: Ready) -> frozenset[int]:
        """Entries that may match the query: all that do, and some whose words stand elsewhere than asked."""
        welsh = ready.query.language == "cy"

        def look(node: typed.Node) -> frozenset[int]:
            if isinstance(node, typed.Word | typed.Phrase):
                return self._leaf(topic.leaves[topic.numbers[welsh, node]])
            if isinstance(node, typed.Any):
                return frozenset().union(*map(look, node.parts))
            if isinstance(node, typed.All):
                return frozenset.intersection(*map(look, node.parts))
            return self._everything

        return look(ready.node)

    def _leaf(self, leaf: Leaf) -> frozenset[int]:
        found: set[int] = set()
        for pattern in leaf.patterns:
            entries: frozenset[int] | None = None
            for step in pattern.steps:
                entries = self._step(step, leaf.scope) if entries is None else entries & self._step(step, leaf.scope)
                if not entries:
                    break
            found |= entries or frozenset()
        return frozenset(found)

    def _step(self, step: Step, scope: str) -> frozenset[int]:
        """Entries with one of the step's words; headings and lead-ins are indexed by their stems alone."""
        exacts = set(step.exacts)
        for beginning in step.beginnings:
            exacts |= {term.decode() for term in self._reader.expand_prefix("exact", beginning)}
        terms = {(scope, stem) for stem in step.stems}
        if scope == "text":
            terms |= {("exact", word) for word in exacts}
        else:
            terms |= {(scope, one.stem) for word in exacts for one in analyser(self._language).words(word)}
        return frozenset().union(*(self._term(field, term) for field, term in terms))

    def _term(self, field: str, term: str) -> frozenset[int]:
        if (field, term) not in self._read:
            self._read[field, term] = self._ids(field, term) & self._everything
        return self._read[field, term]

    def _ids(self, field: str, term: str) -> frozenset[int]:
        if (field, term.encode()) not in self._reader:
            return frozenset()
        return frozenset(self._reader.postings(field, term).all_ids())
