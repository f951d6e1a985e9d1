"""Reads documents again that were read by older rules, after everything new, and keeps what comes of another reading.

What is to do is always asked of the library: a document counts as read again once its new reading is in the index, so
a run that was killed is taken up by the next one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from index.indexing import Indexing
from index.teller import Teller
from reader.errors import Encrypted, NotFound, UserError
from reader.facts import usable_facts
from reader.guess import guess_fields
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Manifesto
from reader.pool import Pool
from reader.recognition.notes import notes_on_language
from reader.recognition.pages import ReadAgain, RecognisedPage

_log = logging.getLogger(__name__)


class Rereading:
    """Reads what is outdated, each document once in a run, until nothing is left or something else is more urgent."""

    def __init__(self, library: Library, indexing: Indexing, teller: Teller) -> None:
        self._library = library
        self._indexing = indexing
        self._teller = teller
        self._tried: set[str] = set()

    def run(self, pool: Pool, ended: Callable[[], bool], urgent: Callable[[], bool]) -> bool:
        """Work until all is done, or `ended` or `urgent` says so; whether it stopped for something urgent."""
        outdated = [document for document in self._library.outdated() if document.id not in self._tried]
        self._teller.expect(len(outdated))
        asked: dict[Path, Document] = {}

        def wanted() -> Iterator[ReadAgain]:
            for document in outdated:
                if urgent():
                    return
                self._tried.add(document.id)
                if task := self._task(document):
                    asked[task.path] = document
                    yield task

        def tell_page(path: Path, page: int, pages: int) -> None:
            self._teller.progress(asked[path].file_name, page, pages)

        again = pool.read_each_again(wanted(), on_page=tell_page, cancelled=ended, passwords=self._teller.passwords)
        for task, outcome in again:
            keep_again(self._library, self._indexing, asked[task.path], task.pages, outcome)
            self._teller.done()
        self._teller.expect(-sum(document.id not in self._tried for document in outdated))
        return not ended() and urgent()

    def _task(self, document: Document) -> ReadAgain | None:
        try:
            original = self._library.original(document.id)
        except NotFound as error:
            _log.warning("%s was not read again: %s", document.file_name, error)
            self._teller.done()
            return None
        return ReadAgain(original, tuple(self._library.recognised(document.id)))


def keep_again(
    library: Library,
    indexing: Indexing,
    document: Document,
    pages: Sequence[RecognisedPage],
    outcome: Manifesto | UserError,
) -> None:
    """Keep what came of reading a document again with these pages that OCR saw, and hand it on to be indexed.

    A reading that failed changes nothing and is not tried again by the same rules, but for want of a password.
    """
    if isinstance(outcome, UserError):
        _log.warning("%s was not read again: %s", document.file_name, outcome)
        if not isinstance(outcome, Encrypted):
            library.mark_used(document.id, pages)
        return
    language = document.language if "language" in document.confirmed else outcome.language
    # The name that it came by speaks for it, not that of the copy; where it came from is known already.
    named = Path(document.file_name)
    title = named.stem if outcome.title == document.id else outcome.title
    manifesto = replace(outcome, title=title, notes=(*outcome.notes, *notes_on_language(language, pages)))
    fields = guess_fields(library.home.originals / named, manifesto, usable_facts(library.home.settings))
    stored = library.store_again(document.id, manifesto, fields)
    if stored is not None:
        indexing.again(stored, pages)
