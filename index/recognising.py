"""The second pass of an import: pages that are pictures go through OCR, then their documents are read again.

What is to do is always asked of the library, so a run that was killed has lost at most the pages it was at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.indexing import Indexing
from index.rereading import keep_again
from reader.library.library import Library
from reader.library.records import Document
from reader.passwords import Passwords
from reader.pool import Pool
from reader.recognition.course import Course
from reader.recognition.pages import ReadAgain, RecognisedPage, RecognisePage
from reader.recognition.waiting import unrecognised

# Told of a document by its file name, which of its pages is being read and how many are to be.
OnPage = Callable[[str, int, int], None]


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
        self._courses: dict[str, Course] = {}
        self._read: set[tuple[str, tuple[RecognisedPage, ...]]] = set()

    def run(self, pool: Pool, ended: Callable[[], bool], urgent: Callable[[], bool]) -> bool:
        """Work until all is done, or `ended` says so, or `urgent` does: then the pages begun are still kept.

        Whether it stopped for something urgent.
        """
        while not ended() and not urgent() and (document := self._next()) is not None:
            self._recognise(document, pool, ended, urgent)
            if not ended() and self._course(document).next() is None:
                self._read_again(document, pool, ended)
        return not ended() and urgent()

    def _next(self) -> Document | None:
        left = (document for document in unrecognised(self._library) if self._is_left(document))
        return next(left, None)

    def _is_left(self, document: Document) -> bool:
        return self._course(document).next() is not None or self._reading(document) not in self._read

    def _reading(self, document: Document) -> tuple[str, tuple[RecognisedPage, ...]]:
        return document.id, tuple(self._library.recognised(document.id))

    def _course(self, document: Document) -> Course:
        if document.id not in self._courses:
            unread = self._library.recognition().unseen.get(document.id, ())
            seen = self._library.recognised(document.id)
            known = "language" in document.confirmed or document.readable_pages
            language = document.language if known else None
            self._courses[document.id] = Course(self._library.original(document.id), unread, seen, language)
        return self._courses[document.id]

    def _recognise(self, document: Document, pool: Pool, ended: Callable[[], bool], urgent: Callable[[], bool]) -> None:
        course = self._course(document)
        self._on_page(document.file_name, *course.place)
        tasks = course.tasks()

        def wanted() -> Iterator[RecognisePage]:
            while not urgent() and (task := next(tasks, None)) is not None:
                yield task

        for task, outcome in pool.recognise(wanted(), cancelled=ended, passwords=self._passwords):
            page = course.take(task, outcome)
            if page is not None:
                self._library.keep_recognised(document.id, page)
            self._on_page(document.file_name, *course.place)

    def _read_again(self, document: Document, pool: Pool, ended: Callable[[], bool]) -> None:
        reading = self._reading(document)
        pages = reading[1]
        task = ReadAgain(self._library.original(document.id), pages)
        outcome = pool.read_again(task, cancelled=ended, passwords=self._passwords)
        if outcome is not None:
            self._read.add(reading)
            keep_again(self._library, self._indexing, document, pages, outcome)
