"""Which passages of the index could be on a topic: asked of Whoosh's postings, before any text is looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Any

from whoosh.matching.wrappers import FilterMatcher
from whoosh.reading import IndexReader

from index.analysis import analyser
from index.marking import Step
from index.topics.compiled import AllOf, AnyOf, Compiled, Leaf, Tree
from index.topics.model import Scope
from index.topics.scoring import THRESHOLD
from reader.model import Kind


def candidates(reader: IndexReader, topic: Compiled, documents: Sequence[str]) -> dict[str, frozenset[str]]:
    """By document, the ids of the passages whose queries could come to the threshold if all their words stood right.

    None that `index.topics.scoring` would let in is missing.
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
            points[entry] += weight
    hopeful = {entry for entry, most in points.items() if most >= THRESHOLD - 1e-9}
    return {document: postings.blocks(document, hopeful) for document in documents}


class _Postings:
    """The entries that hold a term, among those of some documents; each term is read once.

    Only segments that hold one of the documents are read, and of long postings only the blocks that may speak of them.
    """

    def __init__(self, reader: IndexReader, language: str, documents: Sequence[str]) -> None:
        self._language = language
        self._read: dict[tuple[str, str], frozenset[int]] = {}
        held = ((leaf, offset, _entries(leaf, documents)) for leaf, offset in reader.leaf_readers())
        self._segments = [_Segment(leaf, offset, entries) for leaf, offset, entries in held if entries]
        self._everything = frozenset(entry for segment in self._segments for entry in segment.all())

    def blocks(self, document: str, entries: Set[int]) -> frozenset[str]:
        """The ids of the blocks of a document that are among the entries."""
        return frozenset(block for segment in self._segments for block in segment.blocks(document, entries))

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
                exacts |= {term.decode() for term in segment.reader.expand_prefix("exact", beginning)}
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


def _entries(reader: IndexReader, documents: Sequence[str]) -> dict[str, frozenset[int]]:
    """By document, the numbers of its passages in a segment; documents that are not in it are left out."""
    found = {}
    for document in documents:
        if ("document", document.encode()) in reader:
            found[document] = frozenset(reader.postings("document", document).all_ids())
    if ("kind", Kind.HEADING.value.encode()) in reader:
        headings = frozenset(reader.postings("kind", Kind.HEADING.value).all_ids())
        found = {document: entries - headings for document, entries in found.items()}
    return {document: entries for document, entries in found.items() if entries}


class _Segment:
    """A segment of the index, and the passages in it that are asked for."""

    def __init__(self, reader: IndexReader, offset: int, entries: dict[str, frozenset[int]]) -> None:
        self.reader = reader
        self._offset = offset
        self._entries = entries
        self._wanted = frozenset().union(*entries.values())
        self._first, self._last = min(self._wanted), max(self._wanted)
        self._blocks: Any = reader.column_reader("block")

    def all(self) -> Iterator[int]:
        return (entry + self._offset for entry in self._wanted)

    def blocks(self, document: str, entries: Set[int]) -> Iterator[str]:
        """The ids of the blocks of the document that are among the entries (numbered in the whole index)."""
        for entry in self._entries.get(document, ()):
            if entry + self._offset in entries:
                block = self._blocks[entry]
                yield block.decode() if isinstance(block, bytes) else str(block)

    def holding(self, field: str, term: str) -> frozenset[int]:
        """The wanted entries that hold a term, numbered in the whole index."""
        if (field, term.encode()) not in self.reader:
            return frozenset()
        matcher: Any = self.reader.postings(field, term)
        if isinstance(matcher, FilterMatcher):
            # What it leaves out are entries taken back, which are not among the wanted ones anyway.
            matcher = matcher.child
        found: set[int] = set()
        while matcher.is_active():
            if matcher.block_max_id() >= self._first:
                if matcher.block_min_id() > self._last:
                    break
                # A block at once: asked one by one, the postings of a common word take twenty times as long.
                found.update(matcher._ids)
            matcher._next_block()
        return frozenset(entry + self._offset for entry in found & self._wanted)
