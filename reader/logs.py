"""The file that a process logs to, which may be on a disk that is full or may not be written."""

from __future__ import annotations

import io
import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORM = logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")


class LogFile(RotatingFileHandler):
    """Makes the file, and its folder, with the first record. What it cannot write goes to `spare`, if there is one.

    A log never gets in the way of what it logs.
    """

    def __init__(self, path: Path, *, most: int, former: int, spare: logging.Handler | None = None) -> None:
        """`most` bytes are in the file, and in each of so many `former` ones."""
        super().__init__(path, maxBytes=most, backupCount=former, encoding="utf-8", delay=True)
        self._spare = spare
        for handler in filter(None, (self, spare)):
            handler.setFormatter(_FORM)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        """Logging's own way is a traceback on the terminal."""
        if self._spare is not None:
            self._spare.handle(record)

    def close(self) -> None:
        with suppress(OSError):  # what waits to be written comes up once more
            super().close()

    def _open(self) -> io.TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()
