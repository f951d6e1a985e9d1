"""Where commands log what went wrong and is nobody's doing but ours: a file, so that no traceback meets people."""

from __future__ import annotations

import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MOST = 1_000_000  # bytes


class _OnDemand(logging.Handler):
    """Makes the file, and its folder, with the first record."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = logging.handlers.RotatingFileHandler(
                    self._path, maxBytes=_MOST, backupCount=1, encoding="utf-8"
                )
            except OSError:
                # A disk that cannot be written has a sentence of its own elsewhere.
                self._file = logging.NullHandler()
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


@contextmanager
def logged(folder: Path) -> Iterator[None]:
    """Log to a file in `folder` meanwhile; it is made only where there is something to log."""
    handler = _OnDemand(folder / "command-line.log")
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
