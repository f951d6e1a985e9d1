"""Turns a query's tree into Whoosh's queries, for the languages that the index holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeAlias

from whoosh.matching.binary import IntersectionMatcher, UnionMatcher
from whoosh.matching.mcore import ListMatcher, Matcher, NullMatcher
from whoosh.query.compound import And, Or, Require
from whoosh.query.qcore import Every, NullQuery, Query
from whoosh.query.spans import Span, SpanWrappingMatcher
from whoosh.query.terms import Term
from whoosh.query.wrappers import ConstantScoreQuery
from whoosh.query.wrappers import Not as Without
from whoosh.reading import IndexReader
from whoosh.searching import SearchContext
from whoosh.searching import Searcher as WhooshSearcher
from whoosh.util import make_binary_tree

from index.analysis import analyser
from index.expressions import expression
from index.marking import Pattern, Step, fits_shape, runs, sought
from index.query import CODE, EXPRESSION, OF_NOW, All, Filter, Leaf, Node, Not, NotUnderstood, Phrase, asks
from index.query import Any as Either
from index.query import Word as TypedWord
from index.small_words import without_small_words
from reader.wording import tr

# A field of the index and a term in it.
FieldTerm: TypeAlias = tuple[str, str]
# A passage by its document's id and its block's.
Passage: TypeAlias = tuple[str, str]
# Tells which of these passages a filter lets through that is not in the index: whether they hold the words that are
# sought, in this language, in sentences of the kind asked for, or carry the code.
Deciding: TypeAlias = Callable[[Filter, str, Sequence[Passage]], Container[Passage]]

# A beginning that stands for more words than this is asked for by mistake, and slow.
_MOST_WORDS = 1000

_NOTHING: Matcher = NullMatcher()


def _none(_asked: Filter, _language: str, _passages: Sequence[Passage]) -> Container[Passage]:
    return ()


def compiled(
    node: Node,
    reader: IndexReader,
    languages: Sequence[str],
    documents: Callable[[Filter], Iterable[str]],
    deciding: Deciding = _none,
) -> Query:
    """The query for a tree, in Whoosh's terms.

    Each of the `languages` reads the tree in its own way and answers for its own entries. `documents` gives the ids of
    the documents that a filter lets through; `deciding` is asked, while Whoosh matches, about passages that all else in
    the tree lets through.
    """
    made = {
        language: _Compiler(reader, language, documents, deciding).whole(without_small_words(node, language))
        for language in languages
    }
    if len(made) == 1:
        return next(iter(made.values()))
    return Or([Require(query, Term("language", language)) for language, query in made.items()])


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Makes the query of one language."""

    reader: IndexReader
    language: str
    documents: Callable[[Filter], Iterable[str]]
    deciding: Deciding
    hopeful: Query = NullQuery  # what finds every passage of which such a filter may decide

    def whole(self, node: Node) -> Query:
        """The query of a whole tree."""
        if not asks(node):
            return self.compile(node)
        rest = _without_filters_of_now(node)
        found = self.compile(rest) if rest else Every("kind")
        mine = Require(found, Term("language", self.language))
        return replace(self, hopeful=mine).compile(node)

    def compile(self, node: Node) -> Query:
        if isinstance(node, TypedWord | Phrase):
            return self._leaf(node)
        if isinstance(node, Filter):
            return self._filter(node)
        if isinstance(node, Not):
            return Without(self.compile(node.part))
        if isinstance(node, Either):
            return Or([self.compile(part) for part in node.parts])
        return self._all(node)

    def _all(self, node: All) -> Query:
        filters = [self._documents(part) for part in node.parts if isinstance(part, Filter)]
        sought = [self.compile(part) for part in node.parts if not isinstance(part, Filter)]
        if all(isinstance(part, Not | Filter) for part in node.parts):
            sought.append(Every("kind"))  # documents have an entry of their own, which has no kind
        return Require(And(sought), And(filters)) if filters else And(sought)

    def _filter(self, node: Filter) -> Query:
        return ConstantScoreQuery(self._documents(node), 1.0)

    def _documents(self, node: Filter) -> Query:
        if node.name in OF_NOW:
            hopeful = self.hopeful
            if node.name == EXPRESSION:
                hopeful = And([hopeful, *self._narrowing(node.value)])
            if node.name == CODE:  # few documents may have it: the entries of others need not be gone through
                hopeful = Require(hopeful, Or([Term("document", document) for document in self.documents(node)]))
            return Decided(hopeful, partial(self.deciding, node, self.language), (self.language, node.name, node.value))
        if node.name in ("kind", "language"):
            return Term(node.name, node.value)
        return Or([Term("document", document) for document in self.documents(node)])

    def _narrowing(self, written: str) -> Iterator[Query]:
        """What finds at least the entries in which a regular expression fits, by the letters that it surely holds."""
        for alternatives in expression(written).needed:
            held = (term for term in self.reader.field_terms("exact") if any(run in str(term) for run in alternatives))
            terms = list(islice(held, _MOST_WORDS + 1))
            if len(terms) <= _MOST_WORDS:  # so many words say nothing
                yield Or([Term("exact", term) for term in terms]) if terms else NullQuery

    def _leaf(self, leaf: Leaf) -> Query:
        made = [self._pattern(one, leaf.scope) for one in sought(leaf, self.language)]
        return made[0] if len(made) == 1 else Or(made) if made else NullQuery

    def _pattern(self, pattern: Pattern, scope: str) -> Query:
        steps = [self._terms(step, scope) for step in pattern.steps]
        if not all(steps):
            return NullQuery
        if len(steps) > 1:
            return Near(tuple(map(tuple, steps)), pattern.within)
        terms = [Term(field, term) for field, term in steps[0]]
        return terms[0] if len(terms) == 1 else Or(terms)

    def _terms(self, step: Step, scope: str) -> list[FieldTerm]:
        """The terms of the index that fit a step.

        Only `text` has a field of its own for words as they stand. The words of headings and lead-ins are all among
        them, since those are entries too; in `section` and `lead` they are then looked for by their stems.
        """
        terms = [(scope, stem) for stem in step.stems]
        words = set(step.exacts)
        for beginning in step.beginnings:
            words |= self._words(self.reader.expand_prefix("exact", beginning), f"{beginning}*")
        for shape in step.shapes:
            begun = self.reader.expand_prefix("exact", re.split(r"[*?]", shape)[0])
            words |= self._words((term for term in begun if fits_shape(term.decode(), shape)), shape)
        if scope == "text":
            terms += [("exact", word) for word in words]
        else:
            terms += {(scope, stem) for word in words for stem in self._stems(word)} - set(terms)
        return [term for term in terms if (term[0], term[1].encode()) in self.reader]

    @staticmethod
    def _words(terms: Iterable[bytes], typed: str) -> set[str]:
        """Words of the index that fit what was typed. Raises NotUnderstood where they are too many to be meant."""
        words = {term.decode() for term in islice(terms, _MOST_WORDS + 1)}
        if len(words) > _MOST_WORDS:
            problem = tr("More than {most} words fit “{typed}”.", most=f"{_MOST_WORDS:,}", typed=typed)
            raise NotUnderstood(problem, tr("Write more letters beside the star."))
        return words

    def _stems(self, word: str) -> set[str]:
        return {found.stem for found in analyser(self.language).words(word)}


def _without_filters_of_now(node: Node) -> Node | None:
    """A query that finds at least what `node` does, whatever the library says; None for one that finds everything."""
    if not asks(node):
        return node
    if isinstance(node, All):
        parts = tuple(part for part in map(_without_filters_of_now, node.parts) if part)
        return All(parts) if parts else None
    if isinstance(node, Either):
        either = [_without_filters_of_now(part) for part in node.parts]
        return Either(tuple(part for part in either if part)) if all(either) else None
    return None


class Decided(Query):
    """Those of the `hopeful` entries that `decide` lets through; asked once, when Whoosh begins to match."""

    def __init__(
        self, hopeful: Query, decide: Callable[[Sequence[Passage]], Container[Passage]], name: tuple[str, ...]
    ) -> None:
        self.hopeful = hopeful
        self.decide = decide
        self.name = name
        self.boost = 1.0

    def __repr__(self) -> str:
        return f"Decided({self.name!r}, {self.hopeful!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decided) and (self.name, self.hopeful) == (other.name, other.hopeful)

    def __hash__(self) -> int:
        return hash(self.name)

    def is_leaf(self) -> bool:
        return True

    def field(self) -> str | None:
        return None

    def estimate_size(self, ixreader: IndexReader) -> int:
        return int(self.hopeful.estimate_size(ixreader))

    def matcher(self, searcher: WhooshSearcher, context: SearchContext | None = None) -> Matcher:
        reader = searcher.reader()
        if not reader.doc_count_all():  # a shard without documents has no columns
            return _NOTHING
        documents, blocks = reader.column_reader("document"), reader.column_reader("block")
        asked = {
            entry: (documents[entry], blocks[entry].decode())
            for entry in self.hopeful.matcher(searcher, context).all_ids()
            if not reader.is_deleted(entry)
        }
        chosen = self.decide(list(asked.values()))
        found = [entry for entry, passage in asked.items() if passage in chosen]
        return ListMatcher(found) if found else _NOTHING


class Near(Query):
    """Entries in which the steps of a pattern stand as `index.marking.runs` says; each step is any of its terms."""

    def __init__(self, steps: tuple[tuple[FieldTerm, ...], ...], within: int | None) -> None:
        self.steps = steps
        self.within = within
        self.boost = 1.0

    def __repr__(self) -> str:
        return f"Near({self.steps!r}, {self.within!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Near) and (self.steps, self.within) == (other.steps, other.within)

    def __hash__(self) -> int:
        return hash((self.steps, self.within))

    def is_leaf(self) -> bool:
        return True

    def field(self) -> str | None:
        return None

    def estimate_size(self, ixreader: IndexReader) -> int:
        return min(sum(ixreader.doc_frequency(field, term) for field, term in step) for step in self.steps)

    def matcher(self, searcher: WhooshSearcher, context: SearchContext | None = None) -> Matcher:
        weighting = context.weighting if context else None
        reader = searcher.reader()
        steps = []
        for step in self.steps:
            found = [searcher.postings(*term, weighting=weighting) for term in step if _encoded(term) in reader]
            if not found:
                return _NOTHING
            steps.append(found)
        return _NearMatcher(steps, self.within)


class _NearMatcher(SpanWrappingMatcher):
    """Goes through the entries that hold a term of every step and stays at those where they stand right."""

    def __init__(self, steps: Sequence[Sequence[Matcher]], within: int | None) -> None:
        self._steps = steps
        self._within = within
        unions = [make_binary_tree(UnionMatcher, list(step)) for step in steps]
        super().__init__(make_binary_tree(IntersectionMatcher, unions))  # type: ignore[no-untyped-call]  # Whoosh's

    def copy(self) -> _NearMatcher:
        return _NearMatcher([[matcher.copy() for matcher in step] for step in self._steps], self._within)

    def replace(self, minquality: float = 0) -> Matcher:  # noqa: ARG002  # as Whoosh calls it
        active: bool = self.is_active()  # type: ignore[no-untyped-call]  # Whoosh's
        return self if active else _NOTHING

    def _get_spans(self) -> list[Span]:
        entry = self.child.id()
        places = []
        for step in self._steps:
            here = [one for one in step if one.is_active() and one.id() == entry]
            places.append(sorted({place for one in here for place in one.value_as("positions")}))
        return [Span(min(run), max(run)) for run in runs(places, self._within)]


def _encoded(term: FieldTerm) -> tuple[str, bytes]:
    return term[0], term[1].encode()
