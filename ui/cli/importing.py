"""Follows an import process from the command line: what it added, what was there already, what failed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.events import AlreadyThere, DocumentAdded, DocumentFailed, Event, Finished, Progress
from index.importing import ImportCrashed, ImportRun, start_import
from index.pending import unindexed
from reader.errors import ReaderCrashed, UserError
from reader.home import Home
from reader.library.library import Library
from reader.passwords import Passwords
from ui import assets
from ui.cli.progress import Progress as ProgressLine


@dataclass(slots=True)
class Outcome:
    """What an import did, in the order in which it happened; `stopped` is why it could not go on."""

    added: list[DocumentAdded] = field(default_factory=list)
    there: list[AlreadyThere] = field(default_factory=list)
    failed: list[DocumentFailed] = field(default_factory=list)
    stopped: UserError | None = None

    def check(self) -> Outcome:
        """This again. Raises what kept the import from going on."""
        if self.stopped is not None:
            raise self.stopped
        return self

    @property
    def arrived(self) -> list[DocumentAdded | AlreadyThere]:
        """The files whose documents are in the library now."""
        return [*self.added, *self.there]


def topic_folders(home: Home) -> tuple[Path, ...]:
    """Where topics come from: the program's own, then the user's."""
    return (assets.topics(), home.topics)


_NONE = Passwords()


def import_waiting(
    home: Home,
    folders: Sequence[Path],
    progress: ProgressLine,
    told: Callable[[Event], None] | None = None,
    passwords: Passwords = _NONE,
    *,
    by_ocr: bool = True,
) -> Outcome:
    """Read what waits in the library, index it and make its topic views; `told` hears of each file as it is done.

    `passwords` are tried on protected files. Without `by_ocr` pages that are pictures wait for another time.
    A process that crashes is started once more, since what it had done is kept. Raises ReaderCrashed after a second
    crash. Ctrl+C ends the process; what it had stored stays and what still waits goes on next time.
    """
    outcome = Outcome()
    for attempt in range(2):
        try:
            run = start_import(home, folders, passwords, by_ocr=by_ocr)
            _follow(run, progress, outcome, told)
            break
        except ImportCrashed as error:
            if attempt:
                raise ReaderCrashed(
                    "Reading stopped unexpectedly, twice.",
                    f"Run the command again; if it stops once more, the log in {home.logs} says why.",
                ) from error
    return outcome


def _follow(
    run: ImportRun,
    progress: ProgressLine,
    outcome: Outcome,
    told: Callable[[Event], None] | None,
) -> None:
    for event in run.events():
        match event:
            case Progress() if event.by_ocr:
                progress.by_ocr(event.file, event.page, event.pages)
            case Progress():
                progress.file_done(event.done, event.total)
                progress.page(event.file, event.page, event.pages)
            case DocumentAdded():
                outcome.added.append(event)
            case AlreadyThere():
                outcome.there.append(event)
            case DocumentFailed():
                outcome.failed.append(event)
            case Finished():
                outcome.stopped = event.stopped
        if told is not None:
            told(event)


def bring_up_to_date(home: Home, library: Library) -> None:
    """Index what is in the library but not in the index, if anything is. Raises UserError."""
    missing = unindexed(home, library)
    if missing:
        with ProgressLine(len(missing)) as progress:
            import_waiting(home, topic_folders(home), progress, by_ocr=False).check()


def read_damaged_again(home: Home) -> None:
    """Read what is damaged in the library again from its original files. Raises UserError."""
    with Library.open(home) as library:
        damaged = [document for document in library.documents() if not library.is_sound(document.id)]
    with ProgressLine(len(damaged)) as progress:
        import_waiting(home, topic_folders(home), progress, by_ocr=False).check()
