"""Searches the library: the passages that a query matches, best first, with the words that matched."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType

from whoosh.collectors import FilterCollector, TopCollector
from whoosh.query.compound import Or
from whoosh.query.qcore import Query
from whoosh.query.terms import Term
from whoosh.reading import IndexReader
from whoosh.searching import Searcher as WhooshSearcher

from index import generations, store
from index.also import MOST, others
from index.asking import Asking
from index.damage import IndexDamaged
from index.expressions import expression
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
from reader.library.records import Document
from reader.model import Block, Kind

_log = logging.getLogger(__name__)


class IndexNotReady(UserError):
    """There is no index that can be searched now; an import builds one."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A generation of the index as it was at one moment."""

    generation: Path
    state: tuple[int, ...]
    searcher: WhooshSearcher
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
    ) -> Results:
        """The passages and headings that match, in these documents only where `documents` are given.

        With `passages_only` headings are neither found nor counted; of a `coder` (an id) alone are the codes and kinds.
        Raises NotUnderstood for a query that asks for nothing, and IndexNotReady where there is no usable index.
        """
        node = _parsed(query, passages_only=passages_only)
        with Library.open(self._home) as library:
            shown = {document.id: document for document in library.documents()}
            if documents is not None:
                shown = {name: shown[name] for name in documents if name in shown}
            if not shown:
                return Results(query, (), 0)
            asking = Asking(library, shown, coder, self._topics)
            with self._index() as opened:
                if not opened.languages:
                    return Results(query, (), 0)
                found, total = _found(opened, node, asking, shown, max(1, limit))
                better = "" if total else _better(opened, query, node, asking, shown)
                akin = _also(opened, query, asking, shown, passages_only=passages_only)
            hits = (_hit(library, one, node) for one in found)
            return Results(query, tuple(hit for hit in hits if hit), total, better, akin)

    def close(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.searcher.close()

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
            self._opened = _Opened(
                generation,
                state,
                WhooshSearcher(reader),
                tuple(_names(reader, "language")),
                frozenset(_names(reader, "document")),
            )
        return self._opened


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry that matches."""

    document: str
    block: str
    language: str
    score: float


def _found(
    opened: _Opened, node: Node, asking: Asking, shown: Mapping[str, Document], limit: int
) -> tuple[list[_Found], int]:
    """The best entries in the documents shown, and how many there are in all."""
    searcher = opened.searcher
    reader = searcher.reader()
    decided = partial(asking.passages, marked=lambda text, language: _marks(text, language, node))
    query = compiled(node, reader, opened.languages, asking.documents, decided)
    # What Whoosh skips, or leaves out of a query once enough good entries are found, would be missing from the count;
    # and some combinations of its matchers fail when they skip.
    best = TopCollector(limit, usequality=False, replace=0)
    only = _only(opened.documents, shown)
    collector = best if only is None else FilterCollector(best, allow=only)
    searcher.search_with_collector(query, collector)
    results = collector.results()
    columns = [reader.column_reader(field) for field in ("document", "block", "language")]
    found = []
    for entry, score in results.items():
        document, block, language = (column[entry] for column in columns)
        found.append(_Found(document, block.decode(), language, score or 0.0))
    return found, len(results)


def _parsed(query: str, *, passages_only: bool) -> Node:
    node = parse(query, of_now=True)
    return All((node, Not(Filter("kind", Kind.HEADING.value)))) if passages_only else node


def _also(
    opened: _Opened, query: str, asking: Asking, shown: Mapping[str, Document], *, passages_only: bool
) -> tuple[Also, ...]:
    """Words akin to those typed, each with how many entries are found with it instead; those that find some."""
    akin = others(query, parse(query, of_now=True), opened.searcher.reader(), opened.languages)
    found = []
    for word, instead in islice(akin, MOST):
        _, total = _found(opened, _parsed(instead, passages_only=passages_only), asking, shown, 1)
        found.append(Also(word, instead, total))
    return tuple(one for one in found if one.total)


def _better(opened: _Opened, query: str, node: Node, asking: Asking, shown: Mapping[str, Document]) -> str:
    """Another spelling of a query that finds nothing, by which something is found; "" where there is none."""
    better = suggestion(query, node, opened.searcher.reader(), opened.languages)
    return better if better and _found(opened, parse(better, of_now=True), asking, shown, 1)[1] else ""


def _only(indexed: Iterable[str], shown: Mapping[str, Document]) -> Query | None:
    """What lets through the entries of the documents shown; None where all that is indexed is shown."""
    if all(document in shown for document in indexed):
        return None
    return Or([Term("document", document) for document in indexed if document in shown])


def _hit(library: Library, found: _Found, node: Node) -> Hit | None:
    """What is shown of an entry; None where the library does not hold the passage any more."""
    block = library.block(found.document, found.block)
    if block is None:
        return None
    marks = tuple(_marks(block.text, found.language, node))
    page, label = _place(block, marks)
    lead_in = library.lead_ins(found.document, [block.id]).get(block.id, "")
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


def _names(reader: IndexReader, field: str) -> Iterator[str]:
    return (str(name) for name in reader.field_terms(field)) if reader.doc_count_all() else iter(())
