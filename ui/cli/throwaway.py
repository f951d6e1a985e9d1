"""Files read and evaluated in a home that is thrown away, so that looking at them adds nothing to a library."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from index.topics.model import Topic
from reader.errors import NotWritable
from reader.home import Home, home
from reader.library.library import Library
from reader.library.records import Document
from reader.passwords import Passwords
from ui.cli import output
from ui.cli.importing import import_waiting, topic_folders
from ui.cli.naming import as_given, failure
from ui.cli.progress import Progress
from ui.cli.viewing import Matches, usable_topics, views_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of the files: (path as given, document) in the order given, and entries for `errors`.

    The same file under two names is two entries of `files` with one document.
    """

    library: Library
    home: Home
    files: tuple[tuple[str, Document], ...]
    errors: list[output.Json]
    topics: list[Topic]

    def matches(self, topic: Topic) -> Matches:
        """The topic's view of each document, by its id."""
        return views_of(self.home, self.library, topic, self.documents)

    @property
    def documents(self) -> list[Document]:
        """The documents in the order given, each once."""
        return list({document.id: document for _path, document in self.files}.values())


def _folder() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="hustings-", ignore_cleanup_errors=True)
    except OSError as error:
        raise NotWritable(
            "There is no folder for temporary files in which anything can be written.",
            "Make room on its disk, or name another folder in the environment variable TMPDIR (on Windows: TEMP).",
        ) from error


@contextmanager
def read_apart(files: Sequence[Path], chosen: Home, passwords: Passwords) -> Iterator[Reading]:
    """Import files, and the files in folders, into a home of their own; topics are those of the `chosen` home.

    The home is there until the context ends.
    """
    with _folder() as folder:
        # What goes wrong is logged where people find it.
        apart = replace(home(Path(folder)), caches=Path(folder) / "caches", logs=chosen.logs)
        with Library.open(apart, durable=False) as library:
            queued = library.enqueue(files)
            given = as_given(files)
            with Progress(len(queued)) as progress:
                outcome = import_waiting(apart, topic_folders(chosen), progress, passwords=passwords).check()
            known = {event.path: event.document for event in outcome.arrived}
            found = {document.id: document for document in library.documents()}
            read = [
                (given.get(file.path, file.path), found[known[file.path]])
                for file in queued
                if known.get(file.path) in found
            ]
            errors = [failure(one, given) for one in outcome.failed]
            yield Reading(library, apart, tuple(read), errors, usable_topics(chosen))
