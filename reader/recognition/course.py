"""The course that OCR takes through one file: which page comes next, with which language data, and what has been seen.

Nobody knows the language of a scan before it is read. So its first pages are tried with the data for English, which
tells most languages in Latin letters apart well enough; once enough words have been seen in another language whose
data is on the machine, that is used, and the pages before are seen again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.errors import Encrypted, UserError
from reader.recognition.data import best_data
from reader.recognition.pages import RecognisedPage, RecognisePage, language_seen

_log = logging.getLogger(__name__)


class Course:
    """OCR of one file, page by page. `unread` are the pages (1-based) that wait for it, `seen` those it has seen.

    `language` (ISO 639-1) is what a person said or readable pages tell; None where only OCR can tell.
    """

    def __init__(
        self, path: Path, unread: Iterable[int], seen: Iterable[RecognisedPage] = (), language: str | None = None
    ) -> None:
        self._path = path
        self._unread = set(unread)
        self._seen = {page.number: page for page in seen}
        self._language = language
        self._tried: set[tuple[int, str]] = set()

    @property
    def pages(self) -> tuple[RecognisedPage, ...]:
        """What has been seen, in the order of pages."""
        return tuple(self._seen[number] for number in sorted(self._seen))

    @property
    def place(self) -> tuple[int, int]:
        """Which of the pages for OCR is at hand (from 1), and how many there are."""
        every = len(self._unread | self._seen.keys())
        return min(len(self._seen) + 1, every), every

    def next(self) -> RecognisePage | None:
        """The next page that was not tried with the data that is right as far as is known; None where none is left."""
        data = self._data()
        other = {page.number for page in self._seen.values() if page.data not in ("", data)}
        left = [number for number in (self._unread - self._seen.keys()) | other if (number, data) not in self._tried]
        return RecognisePage(self._path, min(left), data) if left else None

    def tasks(self) -> Iterator[RecognisePage]:
        """The pages one after another, each decided on when it is asked for."""
        while (page := self.next()) is not None:
            self._tried.add((page.page, page.data))
            yield page

    def take(self, task: RecognisePage, outcome: RecognisedPage | UserError) -> RecognisedPage | None:
        """What is to be kept of a page that was tried: what was seen, or that it cannot be; None where nothing is."""
        if isinstance(outcome, UserError):
            _log.warning("page %d of %s was not recognised: %s", task.page, task.path.name, outcome)
            # A password that nobody has given yet may be given another time.
            if isinstance(outcome, Encrypted) or task.page in self._seen:
                return None
            outcome = RecognisedPage(task.page, "")
        # Two workers read at a time: a page begun with other data may come in after the better one.
        before = self._seen.get(task.page)
        if before and before.data == self._data() != outcome.data:
            return None
        self._seen[task.page] = outcome
        return outcome

    def _data(self) -> str:
        """The name of the language data that is right as far as is known."""
        return best_data(self._language or language_seen(self._seen.values()) or "en")
