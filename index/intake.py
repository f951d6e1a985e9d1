"""Takes the files that wait into the library, and hands the documents on to be indexed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.events import AlreadyThere, DocumentFailed
from index.highlighting import Highlighting
from index.in_order import in_order
from index.indexing import Indexing
from index.recognising import Recognising
from index.rereading import Rereading
from index.teller import Teller
from reader.errors import FileChanged, NotFound, UserError
from reader.facts import Facts, facts
from reader.facts_file import OWN_FILE, PartiesInvalid
from reader.guess import guess_fields
from reader.identity import document_id
from reader.library.library import Library
from reader.library.records import Document, QueuedFile
from reader.model import Manifesto
from reader.pool import Pool

# How many manifestos that have been read may wait for one before them, so that they are kept in the order of adding.
_HELD_BACK = 12


def take_in(library: Library, pool: Pool, ocr: Pool | None, teller: Teller, topic_folders: Sequence[Path]) -> None:
    """Read and index all that waits, and what comes to wait meanwhile.

    Then what older rules read is read again, and, with workers for it, what is left for OCR.
    No other process may do so for this library. Raises UserError where the library or the index cannot be written.
    """
    with Indexing(library.home, topic_folders, teller) as indexing:
        highlighting = Highlighting(library, pool, teller)
        intake = _Intake(library, pool, teller, indexing, highlighting)
        rereading = Rereading(library, indexing, teller)
        recognising = Recognising(library, indexing, teller.recognising, teller.passwords)
        intake.run()
        # What is added meanwhile goes first: it can be read at once.
        while (
            rereading.run(pool, intake.ended, intake.is_waiting)
            or highlighting.run(intake.ended, intake.is_waiting)
            or (ocr is not None and recognising.run(ocr, intake.ended, intake.is_waiting))
        ):
            intake.run()
        indexing.finish()


class _Intake:
    """One run over the files that wait."""

    def __init__(
        self, library: Library, pool: Pool, teller: Teller, indexing: Indexing, highlighting: Highlighting
    ) -> None:
        self._library = library
        self._pool = pool
        self._teller = teller
        self._indexing = indexing
        self._highlighting = highlighting
        self._seen: set[str] = set()
        self._files: dict[Path, QueuedFile] = {}
        self._asked: list[Path] = []
        self._expected = 0
        self._known = self._facts()

    def run(self) -> None:
        """Read all that waits."""
        while not self.ended() and (waiting := self._waiting()):
            self._expect(waiting)
            # Files with the same content are read once: the second is there already when its turn comes.
            reading: set[str] = set()
            self._asked = []
            finished = self._pool.read_all(
                self._unread(waiting, reading),
                on_page=self._tell_page,
                cancelled=self.ended,
                passwords=self._teller.passwords,
            )
            for path, outcome in in_order(finished, self._asked, _HELD_BACK):
                self._keep(path, outcome)

    def _facts(self) -> Facts:
        """What is known of parties; of a file of the user's that cannot be used, it is told."""
        settings = self._library.home.settings
        try:
            return facts(settings)
        except PartiesInvalid as error:
            path = str(settings / OWN_FILE)
            self._teller.tell(DocumentFailed(path, error.code, error.problem, error.advice, listed=False))
            return facts()

    def _expect(self, waiting: Sequence[QueuedFile]) -> None:
        """Count what waits, but for twins of files that were counted before."""
        self._teller.expect(len(self._seen) + len(waiting) - self._expected)
        self._expected = len(self._seen) + len(waiting)

    def ended(self) -> bool:
        """Whether it is enough: somebody said so, or nothing can be indexed."""
        if self._teller.cancelled.is_set():
            self._indexing.cancel()
        return self._teller.cancelled.is_set() or self._indexing.failed

    def is_waiting(self) -> bool:
        """Whether files have come that were not looked at yet."""
        return bool(self._waiting())

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
            if known is None or not self._library.is_whole(known.id):
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
        elif self._highlighting.take_copy(path, outcome, self.ended):
            self._library.dequeue(path)
        else:
            try:
                fields = guess_fields(path, outcome, self._known)
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
    except (OSError, UserError):
        return ""
