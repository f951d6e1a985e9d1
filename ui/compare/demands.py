"""Asking for a list of demands: pasted, typed or from a file, of which a topic is begun."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from index.topics.model import Topic
from reader.errors import UserError
from reader.formats.decoding import decode
from reader.library.code_looks import unused_colour
from reader.regular_files import bytes_of
from reader.wording import tr
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.file_asking import ask_for_file
from ui.shared.overlay import Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import FOUR, STEP
from ui.theme.words import caption


class DemandsQuestion(QWidget):
    """A name, and the demands one a line. Ctrl+Return makes the list, as its button does."""

    def __init__(self, session: Session, taken: Callable[[Topic], object]) -> None:
        """`taken` is given the draft of the topic."""
        super().__init__()
        self._session = session
        self._taken = taken
        self.left: Callable[[], object] = lambda: None
        self._making: Task | None = None
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Whose demands, or what they are called"))
        self.name.setPlaceholderText(tr("Whose demands, or what they are called"))
        self.demands = QPlainTextEdit()
        self.demands.setAccessibleName(tr("The demands, one a line"))
        self.demands.setPlaceholderText(
            tr("Write or paste the demands, one a line, as a list, or as CSV with the columns demand and words.")
        )
        self.demands.setTabChangesFocus(True)
        self.demands.setMinimumHeight(6 * FOUR)
        self._problem = Text("", Role.ERROR).wrapped()
        self._problem.hide()
        self._lay_out()
        self.setFocusProxy(self.name)

    @property
    def problem(self) -> str:
        """What is said to be wrong, "" for nothing."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def make(self) -> None:
        """Begin the topic; where something is missing, say what and go there."""
        name = " ".join(self.name.text().split())
        if not name:
            self._say(tr("The list needs a name."), self.name)
            return
        text, home = self.demands.toPlainText(), self._session.home
        colour = unused_colour(topic.colour for topic in self._session.topics)

        def made() -> Topic:
            from index.topics.demands import topic_from  # loads the search engine

            return topic_from(home, name, text, colour)

        self.forget()
        self._making = self._session.run(made, self._take, self._refuse)

    def forget(self) -> None:
        """Nobody waits for the list any more."""
        if self._making is not None:
            self._making.forget()
            self._making = None

    def read(self, path: Path) -> None:
        """Show the demands of a text or table file; its name is the list's where that has none."""
        try:
            self.demands.setPlainText(decode(bytes_of(path)))
        except UserError as error:
            self._refuse(error)
            return
        if not self.name.text():
            self.name.setText(path.stem)
        self.demands.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, draft: Topic) -> None:
        self._making = None
        self.left()
        self._taken(draft)

    def _ask_for_file(self) -> None:
        kinds = tr("Lists ({patterns})", patterns="*.txt *.csv *.md")
        chosen = ask_for_file(self._session.settings, self.window(), tr("Demands from a file"), kinds)
        if chosen is not None:
            self.read(chosen)

    def _refuse(self, error: UserError) -> None:
        self._say(f"{error.problem} {error.advice}", self.demands)

    def _say(self, problem: str, field: QWidget) -> None:
        self._problem.setText(problem)
        self._problem.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        file = QPushButton(caption(tr("From a file…")))
        file.clicked.connect(self._ask_for_file)
        make = QPushButton(caption(tr("Make the list")))
        make.setDefault(True)
        make.clicked.connect(self.make)
        below = QHBoxLayout()
        below.setSpacing(STEP)
        below.addWidget(file)
        below.addStretch()
        below.addWidget(make)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(tr("A list of demands"), Role.TITLE).wrapped())
        about = tr(
            "Each demand becomes a row with words to look for, offered from its own text; you can change them before"
            " the list is saved."
        )
        column.addWidget(Text(about, Role.SECONDARY).wrapped())
        column.addWidget(self.name)
        column.addWidget(self.demands, 1)
        column.addWidget(self._problem)
        column.addLayout(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if returned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.make()
        else:
            super().keyPressEvent(event)


def ask_demands(session: Session, over: QWidget, taken: Callable[[Topic], object]) -> DemandsQuestion:
    """Ask for a list over the window; the draft of a topic that is made of it goes to `taken`."""
    question = DemandsQuestion(session, taken)
    overlay = Overlay(over.window(), question, tr("A list of demands"))
    question.left = overlay.dismiss
    overlay.closed.connect(question.forget)
    overlay.closed.connect(overlay.deleteLater)
    overlay.open()
    return question
