"""Imports run for a test: files to be read, an import process followed to its end, and what is left of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

from index.events import Event, Finished, Progress
from index.importing import start_import
from index.search import Searcher
from reader.home import Home
from reader.library.library import Library

TOPIC = """
id = "lamps"
version = 1
name = "Lamps"
colour = "#888888"
definition = "Anything about lamps."

[[subtopic]]
id = "lamps"
name = "Lamps"

[[query]]
query = "lamp"
weight = 1.0
subtopics = ["lamps"]
"""


def write_manifestos(folder: Path, count: int, *, words: int = 60, first: int = 0) -> list[Path]:
    """Plain text files, each with a word of its own ("word7") in its single paragraph."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(first, first + count):
        path = folder / f"manifesto-{number}.txt"
        filler = " ".join(f"the lamp, street and harbour of promise{index % 50}" for index in range(words // 7))
        path.write_text(f"OUR PLAN {number}\n\nWe will mend word{number} and {filler}.\n", encoding="utf-8")
        paths.append(path)
    return paths


def write_topic(folder: Path) -> Path:
    """A folder with one topic, "lamps"."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lamps.toml").write_text(TOPIC, encoding="utf-8")
    return folder


def enqueue(home: Home, paths: Sequence[Path]) -> None:
    with Library.open(home, durable=False) as library:
        library.enqueue(paths)


def import_all(home: Home, topics: Sequence[Path] = ()) -> list[Event]:
    """Everything that an import process tells, progress left out."""
    return [event for event in start_import(home, topics).events() if not isinstance(event, Progress)]


def children_of(process_id: int) -> list[psutil.Process]:
    return psutil.Process(process_id).children(recursive=True)


def all_gone(processes: Sequence[psutil.Process], within: float) -> bool:
    """Whether all of these processes have ended after so many seconds."""
    return wait_until(lambda: not any(_runs(process) for process in processes), within)


def wait_until(true: Callable[[], bool], within: float) -> bool:
    deadline = time.monotonic() + within
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def found(home: Home, query: str) -> set[str]:
    """The file names of the documents that a search finds."""
    with Searcher(home) as searcher, Library.open(home, durable=False) as library:
        names = {document.id: document.file_name for document in library.documents()}
        return {names[hit.document] for hit in searcher.search(query, limit=1000).hits}


def finished(events: Sequence[Event]) -> Finished:
    last = events[-1]
    assert isinstance(last, Finished)
    return last


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
