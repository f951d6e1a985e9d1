"""A child process that leaves when its parent is gone, however the parent ended."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.connection import wait

_PR_SET_PDEATHSIG = 1


def leave_with_parent(*, with_starting_thread: bool = False) -> None:
    """From now on this process ends at once when the process that spawned it has ended.

    To be called once in a process started by multiprocessing; elsewhere it does nothing. A thread waits for the
    parent on every system. `with_starting_thread` asks Linux as well, which works even while C code holds the
    interpreter, but counts the end of the *thread* that started this process as the end of the parent.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    threading.Thread(target=_leave_after, args=(parent.sentinel,), name="lifeline", daemon=True).start()
    if with_starting_thread and sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _leave_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
