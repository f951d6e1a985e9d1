"""The passages of some documents in the index, and which of them hold a term: for many passages at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from whoosh.reading import IndexReader

from index.codec.packing import within
from index.codec.segment_file import SHARED, Held, SegmentFile
from index.codec.whoosh_codec import opened
from index.entry_sets import listed
from reader.model import Kind


class Segment:
    """A segment of the index, and the passages of the `held` documents in it, `headings` among them or not.

    Numbers of passages go in and out as those of the whole index.
    """

    def __init__(self, file: SegmentFile, offset: int, held: Sequence[Held], *, headings: bool = False) -> None:
        self.file = file
        self._offset = offset
        self._ranges = sorted((one.first, one.end) for one in held)
        left_out = frozenset(() if headings else listed(file.of_kind(Kind.HEADING.value)))
        passages = {one.document: frozenset(range(one.first, one.end)) - left_out for one in held}
        self._passages = {name: frozenset(entry + offset for entry in found) for name, found in passages.items()}
        self._wanted = frozenset().union(*self._passages.values())

    def all(self) -> frozenset[int]:
        return self._wanted

    def of(self, document: str) -> frozenset[int]:
        """The passages of a document that are in this segment."""
        return self._passages.get(document, frozenset())

    def blocks(self, document: str, entries: Set[int]) -> Iterator[str]:
        """The ids of the blocks of the document that are among the entries."""
        return (self.file.block(entry - self._offset) for entry in self.of(document) & entries)

    def words(self, entry: int) -> int:
        """How many words a passage has, 255 for all that have more."""
        return self.file.words(entry - self._offset)

    def of_kind(self, kind: Kind) -> frozenset[int]:
        """The wanted entries of blocks of a kind."""
        of_kind, offset = self.file.of_kind(kind.value), self._offset
        return frozenset(entry for entry in self._wanted if of_kind[entry - offset])

    def holding(self, field: str, term: str) -> frozenset[int]:
        """The wanted entries that hold a term."""
        info = self.file.info(field, term.encode())
        if info is None:
            return frozenset()
        postings, offset = self.file.postings(field, info), self._offset
        if field in SHARED:
            found = within(list(self.file.spread(field, postings.entries())), self._ranges)
        else:
            found = postings.within(self._ranges)
        return frozenset(entry + offset for entry in found) & self._wanted


def entry_count(reader: IndexReader) -> int:
    """How many passages and headings the index holds, those not swept out yet among them."""
    return int(reader.doc_count_all())


def segments(reader: IndexReader, documents: Sequence[str], *, headings: bool = False) -> list[Segment]:
    """The segments that hold one of the documents; with headings among their passages where these are asked for."""
    asked = frozenset(documents)
    found = []
    for one in opened(reader):
        held = [document for document in one.held() if document.document in asked and document.first < document.end]
        if held:
            found.append(Segment(one.file, one.offset, held, headings=headings))
    return found
