"""Where commands log what went wrong and is nobody's doing but ours: a file, so that no traceback meets people."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.logs import LogFile

_MOST = 1_000_000  # bytes


@contextmanager
def logged(folder: Path) -> Iterator[None]:
    """Log to a file in `folder` meanwhile; it is made only where there is something to log."""
    handler = LogFile(folder / "command-line.log", most=_MOST, former=1)
    handler.setLevel(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
