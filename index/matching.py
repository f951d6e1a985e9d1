"""Turns a query's tree into what is to be found, for the languages that the index holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeAlias

from whoosh.reading import IndexReader

from index import finding
from index.analysis import analyser
from index.codec.whoosh_codec import opened
from index.expressions import expression
from index.finding import FieldTerm, Passage, Question
from index.marking import Pattern, Step, shape_pattern, sought
from index.query import CODE, EXPRESSION, OF_NOW, All, Filter, Leaf, Node, Not, NotUnderstood, Phrase, asks
from index.query import Any as Either
from index.query import Word as TypedWord
from index.small_words import without_small_words
from reader.wording import tr

# Tells which of these passages a filter lets through that is not in the index: whether they hold the words that are
# sought, in this language, in sentences of the kind asked for, or carry the code.
Deciding: TypeAlias = Callable[[Filter, str, Sequence[Passage]], Container[Passage]]

# A beginning that stands for more words than this is asked for by mistake, and slow.
_MOST_WORDS = 1000

_NOTHING = finding.OneOf(())


def _none(_asked: Filter, _language: str, _passages: Sequence[Passage]) -> Container[Passage]:
    return ()


def compiled(
    node: Node,
    reader: IndexReader,
    languages: Sequence[str],
    documents: Callable[[Filter], Iterable[str]],
    deciding: Deciding = _none,
) -> Question:
    """What is to be found for a tree.

    Each of the `languages` reads the tree in its own way and answers for its own entries. `documents` gives the ids of
    the documents that a filter lets through; `deciding` is asked, while entries are found, about passages that all else
    in the tree lets through.
    """
    made = {
        language: _Compiler(reader, language, documents, deciding).whole(without_small_words(node, language))
        for language in languages
    }
    if len(made) == 1:
        return next(iter(made.values()))
    return finding.Either(
        tuple(finding.Both((question, finding.InLanguage(language))) for language, question in made.items())
    )


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Makes the question of one language."""

    reader: IndexReader
    language: str
    documents: Callable[[Filter], Iterable[str]]
    deciding: Deciding
    hopeful: Question = _NOTHING  # what finds every passage of which such a filter may decide

    def whole(self, node: Node) -> Question:
        """The question of a whole tree."""
        if not asks(node):
            return self.compile(node)
        rest = _without_filters_of_now(node)
        mine = finding.InLanguage(self.language)
        return replace(self, hopeful=finding.Both((self.compile(rest), mine)) if rest else mine).compile(node)

    def compile(self, node: Node) -> Question:
        if isinstance(node, TypedWord | Phrase):
            return self._leaf(node)
        if isinstance(node, Filter):
            return self._filter(node)
        if isinstance(node, Not):
            return finding.Without(self.compile(node.part))
        parts = tuple(map(self.compile, node.parts))
        return finding.Either(parts) if isinstance(node, Either) else finding.Both(parts)

    def _filter(self, node: Filter) -> Question:
        if node.name in OF_NOW:
            hopeful = self.hopeful
            if node.name == EXPRESSION:
                hopeful = finding.Both((hopeful, *self._narrowing(node.value)))
            if node.name == CODE:  # few documents may have it: the entries of others need not be gone through
                bearing = finding.InDocuments(frozenset(self.documents(node)))
                hopeful = finding.Both((hopeful, bearing))
            return finding.Decided(hopeful, partial(self.deciding, node, self.language))
        if node.name == "kind":
            return finding.OfKind(node.value)
        if node.name == "language":
            return finding.InLanguage(node.value)
        return finding.InDocuments(frozenset(self.documents(node)))

    def _narrowing(self, written: str) -> Iterator[Question]:
        """What finds at least the entries in which a regular expression fits, by the letters that it surely holds."""
        for alternatives in expression(written).needed:
            held = words_like(self.reader, f".*(?:{'|'.join(map(re.escape, sorted(alternatives)))}).*")
            if len(held) <= _MOST_WORDS:  # so many words say nothing
                yield finding.OneOf(tuple(("exact", word) for word in sorted(held)))

    def _leaf(self, leaf: Leaf) -> Question:
        made = [self._pattern(one, leaf.scope) for one in sought(leaf, self.language)]
        return made[0] if len(made) == 1 else finding.Either(tuple(made))

    def _pattern(self, pattern: Pattern, scope: str) -> Question:
        steps = tuple(tuple(self._terms(step, scope)) for step in pattern.steps)
        if not all(steps):
            return _NOTHING
        return finding.Near(steps, pattern.within) if len(steps) > 1 else finding.OneOf(steps[0])

    def _terms(self, step: Step, scope: str) -> list[FieldTerm]:
        """The terms of the index that fit a step.

        Only `text` has a field of its own for words as they stand. The words of headings and lead-ins are all among
        them, since those are entries too; in `section` and `lead` they are then looked for by their stems.
        """
        terms = [(scope, stem) for stem in sorted(step.stems)]
        words = set(step.exacts)
        for beginning in step.beginnings:
            words |= self._words(words_begun(self.reader, beginning), f"{beginning}*")
        for shape in step.shapes:
            words |= self._words(words_like(self.reader, shape_pattern(shape)), shape)
        if scope == "text":
            terms += [("exact", word) for word in sorted(words)]
        else:
            terms += sorted({(scope, stem) for word in words for stem in self._stems(word)} - set(terms))
        return [term for term in terms if (term[0], term[1].encode()) in self.reader]

    @staticmethod
    def _words(terms: Iterable[str], typed: str) -> set[str]:
        """Words of the index that fit what was typed. Raises NotUnderstood where they are too many to be meant."""
        words = set(islice(terms, _MOST_WORDS + 1))
        if len(words) > _MOST_WORDS:
            problem = tr("More than {most} words fit “{typed}”.", most=f"{_MOST_WORDS:,}", typed=typed)
            raise NotUnderstood(problem, tr("Write more letters beside the star."))
        return words

    def _stems(self, word: str) -> set[str]:
        return {found.stem for found in analyser(self.language).words(word)}


def words_begun(reader: IndexReader, beginning: str) -> set[str]:
    """The words of the index, as they stand, that begin so."""
    begun = beginning.encode()
    return {word.decode() for one in opened(reader) for word in one.file.terms("exact", begun)}


def words_like(reader: IndexReader, pattern: str) -> set[str]:
    """The words of the index, as they stand, that a regular expression fits as a whole."""
    return {word for one in opened(reader) for word in one.file.like("exact", pattern)}


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
