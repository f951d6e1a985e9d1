"""What the library holds and the index does not."""

from __future__ import annotations

from contextlib import closing

from index import generations, store
from index.damage import IndexDamaged
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document


def unindexed(home: Home, library: Library) -> list[Document]:
    """The documents that a search would not find: all of them where there is no index that can be read."""
    documents = library.documents()
    held = _indexed(home) if documents else frozenset()
    return [document for document in documents if document.id not in held]


def _indexed(home: Home) -> frozenset[str]:
    generation = generations.current(home)
    if generation is None:
        return frozenset()
    try:
        with store.Verified(generation), closing(store.open_reader(generation)) as reader:
            return frozenset(held.document for held in store.held_in(reader))
    except IndexDamaged:
        # Whoever imports next finds the damage and builds another.
        return frozenset()
