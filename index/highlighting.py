"""Looks through PDF files for what people marked in them with other programs, and keeps it to be offered.

Each file is looked through once, apart from its reading, so that the documents of older libraries have their turn too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from index.events import AlreadyThere, HighlightsFound
from index.rereading import original_of
from index.teller import Teller
from reader.errors import UserError
from reader.highlights.placing import placed
from reader.highlights.values import HighlightsRead, ReadHighlights
from reader.identity import document_id
from reader.library import highlights
from reader.library.highlight_edits import described
from reader.library.highlights import FoundHighlight
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Manifesto
from reader.pool import Pool
from reader.words import words_in

_log = logging.getLogger(__name__)


class Highlighting:
    """What is to do is asked of the library, so a run that was killed is taken up by the next one."""

    def __init__(self, library: Library, pool: Pool, teller: Teller) -> None:
        self._library = library
        self._pool = pool
        self._teller = teller
        self._tried: set[str] = set()

    def run(self, ended: Callable[[], bool], urgent: Callable[[], bool]) -> bool:
        """Look through all that was not, or until `ended` or `urgent` says so; whether it stopped for that."""
        asked: dict[Path, Document] = {}

        def wanted() -> Iterator[ReadHighlights]:
            for name in self._library.read(highlights.unread):
                if urgent():
                    return
                document = self._library.document(name)
                if name in self._tried or document is None:
                    continue
                self._tried.add(name)
                if (original := original_of(self._library, document)) is None:
                    self._library.keep_highlights(name, name, [])
                    continue
                asked[original] = document
                yield ReadHighlights(original)

        for task, outcome in self._found(wanted(), ended):
            document = asked[task.path]
            if isinstance(outcome, UserError):
                _log.warning("%s was not looked through for highlights: %s", document.file_name, outcome)
                self._library.keep_highlights(document.id, document.id, [])  # so that it is not tried at each start
            elif found := self._keep(document.id, document.id, outcome):
                self._teller.tell(HighlightsFound(document.id, document.called, described(found)))
        return not ended() and urgent()

    def take_copy(self, path: Path, manifesto: Manifesto, ended: Callable[[], bool]) -> bool:
        """Whether the file is another copy of a manifesto that is here, with highlights, which are kept and told of.

        Where it has none, it is not for here to judge which of the two is wanted.
        """
        if not any(page.has_picture for page in manifesto.pages):
            return False
        texts, words = [block.text for block in manifesto.blocks], words_in(manifesto.blocks)
        name = self._library.read(lambda connection: highlights.same_text(connection, texts, words))
        document = self._library.document(name) if name else None
        if document is None:
            return False
        try:
            source = document_id(path)
        except (OSError, UserError):  # reading it again will say why
            return False
        if source == document.id:
            return False
        for _, outcome in self._found(iter([ReadHighlights(path)]), ended):
            if not isinstance(outcome, UserError) and (found := self._keep(source, document.id, outcome)):
                self._teller.tell(AlreadyThere(str(path), document.id, document.title))
                self._teller.tell(HighlightsFound(document.id, document.called, described(found), of_copy=True))
                return True
        return False

    def _found(
        self, files: Iterator[ReadHighlights], ended: Callable[[], bool]
    ) -> Iterator[tuple[ReadHighlights, HighlightsRead | UserError]]:
        return self._pool.highlights(files, cancelled=ended, passwords=self._teller.passwords)

    def _keep(self, source: str, document: str, read: HighlightsRead) -> list[FoundHighlight]:
        if not read.highlights and source != document:
            return []
        blocks = self._library.blocks(document)
        return self._library.keep_highlights(source, document, placed(read, blocks))
