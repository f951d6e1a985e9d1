"""What the window says while files are read or something else takes a while, and at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from index.events import AlreadyThere, DocumentAdded, DocumentFailed, HighlightsFound
from reader.wording import tr
from ui.actions.offered import LIBRARY
from ui.frame.strip import Strip
from ui.session.long_work import LongWork
from ui.session.session import Session
from ui.shared.highlights import take
from ui.shared.placeholder import Step

if TYPE_CHECKING:
    from index.annotations.taken_in import TakenIn


class ImportNews(QObject):
    """Counts what came of the files since reading began, and says it in one sentence at the end.

    One piece of work is told of at a time, and stopped by Cancel: reading, else what began last.
    """

    comparison_wished = Signal(object)  # list[str]: these documents alone are to stand side by side

    def __init__(self, session: Session, strip: Strip) -> None:
        super().__init__(strip)
        self._session = session
        self._strip = strip
        self._works: list[LongWork] = []
        self._forget()
        session.import_started.connect(self._begin)
        session.import_progressed.connect(strip.progress)
        session.document_added.connect(self._count_added)
        session.already_there.connect(self._count_known)
        session.document_failed.connect(self._count_failed)
        session.highlights_found.connect(self._count_highlights)
        session.highlights_answered.connect(strip.answered)
        session.import_stopped.connect(self._say_stopped)
        session.import_ended.connect(self._end)
        strip.cancelled.connect(self._cancel)
        session.noticed.connect(self._say)
        session.taken_in.connect(self._say_taken_in)
        session.saved.connect(self._say_saved)
        session.working.connect(self._tell_of_other)

    def _forget(self) -> None:
        self._added: list[DocumentAdded] = []
        self._known: list[AlreadyThere] = []
        self._failed: list[DocumentFailed] = []
        self._highlights: list[HighlightsFound] = []

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

    @Slot(object)
    def _count_highlights(self, event: HighlightsFound) -> None:
        self._highlights.append(event)

    @Slot(str)
    def _say_stopped(self, sentence: str) -> None:
        self._forget()
        self._strip.say(sentence)

    @Slot()
    def _end(self) -> None:
        self._strip.end()
        offered = {event.document for event in self._highlights if event.of_copy}
        known = [event for event in self._known if event.document not in offered]
        marked = marked_in(self._highlights)
        sentence = " ".join(filter(None, [summary(self._added, known, self._failed), marked]))
        step, these = self._step(), self._these()
        listed = not (self._added or known or marked) and all(failed.listed for failed in self._failed)
        self._forget()
        if sentence and listed and self._strip.place == LIBRARY:
            self._strip.announce(sentence)  # the list of them has just come into sight there
        elif sentence:
            compare = Step(tr("Compare only these"), lambda: self.comparison_wished.emit(these))
            if step is not None and not these:
                self._strip.ask(sentence, step)
            else:
                self._strip.say(sentence, compare if these else None)
        self._show_work()

    def _step(self) -> Step | None:
        """To take the highlights, where one manifesto alone has some; else each is offered when it is read."""
        documents = list(dict.fromkeys(event.document for event in self._highlights))
        return Step(tr("Take as annotations"), lambda: take(self._session, documents)) if len(documents) == 1 else None

    def _these(self) -> list[str]:
        """The manifestos of these files, where there are several and the library has others too."""
        found = {event.document for event in self._added} | {event.document for event in self._known}
        there = [each.id for each in self._session.library.documents()]
        these = [each for each in there if each in found]
        return these if 1 < len(these) < len(there) else []

    @Slot(object)
    def _tell_of_other(self, work: LongWork) -> None:
        """Work that is no reading has begun, is further or is over; what it says last may come after its end."""
        if work.over and work in self._works:
            self._works.remove(work)
        elif not work.over and work not in self._works:
            self._works.append(work)
        if not self._session.importing:
            self._show_work()

    def _show_work(self) -> None:
        if self._works:
            last = self._works[-1]
            self._strip.begin(last.sentence, last.done, last.of)
        else:
            self._strip.end()

    @Slot()
    def _cancel(self) -> None:
        if self._session.importing:
            self._session.cancel_import()
        elif self._works:
            self._works[-1].cancel()

    @Slot(str, bool)
    def _say(self, sentence: str, undo: bool) -> None:
        self._strip.say(sentence, Step("Undo", self._session.undo) if undo else None)

    @Slot(object)
    def _say_taken_in(self, found: TakenIn) -> None:
        """Codes and notes have come in; what was left out is listed over the window."""
        self._say(found.summary, bool(found.edit.changes))
        if found.left_out or found.remarks:
            from ui.frame.taken_in import LeftOutRows

            LeftOutRows(self._strip.window(), found)

    @Slot(object)
    def _say_saved(self, path: Path) -> None:
        from ui.shared.opening_outside import open_outside

        folder = QUrl.fromLocalFile(str(path.parent))
        self._strip.say(f"Saved as “{path.name}”.", Step("Show folder", lambda: open_outside(folder)))


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


def marked_in(found: list[HighlightsFound]) -> str:
    """What was marked in the files with other programs, in a sentence; "" where nothing was."""
    if not found:
        return ""
    if len(found) > 1:
        count = len({event.document for event in found})
        return tr("{count} manifestos have highlights that were made in other programs: Read offers them.", count=count)
    title, what = found[0].title, found[0].what
    if found[0].of_copy:
        return tr("“{title}” is here already: take its {what}?", title=title, what=what)
    return tr("“{title}” has {what}.", title=title, what=what)
