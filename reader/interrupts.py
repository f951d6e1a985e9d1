"""Keeps Ctrl+C from processes that are being started: the parent hears it and decides what becomes of them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unheard_by_children() -> Iterator[None]:
    """Processes that this thread starts meanwhile, and theirs, do not hear Ctrl+C of a terminal.

    A process can only say so itself once it runs; one that is interrupted before would print a traceback. On Windows
    there is nothing to pass on, and this does nothing.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    # Starting the first process starts a tracker too, which lets the signal through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
