"""The import process: reads what waits into the library, keeps the index and the topic views up with it, tells of it.

It leaves when its parent is gone. Killed at any moment it leaves a library and an index that open; since what is to do
is always "what waits, and library minus index", the next one goes on where it stopped. One at a time works on a
library.
"""

from __future__ import annotations

import logging
import logging.handlers
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from index.events import AlreadyThere, DocumentAdded, DocumentFailed, Event, Finished, Progress
from index.in_order import in_order
from index.indexing import Indexing
from index.locking import alone
from index.recognising import Recognising
from reader.errors import FileChanged, NotFound, UserError
from reader.guess import guess_fields
from reader.home import Home
from reader.identity import document_id
from reader.library.library import Library
from reader.library.records import Document, QueuedFile
from reader.lifeline import leave_with_parent
from reader.limits import Limits, give_way
from reader.model import Manifesto
from reader.passwords import Passwords
from reader.pool import Pool

# The shortest time between two reports of progress, in seconds.
_INTERVAL = 0.1
_WORKERS = 2
# A page of small print on a busy machine takes OCR longer than any other page takes any other reader.
_OCR = Limits(seconds=300.0)
# How many manifestos that have been read may wait for one before them, so that they are kept in the order of adding.
_HELD_BACK = 12

_log = logging.getLogger(__name__)


def run(pipe: Connection, home: Home, topic_folders: Sequence[Path], passwords: Passwords) -> None:
    """Do all there is to do and tell of it through the pipe.

    Passwords that come through the pipe take the place of those before; any other word ends it early.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches all processes; the parent decides
    leave_with_parent()
    give_way()
    teller = _Teller(pipe, passwords)
    threading.Thread(target=teller.listen, name="import-listener", daemon=True).start()
    with _Logged(home):
        try:
            with Library.open(home, durable=False) as library, alone(home, teller.cancelled.is_set) as may:
                if may:
                    with Indexing(home, topic_folders, teller) as indexing:
                        _Import(library, teller, indexing).run()
        except UserError as error:
            teller.tell(DocumentFailed(str(home.library), error.code, error.problem, error.advice))
        teller.tell(Finished(teller.added, teller.failed))


class _Logged:
    """Writes the log of this process; what ends it without being anybody's doing but ours goes there."""

    def __init__(self, home: Home) -> None:
        self._folder = home.logs

    def __enter__(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            self._folder / "import.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, BrokenPipeError):
            raise SystemExit(1) from error  # nobody listens any more
        if isinstance(error, Exception):
            _log.critical("the import process met a bug", exc_info=error)
            raise SystemExit(1) from error


class _Teller:
    """Sends events, keeps count of what is done, and hears passwords, and when it is enough. For all threads."""

    def __init__(self, pipe: Connection, passwords: Passwords) -> None:
        self._pipe = pipe
        self._passwords = passwords
        self._sending = threading.Lock()
        self._last = 0.0
        self._done = 0
        self._total = 0
        self.cancelled = threading.Event()
        self.added = 0
        self.failed = 0

    def listen(self) -> None:
        """Wait for the word to stop, and take passwords until then. For a thread of its own."""
        try:
            while isinstance(word := self._pipe.recv(), Passwords):
                self._passwords = word
        except (EOFError, OSError):
            return
        self.cancelled.set()

    def passwords(self) -> Passwords:
        """Those that are known now."""
        return self._passwords

    def tell(self, event: Event) -> None:
        with self._sending:
            self.added += isinstance(event, DocumentAdded)
            self.failed += isinstance(event, DocumentFailed)
            self._pipe.send(event)

    def expect(self, things: int) -> None:
        """So many more files are to be read, or documents to be indexed."""
        self._total += things

    def indexed(self, documents: int) -> None:
        self.done(documents)

    def done(self, things: int = 1) -> None:
        """So many of those are done."""
        self._done += things
        self.progress(important=self._done == self._total)

    def recognising(self, file: str, page: int, pages: int) -> None:
        """Tell which page of a file is being read by OCR."""
        self.tell(Progress(self._done, self._total, file, page, pages, by_ocr=True))

    def progress(self, file: str = "", page: int = 0, pages: int = 0, *, important: bool = False) -> None:
        """Tell how far it is, unless that was told just now."""
        moment = time.monotonic()
        if important or moment - self._last >= _INTERVAL:
            self._last = moment
            self.tell(Progress(self._done, self._total, file, page, pages))


class _Import:
    """One run over a library that no other process imports into."""

    def __init__(self, library: Library, teller: _Teller, indexing: Indexing) -> None:
        self._library = library
        self._teller = teller
        self._indexing = indexing
        self._seen: set[str] = set()
        self._files: dict[Path, QueuedFile] = {}
        self._asked: list[Path] = []
        self._expected = 0

    def run(self) -> None:
        """Read and index all that waits, and what comes to wait meanwhile.

        Raises UserError where the library or the index cannot be written.
        """
        recognising = Recognising(self._library, self._indexing, self._teller.recognising, self._teller.passwords)
        with Pool(_WORKERS) as pool, Pool(_WORKERS, limits=_OCR) as ocr:
            while not self._ended():
                if waiting := self._waiting():
                    self._read(waiting, pool)
                    continue
                # What has been added meanwhile goes first: it can be read at once.
                recognising.run(ocr, self._ended, lambda: bool(self._waiting()))
                if not self._waiting():
                    break
            self._indexing.finish()

    def _read(self, waiting: Sequence[QueuedFile], pool: Pool) -> None:
        self._expect(waiting)
        # Files with the same content are read once: the second is there already when its turn comes.
        reading: set[str] = set()
        self._asked = []
        finished = pool.read_all(
            self._unread(waiting, reading),
            on_page=self._tell_page,
            cancelled=self._ended,
            passwords=self._teller.passwords,
        )
        for path, outcome in in_order(finished, self._asked, _HELD_BACK):
            self._keep(path, outcome)

    def _expect(self, waiting: Sequence[QueuedFile]) -> None:
        """Count what waits, but for twins of files that were counted before."""
        self._teller.expect(len(self._seen) + len(waiting) - self._expected)
        self._expected = len(self._seen) + len(waiting)

    def _ended(self) -> bool:
        if self._teller.cancelled.is_set():
            self._indexing.cancel()
        return self._teller.cancelled.is_set() or self._indexing.failed

    def _waiting(self) -> list[QueuedFile]:
        return [file for file in self._library.waiting() if file.path not in self._seen]

    def _unread(self, waiting: Sequence[QueuedFile], reading: set[str]) -> Iterator[Path]:
        """The files to be read, as they are asked for; of those that are known, it is told at once."""
        for file in waiting:
            path = Path(file.path)
            document = _identity(path)
            if document and document in reading:
                continue
            self._seen.add(file.path)
            known = self._library.known(document) if document else None
            if known is None:
                reading.add(document)
                self._files[path] = file
                self._asked.append(path)
                self._tell_page(path, 0, 0)
                yield path
                continue
            self._welcome_back(file, known)

    def _welcome_back(self, file: QueuedFile, known: Document) -> None:
        if known.removed:
            self._library.restore(known.id)
            self._indexing.add(known, file.path)
        else:
            self._teller.tell(AlreadyThere(file.path, known.id, known.title))
        self._library.dequeue(file.path)
        self._teller.done()

    def _keep(self, path: Path, outcome: Manifesto | UserError) -> None:
        if isinstance(outcome, UserError):
            self._fail(path, outcome)
        else:
            try:
                fields = guess_fields(path, outcome)
                document = self._library.store(path, outcome, fields, sample=self._files[path].sample)
            except (FileChanged, NotFound) as error:
                self._fail(path, error)
            else:
                self._indexing.add(document, str(path))
        self._teller.done()

    def _fail(self, path: Path, error: UserError) -> None:
        self._library.fail(path, error)
        self._teller.tell(DocumentFailed(str(path), error.code, error.problem, error.advice))

    def _tell_page(self, path: Path, page: int, pages: int) -> None:
        self._teller.progress(path.name, page, pages)


def _identity(path: Path) -> str:
    """The id that the file's document has or will have; "" where it cannot be read, which its reader will explain."""
    try:
        return document_id(path)
    except OSError:
        return ""
