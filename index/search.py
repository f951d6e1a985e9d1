"""Searches the library: the passages that a query matches, best first, with the words that matched."""

from __future__ import annotations

import heapq
import logging
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType

from whoosh.reading import IndexReader

from index import generations, store
from index.also import MOST, others
from index.asking import Asking
from index.best import best
from index.codec.segment_file import SegmentFile
from index.damage import IndexDamaged
from index.entry_sets import count
from index.expressions import expression
from index.finding import Found, GivenUp, find
from index.marking import Span, mark, merged
from index.matching import compiled
from index.query import All, Filter, Node, Not, expressions, leaves, parse
from index.results import Also, Hit, Results
from index.small_words import without_small_words
from index.spelling import suggestion
from index.topics.model import Topic
from reader.errors import UserError
from reader.home import Home
from reader.library.library import Library
from reader.model import Block, Kind

_log = logging.getLogger(__name__)


class IndexNotReady(UserError):
    """There is no index that can be searched now; an import builds one."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A generation of the index as it was at one moment."""

    generation: Path
    state: tuple[int, ...]
    reader: IndexReader
    languages: tuple[str, ...]
    documents: frozenset[str]


class Searcher:
    """Searches the index of one home. For one thread at a time; each search sees what is indexed at that moment."""

    def __init__(self, home: Home, topics: Callable[[], Sequence[Topic]] = tuple) -> None:
        """`topics` gives those that a query can name."""
        self._home = home
        self._topics = topics
        self._opened: _Opened | None = None

    def __enter__(self) -> Searcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def search(
        self,
        query: str,
        *,
        limit: int = 100,
        documents: Sequence[str] | None = None,
        passages_only: bool = False,
        coder: str = "",
        others_tried: bool = True,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Results:
        """The passages and headings that match, in these documents only where `documents` are given.

        With `passages_only` headings are neither found nor counted; of a `coder` (an id) alone are the codes and kinds.
        Akin words and another spelling are looked for where `others_tried`, which takes most of the time.
        `wanted` is asked now and then, and the search given up once it says no. Raises NotUnderstood for a query that
        asks for nothing, IndexNotReady where there is no usable index, and GivenUp.
        """
        node = _parsed(query, passages_only=passages_only)
        with Library.open(self._home) as library:
            shown = _shown(library, documents)
            if not shown:
                return Results(query, (), 0)
            asking = Asking(library, shown, coder, self._topics, wanted)
            with self._index() as opened:
                if not opened.languages:
                    return Results(query, (), 0)
                asked = _Asked(opened, asking, shown, wanted)
                matching, total = _best(asked.found(node), max(1, limit))
                better = "" if total or not others_tried else _better(asked, query, node)
                akin = _also(asked, query, passages_only=passages_only) if others_tried else ()
            return Results(query, tuple(_hits(library, matching, node, wanted)), total, better, akin)

    def count(self, query: str, *, passages_only: bool = False) -> int:
        """How many entries `search` finds. Takes a third of its time: no other words are tried. Raises as it does."""
        node = _parsed(query, passages_only=passages_only)
        with Library.open(self._home) as library:
            shown = _shown(library, None)
            if not shown:
                return 0
            with self._index() as opened:
                asked = _Asked(opened, Asking(library, shown), shown, lambda: True)
                return asked.count(node) if opened.languages else 0

    def close(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.reader.close()

    @contextmanager
    def _index(self) -> Iterator[_Opened]:
        """The index as it is now. One whose files turn out to be damaged is not used again. Raises IndexNotReady."""
        generation = generations.current(self._home)
        if generation is None:
            self.close()
            raise IndexNotReady("The index is being built.", "Search again in a moment.")
        try:
            with store.Verified(generation):
                yield self._open(generation)
        except IndexDamaged as error:
            self.close()
            _log.warning("the index is damaged:\n%s", traceback.format_exc())
            generations.condemn(self._home, generation)
            raise IndexNotReady("The index is damaged and is built again.", "Search again in a moment.") from error

    def _open(self, generation: Path) -> _Opened:
        state = generations.state(generation)
        if self._opened is None or (self._opened.generation, self._opened.state) != (generation, state):
            self.close()
            reader = store.open_reader(generation)
            held = store.held_in(reader)
            languages = tuple(sorted({one.language for one in held}))
            self._opened = _Opened(generation, state, reader, languages, frozenset(one.document for one in held))
        return self._opened


@dataclass(frozen=True, slots=True)
class _Matching:
    """An entry that matches."""

    document: str
    block: str
    language: str
    score: float
    summed: int


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a search is made with: the index, what filters ask, what is shown, and whether anybody still waits."""

    opened: _Opened
    asking: Asking
    shown: Set[str]
    wanted: Callable[[], bool]

    def found(self, node: Node) -> Iterator[Found]:
        """The entries of the documents shown that a query lets through, by segment."""
        decided = partial(self.asking.passages, marked=lambda text, language: _marks(text, language, node))
        question = compiled(node, self.opened.reader, self.opened.languages, self.asking.documents, decided)
        shown = None if self.opened.documents <= self.shown else self.shown
        return find(self.opened.reader, question, shown, self.wanted)

    def count(self, node: Node) -> int:
        """How many entries a query lets through."""
        return sum(count(found.entries) for found in self.found(node))


def _shown(library: Library, documents: Sequence[str] | None) -> frozenset[str]:
    """The ids of the library's documents, of those with these ids alone where any are named."""
    held = library.document_ids()
    return held if documents is None else held.intersection(documents)


def _best(everywhere: Iterable[Found], limit: int) -> tuple[list[_Matching], int]:
    """The best of what is found in all segments, of equals what stands first, and how much there is in all."""
    total = 0
    ranked: list[tuple[float, int, int, SegmentFile]] = []
    for number, found in enumerate(everywhere):
        total += count(found.entries)
        here = best(found.entries, found.signs, limit)
        ranked = heapq.nsmallest(limit, [*ranked, *((-score, number, entry, found.file) for score, entry in here)])
    matching = []
    for score, _, entry, file in ranked:
        held = file.held(entry)
        matching.append(_Matching(held.document, file.block(entry), held.language, -score, file.summed(entry)))
    return matching, total


def _parsed(query: str, *, passages_only: bool) -> Node:
    node = parse(query, of_now=True)
    return All((node, Not(Filter("kind", Kind.HEADING.value)))) if passages_only else node


def _also(asked: _Asked, query: str, *, passages_only: bool) -> tuple[Also, ...]:
    """Words akin to those typed, each with how many entries are found with it instead; those that find some."""
    akin = others(query, parse(query, of_now=True), asked.opened.reader, asked.opened.languages)
    found = []
    for word, instead in islice(akin, MOST):
        found.append(Also(word, instead, asked.count(_parsed(instead, passages_only=passages_only))))
    return tuple(one for one in found if one.total)


def _better(asked: _Asked, query: str, node: Node) -> str:
    """Another spelling of a query that finds nothing, by which something is found; "" where there is none."""
    better = suggestion(query, node, asked.opened.reader, asked.opened.languages)
    return better if better and asked.count(parse(better, of_now=True)) else ""


def _hits(library: Library, matching: Iterable[_Matching], node: Node, wanted: Callable[[], bool]) -> Iterator[Hit]:
    """What is shown of entries. Of all that a common word finds it takes far longer than finding them."""
    for one in matching:
        if not wanted():
            raise GivenUp
        if (hit := _hit(library, one, node)) is not None:
            yield hit


def _hit(library: Library, found: _Matching, node: Node) -> Hit | None:
    """What is shown of an entry; None where the library does not hold the passage any more."""
    passage = library.passage(found.document, found.block, found.summed)
    if passage is None:
        return None
    block, lead_in = passage
    marks = tuple(_marks(block.text, found.language, node))
    page, label = _place(block, marks)
    standing = (block.kind.value, page, label, block.section)
    return Hit(found.document, block.id, block.text, *standing, found.score, marks, lead_in, found.language)


def _marks(text: str, language: str, node: Node) -> list[Span]:
    """Where the words that the query looks for stand in a passage of this language."""
    words = mark(text, language, (leaf for leaf in leaves(without_small_words(node, language)) if leaf.scope == "text"))
    return merged([*words, *(span for written in expressions(node) for span in expression(written).spans(text))])


def _place(block: Block, marks: Sequence[Span]) -> tuple[int | None, str | None]:
    """The page on which the first mark stands, and its label; where nothing is marked, where the passage begins."""
    at = marks[0][0] if marks else 0
    piece = next((piece for piece in block.pieces if piece.end > at), None)
    return (piece.page, piece.label) if piece else (block.page, block.label)
