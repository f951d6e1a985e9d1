"""Child processes of the program that stand at once: copies of a server that has imported what they need.

The program spawns its processes, each of which imports Python and half of the program anew: five of them for one small
file, most of a second of a processor. Here they are forked from a process without threads, windows or open libraries
(`held_ready.py`). All else is as it is with spawned ones: what they are given is pickled, and pipes, limits, kills and
lifelines are the system's. Only the system calls the server their parent, and what a process passes on to its own
children (limits, niceness) does not reach them: tests of that, and of starting itself, are marked `spawned`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import context
from pathlib import Path
from threading import Lock
from typing import Any

_HERE = Path(__file__).parent
# What the program asks for its processes; there is no public way to give it other ones.
_CONTEXTS: dict[str, context.BaseContext] = context._concrete_contexts  # type: ignore[attr-defined]  # private
_SPAWNING = _CONTEXTS["spawn"]

if sys.platform == "linux":  # nobody forks safely elsewhere
    from multiprocessing import forkserver

    _SERVER: Any = forkserver._forkserver
    _start_server = _SERVER.ensure_running

    _STARTING = Lock()  # several threads may ask for a process at once

    def _have_server() -> None:
        """Start the server; a process that it has forked is served by it too, where Python would start another."""
        with _STARTING:
            if forkserver.get_inherited_fds() is not None:
                return
            before = os.environ.get("PYTHONPATH")
            os.environ["PYTHONPATH"] = os.pathsep.join([str(_HERE), str(_HERE.parents[1])])
            try:
                _start_server()
            finally:
                os.environ.pop("PYTHONPATH", None)
                if before is not None:
                    os.environ["PYTHONPATH"] = before

    class _Process(context.ForkServerProcess):
        """A forked process with the environment of its parent, in place of that of the server."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self._variables = dict(os.environ)

        def run(self) -> None:
            os.environ.clear()
            os.environ.update(self._variables)
            super().run()

    class _Forking(context.ForkServerContext):
        Process = _Process

    _SERVER.ensure_running = _have_server
    _SERVER.set_forkserver_preload(["forked", "held_ready"])
    _CONTEXTS["spawn"] = _Forking()


@contextmanager
def spawned() -> Iterator[None]:
    """Processes are spawned meanwhile, as the program does it."""
    forking, _CONTEXTS["spawn"] = _CONTEXTS["spawn"], _SPAWNING
    try:
        yield
    finally:
        _CONTEXTS["spawn"] = forking
