"""The file of a segment, as it is read: mapped into memory, so that a search holds only what it unpacks.

Entries are numbered from 0, those of a document one after the other. `text` and `exact` have postings by entry. The
headings above entries (`section`) and what introduces them (`lead`) are the same for many entries in a row: they have
postings by *run*, and a run says with which entry it begins. The positions of all entries (or runs) are counted on
through the segment with a gap between, so that a phrase is an intersection of places.
"""

from __future__ import annotations

import json
import mmap
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from uuid import UUID

from index.codec.packing import PackedPostings

FIELDS = ("exact", "lead", "section", "text")
SHARED = ("lead", "section")
# A key is the first letter of a field and a term.
LETTERS = {field[0].encode(): field for field in FIELDS}
# So many terms are parsed together.
BLOCK = 128
# Stands in no UTF-8, so terms are parted by it.
BETWEEN = b"\xff"
# Bytes of the numbers of a term: entries that hold it, places, bytes of its postings.
NUMBERS = 12
_FOOTER = 8
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Held:
    """A document in a segment: its entries from `first` to before `end`, and the name of the reading that is held."""

    document: str
    language: str
    name: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Info:
    """A term in a segment: how many entries (or runs) hold it, how often it stands there, and where that is kept."""

    held: int
    times: int
    offset: int
    length: int


class SegmentFile:
    """One open segment. To be closed."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        size = len(self._map)
        at = int.from_bytes(self._map[size - _FOOTER :], "little")
        directory = json.loads(self._map[at : size - _FOOTER])
        self._parts: dict[str, tuple[int, int]] = {name: (start, length) for name, start, length in directory["parts"]}
        self._names = bool(directory["uuids"])
        self.kinds: list[str] = directory["kinds"]
        self.documents = [Held(*row) for row in directory["documents"]]
        self.entries = self.documents[-1].end if self.documents else 0
        self._known: dict[bytes, Info | None] = {}
        self._listed: dict[str, str] = {}
        self._arrays: dict[str, Sequence[int]] = {}

    def close(self) -> None:
        self._known.clear()
        self._map.close()

    # Entries

    def block(self, entry: int) -> str:
        """The id of the block that an entry is of."""
        start, length = self._parts["blocks"]
        size = length // self.entries
        raw = self._map[start + entry * size : start + (entry + 1) * size]
        return str(UUID(bytes=raw)) if self._names else raw.rstrip(b"\0").decode()

    def held(self, entry: int) -> Held:
        """The document that an entry is of."""
        return self.documents[bisect_right(self._firsts, entry) - 1]

    def kind(self, entry: int) -> str:
        return self.kinds[self._map[self._parts["kinds"][0] + entry]]

    def of_kind(self, kind: str) -> bytes:
        """A byte for each entry, 1 where it is of this kind."""
        number = self.kinds.index(kind) if kind in self.kinds else len(self.kinds)
        return self.raw("kinds").translate(bytes(int(byte == number) for byte in range(256)))

    def summed(self, entry: int) -> int:
        """The sum of an entry's passage as the library kept it (`passage_sum`)."""
        return self.numbers("sums")[entry]

    def words(self, entry: int) -> int:
        """How many words an entry has, 255 for all that have more."""
        return self._map[self._parts["lengths"][0] + entry]

    @cached_property
    def _firsts(self) -> list[int]:
        return [held.first for held in self.documents]

    # Terms

    def info(self, field: str, term: bytes) -> Info | None:
        """What is kept of a term; None where the segment does not hold it."""
        key = field[0].encode() + term
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._info(key)
        return self._known[key]

    def postings(self, field: str, info: Info) -> PackedPostings:
        start = self._parts["postings"][0] + info.offset
        return PackedPostings(self._map[start : start + info.length], info.held, self.count(field))

    def terms(self, field: str, begun: bytes = b"") -> Iterator[bytes]:
        """The terms of a field that begin so, in order."""
        letter = field[0].encode()
        for key in self.keys(letter + begun):
            if not key.startswith(letter + begun):
                return
            yield key[1:]

    def like(self, field: str, shape: str) -> list[str]:
        """The terms of a field that a regular expression fits as a whole."""
        if field not in self._listed:  # few fields are asked so, and a search asks more than once
            self._listed[field] = b"\n".join(self.terms(field)).decode()
        return re.findall(f"^(?:{shape})$", self._listed[field], re.MULTILINE)

    def keys(self, first: bytes) -> Iterator[bytes]:
        """The first letters of fields with their terms, in order, from the first that is not before `first`."""
        if not self._first_keys:
            return
        number = max(0, bisect_right(self._first_keys, first) - 1)
        keys, _ = self._block(number)
        later = chain.from_iterable(self._block(block)[0] for block in range(number + 1, len(self._first_keys)))
        yield from chain(islice(keys, bisect_left(keys, first), None), later)

    def items(self) -> Iterator[tuple[bytes, Info]]:
        """All terms with what is kept of them, in order."""
        for number in range(len(self._first_keys)):
            keys, numbers = self._block(number)
            offset = self._offsets[2 * number + 1]
            for at, key in enumerate(keys):
                held, times, length = numbers[3 * at : 3 * at + 3]
                yield key, Info(held, times, offset, length)
                offset += length

    def _info(self, key: bytes) -> Info | None:
        number = bisect_right(self._first_keys, key) - 1
        if number < 0:
            return None
        keys, numbers = self._block(number)
        at = bisect_left(keys, key)
        if at == len(keys) or keys[at] != key:
            return None
        offset = self._offsets[2 * number + 1] + sum(numbers[2 : 3 * at : 3])
        return Info(numbers[3 * at], numbers[3 * at + 1], offset, numbers[3 * at + 2])

    def _block(self, number: int) -> tuple[list[bytes], Sequence[int]]:
        """The keys of a block of terms, and three numbers for each."""
        start, length = self._parts["terms"]
        begin = start + self._offsets[2 * number]
        following = 2 * (number + 1)
        end = start + (self._offsets[following] if following < len(self._offsets) else length)
        count = int.from_bytes(self._map[begin : begin + 2], "little")
        names = begin + 2 + NUMBERS * count
        return self._map[names:end].split(BETWEEN), array("I", self._map[begin + 2 : names])

    @cached_property
    def _first_keys(self) -> list[bytes]:
        kept = self.raw("first_terms")
        return kept.split(BETWEEN) if kept else []

    @cached_property
    def _offsets(self) -> Sequence[int]:
        """Of each block of terms where it begins, and where the postings of its terms do."""
        return array("Q", self.raw("term_blocks"))

    # Runs and places

    def count(self, field: str) -> int:
        """How many entries, or runs, have postings in this field."""
        return len(self.starts(field)) if field in SHARED else self.entries

    def starts(self, field: str) -> Sequence[int]:
        """The first entry of each run of a shared field."""
        return self.numbers(f"{field}_starts")

    def bases(self, field: str) -> Sequence[int]:
        """The place at which each entry, or run, of a field begins, and at last the one after all."""
        return self.numbers(f"{field}_bases" if field in SHARED else "bases")

    def spread(self, field: str, runs: Iterable[int]) -> Iterator[int]:
        """The entries of these runs."""
        starts = self.starts(field)
        last = len(starts) - 1
        ranges = (range(starts[run], starts[run + 1] if run < last else self.entries) for run in runs)
        return chain.from_iterable(ranges)

    def numbers(self, name: str) -> Sequence[int]:
        """A part of the file that is numbers."""
        if name not in self._arrays:
            self._arrays[name] = array("I", self.raw(name))
        return self._arrays[name]

    def raw(self, name: str) -> bytes:
        """A part of the file as it lies there."""
        start, length = self._parts[name]
        return self._map[start : start + length]
