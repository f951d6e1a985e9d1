"""Lets one process at a time import into a library; the lock goes with the process, however that ends."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from whoosh.util.filelock import FileLock

from reader.home import Home
from reader.library.connection import plainly

# How often the lock is tried, in seconds.
_INTERVAL = 0.1


@contextmanager
def alone(home: Home, give_up: Callable[[], bool]) -> Iterator[bool]:
    """Wait until no other process imports into this library; False where `give_up` says so before.

    Raises LibraryNotWritable, DiskFull.
    """
    lock = FileLock(str(home.library / "import.lock"))
    with plainly(home.database):
        held = lock.acquire()
        while not held and not give_up():
            time.sleep(_INTERVAL)
            held = lock.acquire()
    try:
        yield held
    finally:
        if held:
            lock.release()
