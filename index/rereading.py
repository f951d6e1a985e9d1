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
from reader.library.records import FIELDS, Document
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
                task = reading_again(self._library, document)
                if task is None:
                    self._teller.done()
                else:
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


def original_of(library: Library, document: Document) -> Path | None:
    """The stored file of a document; None where it is gone, which the log says: it may come back another time."""
    try:
        return library.original(document.id)
    except NotFound as error:
        _log.warning("%s is left as it is: %s", document.file_name, error)
        return None


def reading_again(library: Library, document: Document) -> ReadAgain | None:
    """What is to be done to read a document with the pages that OCR saw; None where its file is gone."""
    original = original_of(library, document)
    return None if original is None else ReadAgain(original, tuple(library.recognised(document.id)))


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
    # A person may have said something of it while it was being read.
    document = library.document(document.id) or document
    confirmed = {name: getattr(document, name) for name in FIELDS if name in document.confirmed}
    language = confirmed.get("language", outcome.language)
    # The name that it came by speaks for it, not that of the copy; where it came from is known already.
    named = Path(document.file_name)
    title = named.stem if outcome.title == document.id else outcome.title
    manifesto = replace(outcome, title=title, notes=(*outcome.notes, *notes_on_language(language, pages)))
    known = usable_facts(library.home.settings)
    fields = guess_fields(library.home.originals / named, manifesto, known, confirmed)
    stored = library.store_again(document.id, manifesto, fields)
    if stored is not None:
        indexing.again(stored, pages)
