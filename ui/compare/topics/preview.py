"""What the draft finds, beside it: examples of the line in use, and the topic's best passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.results import Hit
from index.shares import counted
from reader.library.records import Document
from ui.compare.topics.passage_list import PassageList
from ui.compare.topics.trials import WordTrial
from ui.compare.topics.wording import manifestos
from ui.session.session import Session
from ui.shared.sensitive import Sensitive
from ui.theme.parts import Splitter, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP

if TYPE_CHECKING:
    from index.topics.trying import Trial

_NO_WORD = "Examples of a word appear here as you type"
_NO_TOPIC = "No passage yet"
_LONGEST_QUERY = 60  # characters


class Preview(Splitter):
    """Two lists, each under a line that says how much there is."""

    passage_activated = Signal(str, str)  # document, block

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._session = session
        self._sensitive = Sensitive(session, self)
        self._word, self._topic = Text(_NO_WORD, Role.STRONG).wrapped(), Text(_NO_TOPIC, Role.STRONG).wrapped()
        self.examples = PassageList("Examples of this word")
        self.best = PassageList("Best passages of the topic")
        for label, view in ((self._word, self.examples), (self._topic, self.best)):
            self.addWidget(_titled(label, view))
            view.opened.connect(self.passage_activated)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)

    @property
    def said(self) -> tuple[str, str]:
        """What stands above the two lists."""
        return self._word.text(), self._topic.text()

    def show_word(self, trial: WordTrial) -> None:
        """Show how many passages the line in use finds, with examples."""
        found = f"“{_beginning(trial.query.query)}”: {counted(trial.results.total)}"
        self._word.setText(self._with_note(found, trial.results.hits))
        self.examples.passages.show_hits(trial.results.hits, self._documents())

    def show_no_word(self) -> None:
        """There is no word to look for in the line in use."""
        self._word.setText(_NO_WORD)
        self.examples.passages.show_hits((), {})

    def show_topic(self, trial: Trial) -> None:
        """Show how many passages the draft finds in how many manifestos, and the best of them."""
        said = _NO_TOPIC
        if trial.passages:
            said = f"The topic: {counted(trial.passages)} in {trial.manifestos:,} of {manifestos(trial.of)}"
        if trial.uncertain:
            said = f"{said}; {trial.uncertain:,} less certain"
        if trial.without_words_in:
            said = f"{said}; no {' or '.join(trial.without_words_in)} words yet"
        said = self._with_note(said, trial.best)
        if said != self._topic.text():
            self._topic.setText(said)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.best, said))
        self.best.passages.show_hits(trial.best, self._documents())

    def say_problem(self, sentence: str) -> None:
        """Nothing can be counted now."""
        self._topic.setText(sentence)

    def _with_note(self, said: str, hits: Sequence[Hit]) -> str:
        """What stands above a list of passages, with what is said before some that speak of violence."""
        note = self._sensitive.note((hit.document, hit.block) for hit in hits)
        return f"{said}. {note}" if note else said

    def _documents(self) -> dict[str, Document]:
        return {document.id: document for document in self._session.library.documents()}


def _beginning(query: str) -> str:
    """As much of a query as leaves room for what is said of it."""
    return query if len(query) <= _LONGEST_QUERY else f"{query[:_LONGEST_QUERY].rstrip()}…"


def _titled(label: Text, view: PassageList) -> Surface:
    part = Surface()
    label.setContentsMargins(STEP, HALF, STEP, HALF)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HALF)
    column.addWidget(label)
    column.addWidget(view, 1)
    return part
