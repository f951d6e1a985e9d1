"""Reads the pages of a file that are pictures by OCR in one go, for those who keep nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.errors import UserError
from reader.model import Manifesto
from reader.passwords import Passwords
from reader.pool import Pool
from reader.recognition.course import Course
from reader.recognition.notes import notes_on_language
from reader.recognition.pages import ReadAgain


def with_pictures_read(
    pool: Pool,
    path: Path,
    manifesto: Manifesto,
    on_page: Callable[[Path, int, int], None],
    passwords: Callable[[], Passwords] = Passwords,
) -> Manifesto | UserError:
    """The manifesto in the file with what OCR sees on the pages that could not be read; itself where there are none.

    `on_page(path, page, pages)` is told which of those pages is being read and how many there are.
    """
    readable = [page for page in manifesto.pages if page.readable]
    unread = [page.number for page in manifesto.pages if not page.readable]
    if not unread:
        return manifesto
    course = Course(path, unread, language=manifesto.language if readable else None)
    on_page(path, *course.place)
    # What the last pages show may make all pages be seen again, in their language.
    while course.next() is not None:
        for task, outcome in pool.recognise(course.tasks(), passwords=passwords):
            course.take(task, outcome)
            on_page(path, *course.place)
    seen = pool.read_again(ReadAgain(path, course.pages), passwords=passwords)
    if not isinstance(seen, Manifesto):
        return seen or manifesto
    return replace(seen, notes=(*seen.notes, *notes_on_language(seen.language, course.pages)))
