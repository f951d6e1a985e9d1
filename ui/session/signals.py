"""What the places hear of an open library: what changed in it, what is being read into it, and sentences for people."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class LibraryChange:
    """What is different: ids of documents (none named: anything may be), and who asked (None: nobody did).

    `only_said`: nothing but what people say of passages.
    """

    documents: frozenset[str] = frozenset()
    who: object = None
    only_said: bool = False


class SessionSignals(QObject):
    """The signals of a session."""

    library_changed = Signal(object)  # LibraryChange
    import_started = Signal()
    import_progressed = Signal(object)  # Progress
    document_added = Signal(object)  # DocumentAdded
    document_failed = Signal(object)  # DocumentFailed
    already_there = Signal(object)  # AlreadyThere
    highlights_found = Signal(object)  # HighlightsFound
    highlights_answered = Signal()  # what is to become of some highlights has been decided
    import_finished = Signal(object)  # Finished: this process has nothing left to do
    import_ended = Signal()  # nothing is being read any more, whether finished, cancelled or stopped
    import_stopped = Signal(str)  # a sentence: why it will not go on by itself
    edit_applied = Signal(object, object)  # Edit, who
    topics_changed = Signal()
    passwords_changed = Signal()
    working = Signal(object)  # LongWork: it has begun, is a step further or is over
    noticed = Signal(str, bool)  # a quiet sentence, and whether undo takes it back
    export_wished = Signal(object)  # an Offer, or a sentence why there is none: a panel asks for the window's dialog
    saved = Signal(object)  # the Path of a file that was written for the person
    taken_in = Signal(object)  # TakenIn: codes and notes of a file have come into the library, as one edit
    doubted = Signal(str, str)  # a quiet sentence, and the document that it asks to check
    closing = Signal()  # processes and threads of places must end now
