"""A writer process: indexes documents into one shard and makes their topic views. It leaves when its parent is gone.

It reads the documents from the library itself, so that only ids travel through the pipe.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from index.damage import IndexDamaged
from reader.errors import UserError
from reader.full_disk import in_words
from reader.home import Home
from reader.last_words import LastWords
from reader.lifeline import leave_with_parent


@dataclass(frozen=True, slots=True)
class Add:
    """Index the document, in place of what the shard holds of it."""

    document: str
    language: str


@dataclass(frozen=True, slots=True)
class Commit:
    """Make what was added searchable."""


@dataclass(frozen=True, slots=True)
class MakeViews:
    """Make the views of these documents, of every topic that has none for them."""

    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tidy:
    """Merge the shard where it has fallen into too many segments."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The documents that the shard holds, with the name of the reading held of each (`index.held`)."""

    documents: dict[str, str]


@dataclass(frozen=True, slots=True)
class Done:
    """What was asked last has been done."""


@dataclass(frozen=True, slots=True)
class ShardDamaged:
    """The shard's files are not what was written; the process ends after this."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A bug, or an error of the library; the process ends after this. `error` is set for one to be shown to people."""

    trace: str
    error: UserError | None = None


Order: TypeAlias = Add | Commit | MakeViews | Tidy
Reply: TypeAlias = Opened | Done | ShardDamaged | Failed


def write_shard(connection: Connection, home: Home, generation: Path, number: int, topics: Sequence[Path]) -> None:
    """Do what the pipe asks until it closes. `Add` is not answered, everything else is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches all processes; the parent decides
    leave_with_parent()
    # The search engine is loaded in this process and not in the one that only starts it.
    from index.shard import Shard

    # Postings are small objects by the hundred thousand and no cycles: looking for those takes a twentieth of the time.
    gc.freeze()
    gc.set_threshold(200_000, 10, 10)
    with LastWords(partial(_tell, connection)), Shard(home, generation, number, topics) as shard:
        connection.send(Opened(shard.documents()))
        while (order := _next(connection)) is not None:
            shard.do(order)
            if not isinstance(order, Add):
                connection.send(Done())


def _next(connection: Connection) -> Order | None:
    try:
        order: Order = connection.recv()
    except EOFError:
        return None
    return order


def _tell(connection: Connection, error: Exception, trace: str) -> None:
    if isinstance(error, IndexDamaged):
        connection.send(ShardDamaged(trace))
    else:
        connection.send(Failed(trace, in_words(error)))
