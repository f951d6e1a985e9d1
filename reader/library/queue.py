"""The files on their way into the library, and those that could not be read, as rows that outlive a crash."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reader.errors import UserError
from reader.home import Home
from reader.library.packing import compact
from reader.library.queued_paths import every_form, found, kept
from reader.library.records import FIELDS, FileState, QueuedFile

# What systems leave in folders by themselves.
_LITTER = {"thumbs.db", "desktop.ini", "__macosx"}

_SELECT = "SELECT path, code, problem, advice, sample FROM queue WHERE state = ? ORDER BY position"


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and all files in the folders named, as absolute paths; hidden files in folders are left out."""
    for path in paths:
        whole = Path(os.path.abspath(path))  # noqa: PTH100  # Path.absolute keeps "..", resolve() follows links
        if whole.is_dir():
            yield from _walk(whole)
        else:
            yield whole


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_litter(name))
        yield from (Path(here, name) for name in sorted(names) if not _is_litter(name))


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _LITTER


def enqueue(
    connection: sqlite3.Connection, home: Home, files: Iterable[Path], *, sample: bool, fields: Mapping[str, str]
) -> list[QueuedFile]:
    """Put the files into the queue, once each; one that had failed waits again. Runs inside a transaction."""
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise ValueError(f"no such fields: {sorted(unknown)}")
    queued = {}
    for file in files:
        connection.execute(
            "INSERT INTO queue (path, state, sample, fields) VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET "
            "state = excluded.state, sample = excluded.sample, fields = excluded.fields, "
            "code = '', problem = '', advice = ''",
            (kept(file, home), FileState.WAITING.value, int(sample), compact(dict(fields))),
        )
        queued[file] = QueuedFile(str(file), FileState.WAITING, sample=sample)
    return list(queued.values())


def in_state(connection: sqlite3.Connection, home: Home, state: FileState) -> list[QueuedFile]:
    return [
        QueuedFile(str(found(path, home)), state, code, problem, advice, bool(sample))
        for path, code, problem, advice, sample in connection.execute(_SELECT, (state.value,))
    ]


def known_fields(connection: sqlite3.Connection, home: Home, path: Path) -> dict[str, str]:
    """What was known of the file when it was queued; nothing for one that is not in the queue."""
    row = connection.execute("SELECT fields FROM queue WHERE path IN (?, ?)", every_form(path, home)).fetchone()
    known: dict[str, str] = json.loads(row[0]) if row else {}
    return known


def fail(connection: sqlite3.Connection, home: Home, path: Path, error: UserError) -> None:
    connection.execute(
        "INSERT INTO queue (path, state, code, problem, advice) VALUES (?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE "
        "SET state = excluded.state, code = excluded.code, problem = excluded.problem, advice = excluded.advice",
        (kept(path, home), FileState.FAILED.value, error.code, error.problem, error.advice),
    )


def take_off(connection: sqlite3.Connection, home: Home, path: Path, state: FileState | None = None) -> None:
    """Forget the file, in whatever state or only in this one."""
    if state is None:
        connection.execute("DELETE FROM queue WHERE path IN (?, ?)", every_form(path, home))
    else:
        named = every_form(path, home)
        connection.execute("DELETE FROM queue WHERE path IN (?, ?) AND state = ?", (*named, state.value))


def clear(connection: sqlite3.Connection, state: FileState) -> None:
    connection.execute("DELETE FROM queue WHERE state = ?", (state.value,))
