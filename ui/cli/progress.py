"""How far long work has come, as one line of stderr that rewrites itself; silent where stderr is not a terminal."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import TracebackType

from ui.cli import output

_INTERVAL = 0.2  # seconds between two drawings


class Progress:
    """Counts files of `total`, and the pages of the one being read. Use as a context manager: it clears its line."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._shown = 0.0
        # A frozen program without a console has no stderr.
        self._terminal = bool(sys.stderr and sys.stderr.isatty())

    def page(self, path: Path | str, page: int, pages: int) -> None:
        """So many pages of this file are read."""
        where = f", page {page} of {pages}" if pages else ""
        self._draw(f"{self._done} of {self._total} read; {Path(path).name}{where}")

    def by_ocr(self, path: Path | str, page: int, pages: int) -> None:
        """This page of those of the file that are pictures is being read by OCR."""
        self._draw(f"Reading page {page} of {pages} of {Path(path).name} by OCR")

    def file_done(self, done: int | None = None, total: int | None = None) -> None:
        """One more file is done, or so many of so many."""
        self._done = self._done + 1 if done is None else done
        self._total = self._total if total is None else total
        self._draw(f"{self._done} of {self._total} read")

    def say(self, sentence: str) -> None:
        """Print a line of output above the progress."""
        self.clear()
        output.say(sentence)
        print(end="", flush=True)

    def clear(self) -> None:
        if self._terminal and self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._shown = 0.0

    def _draw(self, text: str) -> None:
        now = time.monotonic()
        if self._terminal and now - self._shown >= _INTERVAL:
            self._shown = now
            print(f"\r\033[K{output.shown(text[:100])}", end="", file=sys.stderr, flush=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()
