"""Keeps the terminal to our own sentences: what libraries print goes to the log, theirs in child processes too."""

from __future__ import annotations

import io
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from ui.cli.log import logged

_MOST = 100_000  # bytes of it that are logged

_log = logging.getLogger(__name__)


@contextmanager
def kept_from_terminal(logs: Path) -> Iterator[None]:
    """Meanwhile only what we print goes where the program was told to write; Python's warnings are logged.

    The descriptors 1 and 2, which C libraries write to and child processes inherit, lead to a file that is logged in
    `logs` at the end if there is anything in it. Streams that are not the process's own (in tests) stay as they are.
    """
    logging.captureWarnings(True)
    noise = _somewhere()
    try:
        with ExitStack() as apart:
            for name, descriptor in (("stdout", 1), ("stderr", 2)):
                apart.enter_context(_apart(name, descriptor, noise))
            yield
    finally:
        logging.captureWarnings(False)
        _keep(noise, logs)
        noise.close()


def _somewhere() -> IO[bytes]:
    try:
        return tempfile.TemporaryFile()
    except OSError:  # a full disk has a sentence of its own elsewhere
        return open(os.devnull, "r+b", buffering=0)  # noqa: PTH123  # no path but a device


@contextmanager
def _apart(name: str, descriptor: int, noise: IO[bytes]) -> Iterator[None]:
    stream = getattr(sys, name)
    if not isinstance(stream, io.TextIOWrapper) or _descriptor(stream) != descriptor:
        yield
        return
    stream.flush()
    told, kept = os.dup(descriptor), os.dup(descriptor)
    os.dup2(noise.fileno(), descriptor)
    own = io.TextIOWrapper(
        os.fdopen(told, "wb"),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=stream.line_buffering,
    )
    setattr(sys, name, own)
    try:
        yield
    finally:
        setattr(sys, name, stream)
        with suppress(OSError):  # whoever printed has been told
            own.close()
        os.dup2(kept, descriptor)
        os.close(kept)


def _descriptor(stream: io.TextIOWrapper) -> int | None:
    try:
        return stream.fileno()
    except (OSError, ValueError):
        return None


def _keep(noise: IO[bytes], logs: Path) -> None:
    with suppress(OSError):
        noise.seek(0)
        if said := noise.read(_MOST).decode("utf-8", "replace").strip():
            with logged(logs):
                _log.warning("printed by libraries:\n%s", said)
