"""Our segments as Whoosh reads them: its readers, cursors, spelling and matchers work on them as on its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, repeat
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, Segment, TermsReader
from whoosh.formats import Positions
from whoosh.matching.mcore import ListMatcher
from whoosh.reading import IndexReader, TermInfo

from index.codec.segment_file import FIELDS, LETTERS, SHARED, Held, Info, SegmentFile


def _elsewhere(*_: object, **__: object) -> NoReturn:
    raise TypeError("our segments are written by index.segments and hold whole documents")


class CompactSegment(Segment):
    """A segment as the table of contents names it; `gone` are ids of documents in it that are no longer held."""

    def __init__(self, indexname: str, entries: int = 0) -> None:
        super().__init__(indexname)  # type: ignore[no-untyped-call]  # Whoosh's
        self.entries = entries
        self.gone: dict[str, tuple[int, int]] = {}

    def codec(self) -> CompactCodec:
        return CompactCodec()

    def file(self, folder: Path) -> Path:
        """The file of the segment in the folder of its index."""
        return folder / f"{self.segment_id()}.seg"  # type: ignore[no-untyped-call]  # Whoosh's

    def without(self, held: Held) -> None:
        """Hold this document no longer."""
        self.gone[held.document] = (held.first, held.end)

    delete_document = _elsewhere

    def doc_count_all(self) -> int:
        return self.entries

    def deleted_count(self) -> int:
        return sum(end - first for first, end in self.gone.values())

    def deleted_docs(self) -> Iterator[int]:
        return chain.from_iterable(range(first, end) for first, end in self.gone.values())

    def is_deleted(self, docnum: int) -> bool:
        return any(first <= docnum < end for first, end in self.gone.values())


class CompactCodec(Codec):
    """One for each reader of a segment, which shares the file between the parts that Whoosh asks for."""

    new_segment = per_document_writer = field_writer = postings_writer = postings_reader = _elsewhere

    def __init__(self) -> None:
        self._file: SegmentFile | None = None

    def file(self, storage: Any, segment: CompactSegment) -> SegmentFile:
        """The file of the segment."""
        if self._file is None:
            self._file = SegmentFile(segment.file(Path(storage.folder)))
        return self._file

    def terms_reader(self, storage: Any, segment: CompactSegment) -> _Terms:
        return _Terms(self.file(storage, segment))

    def per_document_reader(self, storage: Any, segment: CompactSegment) -> _Entries:
        return _Entries(self.file(storage, segment), segment)


class Opened(NamedTuple):
    """A segment that is open: its file, how the table of contents names it, and the number of its first entry."""

    file: SegmentFile
    segment: CompactSegment
    offset: int

    def held(self) -> Iterator[Held]:
        """The documents in it that are still held."""
        return (held for held in self.file.documents if held.document not in self.segment.gone)


def opened(reader: IndexReader) -> list[Opened]:
    """The segments that a reader of an index reads."""
    found = []
    for leaf, offset in reader.leaf_readers():
        codec, segment = leaf.codec(), leaf.segment()
        if isinstance(codec, CompactCodec) and isinstance(segment, CompactSegment):  # an empty index has one of neither
            found.append(Opened(codec.file(leaf.storage(), segment), segment, offset))
    return found


class _Terms(TermsReader):
    def __init__(self, file: SegmentFile) -> None:
        self._file = file

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._file.info(*term) is not None

    def cursor(self, fieldname: str, fieldobj: Any) -> _Cursor:
        return _Cursor(self._file, fieldname, fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        return ((LETTERS[key[:1]], key[1:]) for key in self._file.keys(b""))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        return ((LETTERS[key[:1]], key[1:]) for key in self._file.keys(fieldname[0].encode() + prefix))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        info = self._known(fieldname, text)
        ids, counts, _ = self._postings(fieldname, info)
        return TermInfo(float(info.times), len(ids), 0, 0, float(max(counts)), ids[0], ids[-1])

    def frequency(self, fieldname: str, text: bytes) -> int:
        return self._known(fieldname, text).times

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        info = self._known(fieldname, text)
        return len(self._postings(fieldname, info)[0]) if fieldname in SHARED else info.held

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        ids, counts, places = self._postings(fieldname, self._known(fieldname, text))
        values = list(map(Positions().encode, places))
        return ListMatcher(ids, list(map(float, counts)), values, format_, scorer, term=(fieldname, text))

    def indexed_field_names(self) -> Iterable[str]:
        return FIELDS

    def close(self) -> None:
        self._file.close()

    def _known(self, field: str, term: bytes) -> Info:
        info = self._file.info(field, term)
        if info is None:
            raise KeyError(field, term)
        return info

    def _postings(self, field: str, info: Info) -> tuple[list[int], list[int], list[list[int]]]:
        """The entries that hold a term, how often each, and at which of its own positions."""
        bases = self._file.bases(field)
        found = ((bisect_right(bases, place) - 1, place) for place in self._file.postings(field, info).places())
        held = [(entry, [place - bases[entry] for _, place in here]) for entry, here in groupby(found, itemgetter(0))]
        if field in SHARED:
            held = [
                (entry, places)
                for run, places in held
                for entry, places in zip(self._file.spread(field, (run,)), repeat(places))
            ]
        return [entry for entry, _ in held], [len(places) for _, places in held], [places for _, places in held]


class _Cursor(FieldCursor):
    """Goes through the terms of a field."""

    def __init__(self, file: SegmentFile, field: str, kind: Any) -> None:
        self._file, self._field, self._kind = file, field, kind
        self._text: str | None = None
        self.first()

    def first(self) -> str | None:
        return self.find(b"")

    def find(self, string: str | bytes) -> str | None:
        raw = string if isinstance(string, bytes) else string.encode()
        self._keys = self._file.keys(self._field[0].encode() + raw)
        return self.next()

    def next(self) -> str | None:
        key = next(self._keys, b"")
        self._text = key[1:].decode() if key[:1] == self._field[0].encode() else None
        return self._text

    def text(self) -> str | None:
        return self._text

    term = text

    def is_valid(self) -> bool:
        return self._text is not None


class _Entries(PerDocumentReader):
    def __init__(self, file: SegmentFile, segment: CompactSegment) -> None:
        self._file, self._segment = file, segment

    def doc_count(self) -> int:
        return self.doc_count_all() - self._segment.deleted_count()

    def doc_count_all(self) -> int:
        return self._file.entries

    def has_deletions(self) -> bool:
        return bool(self._segment.gone)

    def is_deleted(self, docnum: int) -> bool:
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        return self._segment.deleted_docs()

    def field_length(self, fieldname: str) -> int:  # noqa: ARG002  # as Whoosh calls it; scores are not its
        return 0

    min_field_length = max_field_length = field_length

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return self._file.words(docnum) if fieldname == "text" else default

    def stored_fields(self, docnum: int) -> dict[str, object]:  # noqa: ARG002  # as Whoosh calls it
        return {}
