"""A topic evaluated on the index: its passages in each document, each with its reasons, rows and statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from itertools import groupby

from whoosh.reading import IndexReader

from index import store
from index.analysis import analyser, language_code
from index.damage import IndexDamaged
from index.entries import lead_ins
from index.topics.candidates import candidates
from index.topics.compiled import compiled
from index.topics.model import Match, Topic
from index.topics.parties import authors
from index.topics.passage import Surroundings, match_passage
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document


def evaluate_in(home: Home, library: Library, topic: Topic, documents: Sequence[str]) -> dict[str, tuple[Match, ...]]:
    """`evaluate` on the index of this home. Raises IndexDamaged where there is none, and what `evaluate` raises."""
    generation = store.current(home)
    if generation is None:
        raise IndexDamaged("there is no index")
    with closing(store.open_reader(generation)) as reader:
        try:
            return evaluate(reader, library, topic, documents)
        except store.DAMAGE as error:
            raise IndexDamaged(str(error)) from error


def evaluate(
    reader: IndexReader, library: Library, topic: Topic, documents: Sequence[str]
) -> dict[str, tuple[Match, ...]]:
    """The matches of the topic in each of the documents, in document order.

    Documents that are not in the index or not in the library are left out: nothing may be said of them yet. Raises
    TopicInvalid where a query of the topic is not understood.
    """
    held = [found for one in documents if (found := library.document(one)) and _is_indexed(reader, one)]
    views: dict[str, tuple[Match, ...]] = {document.id: () for document in held}
    languages = sorted({language_code(document.language) for document in held})
    for language in languages:
        ready = compiled(topic, language)
        spoken = {document.id: document for document in held if language_code(document.language) == language}
        hopeful = candidates(reader, ready, list(spoken))
        for document, group in groupby(hopeful, key=lambda one: one.document):
            orders = {one.block: one.order for one in group}
            surroundings = _surroundings(library, spoken[document], language)
            found = (
                match_passage(ready, block, orders[block.id], surroundings)
                for block in surroundings.blocks
                if block.id in orders
            )
            views[document] = tuple(match for match in found if match is not None)
    return views


def _is_indexed(reader: IndexReader, document: str) -> bool:
    return ("document", document.encode()) in reader


def _surroundings(library: Library, document: Document, language: str) -> Surroundings:
    blocks = library.blocks(document.id)
    return Surroundings(
        document.id,
        blocks,
        lead_ins(blocks, language),
        authors(document, (block.text for block in blocks)),
        _facts(document, language),
        analyser(language),
    )


def _facts(document: Document, language: str) -> Mapping[str, str]:
    """What a topic's filters (party:, year: ...) ask of a document."""
    names = ("party", "candidate", "title", "election", "office", "nation", "year")
    return {name: getattr(document, name) for name in names} | {"language": language, "document": document.id}
