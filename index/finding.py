"""Finds the entries that a query lets through, a segment at a time, and the best of them.

A question (`Question`) is a tree made by `matching.py`. Entries are sets of numbers, so that the count is exact;
filters are a byte for each entry. Only of what may be among the best is the score worked out (`best.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from whoosh.reading import IndexReader

from index import entry_sets
from index.best import Sign
from index.codec import scores
from index.codec.packing import PackedPostings
from index.codec.segment_file import SHARED, SegmentFile
from index.codec.whoosh_codec import opened
from index.entry_sets import Entries, both, either, listed, without
from index.phrases import in_a_row, near

# A field of the index and a term in it.
FieldTerm: TypeAlias = tuple[str, str]
# A passage by its document's id and its block's.
Passage: TypeAlias = tuple[str, str]


class GivenUp(Exception):
    """Nobody wants to know any more what was looked for."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """Entries that hold one of these terms; none where there are none."""

    terms: tuple[FieldTerm, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """Entries in which the steps of a pattern stand as `index.marking.runs` says; each step is any of its terms."""

    steps: tuple[tuple[FieldTerm, ...], ...]
    within: int | None


@dataclass(frozen=True, slots=True)
class Both:
    parts: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Without:
    part: Question


@dataclass(frozen=True, slots=True)
class InDocuments:
    """Entries of these documents."""

    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class InLanguage:
    language: str


@dataclass(frozen=True, slots=True)
class OfKind:
    kind: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Those of the `hopeful` entries that `decide` lets through, asked once for each segment."""

    hopeful: Question
    decide: Callable[[Sequence[Passage]], Container[Passage]]


Question: TypeAlias = OneOf | Near | Both | Either | Without | InDocuments | InLanguage | OfKind | Decided


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a segment, and what speaks for it."""

    file: SegmentFile
    entries: Entries
    signs: Sequence[Sign]


def find(
    reader: IndexReader,
    question: Question,
    documents: Container[str] | None = None,
    wanted: Callable[[], bool] = lambda: True,
) -> Iterator[Found]:
    """What each segment has, in these documents alone where they are given. Raises GivenUp once it is not `wanted`.

    To be taken one by one: what is found of common words takes room.
    """
    frequencies = _Frequencies(reader)
    for one in opened(reader):
        file = one.file
        shown = [(held.first, held.end) for held in one.held() if documents is None or held.document in documents]
        if not file.entries or not shown:
            continue
        looking = _Looking(file, frequencies, shown, wanted)
        yield Found(file, looking.find(question), looking.signs)


@dataclass(slots=True)
class _Frequencies:
    """In how many entries of the whole index terms stand; each is looked up once."""

    reader: IndexReader
    known: dict[FieldTerm, int] = field(default_factory=dict)

    def weight(self, terms: Iterable[FieldTerm]) -> float:
        """What a word counts that is any of these terms."""
        held = 0
        for term in terms:
            if term not in self.known:
                infos = (one.file.info(term[0], term[1].encode()) for one in opened(self.reader))
                self.known[term] = sum(info.held for info in infos if info is not None)
            held += self.known[term]
        entries = self.reader.doc_count_all()
        return scores.weight(min(held, entries), entries)


class _Looking:
    """Looks through one segment. `signs` come to be what speaks for the entries found."""

    def __init__(
        self, file: SegmentFile, frequencies: _Frequencies, shown: Sequence[tuple[int, int]], wanted: Callable[[], bool]
    ) -> None:
        self._file = file
        self._frequencies = frequencies
        self._wanted = wanted
        self._all = sum(end - first for first, end in shown) == file.entries
        self._shown = entry_sets.flags(file.entries, shown)
        self.signs: list[Sign] = []
        self._weighing = True

    def find(self, question: Question) -> Entries:
        """The entries of documents that are shown."""
        return self._of_shown(self._find(question))

    def _of_shown(self, entries: Entries) -> Entries:
        return entries if self._all else both(entries, self._shown)

    def _find(self, question: Question) -> Entries:
        if not self._wanted():
            raise GivenUp
        if isinstance(question, OneOf):
            return self._one_of(question.terms)
        if isinstance(question, Near):
            return self._near(question)
        if isinstance(question, Both):
            return self._both(question)
        if isinstance(question, Either):
            return either([self._find(part) for part in question.parts], self._file.entries)
        if isinstance(question, Without):
            return without(self._shown, self._aside(question.part))
        if isinstance(question, Decided):
            return self._decided(question)
        return self._let_through(question)

    def _aside(self, question: Question) -> Entries:
        """Entries that are found and for which nothing speaks."""
        weighing, self._weighing = self._weighing, False
        found = self._find(question)
        self._weighing = weighing
        return found

    def _both(self, question: Both) -> Entries:
        """What no part leaves out. Last are those that ask of each entry, as few as then are left."""
        left_out = [part.part for part in question.parts if isinstance(part, Without)]
        last = [part for part in question.parts if isinstance(part, Decided)]
        found: Entries | None = None
        for part in question.parts:
            if not isinstance(part, Without | Decided):
                here = self._find(part)
                found = here if found is None else both(found, here)
        for part in left_out:
            found = without(self._shown if found is None else found, self._aside(part))
        for part in last:
            found = self._find(part) if found is None else both(found, self._find(part))
        return frozenset() if found is None else found

    def _let_through(self, asked: InDocuments | InLanguage | OfKind) -> bytes:
        """The entries that a filter lets through."""
        if isinstance(asked, OfKind):
            return self._file.of_kind(asked.kind)
        if isinstance(asked, InLanguage):
            fitting = (held for held in self._file.documents if held.language == asked.language)
        else:
            fitting = (held for held in self._file.documents if held.document in asked.documents)
        return entry_sets.flags(self._file.entries, ((held.first, held.end) for held in fitting))

    def _decided(self, question: Decided) -> Entries:
        hopeful = listed(self._of_shown(self._aside(question.hopeful)))
        asked = {entry: (self._file.held(entry).document, self._file.block(entry)) for entry in hopeful}
        chosen = question.decide(list(asked.values()))
        return {entry for entry, passage in asked.items() if passage in chosen}

    # Words

    def _one_of(self, terms: Sequence[FieldTerm]) -> Entries:
        sign = self._weighed(terms)
        return frozenset() if sign is None else sign.held()

    def _weighed(self, terms: Sequence[FieldTerm]) -> Sign | None:
        """The entries that hold one of the terms and what that counts; it speaks for them."""
        held = self._held(terms)
        if not held:
            return None
        if held[0][0] in SHARED:
            runs_found = sorted(set().union(*(one.entries() for _, one in held)))
            sign = Sign.even(list(self._file.spread(held[0][0], runs_found)))
        else:
            sign = self._joined([one for _, one in held], self._frequencies.weight(terms))
        if self._weighing:
            self.signs.append(sign)
        return sign

    def _joined(self, held: Sequence[PackedPostings], weight: float) -> Sign:
        """What the terms of one word count together."""
        if len(held) == 1:
            (one,) = held
            return Sign(weight, (), b"", one.dense()) if one.is_dense else Sign(weight, one.entries(), one.impacts())
        if sum(one.held for one in held) * entry_sets.SPARSE < self._file.entries:
            counted: dict[int, int] = {}
            for one in held:
                for entry, impact in zip(one.entries(), one.impacts(), strict=True):
                    counted[entry] = counted.get(entry, 0) | impact
            entries = sorted(counted)
            return Sign(weight, entries, bytes(map(counted.__getitem__, entries)))
        joined = 0
        for one in held:
            if one.is_dense:
                joined |= int.from_bytes(one.dense(), "little")
        dense = bytearray(joined.to_bytes(self._file.entries, "little"))
        for one in held:
            if not one.is_dense:
                for entry, impact in zip(one.entries(), one.impacts(), strict=True):
                    dense[entry] |= impact
        return Sign(weight, (), b"", bytes(dense))

    def _held(self, terms: Iterable[FieldTerm]) -> list[tuple[str, PackedPostings]]:
        found = ((name, self._file.info(name, term.encode())) for name, term in terms)
        return [(name, self._file.postings(name, info)) for name, info in found if info is not None]

    def _near(self, question: Near) -> Entries:
        steps = [[one for _, one in self._held(step)] for step in question.steps]
        if not all(steps):
            return frozenset()
        scope = question.steps[0][0][0]
        bases = self._file.bases(scope)
        found = in_a_row(steps, bases) if question.within is None else near(steps, bases, question.within)
        if scope in SHARED:
            found = set(self._file.spread(scope, sorted(found)))
        if found:
            for step in question.steps:
                self._weighed(step)
        return found
