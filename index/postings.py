"""The passages of some documents in the index, and which of them hold a term: read block by block, for many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any

from whoosh.matching.wrappers import FilterMatcher
from whoosh.reading import IndexReader, TermNotFound

from reader.model import Kind


class Segment:
    """A segment of the index, and the passages in it that are asked for: `entries` are their numbers by document.

    Numbers go in and out as those of the whole index.
    """

    def __init__(self, reader: IndexReader, offset: int, entries: dict[str, frozenset[int]]) -> None:
        self.reader = reader
        self._offset = offset
        self._entries = entries
        self._wanted = frozenset().union(*entries.values())
        self._first, self._last = min(self._wanted), max(self._wanted)
        self._blocks: Any = reader.column_reader("block")

    def all(self) -> Iterator[int]:
        return (entry + self._offset for entry in self._wanted)

    def of(self, document: str) -> frozenset[int]:
        """The passages of a document that are in this segment."""
        return frozenset(entry + self._offset for entry in self._entries.get(document, ()))

    def blocks(self, document: str, entries: Set[int]) -> Iterator[str]:
        """The ids of the blocks of the document that are among the entries."""
        for entry in self._entries.get(document, ()):
            if entry + self._offset in entries:
                block = self._blocks[entry]
                yield block.decode() if isinstance(block, bytes) else str(block)

    def words(self, entry: int) -> int:
        """About how many words a passage has (Whoosh keeps lengths in one byte)."""
        return int(self.reader.doc_field_length(entry - self._offset, "text") or 0)  # None where there is no word

    def holding(self, field: str, term: str) -> frozenset[int]:
        """The wanted entries that hold a term."""
        found: set[int] = set()
        for entries in _postings(self.reader, field, term, self._first, self._last):
            found.update(entries)
        return frozenset(entry + self._offset for entry in found & self._wanted)


def entry_count(reader: IndexReader) -> int:
    """How many passages and headings the index holds, those not swept out yet among them.

    Counted by their kind: what else the index keeps of a document (`index.held`) has none.
    """
    return sum(int(reader.doc_frequency("kind", kind)) for kind in reader.lexicon("kind"))


def segments(reader: IndexReader, documents: Sequence[str], *, headings: bool = False) -> list[Segment]:
    """The segments that hold one of the documents; with headings among their passages where these are asked for."""
    held = ((leaf, offset, _entries(leaf, documents, headings)) for leaf, offset in reader.leaf_readers())
    return [Segment(leaf, offset, entries) for leaf, offset, entries in held if entries]


def _entries(reader: IndexReader, documents: Sequence[str], headings: bool) -> dict[str, frozenset[int]]:
    """By document, the numbers of its entries in a segment; documents that are not in it are left out."""
    others: frozenset[int] = frozenset()
    if not headings:
        others = others.union(*_postings(reader, "kind", Kind.HEADING.value, 0, reader.doc_count_all()))
    if reader.has_deletions():
        others |= {entry for entry in range(reader.doc_count_all()) if reader.is_deleted(entry)}
    found = {}
    for document in documents:
        entries = frozenset().union(*_postings(reader, "document", document, 0, reader.doc_count_all())) - others
        if entries:
            found[document] = entries
    return found


def _postings(reader: IndexReader, field: str, term: str, first: int, last: int) -> Iterator[Sequence[int]]:
    """The entries of a segment that hold a term, some of them taken back, of each block that reaches into a range.

    Asked one by one, the postings of a common word take twenty times as long.
    """
    try:
        matcher: Any = reader.postings(field, term)
    except TermNotFound:
        return
    if isinstance(matcher, FilterMatcher):
        matcher = matcher.child
    while matcher.is_active():
        if matcher.block_max_id() >= first:
            if matcher.block_min_id() > last:
                return
            yield matcher._ids
        matcher._next_block()
