"""Searches a library without its index: every passage is read and looked through, word by word, as slowly as may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from index.analysis import analyser, language_code
from index.marking import Pattern, Step, sought
from index.query import All, Any, Filter, Leaf, Node, Not, parse
from index.small_words import without_small_words
from reader.lead_ins import lead_ins
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Kind

# A word at its position: (position, stem, as it stands).
Spoken = tuple[int, str, str]
# Headings of a path are no neighbours.
_APART = 1000


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage or heading as the scan sees it; `words` by scope."""

    document: Document
    block: str
    kind: Kind
    language: str
    words: dict[str, list[Spoken]]


class PlainScan:
    """All that a library holds, read once."""

    def __init__(self, library: Library) -> None:
        self.passages = [passage for document in library.documents() for passage in _passages(library, document)]
        self._known = {exact for passage in self.passages for _, _, exact in passage.words["text"]}

    def search(self, query: str, documents: Iterable[str] | None = None) -> set[tuple[str, str]]:
        """The documents and blocks of all passages that a query means."""
        node = parse(query, of_now=True)
        wanted = None if documents is None else set(documents)
        return {
            (passage.document.id, passage.block)
            for passage in self.passages
            if (wanted is None or passage.document.id in wanted)
            and self._holds(passage, without_small_words(node, passage.language))
        }

    def _holds(self, passage: Passage, node: Node) -> bool:
        if isinstance(node, All):
            return all(self._holds(passage, part) for part in node.parts)
        if isinstance(node, Any):
            return any(self._holds(passage, part) for part in node.parts)
        if isinstance(node, Not):
            return not self._holds(passage, node.part)
        if isinstance(node, Filter):
            return _passes(passage, node)
        return any(self._stands(passage, one, node) for one in sought(node, passage.language))

    def _stands(self, passage: Passage, pattern: Pattern, leaf: Leaf) -> bool:
        words = passage.words[leaf.scope]
        fitting = [self._fits(step, leaf.scope, passage.language) for step in pattern.steps]
        places = [sorted({position for position, *word in words if fits(*word)}) for fits in fitting]
        if pattern.within is None:
            return any(all(first + step in one for step, one in enumerate(places)) for first in places[0])
        return _anywhere(places, len(places) - 1 + pattern.within, ())

    def _fits(self, step: Step, scope: str, language: str) -> Callable[[str, str], bool]:
        """Whether a word fits a step; in headings and lead-ins words as they stand count by their stems."""

        def as_it_stands(exact: str) -> bool:
            return (
                exact in step.exacts
                or any(exact.startswith(beginning) for beginning in step.beginnings)
                or any(fnmatchcase(exact, shape.replace("[", "[[]")) for shape in step.shapes)
            )

        if scope == "text":
            return lambda stem, exact: stem in step.stems or as_it_stands(exact)
        meant = {exact for exact in self._known if as_it_stands(exact)} | step.exacts
        stems = step.stems | {one.stem for exact in meant for one in analyser(language).words(exact)}
        return lambda stem, _exact: stem in stems


def _anywhere(places: Sequence[Sequence[int]], width: int, chosen: tuple[int, ...]) -> bool:
    if len(chosen) == len(places):
        return max(chosen) - min(chosen) <= width
    return any(_anywhere(places, width, (*chosen, place)) for place in places[len(chosen)] if place not in chosen)


def _passes(passage: Passage, asked: Filter) -> bool:
    document = passage.document
    if asked.name == "kind":
        return passage.kind.value == asked.value
    if asked.name == "language":
        return passage.language == asked.value
    if asked.name == "year":
        return asked.value[:4] <= document.year[:4] <= asked.value[-4:]
    return f" {asked.value.lower()}" in f" {getattr(document, asked.name).lower()}"


def _passages(library: Library, document: Document) -> Iterator[Passage]:
    blocks = library.blocks(document.id)
    language = language_code(document.language)
    leads = lead_ins(blocks, language)
    for block in blocks:
        if not (block.is_passage or block.kind is Kind.HEADING):
            continue
        section = [
            (word.position + _APART * number, word.stem, word.exact)
            for number, heading in enumerate(block.section)
            for word in analyser(language).words(heading)
        ]
        words = {"text": _spoken(block.text, language), "section": section}
        words["lead"] = _spoken(leads.get(block.id, ""), language)
        yield Passage(document, block.id, block.kind, language, words)


def _spoken(text: str, language: str) -> list[Spoken]:
    return [(word.position, word.stem, word.exact) for word in analyser(language).words(text)]
