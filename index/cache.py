"""Where the cache of a library is: its index and its topic views, among the caches of this machine.

Never in the library's own folder, which may come from anybody: Whoosh's files hold pickles, which run what they say.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from reader.errors import CacheNotWritable, DiskFull, UserError
from reader.full_disk import is_full
from reader.home import CACHE_VARIABLE, Home
from reader.library.library import Library

# The cache of a library that is not where it was goes once nothing was indexed for it for so long, in seconds: a drive
# that is not plugged in comes back.
KEPT = 30 * 24 * 3600.0

_NAME = re.compile(r"[0-9a-f]{32}")
_NOTE = "library.txt"
_VIEWS = "views.sqlite3"
# What earlier versions kept in the folder of an index.
_FORMER = re.compile(r"current\.(json|\d+)|[0-9a-f]{32}")


def folder(home: Home) -> Path:
    """The folder of this library's cache, there or not: another for each library, and for each place that it is in.

    A library that nobody has opened yet is made. Raises what Library.open raises.
    """
    with Library.open(home, durable=False) as library:
        return folder_of(library)


def folder_of(library: Library) -> Path:
    """`folder` of a library that is open."""
    named = f"{library.read(_own_id)}\n{_place(library.home)}"
    return library.home.caches / hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def index_in(cache: Path) -> Path:
    """The folder of the index in the cache of a library."""
    return cache / "index"


def views_in(cache: Path) -> Path:
    """The file of the topic views in the cache of a library."""
    return cache / _VIEWS


def is_new_here(library: Library) -> bool:
    """Whether this library has manifestos, and nothing was ever indexed for it in the place where it is now."""
    return not index_in(folder_of(library)).is_dir() and bool(library.documents())


def in_words(error: OSError | sqlite3.Error, place: Path) -> UserError:
    """That nothing can be kept at this place among the caches: DiskFull or CacheNotWritable."""
    if is_full(error):
        return DiskFull(
            "The disk of the cache is full: index and topic views cannot be kept.",
            f"Make room there ({place}); nothing of the library is lost.",
        )
    why = getattr(error, "strerror", None) or error
    return CacheNotWritable(
        f"The cache cannot be written ({why}): index and topic views cannot be kept.",
        f"Make {place} writable, or name another folder in the environment variable {CACHE_VARIABLE}.",
    )


def note_use(home: Home) -> None:
    """Keep in the cache whose it is and that it is used. Raises OSError."""
    cache = folder(home)
    cache.mkdir(parents=True, exist_ok=True)
    (cache / _NOTE).write_text(_place(home), encoding="utf-8", errors="surrogatepass")


def clean(home: Home) -> None:
    """Remove what nobody will use: caches of libraries that are long gone, and what earlier versions left.

    What another process has open is left for next time.
    """
    mine = folder(home)
    for cache in home.caches.iterdir() if home.caches.is_dir() else ():
        if cache != mine and _NAME.fullmatch(cache.name) and _is_forsaken(cache, home):
            shutil.rmtree(cache, ignore_errors=True)
    for former in (home.library / "cache", home.caches):
        _remove_former(former)


def _own_id(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT id FROM library").fetchone()
    return str(row[0]) if row else ""


def _place(home: Home) -> str:
    return os.path.normcase(os.path.realpath(home.library))


def _is_forsaken(cache: Path, home: Home) -> bool:
    note = cache / _NOTE
    try:
        unused = time.time() - note.stat().st_mtime
        place = note.read_text(encoding="utf-8", errors="surrogatepass")
    except (OSError, ValueError):
        return False
    return unused > KEPT and (place == _place(home) or not (Path(place) / home.database.name).exists())


def _remove_former(folder: Path) -> None:
    """Remove index and views of an earlier version from this folder, where all of that index is certainly ours."""
    index = folder / "index"
    if folder.is_symlink() or index.is_symlink() or not (index / "current.json").is_file():
        return
    if all(_FORMER.fullmatch(entry.name) for entry in index.iterdir()):
        shutil.rmtree(index, ignore_errors=True)
        with suppress(OSError):
            for name in (_VIEWS, f"{_VIEWS}-wal", f"{_VIEWS}-shm"):
                (folder / name).unlink(missing_ok=True)
            if folder.name == "cache":
                folder.rmdir()
