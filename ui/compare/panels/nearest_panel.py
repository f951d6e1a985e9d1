"""The panel "Near misses": what a manifesto that seems silent says nearest to the topic without reaching it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.comparison import silence
from index.shares import counted
from index.topics.languages import missing_language
from index.topics.model import Topic
from index.topics.nearest import NearMiss, near_misses_in
from reader.errors import UserError
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document, Extent
from ui.compare.cards.card import because
from ui.compare.table.subject import Subject
from ui.passages.line import PassageLine, Target
from ui.passages.view import PassageList
from ui.session.background import Task
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.citing import labels_of, pages_named
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO

_CHOOSE = "Choose a column in the table to see the passages of its manifesto that come closest to the topic."
_SHOWN = 20
_EXTENTS = {
    Extent.WHOLE: "The manifesto is whole",
    Extent.CHAPTER: "It is one chapter",
    Extent.EXTRACT: "It is an extract",
}


class NearestPanel(Surface):
    """Follows the column that the keys act on."""

    passage_activated = Signal(str, str)  # document, block

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: tuple[Topic, Document, int] | None = None
        self._task: Task | None = None
        self._note = Text("", Role.SECONDARY).wrapped()
        self._note.setContentsMargins(TWO, 0, TWO, 0)
        self.list = PassageList(session, "Near misses")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        self.list.passage_activated.connect(self.passage_activated)
        session.library_changed.connect(self._forget)

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""
        return self._task is None or not self._task.waiting

    def show_subject(self, subject: Subject) -> None:
        """Show the nearest passages of the subject's manifesto."""
        if subject.topic is None or subject.document is None:
            self._asked = None
            self._say(_CHOOSE)
            return
        asked = (subject.topic, subject.document, _found(subject))
        if asked != self._asked:
            self._asked = asked
            self._look(*asked)

    def take_focus(self) -> None:
        """Give the keys to the passages."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, topic: Topic, document: Document, found: int) -> None:
        if self._task is not None:
            self._task.forget()
        home = self._session.home
        self._task = self._session.run(
            lambda: _misses(home, topic, document),
            lambda misses: self._show(topic, document, found, misses),
            self._fail,
        )

    def _show(self, topic: Topic, document: Document, found: int, misses: tuple[NearMiss, ...]) -> None:
        sentence = f"{document.name}: {_honestly(topic, document, found)} {_nearness(topic, document, len(misses))}"
        self._say(sentence, tuple(_line(miss) for miss in misses[:_SHOWN]))
        if misses and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.lines.index(0))
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, sentence))

    def _fail(self, error: UserError) -> None:
        self._say(f"{error.problem} {error.advice}")

    def _say(self, sentence: str, lines: tuple[PassageLine, ...] = ()) -> None:
        self._note.setText(sentence)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))

    def _forget(self, change: LibraryChange) -> None:
        """The manifesto may have been read again; what is shown is asked for anew when the place tells the subject."""
        if self._asked is not None and (not change.documents or self._asked[1].id in change.documents):
            self._asked = None


def _found(subject: Subject) -> int:
    """How many passages of the subject's manifesto are in the view."""
    columns = subject.loaded.comparison.columns if subject.loaded is not None else ()
    return next((each.share.passages for each in columns if each.document == subject.document), 0)


def _honestly(topic: Topic, document: Document, found: int) -> str:
    """What is found in the manifesto, of how much that could be read."""
    said = f"{counted(found)} found." if found else silence(topic, document).sentence
    whole = _EXTENTS[Extent(document.extent)]
    if not document.page_count:
        return said if document.extent == Extent.WHOLE else f"{said} {whole}."
    pages = "all pages" if document.readable_pages == document.page_count else f"{document.readable_pages:,} pages"
    return f"{said} {whole}, {pages} readable."


def _nearness(topic: Topic, document: Document, misses: int) -> str:
    if language := missing_language(topic, document):
        advice = "“Edit this topic” offers its words for translation."
        return f"Its passages cannot be found until the topic has {language} words. {advice}"
    if not misses:
        return f"No other passage comes close to {topic.name}."
    them = "This passage comes" if misses == 1 else "These passages come"
    return f"{them} closest to {topic.name} without counting as part of it."


def _misses(home: Home, topic: Topic, document: Document) -> tuple[NearMiss, ...]:
    """The nearest passages, the nearest first. Runs on another thread. Raises UserError."""
    with Library.open(home) as library:
        return near_misses_in(home, library, topic, [document.id]).get(document.id, ())


def _line(miss: NearMiss) -> PassageLine:
    block = miss.block
    page = pages_named(labels_of(block.pieces, [(0, len(block.text))]))
    tinted = tuple(sorted({(one.start, one.end) for one in miss.why if one.field == "text"}))
    return PassageLine(
        f"{miss.document}/{block.id}",
        " · ".join(filter(None, [block.section[-1] if block.section else "", page])) or "Without a heading",
        " ".join([*because(miss.why, block.section), f"Score {min(0.49, miss.points / 2):.2f} of 1; 0.50 is needed."]),
        block.text,
        tinted,
        target=Target(miss.document, block.id, 0, len(block.text)),
    )
