"""The passages that come nearest to a topic without being in its view: what a silent manifesto may still have said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoosh.reading import IndexReader

from index import store
from index.analysis import language_code
from index.sampling import Item, Stratum, in_strata
from index.topics import scoring
from index.topics.candidates import candidates
from index.topics.compiled import compiled, sieve
from index.topics.evaluate import read
from index.topics.model import Match, Reason, Topic
from index.topics.passage import look_at_each, reasons
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Block

# With fewer points than this a passage is no near miss: one common word, or a heading far above it.
LEAST = 0.3
# As good as nothing: every passage with a word of the topic that speaks for it at all has more.
_ANY = 0.01


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A passage below the threshold with the `points` of its strongest sentence (1.0 would carry) and the reasons."""

    document: str
    block: Block
    order: int
    points: float
    why: tuple[Reason, ...]


def near_misses(
    reader: IndexReader, library: Library, topic: Topic, documents: Sequence[str], *, least: float = LEAST
) -> dict[str, tuple[NearMiss, ...]]:
    """By document, its passages below the threshold with at least so many points, the nearest first.

    Documents that are not in the library are left out. Raises TopicInvalid where a query is not understood.
    """
    held = {name: document for name in dict.fromkeys(documents) if (document := library.document(name)) is not None}
    found: dict[str, tuple[NearMiss, ...]] = {}
    for name, blocks in _holding(reader, topic, held, least).items():
        misses = _misses(library, topic, held[name], blocks) if blocks else []
        found[name] = tuple(sorted((one for one in misses if one.points >= least), key=lambda one: -one.points))
    return found


def near_misses_in(
    home: Home, library: Library, topic: Topic, documents: Sequence[str]
) -> dict[str, tuple[NearMiss, ...]]:
    """`near_misses` on the index of this home. Raises IndexDamaged where there is none that can be read."""
    with store.reading(home) as reader:
        return near_misses(reader, library, topic, documents)


def strata(
    reader: IndexReader, library: Library, topic: Topic, matches: Mapping[str, Sequence[Match]]
) -> dict[Stratum, list[Item]]:
    """All passages of the documents of a view, for a sample: shown, uncertain, near, with a word of it, others.

    Headings are among those shown, and nowhere else.
    """
    held = {name: document for name in matches if (document := library.document(name)) is not None}
    near = near_misses(reader, library, topic, list(held))
    words = _holding(reader, topic, held, _ANY)
    every = {name: [block.id for block in library.blocks(name, first_pieces=True) if block.is_passage] for name in held}
    return in_strata(
        (Item(name, match.block) for name in held for match in matches[name] if not match.uncertain),
        (Item(name, match.block) for name in held for match in matches[name] if match.uncertain),
        (Item(name, miss.block.id) for name, misses in near.items() for miss in misses),
        (Item(name, block) for name, blocks in every.items() for block in words[name].intersection(blocks)),
        [Item(name, block) for name, blocks in every.items() for block in blocks],
    )


def _holding(
    reader: IndexReader, topic: Topic, held: Mapping[str, Document], least: float
) -> dict[str, frozenset[str]]:
    """By document, the ids of the passages that may have so many points."""
    found: dict[str, frozenset[str]] = {}
    for language in sorted({language_code(document.language) for document in held.values()}):
        spoken = [name for name, document in held.items() if language_code(document.language) == language]
        found |= candidates(reader, compiled(topic, language), spoken, least)
    return {name: found[name] for name in held}


def _misses(library: Library, topic: Topic, document: Document, blocks: frozenset[str]) -> list[NearMiss]:
    """The passages among these blocks that are not in the view."""
    language = language_code(document.language)
    ready = compiled(topic, language)
    passages, surroundings = read(library, document, blocks, sieve([ready], language))
    misses = []
    for order, (block, looked) in look_at_each(ready, passages, surroundings).items():
        if not block.is_passage or any(scoring.carriers(looked.weighed)):
            continue
        points = max((one.total for one in looked.weighed), default=0.0)
        strongest = [one.total == points for one in looked.weighed]
        why = reasons(block.text, looked, strongest)
        misses.append(NearMiss(document.id, block, order, round(points, 4), why))
    return misses
