"""One shard of the index as its writer process works on it: documents in, commits, and the topic views of what is in.

Measured on the ten manifestos of 2017 (162,000 words, two cores): prepared postings, no compression and one segment a
commit take 2.2 s of one process, 1.4 s of each of two.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from index import store
from index.entries import entries
from index.held import held_name
from index.segments import ShardWriter
from index.topics.compiled import check
from index.topics.files import load_topics
from index.topics.parsing import TopicInvalid
from index.topics.views import Views
from index.writing import Add, Commit, MakeViews, Order
from reader.errors import DocumentDamaged
from reader.home import Home
from reader.library import documents
from reader.library.library import Library

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from index.topics.model import Topic

# How long to wait for the lock of a process that is about to leave, in seconds.
_PATIENCE = 2.5
# So many alike segments become one already while more documents come, so that searches meanwhile are not slow.
_WHILE_WRITING = 16


class Shard:
    """A shard that this process writes. A context manager; what was not committed is dropped at the end.

    Every method may raise IndexDamaged, DiskFull, CacheNotWritable, and what the library raises.
    """

    def __init__(self, home: Home, generation: Path, number: int, topics: Sequence[Path]) -> None:
        self._home = home
        self._topic_folders = topics
        self._topics: list[Topic] | None = None
        self._open = ExitStack()
        self._library = self._open.enter_context(Library.open(home, durable=False))
        self._views: Views | None = None
        self._writer: ShardWriter | None = None
        self._generation = generation
        self._index = store.shard(generation, number)
        self._held = self._documents()

    def __enter__(self) -> Shard:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        writer, self._writer = self._writer, None
        if writer is not None and kind is None:
            writer.close()
        self._open.close()

    def documents(self) -> dict[str, str]:
        """The documents that the shard holds, each with the name of the reading that it holds (`index.held`)."""
        return dict(self._held)

    def _documents(self) -> dict[str, str]:
        with store.Verified(self._generation), self._index.reader() as reader:
            return {held.document: held.name for held in store.held_in(reader)}

    def do(self, order: Order) -> None:
        if isinstance(order, Add):
            self._add(order.document, order.language)
        elif isinstance(order, Commit):
            self._commit()
        elif isinstance(order, MakeViews):
            self._make_views(order.documents)
        else:
            self._tidy()

    def _add(self, document: str, language: str) -> None:
        # The name first: where the document is read anew meanwhile, it says that what is held is not the newest.
        readings = self._library.read(lambda connection: documents.readings(connection, [document]))
        name = held_name(document, language, readings.get(document, ""))
        try:
            blocks = self._library.blocks(document)
        except DocumentDamaged as error:
            _log.warning("%s is not indexed: %s", document, error)
            return  # it counts as outdated now: once it has been read again it comes back
        writer = self._writing()
        if document in self._held:
            with store.Verified(self._generation):
                writer.remove(document)
        self._held[document] = name
        writer.add(document, language, name, entries(blocks, language))

    def _commit(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            with store.Verified(self._generation), closing(writer):
                writer.commit()
                writer.tidy(_WHILE_WRITING)

    def _tidy(self) -> None:
        with store.Verified(self._generation), closing(ShardWriter(self._index, timeout=_PATIENCE)) as writer:
            writer.tidy()

    def _make_views(self, asked: Sequence[str]) -> None:
        wanted = [document for document in asked if self._library.is_sound(document)]
        if self._topics is None:
            self._topics = load_topics(self._topic_folders)
        views = self._view_cache()
        by_missing: dict[tuple[str, ...], list[Topic]] = {}
        for topic in self._topics:
            # What is wrong with a person's topic is said where topics are chosen; documents do not wait for it.
            with suppress(TopicInvalid):
                check(topic)
                by_missing.setdefault(tuple(views.cached(topic, wanted)[1]), []).append(topic)
        for missing, topics in by_missing.items():
            if missing:
                views.make_each(self._library, topics, missing)
                self._view_cache()  # raises what kept them from being kept

    def _view_cache(self) -> Views:
        if self._views is None:
            self._views = self._open.enter_context(Views(self._home))
        if self._views.unkept is not None:
            raise self._views.unkept
        return self._views

    def _writing(self) -> ShardWriter:
        if self._writer is None:
            with store.Verified(self._generation):
                self._writer = ShardWriter(self._index, timeout=_PATIENCE)
        return self._writer
