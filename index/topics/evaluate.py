"""A topic evaluated on the index: its passages in each document, each with its reasons, rows and statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from whoosh.reading import IndexReader

from index import store
from index.analysis import Sieve, language_code
from index.held import names_now
from index.topics.candidates import candidates
from index.topics.compiled import compiled, sieve
from index.topics.model import Match, Topic
from index.topics.parties import voices
from index.topics.passage import Surroundings, look_at_each, match_passage
from reader.facts import usable_facts
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Block

# By topic id and document id, the matches in document order.
AllViews: TypeAlias = dict[str, dict[str, tuple[Match, ...]]]


def evaluate_in(home: Home, library: Library, topics: Sequence[Topic], documents: Sequence[str]) -> AllViews:
    """`evaluate_each` on the index of this home. Raises IndexDamaged where there is none that can be read."""
    with store.reading(home) as reader:
        return evaluate_each(reader, library, topics, documents)


def evaluate(
    reader: IndexReader, library: Library, topic: Topic, documents: Sequence[str]
) -> dict[str, tuple[Match, ...]]:
    """The matches of one topic in each of the documents; see `evaluate_each`."""
    return evaluate_each(reader, library, [topic], documents)[topic.id]


def evaluate_each(reader: IndexReader, library: Library, topics: Sequence[Topic], documents: Sequence[str]) -> AllViews:
    """The matches of each topic in each of the documents. Several topics at once cost less than one after the other.

    Documents that are not in the library, or not in the index as they are read now, are left out: nothing may be said
    of them yet. Raises TopicInvalid where a query of a topic is not understood.
    """
    known = [document for document in map(library.document, documents) if document is not None]
    names = names_now(library, known)
    indexed = {one.name for one in store.held_in(reader)}
    held = {document.id: document for document in known if names[document.id] in indexed}
    views: AllViews = {topic.id: dict.fromkeys(held, ()) for topic in topics}
    hopeful: dict[str, list[tuple[Topic, frozenset[str]]]] = {document: [] for document in held}
    sieves: dict[str, Sieve] = {}
    for language in sorted({language_code(document.language) for document in held.values()}):
        spoken = [name for name, document in held.items() if language_code(document.language) == language]
        sieves[language] = sieve((compiled(topic, language) for topic in topics), language)
        for topic in topics:
            for name, blocks in candidates(reader, compiled(topic, language), spoken).items():
                if blocks:
                    hopeful[name].append((topic, blocks))
    for name, asked in hopeful.items():
        if not asked:
            continue
        blocks = frozenset().union(*(blocks for _, blocks in asked))
        passages, surroundings = read(library, held[name], blocks, sieves[language_code(held[name].language)])
        for topic, blocks in asked:
            views[topic.id][name] = _matches(topic, blocks, passages, surroundings)
    return views


def _matches(
    topic: Topic, hopeful: frozenset[str], passages: Mapping[int, Block], surroundings: Surroundings
) -> tuple[Match, ...]:
    ready = compiled(topic, surroundings.facts["language"])
    asked = {order: block for order, block in passages.items() if block.id in hopeful}
    looked = look_at_each(ready, asked, surroundings)
    found = (match_passage(ready, block, one, order, surroundings) for order, (block, one) in looked.items())
    return tuple(match for match in found if match is not None)


def read(
    library: Library, document: Document, blocks: frozenset[str], words: Sieve
) -> tuple[dict[int, Block], Surroundings]:
    """These passages of a document by their places in it, in order, and what they share; `words` finds those wanted."""
    language = language_code(document.language)
    passages = library.some_blocks(document.id, blocks)
    surroundings = Surroundings(
        document.id,
        library.lead_ins(document.id, blocks),
        voices((document.party, document.candidate), usable_facts(library.home.settings)),
        _facts(document, language),
        words,
        after_heading(passages),
    )
    return passages, surroundings


def after_heading(passages: Mapping[int, Block]) -> dict[str, int]:
    """By block id, how many blocks after the first of these passages under the same headings each one stands."""
    begun: dict[tuple[str, ...], int] = {}
    under = {order: block for order, block in passages.items() if block.is_passage}
    return {block.id: order - begun.setdefault(block.section, order) for order, block in under.items()}


def _facts(document: Document, language: str) -> Mapping[str, str]:
    """What a topic's filters (party:, year: ...) ask of a document."""
    names = ("party", "candidate", "title", "election", "office", "nation", "year")
    return {name: getattr(document, name) for name in names} | {"language": language, "document": document.id}
