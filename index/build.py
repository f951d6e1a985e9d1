"""Keeps the index up with the library: spreads documents over writer processes, one for each shard."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from index import cache
from index.damage import IndexDamaged
from index.generations import SHARDS, clean, condemn, current, make
from index.writing import Add, Commit, Done, Failed, MakeViews, Opened, Order, Reply, ShardDamaged, Tidy, write_shard
from reader.home import Home
from reader.library.records import Document


class WriterFailed(Exception):
    """A writer process met a bug or was killed; the text is its traceback."""


class Builder:
    """The writer processes of the current generation, for one thread. A context manager.

    Makes a new generation where there is none that can be used. Every method may raise IndexDamaged: then the
    generation is out of use already, and a new Builder makes another. They also raise WriterFailed, and what the
    library raises in a writer.
    """

    def __init__(self, home: Home, topic_folders: Sequence[Path]) -> None:
        self._home = home
        self._generation = _usable(home)
        self._load = [0] * SHARDS
        self._held: dict[str, str] | None = None
        self._shards: dict[str, int] = {}
        context = multiprocessing.get_context("spawn")
        self._pipes: list[Connection] = []
        self._processes: list[SpawnProcess] = []
        for number in range(SHARDS):
            ours, theirs = context.Pipe()
            arguments = (theirs, home, self._generation, number, tuple(topic_folders))
            process = context.Process(target=write_shard, args=arguments, name=f"index-writer-{number}", daemon=True)
            process.start()
            theirs.close()
            self._pipes.append(ours)
            self._processes.append(process)

    def __enter__(self) -> Builder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def held(self) -> dict[str, str]:
        """The documents that were indexed when the writers started, each with its name in the index (`index.held`)."""
        if self._held is None:
            self._held = {}
            for number, reply in self._replies():
                if isinstance(reply, Opened):
                    self._held |= reply.documents
                    self._shards |= dict.fromkeys(reply.documents, number)
        return self._held

    def add(self, document: Document, language: str) -> None:
        """Begin to index a document, in place of what is held of it."""
        self.held()
        number = self._shards.get(document.id)
        if number is None:
            number = self._load.index(min(self._load))
            self._shards[document.id] = number
        self._load[number] += document.words + 1
        self._send(number, Add(document.id, language))

    def commit(self, documents: Sequence[str]) -> None:
        """Make all that was added searchable, and the topic views that these documents lack; returns when done."""
        self._ask(Commit() for _ in range(SHARDS))
        self.make_views(documents)

    def make_views(self, documents: Sequence[str]) -> None:
        """Make the topic views that these documents lack; returns when done."""
        shares: list[list[str]] = [[] for _ in range(SHARDS)]
        for index, document in enumerate(documents):
            shares[self._shards.get(document, index % SHARDS)].append(document)
        self._ask(MakeViews(tuple(share)) for share in shares)

    def tidy(self) -> None:
        """Merge shards that have fallen into many pieces; returns when done."""
        self._ask(Tidy() for _ in range(SHARDS))

    def close(self) -> None:
        """End the writers. What was not committed is not kept."""
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.join(timeout=1.0)
            process.kill()
            process.join()
            process.close()

    def _ask(self, orders: Iterable[Order]) -> None:
        for number, order in enumerate(orders):
            self._send(number, order)
        for _ in self._replies():
            pass

    def _send(self, number: int, order: Order) -> None:
        self.held()
        try:
            self._pipes[number].send(order)
        except OSError:
            self._raise(self._reply(number))

    def _replies(self) -> Iterator[tuple[int, Opened | Done]]:
        """One reply of each writer, as they come."""
        expected = dict(enumerate(self._pipes))
        while expected:
            ready = wait(list(expected.values()))
            for number in [number for number, pipe in expected.items() if pipe in ready]:
                del expected[number]
                reply = self._reply(number)
                if not isinstance(reply, Opened | Done):
                    self._raise(reply)
                yield number, reply

    def _reply(self, number: int) -> Reply:
        """The next reply of a writer, or that it is gone."""
        try:
            reply: Reply = self._pipes[number].recv()
        except (EOFError, OSError):
            return Failed(f"index writer {number} ended without a word")
        return reply

    def _raise(self, reply: Reply) -> NoReturn:
        if isinstance(reply, ShardDamaged):
            condemn(self._home, self._generation)
            raise IndexDamaged(reply.reason)
        if isinstance(reply, Failed) and reply.error is not None:
            raise reply.error
        raise WriterFailed(reply.trace if isinstance(reply, Failed) else repr(reply))


def _usable(home: Home) -> Path:
    """The current generation, or else a new one; others are removed, and the caches of libraries that are gone.

    Raises DiskFull, CacheNotWritable.
    """
    try:
        cache.note_use(home)
        cache.clean(home)
        generation = current(home) or make(home)
        clean(home)
    except OSError as error:
        raise cache.in_words(error, home.caches) from error
    return generation
