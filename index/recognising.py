"""The second pass of an import: pages that are pictures go through OCR, then their documents are read again.

What is to do is always asked of the library, so a run that was killed has lost at most the pages it was at.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace

from index.indexing import Indexing
from reader.errors import Encrypted, UserError
from reader.guess import guess_fields
from reader.library.library import Library
from reader.library.records import Document
from reader.passwords import Passwords
from reader.pool import Pool
from reader.recognition.data import best_data
from reader.recognition.notes import notes_on_language
from reader.recognition.pages import ReadAgain, RecognisedPage, RecognisePage, language_seen
from reader.recognition.waiting import unrecognised

# Told of a document by its file name, which of its pages is being read and how many are to be.
OnPage = Callable[[str, int, int], None]

_log = logging.getLogger(__name__)


class Recognising:
    """Recognises pages and reads documents again, until nothing is left or something else is more urgent."""

    def __init__(
        self, library: Library, indexing: Indexing, on_page: OnPage, passwords: Callable[[], Passwords]
    ) -> None:
        self._library = library
        self._indexing = indexing
        self._on_page = on_page
        self._passwords = passwords
        # In one run each page is tried once with the same data, and a document read once with the same pages.
        self._tried: set[tuple[str, int, str]] = set()
        self._read: set[tuple[str, tuple[RecognisedPage, ...]]] = set()

    def run(self, pool: Pool, ended: Callable[[], bool], urgent: Callable[[], bool]) -> bool:
        """Work until all is done, or `ended` says so, or `urgent` does: then the pages begun are still kept.

        Whether it stopped for something urgent.
        """
        while not ended() and not urgent() and (document := self._next()) is not None:
            self._recognise(document, pool, ended, urgent)
            if not ended() and self._next_page(document) is None:
                self._read_again(document, pool, ended)
        return not ended() and urgent()

    def _next(self) -> Document | None:
        left = (document for document in unrecognised(self._library) if self._is_left(document))
        return next(left, None)

    def _is_left(self, document: Document) -> bool:
        return self._next_page(document) is not None or self._reading(document) not in self._read

    def _reading(self, document: Document) -> tuple[str, tuple[RecognisedPage, ...]]:
        return document.id, tuple(self._library.recognised(document.id))

    def _recognise(self, document: Document, pool: Pool, ended: Callable[[], bool], urgent: Callable[[], bool]) -> None:
        self._tell(document)

        def wanted() -> Iterator[RecognisePage]:
            while not urgent() and (page := self._next_page(document)) is not None:
                self._tried.add((document.id, page.page, page.data))
                yield page

        for job, outcome in pool.recognise(wanted(), cancelled=ended, passwords=self._passwords):
            if not isinstance(outcome, UserError):
                self._library.keep_recognised(document.id, outcome)
            else:
                _log.warning("page %d of %s was not recognised: %s", job.page, document.file_name, outcome)
                # A password that nobody has given yet may be given another time.
                if not isinstance(outcome, Encrypted) and job.page in self._library.recognition().unseen.get(
                    document.id, ()
                ):
                    self._library.keep_recognised(document.id, RecognisedPage(job.page, ""))
            self._tell(document)

    def _tell(self, document: Document) -> None:
        state = self._library.recognition()
        done, left = len(state.data.get(document.id, {})), len(state.unseen.get(document.id, []))
        self._on_page(document.file_name, min(done + 1, done + left), done + left)

    def _next_page(self, document: Document) -> RecognisePage | None:
        """The next page that was not tried in the language that is known by now."""
        state = self._library.recognition()
        unseen, seen = state.unseen.get(document.id, []), state.data.get(document.id, {})
        data = best_data(self._language(document))
        pages = sorted({*unseen, *(number for number, used in seen.items() if used not in ("", data))})
        pages = [number for number in pages if (document.id, number, data) not in self._tried]
        if not pages:
            return None
        return RecognisePage(self._library.original(document.id), pages[0], data)

    def _language(self, document: Document) -> str:
        """What a person said or readable pages tell, else what the pages seen so far tell, else English."""
        known = self._library.document(document.id) or document
        if "language" in known.confirmed or known.readable_pages:
            return known.language
        return language_seen(self._library.recognised(document.id)) or "en"

    def _read_again(self, document: Document, pool: Pool, ended: Callable[[], bool]) -> None:
        reading = self._reading(document)
        pages = reading[1]
        task = ReadAgain(self._library.original(document.id), pages)
        outcome = pool.read_again(task, cancelled=ended, passwords=self._passwords)
        if outcome is None:
            return
        self._read.add(reading)
        if isinstance(outcome, UserError):
            _log.warning("%s was not read again: %s", document.file_name, outcome)
            if not isinstance(outcome, Encrypted):
                self._library.mark_used(document.id, pages)
            return
        language = document.language if "language" in document.confirmed else outcome.language
        manifesto = replace(outcome, notes=(*outcome.notes, *notes_on_language(language, pages)))
        # The name that it came by speaks for it, not that of the copy; where it came from is known already.
        fields = guess_fields(self._library.home.originals / document.file_name, manifesto)
        stored = self._library.store_again(document.id, manifesto, fields)
        if stored is not None:
            self._indexing.again(stored, pages)
