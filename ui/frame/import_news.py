"""What the window says while files are being read and at the end: the strip's text, bar and closing sentence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from index.events import AlreadyThere, DocumentAdded, DocumentFailed
from ui.actions.offered import LIBRARY
from ui.frame.strip import Strip
from ui.session.session import Session


class ImportNews(QObject):
    """Counts what came of the files since reading began, and says it in one sentence at the end."""

    def __init__(self, session: Session, strip: Strip) -> None:
        super().__init__(strip)
        self._session = session
        self._strip = strip
        self._forget()
        session.import_started.connect(self._begin)
        session.import_progressed.connect(strip.progress)
        session.document_added.connect(self._count_added)
        session.already_there.connect(self._count_known)
        session.document_failed.connect(self._count_failed)
        session.import_stopped.connect(self._say_stopped)
        session.import_ended.connect(self._end)
        strip.cancelled.connect(session.cancel_import)
        strip.undo_wanted.connect(session.undo)
        session.noticed.connect(self._say)
        session.saved.connect(self._say_saved)
        session.working.connect(self._tell_of_other)

    def _forget(self) -> None:
        self._added: list[DocumentAdded] = []
        self._known: list[AlreadyThere] = []
        self._failed: list[DocumentFailed] = []

    @Slot()
    def _begin(self) -> None:
        self._strip.begin("Getting ready to read")

    @Slot(object)
    def _count_added(self, event: DocumentAdded) -> None:
        self._added.append(event)

    @Slot(object)
    def _count_known(self, event: AlreadyThere) -> None:
        self._known.append(event)

    @Slot(object)
    def _count_failed(self, event: DocumentFailed) -> None:
        self._failed.append(event)

    @Slot(str)
    def _say_stopped(self, sentence: str) -> None:
        self._forget()
        self._strip.say(sentence)

    @Slot()
    def _end(self) -> None:
        self._strip.end()
        sentence = summary(self._added, self._known, self._failed)
        listed = not self._added and not self._known and all(failed.listed for failed in self._failed)
        self._forget()
        if sentence and listed and self._strip.place == LIBRARY:
            self._strip.announce(sentence)  # the list of them has just come into sight there
        elif sentence:
            self._strip.say(sentence)

    @Slot(str)
    def _tell_of_other(self, sentence: str) -> None:
        """Work that is no reading and cannot be stopped; reading that goes on at the same time is what is told of."""
        if self._session.importing:
            return
        if sentence:
            self._strip.begin(sentence, stops=False)
        else:
            self._strip.end()

    @Slot(str, bool)
    def _say(self, sentence: str, undo: bool) -> None:
        self._strip.say(sentence, undo=undo)

    @Slot(object)
    def _say_saved(self, path: Path) -> None:
        self._strip.say(f"Saved as “{path.name}”.", folder=path.parent)


def summary(added: list[DocumentAdded], known: list[AlreadyThere], failed: list[DocumentFailed]) -> str:
    """What came of the files, in a sentence or two; "" when there were none."""
    sentences = []
    if added:
        sentences.append(f"Added “{added[0].title}”." if len(added) == 1 else f"Added {len(added)} manifestos.")
    if known:
        one = f"“{known[0].title}” is in the library already."
        sentences.append(one if len(known) == 1 else f"{len(known)} files are in the library already.")
    if failed:
        advice = "The Library lists it with what to do." if failed[0].listed else failed[0].advice
        one = f"{failed[0].problem} {advice}"
        many = f"{len(failed)} files could not be read; the Library lists them with the reasons."
        sentences.append(one if len(failed) == 1 else many)
    return " ".join(sentences)
