"""Writes documents into the segments of a shard, and commits them with the sums of their files (`sums.py`).

Whoosh's index, lock and table of contents, with segments of our own (`index/codec/`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from whoosh.codec.base import Segment
from whoosh.fields import Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC, FileIndex, LockError, clean_files
from whoosh.util.filelock import try_for

from index import sums
from index.codec.gathering import Entry, Gathered
from index.codec.merging import Part, merge
from index.codec.segment_file import Held, SegmentFile
from index.codec.segment_writing import SegmentFileWriter
from index.codec.whoosh_codec import CompactSegment

# The name of an index in its files, Whoosh's own.
_INDEX = "MAIN"
# So many segments of about one size become one. Each word is so written anew a few times at most, however many come.
_ALIKE = 6


def put(folder: Path, schema: Schema, segments: Sequence[Segment], number: int) -> None:
    """Make these segments the index in the folder, as its commit of that number. Raises OSError."""
    toc = TOC(schema, segments, number)
    memory = RamStorage()
    toc.write(memory, _INDEX)
    (name,) = memory.files
    sums.commit(folder, number, name, memory.files[name], [segment.segment_id() for segment in segments])


class ShardWriter:
    """Adds documents to a shard; what is not committed is not kept. To be closed: it holds the lock of the shard.

    Raises LockError where another process keeps it for longer than `timeout` seconds.
    """

    def __init__(self, index: FileIndex, *, timeout: float) -> None:
        storage: Any = index.storage
        self._storage = storage
        self._folder = Path(storage.folder)
        self._schema = index.schema
        self._lock = index.lock("WRITELOCK")
        if not try_for(self._lock.acquire, timeout=timeout, delay=0.1):
            raise LockError
        try:
            toc = TOC.read(index.storage, _INDEX, schema=index.schema)
        except BaseException:
            self._lock.release()
            raise
        self._number = toc.generation
        self.segments: list[CompactSegment] = list(toc.segments)
        self._held: dict[str, Sequence[Held]] = {}
        self._gathered = Gathered()

    def close(self) -> None:
        """Let others write. What was not committed is dropped."""
        self._lock.release()

    def remove(self, document: str) -> None:
        """Hold a document that was committed no longer."""
        for segment in self.segments:
            if document not in segment.gone:
                for held in self._documents(segment):
                    if held.document == document:
                        segment.without(held)

    def add(self, document: str, language: str, name: str, entries: Iterable[Entry]) -> None:
        """Index a document, with the name of the reading that it is (`index.held`)."""
        self._gathered.add(document, language, name, entries)

    def commit(self) -> None:
        """Make what was added and removed what is held."""
        if self._gathered:
            segment = CompactSegment(_INDEX, self._gathered.entries)
            with SegmentFileWriter(self._file(segment)) as writer:
                self._gathered.write(writer)
            self.segments.append(segment)
            self._gathered = Gathered()
        self.segments = [segment for segment in self.segments if self._staying(segment)]
        self._put()

    def tidy(self, most: int = _ALIKE) -> None:
        """Make one of segments that are much alike in size, while there are so many such."""
        while alike := _alike(self.segments, most):
            self._merge(alike)
            self._put()

    def _merge(self, merged: Sequence[CompactSegment]) -> None:
        made = CompactSegment(_INDEX)
        with ExitStack() as opened, SegmentFileWriter(self._file(made)) as writer:
            files = [opened.enter_context(closing(SegmentFile(self._file(segment)))) for segment in merged]
            staying = map(self._staying, merged)
            made.entries = merge([Part(*one) for one in zip(files, staying, strict=True)], writer)
        at = self.segments.index(merged[0])
        self.segments = [segment for segment in self.segments if segment not in merged]
        self.segments.insert(at, made)

    def _put(self) -> None:
        self._number += 1
        put(self._folder, self._schema, self.segments, self._number)
        clean_files(self._storage, _INDEX, self._number, self.segments)

    def _staying(self, segment: CompactSegment) -> list[Held]:
        return [held for held in self._documents(segment) if held.document not in segment.gone]

    def _documents(self, segment: CompactSegment) -> Sequence[Held]:
        name = segment.segid
        if name not in self._held:
            with closing(SegmentFile(self._file(segment))) as file:
                self._held[name] = file.documents
        return self._held[name]

    def _file(self, segment: CompactSegment) -> Path:
        return segment.file(self._folder)


def _alike(segments: Sequence[CompactSegment], most: int) -> list[CompactSegment]:
    """The smallest segments that are to be one: so many of a size, or one of which more is gone than stays."""
    by_size: dict[int, list[CompactSegment]] = {}
    for segment in segments:
        size = max(1, segment.entries - segment.deleted_count())
        by_size.setdefault(size.bit_length() // 3, []).append(segment)
    for _, alike in sorted(by_size.items()):
        if len(alike) >= most:
            return alike
    hollow = [segment for segment in segments if 2 * segment.deleted_count() > segment.entries]
    return hollow[:1]
