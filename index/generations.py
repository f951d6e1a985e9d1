"""The generations of the index: folders beside a pointer file that names the current one.

The index is a cache. A generation is never mended: where it is missing, damaged or of another version, a new one is
begun beside it and the pointer moves. Nothing here loads the search engine.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import whoosh

from index import cache
from reader.home import Home

# Changes whenever an entry would hold something else, or the same text would give other terms.
VERSION = 5
SHARDS = 2

# How often to try what another process may stand in the way of, and how long to wait in between, in seconds.
_ATTEMPTS = 20
_PAUSE = 0.02

_POINTER = "current.json"
_MADE_BY = {"version": VERSION, "shards": SHARDS, "whoosh": list(whoosh.__version__)}


def folder(home: Home) -> Path:
    """Where the generations of a home are."""
    return cache.index_in(cache.folder(home))


def current(home: Home) -> Path | None:
    """The folder of the current generation; None where there is none, or it was made by another version."""
    index = folder(home)
    try:
        named = json.loads((index / _POINTER).read_text(encoding="utf-8"))
        found = index / str(named.pop("generation"))
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None
    return found if named == _MADE_BY and found.parent == index and found.is_dir() else None


def make(home: Home) -> Path:
    """A new, empty generation, which takes the place of the current one in one step. Raises OSError."""
    made = folder(home) / uuid.uuid4().hex
    made.mkdir(parents=True)
    pointer = made.parent / _POINTER
    unfinished = pointer.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps({"generation": made.name} | _MADE_BY), encoding="utf-8")
    _patiently(lambda: unfinished.replace(pointer))
    return made


def condemn(home: Home, generation: Path) -> None:
    """Take a damaged generation out of use, unless another has taken its place already. Raises CacheNotWritable."""
    if current(home) == generation:
        try:
            _patiently(lambda: (generation.parent / _POINTER).unlink(missing_ok=True))
        except OSError as error:
            raise cache.in_words(error, home.caches) from error


def clean(home: Home) -> None:
    """Remove all but the current generation; what another process has open is left for next time."""
    index = folder(home)
    kept = {current(home), index / _POINTER}
    for entry in index.iterdir() if index.is_dir() else ():
        if entry in kept:
            continue
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.stem == Path(_POINTER).stem:
            entry.unlink(missing_ok=True)


def state(generation: Path) -> tuple[int, ...]:
    """A number for each shard that grows with every commit: a reader opened at another state is out of date."""
    found = []
    for number in range(SHARDS):
        names = [path.stem.rsplit("_", 1)[-1] for path in (generation / str(number)).glob("_*.toc")]
        found.append(max((int(name) for name in names if name.isdigit()), default=-1))
    return tuple(found)


def _patiently(act: Callable[[], object]) -> None:
    """Do it, again where Windows refuses because another process reads the file at this moment. Raises OSError."""
    for _ in range(_ATTEMPTS):
        try:
            act()
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    act()
