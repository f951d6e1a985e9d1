"""The page on which passages of a sample are judged: one at a time, in its context, blind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from index.sensitive import note_on_some
from index.topics.model import Topic
from ui.compare.sample.in_context import InContext
from ui.session.session import Session
from ui.shared.own_keys import OwnKeys
from ui.theme.parts import Line, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, FOUR, MEASURE, STEP, THREE, TWO
from ui.theme.words import give_tip

# The answers in the order of their buttons, and their keys. They are heard here: elsewhere in Compare the same keys say
# something of the card in use, which must not be meant while it is hidden.
ACTIONS = ("compare.sample-yes", "compare.sample-no", "compare.sample-skip", "compare.sample-back")
_KEYS = (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_Backspace)


class Judging(OwnKeys, QWidget):
    """Shows a passage with what stands around it and the topic beside it; the answers are actions with keys."""

    stopped = Signal()  # for now: it can be gone on with

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Text("", Role.STRONG)
        self._where = Text("", Role.SECONDARY)
        self._said = Text("", Role.SECONDARY)
        self._section = Text("", Role.SECONDARY).wrapped()
        self._before = Text("", Role.READING_FAINT).wrapped()
        self._text = Text("", Role.READING).wrapped()
        self._after = Text("", Role.READING_FAINT).wrapped()
        self._note = Text(note_on_some(), Role.SECONDARY)
        self._topic = Text("", Role.STRONG).wrapped()
        self._definition = Text("", Role.SECONDARY).wrapped()
        self._keys = Text("", Role.SMALL)
        self._session = session
        self.passage = QScrollArea()
        self._buttons = [_button(session.actions.action(name)) for name in ACTIONS]
        self._stop = QPushButton("Stop for now")
        self._stop.clicked.connect(self.stopped)
        self._compose()

    def show_topic(self, topic: Topic) -> None:
        """The topic to which passages may belong, with its definition."""
        self._topic.setText(f"Does it belong to “{topic.name}”?")
        self._definition.setText(topic.definition)
        self._note.setVisible(topic.sensitive)

    def show_passage(self, number: int, of: int, passage: InContext, said: bool | None, *, names_hidden: bool) -> None:
        """Show the passage with this number (from 1) and what this person has said of it before."""
        self._progress.setText(f"{number:,} of {of:,}")
        self._where.setText("" if names_hidden else passage.where)
        self._said.setText({True: "You said yes.", False: "You said no.", None: ""}[said])
        for label, words in (
            (self._section, passage.section),
            (self._before, passage.before),
            (self._text, passage.text or "This passage is not in the text any more; skip it."),
            (self._after, passage.after),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._keys.setText(f"Keys: {', '.join(QKeySequence(key).toString() for key in self._heard)}")
        self.passage.verticalScrollBar().setValue(0)
        spoken = f"Passage {number} of {of}. {self._said.text()} {passage.section}. {self._text.text()}"
        self.passage.setAccessibleName(spoken)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.passage, spoken))

    def take_focus(self) -> None:
        """Give the keys to the passage."""
        self.passage.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compose(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(TWO)
        for part in (self._progress, self._where):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self._said)
        body = QHBoxLayout()
        body.setSpacing(THREE)
        body.addWidget(self._passage_area(), 1)
        body.addWidget(Line(upright=True))
        body.addWidget(self._definition_area())
        body.addStretch()
        answers = QHBoxLayout()
        answers.setSpacing(STEP)
        for button in self._buttons:
            answers.addWidget(button)
        answers.addWidget(self._keys)
        answers.addStretch()
        answers.addWidget(self._stop)
        page = QVBoxLayout(self)
        page.setContentsMargins(TWO, STEP, TWO, TWO)
        page.setSpacing(TWO)
        page.addLayout(head)
        page.addWidget(self._note)
        page.addLayout(body, 1)
        page.addLayout(answers)

    def _passage_area(self) -> QWidget:
        words = Surface()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, TWO, 0)
        column.setSpacing(TWO)
        for label in (self._section, self._before, self._text, self._after):
            label.setMaximumWidth(MEASURE)
            column.addWidget(label)
        column.addStretch()
        self.passage.setFrameShape(QFrame.Shape.NoFrame)
        self.passage.setWidgetResizable(True)
        self.passage.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.passage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.passage.setWidget(words)
        self.passage.setMaximumWidth(MEASURE + FOUR)
        return self.passage

    def _definition_area(self) -> QWidget:
        words = Surface()
        words.setFixedWidth(COLUMN_WIDTH)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._topic)
        column.addWidget(self._definition)
        column.addStretch()
        return words

    @property
    def _heard(self) -> dict[int, str]:
        """The keys that answer, with the actions: letters only while people want such keys."""
        letters = self._session.settings.now.single_keys
        return {key: name for key, name in zip(_KEYS, ACTIONS, strict=True) if letters or key is Qt.Key.Key_Backspace}

    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        name = self._heard.get(event.key()) if not event.modifiers() else None
        return self._session.actions.action(name).trigger if name is not None else None


def _button(action: QAction) -> QPushButton:
    button = QPushButton(action.text())
    give_tip(button, action.statusTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button
