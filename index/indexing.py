"""The thread of the import process that takes documents to the writers, and says of each when it can be searched.

A commit costs about as much as the words of half a manifesto, so documents are committed together: when enough words
have come, when the first has waited long enough, or when no more come.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Protocol

from index.analysis import language_code
from index.build import Builder
from index.damage import IndexDamaged
from index.events import DocumentAdded, DocumentRecognised
from index.generations import current
from index.held import names_now
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from reader.recognition.pages import RecognisedPage

# Documents are committed once they have this many words between them, or have waited so many seconds.
_WORDS = 200_000
_SECONDS = 4.0

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Batch:
    """Documents that the writers have and that cannot be searched yet."""

    documents: list[Document] = field(default_factory=list)
    words: int = 0
    since: float = 0.0

    def add(self, document: Document) -> None:
        self.since = self.since if self.documents else time.monotonic()
        self.documents.append(document)
        self.words += document.words

    def seconds_left(self) -> float | None:
        """How long more documents may be waited for; None while there is nothing to commit."""
        if not self.documents:
            return None
        return max(0.0, self.since + _SECONDS - time.monotonic())


class Listener(Protocol):
    """Who hears of the work; called in the thread of `Indexing`."""

    def tell(self, event: DocumentAdded | DocumentRecognised) -> None:
        """A document, or its new reading, can be searched and has its views."""

    def expect(self, documents: int) -> None:
        """So many documents of the library are not in the index and will be indexed first."""

    def done(self, things: int) -> None:
        """So many of those are indexed now."""


class Indexing:
    """Keeps index and topic views up with the library, in a thread of its own. A context manager.

    Begins with what the library holds and the index does not.
    """

    def __init__(self, home: Home, topic_folders: Sequence[Path], listener: Listener) -> None:
        self._home = home
        self._topic_folders = topic_folders
        self._listener = listener
        # An index that is built anew tells nothing of documents that people have had for long.
        self._resuming = current(home) is not None
        self._arrived: queue.SimpleQueue[tuple[Document, str | Sequence[RecognisedPage]] | None] = queue.SimpleQueue()
        self._no_more = False
        self._cancelled = threading.Event()
        # The documents to be told of, and the paths they came from.
        self._paths: dict[str, str] = {}
        self._read_again: dict[str, Sequence[RecognisedPage]] = {}
        # What the library held at the start, and what of it the index did not.
        self._before: set[str] = set()
        self._missing: set[str] = set()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="indexing")
        self._over = threading.Event()
        self._outcome: Future[None] | None = None

    def __enter__(self) -> Indexing:
        with Library.open(self._home, durable=False) as library:
            self._before = {document.id for document in library.documents()}
        self._outcome = self._thread.submit(self._keep_up)
        self._outcome.add_done_callback(lambda _: self._over.set())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cancel()
        self._arrived.put(None)
        self._thread.shutdown()

    @property
    def failed(self) -> bool:
        """Whether it has come to an end too early; `finish` raises why."""
        return self._outcome is not None and self._outcome.done()

    def add(self, document: Document, path: str) -> None:
        """A document that has been stored. Told of, with this path, once it is indexed and has its views."""
        self._arrived.put((document, path))

    def again(self, document: Document, pages: Sequence[RecognisedPage]) -> None:
        """A document that has been stored as read with these pages. Told of once that is indexed; then they are used.

        So a crash before the commit makes the next run read and index it once more.
        """
        self._arrived.put((document, pages))

    def cancel(self) -> None:
        """End soon: only what has arrived is still indexed."""
        self._cancelled.set()

    def finish(self) -> None:
        """No more documents come: return when all is done. Raises what went wrong."""
        self._arrived.put(None)
        self._over.wait()
        if self.failed and self._outcome is not None:
            self._outcome.result()

    def _keep_up(self) -> None:
        with Library.open(self._home, durable=False) as library:
            try:
                with Builder(self._home, self._topic_folders) as builder:
                    self._work(library, builder)
                    return
            except IndexDamaged as error:
                _log.warning("the index is damaged and is built again: %s", error)
                self._resuming = False
            with Builder(self._home, self._topic_folders) as builder:
                self._work(library, builder)

    def _work(self, library: Library, builder: Builder) -> None:
        held = builder.held()
        indexed = set(held)
        batch = _Batch()
        for document in self._not_in(held, library):
            if not self._cancelled.is_set() or document.id in self._paths:
                self._index(document, library, builder, batch)
                indexed.add(document.id)
        while self._take(library, builder, batch, indexed):
            pass
        self._commit(library, builder, batch)
        if not self._cancelled.is_set():
            builder.make_views([document.id for document in library.documents()])
            builder.tidy()
        self._over.set()  # nobody waits for the writers to leave

    def _not_in(self, held: Mapping[str, str], library: Library) -> list[Document]:
        """What the library holds and the index does not, or in another reading or language."""
        documents = library.documents()
        names = names_now(library, documents)
        missing = [one for one in documents if held.get(one.id) != names[one.id]]
        waited = self._before & {document.id for document in missing}
        self._listener.expect(len(waited - self._missing))
        self._missing |= waited
        if self._resuming:
            for document in missing:
                if document.id in waited:
                    self._paths.setdefault(document.id, document.file_name)
        return missing

    def _take(self, library: Library, builder: Builder, batch: _Batch, indexed: set[str]) -> bool:
        """Take the next document that arrives, or commit when none comes in time; False when no more come."""
        if self._no_more:
            return False
        try:
            arrived = self._arrived.get(timeout=batch.seconds_left())
        except queue.Empty:
            self._commit(library, builder, batch)
            return True
        if arrived is None:
            self._no_more = True
            return False
        document, path = arrived
        if not isinstance(path, str):
            if document.id in {one.id for one in batch.documents}:
                self._commit(library, builder, batch)  # only what is committed can be replaced
            self._read_again[document.id] = path
            self._index(document, library, builder, batch)
            return True
        self._paths[document.id] = path
        if document.id in indexed:
            batch.add(document)
        else:
            indexed.add(document.id)
            self._index(document, library, builder, batch)
        return True

    def _index(self, document: Document, library: Library, builder: Builder, batch: _Batch) -> None:
        builder.add(document, language_code(document.language))
        batch.add(document)
        if batch.words >= _WORDS:
            self._commit(library, builder, batch)

    def _commit(self, library: Library, builder: Builder, batch: _Batch) -> None:
        if not batch.documents:
            return
        builder.commit(list(dict.fromkeys(document.id for document in batch.documents)))
        for document in batch.documents:
            path = self._paths.pop(document.id, None)
            if path is not None:
                self._listener.tell(DocumentAdded(path, document.id, document.called))
            pages = self._read_again.pop(document.id, None)
            if pages is not None:
                library.mark_used(document.id, pages)
                self._listener.tell(DocumentRecognised(document.id, document.called))
        done = self._missing & {document.id for document in batch.documents}
        self._missing -= done
        self._listener.done(len(done))
        batch.documents.clear()
        batch.words = 0
