"""The import process: reads what waits into the library, keeps the index and the topic views up with it, tells of it.

It leaves when its parent is gone. Killed at any moment it leaves a library and an index that open; since what is to do
is always "what waits, and library minus index", the next one goes on where it stopped. One at a time works on a
library.
"""

from __future__ import annotations

import logging
import signal
import sqlite3
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from index.events import Finished
from index.locking import alone
from index.teller import Teller
from reader.errors import UserError
from reader.full_disk import in_words
from reader.home import Home
from reader.library.library import Library
from reader.lifeline import leave_with_parent
from reader.limits import OCR, give_way
from reader.logs import LogFile
from reader.passwords import Passwords
from reader.pool import Pool

_WORKERS = 2

_log = logging.getLogger(__name__)


def run(
    pipe: Connection, home: Home, topic_folders: Sequence[Path], passwords: Passwords, *, by_ocr: bool = True
) -> None:
    """Do all there is to do, or all but OCR, and tell of it through the pipe.

    What keeps it from going on and is nobody's bug is told at the end. Passwords that come through the pipe take the
    place of those before; any other word ends it early.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches all processes; the parent decides
    leave_with_parent()
    give_way()
    teller = Teller(pipe, passwords)
    threading.Thread(target=teller.listen, name="import-listener", daemon=True).start()
    with _Logged(home):
        try:
            with Library.open(home, durable=False) as library, alone(home, teller.cancelled.is_set) as may:
                if may:
                    _take_in(library, teller, topic_folders, by_ocr=by_ocr)
                else:
                    teller.tell(Finished(0, 0))
        except (UserError, OSError, sqlite3.Error) as error:
            stopped = in_words(error)
            if stopped is None:
                raise
            _log.warning("stopped: %s", stopped)
            teller.tell(Finished(teller.added, teller.failed, stopped))


def _take_in(library: Library, teller: Teller, topic_folders: Sequence[Path], *, by_ocr: bool) -> None:
    with Pool(_WORKERS, early=bool(library.waiting())) as pool, Pool(_WORKERS, limits=OCR) as ocr:
        from index.intake import take_in  # loaded while the workers start

        take_in(library, pool, ocr if by_ocr else None, teller, topic_folders)
        # Nobody waits for the workers to leave.
        teller.tell(Finished(teller.added, teller.failed))


class _Logged:
    """Writes the log of this process; what ends it without being anybody's doing but ours goes there."""

    def __init__(self, home: Home) -> None:
        self._folder = home.logs

    def __enter__(self) -> None:
        handler = LogFile(self._folder / "import.log", most=1_000_000, former=2, spare=logging.StreamHandler())
        logging.getLogger().addHandler(handler)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, BrokenPipeError):
            raise SystemExit(1) from error  # nobody listens any more
        if isinstance(error, Exception):
            _log.critical("the import process met a bug", exc_info=error)
            raise SystemExit(1) from error
