"""Which passages of the index could be on a topic: asked of the postings, before any text is looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from whoosh.reading import IndexReader

from index.analysis import analyser
from index.marking import Step
from index.postings import segments
from index.topics.compiled import AllOf, AnyOf, Compiled, Leaf, Tree
from index.topics.model import Scope
from index.topics.scoring import BESIDE, ITEM, NEARLY, THRESHOLD
from reader.model import Kind


def candidates(
    reader: IndexReader, topic: Compiled, documents: Sequence[str], least: float = NEARLY
) -> dict[str, frozenset[str]]:
    """By document, the ids of the passages and headings whose queries could come to `least` points.

    Could, if all their words stood right.

    None that `index.topics.scoring` would give so many is missing.
    """
    postings = _Postings(reader, topic.language, documents)
    points: dict[int, float] = defaultdict(float)
    lent: dict[Scope, dict[int, float]] = {Scope.SECTION: {}, Scope.LEAD_IN: {}}
    for ready in topic.queries:
        weight = ready.query.weight
        if weight <= 0:
            continue
        entries = postings.query(topic, ready.tree)
        if ready.query.scope is Scope.TEXT:
            for entry in entries:
                points[entry] += weight
        else:
            best = lent[ready.query.scope]
            for entry in entries:
                best[entry] = max(weight, best.get(entry, 0.0))
    for best in lent.values():
        for entry, weight in best.items():
            points[entry] += weight * ITEM
    items = postings.of_kind(Kind.LIST_ITEM)
    firm = {entry for entry, most in points.items() if most >= THRESHOLD and entry in items}
    # The entries of a document follow one another as its passages do.
    beside = {entry + step for entry in firm for step in (-1, 1)} & items
    hopeful = {entry for entry, most in points.items() if most + (BESIDE if entry in beside else 0.0) >= least - 1e-9}
    return {document: postings.blocks(document, hopeful) for document in documents}


class _Postings:
    """The entries, headings among them, that hold a term, among those of some documents; each term is read once.

    Only segments that hold one of the documents are read.
    """

    def __init__(self, reader: IndexReader, language: str, documents: Sequence[str]) -> None:
        self._language = language
        self._read: dict[tuple[str, str], frozenset[int]] = {}
        self._segments = segments(reader, documents, headings=True)
        self._everything = frozenset(entry for segment in self._segments for entry in segment.all())

    def blocks(self, document: str, entries: Set[int]) -> frozenset[str]:
        """The ids of the blocks of a document that are among the entries."""
        return frozenset(block for segment in self._segments for block in segment.blocks(document, entries))

    def of_kind(self, kind: Kind) -> frozenset[int]:
        """The entries of blocks of a kind."""
        return frozenset().union(*(segment.of_kind(kind) for segment in self._segments))

    def query(self, topic: Compiled, tree: Tree) -> frozenset[int]:
        """Entries that may match the query: all that do, and some whose words stand elsewhere than asked."""
        if isinstance(tree, AnyOf):
            leaves = (self._leaf(topic.leaves[leaf]) for leaf in tree.leaves)
            return frozenset().union(*leaves, *(self.query(topic, part) for part in tree.parts))
        if isinstance(tree, AllOf):
            return frozenset.intersection(*(self.query(topic, part) for part in tree.parts))
        return self._everything

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
            for segment in self._segments:
                exacts |= {term.decode() for term in segment.file.terms("exact", beginning.encode())}
        terms = {(scope, stem) for stem in step.stems}
        if scope == "text":
            terms |= {("exact", word) for word in exacts}
        else:
            terms |= {(scope, one.stem) for word in exacts for one in analyser(self._language).words(word)}
        return frozenset().union(*(self._term(field, term) for field, term in terms))

    def _term(self, field: str, term: str) -> frozenset[int]:
        if (field, term) not in self._read:
            found = (segment.holding(field, term) for segment in self._segments)
            self._read[field, term] = frozenset().union(*found)
        return self._read[field, term]
