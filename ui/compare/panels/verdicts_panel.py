"""The panel "Verdicts": all that people said on the topic, and the words that the program proposes because of it."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.comparison import Comparison
from index.damage import IndexDamaged
from index.topics.model import Topic
from index.verdict_list import listed
from index.verdicts import was_added
from reader.errors import UserError
from reader.home import Home
from ui.compare.panels.proposals import Proposals
from ui.compare.panels.verdict_lines import verdict_lines
from ui.compare.table.subject import Subject
from ui.passages.view import PassageList
from ui.session.background import Task
from ui.session.session import Session
from ui.session.shown_coders import shown_coder
from ui.shared.judging import take_back
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO

if TYPE_CHECKING:
    from index.learning import Suggested

_EMPTY = (
    "You have decided nothing on this topic yet. Press X on a passage that is not about it, Y on one that is. "
    "Your decisions are listed here, count before the program’s, and can be undone."
)
_HOW = "Delete undoes the selected decision."


class VerdictsPanel(Surface):
    """Follows the topic; the list is of all manifestos in the library, proposals come from the columns shown."""

    passage_activated = Signal(str, str)  # document, block

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._topic: Topic | None = None
        self._comparison: Comparison | None = None
        self._task: Task | None = None
        self.proposals = Proposals()
        self._note = Text("", Role.SECONDARY).wrapped()
        self._note.setContentsMargins(TWO, 0, TWO, 0)
        self.list = PassageList(session, "Verdicts")
        self.list.keys[Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier] = ("Withdraw", self.withdraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.proposals)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        self.list.passage_activated.connect(self.passage_activated)
        self.proposals.taken.connect(self._learn)

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""
        return self._task is None or not self._task.waiting

    def show_subject(self, subject: Subject) -> None:
        """Show what was said on the subject's topic."""
        comparison = subject.loaded.comparison if subject.loaded is not None else None
        known = self._comparison is comparison and self._topic is subject.topic
        self._topic, self._comparison = subject.topic, comparison
        if not known:
            self._show_list()
            self._ask_for_proposals()

    def take_focus(self) -> None:
        """Give the keys to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Take back what the line in use says."""
        line = self.list.line
        if line is not None and line.words:
            take_back(self._session, [line.id])

    def _show_list(self) -> None:
        topic = self._topic
        coder, library = shown_coder(self._session), self._session.library
        said = listed(library, topic.id, self._found(topic.id), coder) if topic is not None else []
        self._note.setText(_HOW if said else _EMPTY)
        self.list.show_lines(verdict_lines(said, topic) if topic is not None else ())
        self.list.setVisible(bool(said))
        if self.list.line is not None and not self.list.line.words:
            self.list.setCurrentIndex(self.list.lines.index(self.list.currentIndex().row() + 1))

    def _found(self, topic: str) -> Set[tuple[str, str]]:
        """The blocks that the program finds by itself, among those of the columns."""
        rows = self._comparison.rows if self._comparison is not None else ()
        shown = (match for row in rows for cell in row.cells for match in cell.matches)
        return {(topic, match.block) for match in shown if not was_added(match)}

    def _ask_for_proposals(self) -> None:
        if self._task is not None:
            self._task.forget()
        comparison, home = self._comparison, self._session.home
        if comparison is None:
            self.proposals.show_proposals(())
            return
        self._task = self._session.run(lambda: _suggested(home, comparison), self.proposals.show_proposals)

    def _learn(self, one: Suggested) -> None:
        """Keep the next version of the topic, with the words that were proposed."""
        from index.learning import learned
        from index.topics.drafting import finished
        from index.topics.own import keep

        topic = self._topic
        if topic is None:
            return
        newer = finished(learned(topic, one), topic, [each.id for each in self._session.topics])
        try:
            keep(self._session.home.topics, newer)
        except UserError as error:
            self._session.say_problem(error)
            return
        self._session.reload_topics()
        done = "excluded from" if one.excludes else "added to"
        self._session.say(f"“{one.term.text}” is {done} “{newer.name}”, which is now version {newer.version}.")


def _suggested(home: Home, comparison: Comparison) -> tuple[Suggested, ...]:
    """What the verdicts suggest; nothing while the index cannot be read. Runs on another thread."""
    from index.learning import suggested  # loads the search engine

    try:
        return suggested(home, comparison)
    except IndexDamaged:
        return ()
