"""Reads a plan away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from index.topics.model import Topic
from reader.home import Home
from reader.library.collected import Collection
from reader.library.lesson_notes import notes_of
from reader.library.library import Library
from reader.library.plans import Part, parts
from ui.shared.sensitive import Passage, sensitive_in

Parts: TypeAlias = tuple[Part, ...]
Read: TypeAlias = tuple[Parts, Mapping[str, str], frozenset[Passage]]


def read_plan(home: Home, chosen: Collection | None, topics: Sequence[Topic]) -> Read:
    """The parts, the notes on them by id, and which passages of their manifestos speak of violence."""
    if chosen is None:
        return (), {}, frozenset()
    with Library.open(home) as library:
        found = tuple(library.read(lambda connection: parts(connection, chosen.id)))
        notes = library.read(lambda connection: notes_of(connection, chosen.id))
    return found, notes, sensitive_in(home, topics, {document for document, _ in passages_of(found)})


def passages_of(found: Parts) -> list[Passage]:
    """What is quoted, as far as it was found again."""
    quoted = [part.quoted for part in found if part.quoted is not None]
    return [(one.document.id, one.block.id) for one in quoted if one.block is not None]
