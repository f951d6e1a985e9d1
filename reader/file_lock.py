"""Locks on open files that processes of this machine see, and that go with the process, however that ends."""

from __future__ import annotations

import os
import sys

# Windows forbids others to read what is locked: a byte beyond all that is ever written.
_BEYOND = 1 << 20


def take(descriptor: int, *, unknown: bool = True) -> bool:
    """Lock the file without waiting; False where a process that runs has locked it.

    `unknown` is the answer where the file system knows no locks. The lock goes when the descriptor is closed.
    """
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return unknown
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _BEYOND, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
