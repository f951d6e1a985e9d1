"""The second pass of an import: pages that are pictures go through OCR, then their documents are read again.

What is to do is always asked of the library, so a run that was killed has lost at most the pages it was at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from index.indexing import Indexing
from index.rereading import keep_again, original_of, reading_again
from reader.library.library import Library
from reader.library.records import Document
from reader.passwords import Passwords
from reader.pool import Pool
from reader.recognition.course import Course
from reader.recognition.pages import RecognisePage
from reader.recognition.waiting import unrecognised

# Told of a document by its file name, which of its pages is being read and how many are to be.
OnPage = Callable[[str, int, int], None]
# The pages that OCR has seen, each with the name of the language data that it was seen with.
_Seen: TypeAlias = frozenset[tuple[int, str]]


class Recognising:
    """Recognises pages and reads documents again, until nothing is left or something else is more urgent."""

    def __init__(
        self, library: Library, indexing: Indexing, on_page: OnPage, passwords: Callable[[], Passwords]
    ) -> None:
        self._library = library
        self._indexing = indexing
        self._on_page = on_page
        self._passwords = passwords
        # In one run each page is tried once with the same data, a document read once with the same pages, and one whose
        # file is gone (no course) left out.
        self._courses: dict[str, Course | None] = {}
        self._read: set[tuple[str, _Seen]] = set()

    def run(self, pool: Pool, ended: Callable[[], bool], urgent: Callable[[], bool]) -> bool:
        """Work until all is done, or `ended` says so, or `urgent` does: then the pages begun are still kept.

        Whether it stopped for something urgent.
        """
        while not ended() and not urgent() and (found := self._next()) is not None:
            document, course = found
            self._recognise(document, course, pool, ended, urgent)
            if not ended() and course.next() is None:
                self._read_again(document, pool, ended)
        return not ended() and urgent()

    def _next(self) -> tuple[Document, Course] | None:
        """The next document with something left to do, and its course."""
        seen = self._library.recognition().data
        for document in unrecognised(self._library):
            course = self._course(document)
            reading = document.id, frozenset(seen.get(document.id, {}).items())
            if course is not None and (course.next() is not None or reading not in self._read):
                return document, course
        return None

    def _course(self, document: Document) -> Course | None:
        if document.id not in self._courses:
            original = original_of(self._library, document)
            self._courses[document.id] = None if original is None else self._course_through(original, document)
        return self._courses[document.id]

    def _course_through(self, original: Path, document: Document) -> Course:
        unread = self._library.recognition().unseen.get(document.id, ())
        seen = self._library.recognised(document.id)
        known = "language" in document.confirmed or document.readable_pages
        return Course(original, unread, seen, document.language if known else None)

    def _recognise(
        self, document: Document, course: Course, pool: Pool, ended: Callable[[], bool], urgent: Callable[[], bool]
    ) -> None:
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
        task = reading_again(self._library, document)
        if task is None:
            self._courses[document.id] = None
            return
        outcome = pool.read_again(task, cancelled=ended, passwords=self._passwords)
        if outcome is not None:
            self._read.add((document.id, frozenset((page.number, page.data) for page in task.pages)))
            keep_again(self._library, self._indexing, document, task.pages, outcome)
