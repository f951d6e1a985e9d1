"""A topic evaluated on the index: its passages in each document, each with its reasons, rows and statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing

from whoosh.reading import IndexReader

from index import generations, store
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
    generation = generations.current(home)
    if generation is None:
        raise IndexDamaged("there is no index")
    with closing(store.open_reader(generation)) as reader:
        try:
            return evaluate(reader, library, topic, documents)
        except store.DAMAGE as error:
            if store.is_sound(generation):
                raise
            raise IndexDamaged(str(error)) from error


def evaluate(
    reader: IndexReader, library: Library, topic: Topic, documents: Sequence[str]
) -> dict[str, tuple[Match, ...]]:
    """The matches of the topic in each of the documents, in document order.

    Documents that are not in the index or not in the library are left out: nothing may be said of them yet. Raises
    TopicInvalid where a query of the topic is not understood.
    """
    known = (library.document(one) for one in documents if _is_indexed(reader, one))
    held = [document for document in known if document is not None]
    views: dict[str, tuple[Match, ...]] = {document.id: () for document in held}
    languages = sorted({language_code(document.language) for document in held})
    for language in languages:
        ready = compiled(topic, language)
        spoken = {document.id: document for document in held if language_code(document.language) == language}
        for name, hopeful in candidates(reader, ready, list(spoken)).items():
            if not hopeful:
                continue
            surroundings = _surroundings(library, spoken[name], language)
            found = (
                match_passage(ready, block, order, surroundings)
                for order, block in enumerate(surroundings.blocks)
                if block.id in hopeful
            )
            views[name] = tuple(match for match in found if match is not None)
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
