"""Writes entries into a segment of a Whoosh index term by term, and commits it with the sums of its files (`sums.py`).

Whoosh itself sorts all postings and takes each through four calls; here they are gathered by term from the start and
written a term at a time, in the same format (Whoosh is pinned, and a test reads each segment beside one of Whoosh's).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from pickle import dumps
from typing import TypeAlias

from whoosh.codec.base import Segment
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3FieldWriter, W3TermInfo
from whoosh.fields import Schema
from whoosh.filedb.filestore import RamStorage, Storage
from whoosh.formats import Positions
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.system import pack_int, pack_long, pack_ushort
from whoosh.util.numeric import length_to_byte
from whoosh.util.numlists import delta_encode
from whoosh.writing import SegmentWriter

from index import sums
from index.analysis import Positions as Places

# Postings of a term are written in blocks of this many, as Whoosh does.
_BLOCK = 128

# A term of one entry: how often it stands there, and where, as Whoosh packs positions.
Posting: TypeAlias = tuple[str, int, bytes]
# A posting of a term: the number of the entry, how often, and where.
_Of: TypeAlias = tuple[int, int, bytes]
_Terms: TypeAlias = defaultdict[str, list[_Of]]

# The name of an index in its files, Whoosh's own.
_INDEX = "MAIN"

_pack = Positions().encode
_packed: dict[int, bytes] = {}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of one passage or heading. `section` and `lead` are `prepared`, as many entries share them."""

    block: str
    kind: str
    text: Places
    exact: Places
    section: Sequence[Posting]
    lead: Sequence[Posting]


def prepared(places: Places) -> list[Posting]:
    """Terms and their positions packed, for fields that several entries share."""
    return [(term, len(found), _packed_places(found)) for term, found in places.items()]


def put(folder: Path, schema: Schema, segments: Sequence[Segment], number: int) -> None:
    """Make these segments the index in the folder, as its commit of that number. Raises OSError."""
    toc = TOC(schema, segments, number)
    memory = RamStorage()
    toc.write(memory, _INDEX)
    (name,) = memory.files
    sums.commit(folder, number, name, memory.files[name], [segment.segment_id() for segment in segments])


class CheckedWriter(SegmentWriter):
    """Whoosh's writer, which keeps the sums of what it commits."""

    def _commit_toc(self, segments: Sequence[Segment]) -> None:
        put(Path(self.storage.folder), self.schema, segments, self.generation)
        clean_files(self.storage, self.indexname, self.generation, segments)


class EntryWriter(CheckedWriter):
    """Adds entries to an index in one new segment; to be committed without merging."""

    def __init__(self, index: FileIndex, *, timeout: float) -> None:
        super().__init__(index, timeout=timeout, codec=_Codec())  # type: ignore[no-untyped-call]  # Whoosh's
        self._terms: dict[str, _Terms] = {}
        self._lengths: list[int] = []
        for field in ("document", "exact", "held", "kind", "language", "lead", "section", "text"):
            self._terms[field] = defaultdict(list)

    def add_entry(self, document: str, language: str, entry: Entry) -> None:
        """Index a passage or heading of a document."""
        number = self.docnum
        length = sum(map(len, entry.text.values()))
        self._lengths.append(length)
        writer, schema = self.perdocwriter, self.schema
        writer.start_doc(number)
        writer.add_field("text", schema["text"], None, length)
        for field, value in (("block", entry.block), ("document", document), ("language", language)):
            writer.add_column_value(field, schema[field].column_type, value.encode())
        writer.finish_doc()
        for field, value in (("document", document), ("kind", entry.kind), ("language", language)):
            _gather(self._terms[field], number, ((value, 1, b""),))
        _gather_places(self._terms["text"], number, entry.text)
        _gather_places(self._terms["exact"], number, entry.exact)
        _gather(self._terms["section"], number, entry.section)
        _gather(self._terms["lead"], number, entry.lead)
        self._added = True
        self.docnum += 1

    def add_held(self, name: str) -> None:
        """Say which reading of a document the entries are, under its name (`index.held`): there may be none."""
        self._lengths.append(0)
        self.perdocwriter.start_doc(self.docnum)
        self.perdocwriter.finish_doc()
        _gather(self._terms["held"], self.docnum, ((name, 1, b""),))
        self._added = True
        self.docnum += 1

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        for field in sorted(self._terms):
            self.fieldwriter.write_field(field, self._terms[field], self._lengths if field == "text" else None)
        self.fieldwriter.close()
        self._terms.clear()


class _Codec(W3Codec):
    """Whoosh's codec with our way of writing terms, and without compression, which costs more than it saves here."""

    def __init__(self) -> None:
        super().__init__(compression=0)  # type: ignore[no-untyped-call]  # Whoosh's

    def field_writer(self, storage: Storage, segment: object) -> _FieldWriter:
        return _FieldWriter(self, storage, segment)  # type: ignore[no-untyped-call]  # Whoosh's


class _FieldWriter(W3FieldWriter):
    """Writes the terms of a field with their postings."""

    def write_field(self, field: str, terms: _Terms, lengths: Sequence[int] | None) -> None:
        """All terms of a field; fields come in order. `lengths` of the entries, where they count for scores."""
        if not terms:
            return
        number = self._fieldmap[field] = len(self._fieldmap)
        prefix = pack_ushort(number)
        for key, term in sorted((term.encode(), term) for term in terms):
            self._tindex.add(prefix + key, self._write_postings(terms[term], lengths))

    def _write_postings(self, postings: Sequence[_Of], lengths: Sequence[int] | None) -> bytes:
        """The postings of one term, written; what the index of terms says of them."""
        blocks = [postings[first : first + _BLOCK] for first in range(0, len(postings), _BLOCK)]
        made = [_block(block, lengths, last=block is blocks[-1]) for block in blocks]
        written = b"".join([WHOOSH3_HEADER_MAGIC, *(content for content, _, _ in made)])
        start = self._postfile.tell()
        self._postfile.write(written)
        counts = [count for _, count, _ in postings]
        info = W3TermInfo._struct.pack(
            0,
            float(sum(counts)),
            len(postings),
            min(shortest for _, shortest, _ in made),
            max(longest for _, _, longest in made),
            float(max(counts)),
            postings[0][0],
            postings[-1][0],
        )
        return info + pack_long(start) + pack_int(len(written))


def _block(block: Sequence[_Of], lengths: Sequence[int] | None, *, last: bool) -> tuple[bytes, int, int]:
    """One block of postings, and the lengths of the shortest and the longest of its entries, as Whoosh's bytes."""
    entries, counts, places = zip(*block, strict=True)
    content = dumps((tuple(delta_encode(entries)), _weights(counts), places if places[0] else None), 2)
    shortest, longest = _extremes(entries, lengths)
    head = dumps((len(entries), entries[-1], float(max(counts)), 0, shortest, longest), 2)
    size = len(head) + len(content)
    return pack_int(-size if last else size) + head + content, shortest, longest


def _weights(counts: Sequence[int]) -> float | tuple[float, ...] | None:
    """How often a term stands in each entry, in as few words as Whoosh knows."""
    if max(counts) == 1:
        return None
    return float(counts[0]) if min(counts) == max(counts) else tuple(map(float, counts))


def _extremes(entries: Sequence[int], lengths: Sequence[int] | None) -> tuple[int, int]:
    """The lengths of the shortest and the longest entry among these, as Whoosh's bytes."""
    if lengths is None:
        return length_to_byte(None), length_to_byte(0)
    found = [lengths[entry] for entry in entries]
    return length_to_byte(min(found)), length_to_byte(max(found))


def _gather(terms: _Terms, entry: int, found: Sequence[Posting]) -> None:
    for term, count, places in found:
        terms[term].append((entry, count, places))


def _gather_places(terms: _Terms, entry: int, found: Places) -> None:
    for term, places in found.items():
        if len(places) == 1:
            terms[term].append((entry, 1, _packed.get(places[0]) or _packed_places(places)))
        else:
            terms[term].append((entry, len(places), _pack(places)))


def _packed_places(places: list[int]) -> bytes:
    if len(places) > 1:
        return bytes(_pack(places))
    if places[0] not in _packed:
        _packed[places[0]] = _pack(places)
    return _packed[places[0]]
