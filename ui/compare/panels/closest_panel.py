"""The panel "Similar passages elsewhere": what other manifestos say most like a passage, and shared wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from index.analysis import language_code
from index.closest import Close, closest_in
from index.reuse import Reuse, Wordings
from reader.errors import UserError
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Block
from ui.compare.panels.closest_lines import ASKED, asked_line, other_lines, pair_lines
from ui.compare.table.subject import Subject
from ui.passages.line import PassageLine
from ui.passages.view import PassageList
from ui.session.background import Task
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.theme.parts import Surface, TabBar
from ui.theme.text import Role, Text
from ui.theme.tokens import TWO

_CHOOSE = "Choose a passage in the table to see what the other manifestos say that is most like it."
_ALONE = "There is no other manifesto in this comparison."
_NO_SHARED = "These manifestos share no wording of eight words or more."


@dataclass(frozen=True, slots=True)
class _Passage:
    """The passage asked about, and what is closest to it in the others."""

    document: Document
    block: Block
    close: Mapping[str, Close]


@dataclass(frozen=True, slots=True)
class _Shared:
    """The wording of the manifestos of a comparison, and all that they share of it."""

    wordings: Wordings
    pairs: tuple[PassageLine, ...]


class ClosestPanel(Surface):
    """Follows the chosen card. Two tabs: what is closest to it, and everything that the manifestos share."""

    passage_activated = Signal(str, str)  # document, block

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._documents: tuple[Document, ...] = ()
        self._asked: tuple[str, str] | None = None
        self._passage: _Passage | None = None
        self._problem = ""
        self._reuse: tuple[Reuse, ...] = ()
        self._shared: _Shared | None = None
        self._looking: Task | None = None
        self._comparing: Task | None = None
        self._tabs = TabBar()
        self._tabs.setAccessibleName("What is shown")
        for name in ("This passage", "Shared wording"):
            self._tabs.add(name)
        self.near = PassageList(session, "Similar passages elsewhere")
        self.shared = PassageList(session, "Passages with the same wording")
        self._note = Text("", Role.SECONDARY).wrapped()
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._note.setContentsMargins(TWO, TWO, TWO, 0)
        self._stack = QStackedWidget()
        for widget in (self.near, self.shared, self._note):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(lambda _: self._show())
        self.near.line_chosen.connect(self._mark_shared)
        for view in (self.near, self.shared):
            view.passage_activated.connect(self.passage_activated)
        session.library_changed.connect(self._forget)

    # What the host asks of a panel

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""
        return not _waits(self._looking) and not _waits(self._comparing)

    def show_subject(self, subject: Subject) -> None:
        """Show what is closest to the subject's passage in its other manifestos."""
        others = {one.id for one in subject.documents} != {one.id for one in self._documents}
        self._documents = subject.documents
        if others or (self._shared is None and not _waits(self._comparing)):
            self._compare_wording()
        passage = subject.entry.passage if subject.entry is not None else None
        asked = (passage.match.document, passage.match.block) if passage is not None else None
        if others or asked != self._asked or (self._passage is None and not _waits(self._looking)):
            self._asked = asked
            self._look()
        self._show()

    def take_focus(self) -> None:
        """Leave the keys to the table, whose passages the panel follows; Tab leads here."""

    @property
    def said(self) -> str:
        """The sentence that stands in the place of passages; "" while there are some."""
        return self._note.text() if self._stack.currentWidget() is self._note else ""

    def show_shared(self) -> None:
        """Turn to everything that the manifestos share."""
        self._tabs.setCurrentIndex(1)

    # Looking

    def _look(self) -> None:
        """Look for the latest passage only."""
        if self._looking is not None:
            self._looking.forget()
        self._passage, self._looking, self._problem, self._reuse = None, None, "", ()
        if self._asked is None:
            return
        home, (document, block) = self._session.home, self._asked
        others = [one.id for one in self._documents]
        self._looking = self._session.run(lambda: _looked(home, document, block, others), self._found, self._failed)

    def _found(self, passage: _Passage | None) -> None:
        self._passage = passage
        self._find_again()
        self._show()
        if passage is not None and self.isVisible():
            close = len(passage.close)
            said = f"Something close in {close} of {max(0, len(self._documents) - 1)} other manifestos"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.near, said))

    def _failed(self, error: UserError) -> None:
        self._problem = f"{error.problem} {error.advice}"
        self._show()

    def _compare_wording(self) -> None:
        if self._comparing is not None:
            self._comparing.forget()
        self._shared = None
        home, documents = self._session.home, self._documents
        self._comparing = self._session.run(lambda: _shared(home, documents), self._compared)

    def _compared(self, shared: _Shared) -> None:
        self._shared = shared
        self._find_again()
        many = len(shared.pairs)
        self._tabs.say(1, f"Shared wording ({many:,})" if many else "Shared wording")
        self._show()

    def _find_again(self) -> None:
        """Where the wording of the passage stands in the other manifestos, once both are there."""
        passage, shared = self._passage, self._shared
        if passage is not None and shared is not None:
            self._reuse = tuple(shared.wordings.of(passage.document.id, passage.block.id))

    def _forget(self, change: LibraryChange) -> None:
        """Manifestos may have been read again."""
        if not change.documents or change.documents & {one.id for one in self._documents}:
            self._shared = self._passage = None

    # Showing

    def _show(self) -> None:
        if self._tabs.currentIndex() == 1:
            self._show_shared()
        else:
            self._show_near()

    def _show_near(self) -> None:
        passage = self._passage
        note = self._problem or (_CHOOSE if self._asked is None else _ALONE if len(self._documents) < 2 else "")
        if note:
            self._say(note)
        elif passage is not None:
            self.near.show_lines(self._near_lines(passage))
            self._stack.setCurrentWidget(self.near)

    def _near_lines(self, passage: _Passage) -> tuple[PassageLine, ...]:
        others = [one for one in self._documents if one.id != passage.document.id]
        lines = other_lines(passage.document, others, passage.close, self._reuse, searching=self._shared is None)
        return (self._asked_line(passage), *lines)

    def _asked_line(self, passage: _Passage) -> PassageLine:
        chosen = self.near.line
        return asked_line(passage.document, passage.block, passage.close, chosen.id if chosen is not None else ASKED)

    def _mark_shared(self, _line: PassageLine) -> None:
        """Mark in the passage asked about what it shares with the one in use."""
        if self._passage is not None:
            self.near.replace(self._asked_line(self._passage))

    def _show_shared(self) -> None:
        if self._shared is None:
            self._say("Working it out…")
        elif not self._shared.pairs:
            self._say(_NO_SHARED)
        else:
            self.shared.show_lines(self._shared.pairs)
            self._stack.setCurrentWidget(self.shared)

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._stack.setCurrentWidget(self._note)


def _waits(task: Task | None) -> bool:
    return task is not None and task.waiting


def _looked(home: Home, document: str, block: str, documents: list[str]) -> _Passage | None:
    """What is closest to this passage; None where it is gone. Raises IndexDamaged."""
    with Library.open(home) as library:
        named, asked = library.document(document), library.block(document, block)
        if named is None or asked is None:
            return None
        return _Passage(named, asked, closest_in(home, library, document, block, documents))


def _shared(home: Home, documents: tuple[Document, ...]) -> _Shared:
    """The wording of these manifestos."""
    with Library.open(home) as library:
        blocks = {one.id: library.blocks(one.id, first_pieces=True) for one in documents}
    wordings = Wordings(blocks, {one.id: language_code(one.language) for one in documents})
    return _Shared(wordings, pair_lines(list(wordings.pairs()), {one.id: one for one in documents}))
