"""The topic editor: a draft, its parts to write in, what it finds beside it, and keeping it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from index.topics.drafting import begun, faults
from index.topics.languages import missing_languages
from index.topics.model import Topic, TopicQuery
from reader.library.code_looks import unused_colour
from ui.compare.table.subject import Subject
from ui.compare.topics.draft import Draft
from ui.compare.topics.heading import Heading
from ui.compare.topics.lines import LEFT_OUT, SUBTOPICS
from ui.compare.topics.lines_page import LinesPage
from ui.compare.topics.preview import Preview
from ui.compare.topics.terms_page import Passages, TermsPage
from ui.compare.topics.trials import Trials, WordTrial
from ui.compare.topics.words_page import WordsPage
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.elided import Elided
from ui.shared.explained import explain
from ui.theme.parts import Splitter, TabBar
from ui.theme.text import Role
from ui.theme.tokens import COLUMN_WIDTH, STEP, TWO
from ui.theme.words import give_tip

_WORDS, _ROWS, _LEFT_OUT, _TERMS = range(4)


class TopicEditor(QWidget):
    """Ctrl+Z takes back the last change of the draft. A draft that is not kept is there when the editor comes back."""

    passage_activated = Signal(str, str)
    save_wished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain(self, "topics")
        self.setAccessibleName("Topic")
        self._session = session
        self._begun = False
        self._outdated = False  # the library has changed since anything was counted
        self._word = TopicQuery("")
        self._left: dict[str, Draft] = {}
        self._unfinished: list[Topic] = []  # new ones that were left before they were kept, the latest last
        self.draft = Draft(begun(self._unused_colour()), parent=self)
        self.heading = Heading(self.draft)
        self.words = WordsPage(self.draft)
        self.rows = LinesPage(self.draft, SUBTOPICS)
        self.left_out = LinesPage(self.draft, LEFT_OUT)
        self.terms = TermsPage(session, self.draft)
        self.preview = Preview(session)
        self._trials = Trials(session, self)
        self._tabs = TabBar()
        self._pages = QStackedWidget()
        self._said = Elided("", Role.SECONDARY)
        self._lay_out()
        self._connect()
        self.words.show_fields(False)
        self.heading.more.setChecked(session.settings.now.topic_fields)

    # What Compare asks of a panel

    @property
    def settled(self) -> bool:
        return self._trials.settled and self.terms.settled

    def show_subject(self, subject: Subject) -> None:
        """What is edited does not follow the comparison: people say what they want to edit."""

    def take_focus(self) -> None:
        (self.words.table if self.draft.topic.name else self.heading.name).setFocus(Qt.FocusReason.OtherFocusReason)

    # What is edited

    @property
    def unsaved(self) -> bool:
        """Whether the draft holds anything that has not been kept."""
        return self._begun and not self.draft.clean and bool(self.draft.topic.name or self.draft.topic.queries)

    def edit(self, topic: Topic) -> None:
        """Edit this topic, from where that was left."""
        if self._begun and self.draft.topic.id == topic.id and not self.draft.clean:
            return
        self._leave()
        left = self._left.pop(topic.id, None)
        self._begin(left.topic if left is not None and left.before == topic else topic, topic)

    def begin_new(self, topic: Topic | None = None, passages: Passages = ()) -> None:
        """Begin a topic: as this draft, or where an unfinished one was left; with the words that passages share."""
        self._leave()
        if topic is None:
            goes_on = self._unfinished and not passages
            topic = self._unfinished.pop() if goes_on else begun(self._unused_colour())
        self._begin(topic, None)
        if passages:
            self.terms.begin(passages)
            self._tabs.setCurrentIndex(_TERMS)
        self.take_focus()

    def kept(self, topic: Topic) -> None:
        """The draft was kept as this."""
        self.draft.begin(topic, topic)
        self.say(f"Saved as version {topic.version}.")

    def dropped(self) -> None:
        """The draft is of no use any more: its topic was deleted, or put back to what it was."""
        self._begun = False
        self._left.pop(self.draft.topic.id, None)
        self.terms.forget()
        self.draft.begin(begun(self._unused_colour()), None)

    def say(self, sentence: str) -> None:
        """Say this beside Save."""
        self._said.say(sentence)

    def problem(self) -> str:
        """What keeps the draft from being kept; goes to where that is. "" for nothing."""
        others = [topic.name for topic in self._session.topics if topic.id != self.draft.topic.id]
        found = faults(self.draft.topic, others)
        if not found:
            return ""
        fault = found[0]
        match fault.part.value:
            case "name":
                self.heading.name.setFocus(Qt.FocusReason.OtherFocusReason)
            case "words":
                self._tabs.setCurrentIndex(_WORDS)
                self.words.table.setFocus(Qt.FocusReason.OtherFocusReason)
                self.words.table.go_to(fault.number)
            case _:
                self._tabs.setCurrentIndex(_LEFT_OUT)
                self.left_out.view.setFocus(Qt.FocusReason.OtherFocusReason)
                self.left_out.view.go_to(fault.number)
        return fault.sentence

    def _begin(self, topic: Topic, before: Topic | None) -> None:
        self._begun = True
        self._tabs.setCurrentIndex(_WORDS)
        self.terms.forget()
        self.draft.begin(topic, before)
        self.words.table.go_to(0)

    def _leave(self) -> None:
        """Keep an unfinished draft in mind."""
        if self.unsaved and self.draft.before is None:
            self._unfinished.append(self.draft.topic)
        elif self.unsaved:
            self._left[self.draft.topic.id] = Draft(self.draft.topic, self.draft.before, self)

    def _unused_colour(self) -> str:
        return unused_colour(topic.colour for topic in self._session.topics)

    # Following the draft

    def _follow(self) -> None:
        topic = self.draft.topic
        names = (
            f"Words ({len(topic.queries)})",
            f"Sub-topics ({len(topic.subtopics)})",
            f"Left out ({len(topic.exclude)})",
            "From examples",
        )
        for at, name in enumerate(names):
            self._tabs.say(at, name)
        self._tabs.setTabVisible(_TERMS, self.terms.in_use)
        self._said.say(self._state())
        self._offer_languages()
        self._trials.try_topic(topic)

    def _offer_languages(self) -> None:
        self.words.offer_languages(missing_languages(self.draft.topic, self._session.library.documents()))

    def _state(self) -> str:
        if self.draft.clean:
            return f"Version {self.draft.topic.version}" + (", built in" if self.draft.topic.builtin else "")
        if self.draft.before is None:
            return "Not saved yet"
        own = "; saving makes your own version" if self.draft.before.builtin else ""
        return f"Version {self.draft.before.version}, changed{own}"

    def _use_word(self, query: TopicQuery) -> None:
        if asked_alike(query, self._word):
            return
        self._word = query
        if not query.query:
            self.preview.show_no_word()
        self._trials.try_word(query)

    def _show_word(self, trial: WordTrial) -> None:
        if asked_alike(trial.query, self._word):
            self.preview.show_word(trial)
            self.words.show_trial(trial)

    def _hear_of_change(self, change: LibraryChange) -> None:
        if change.only_said:  # no topic can ask for that
            return
        self._trials.forget()
        self._outdated = True
        if self.isVisible():
            self._ask_again()

    def _ask_again(self) -> None:
        """Have counted and found anew what was before the library changed."""
        if self._outdated:
            self._outdated = False
            self._offer_languages()
            self._trials.try_topic(self.draft.topic)
            self._trials.try_word(self._word)

    # Making

    def _lay_out(self) -> None:
        self._tabs.setAccessibleName("Parts of the topic")
        for page in (self.words, self.rows, self.left_out, self.terms):
            self._pages.addWidget(page)
            self._tabs.add("")
        save = QPushButton("Save")
        give_tip(save, "Ctrl+S")
        save.setAccessibleName("Save the topic")
        save.clicked.connect(self.save_wished)
        below = QHBoxLayout()
        below.setContentsMargins(TWO, 0, TWO, STEP)
        below.addWidget(self._said, 1)
        below.addWidget(save)
        written = QWidget()
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.heading)
        column.addWidget(self._tabs)
        column.addWidget(self._pages, 1)
        column.addLayout(below)
        beside = Splitter(Qt.Orientation.Horizontal)
        beside.addWidget(written)
        beside.addWidget(self.preview)
        beside.setSizes([3 * COLUMN_WIDTH, 2 * COLUMN_WIDTH])
        beside.setStretchFactor(0, 3)
        beside.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(beside)

    def _show_fields(self, on: bool) -> None:
        """Show or fold up what a topic need not have, and leave it so."""
        self.words.show_fields(on)
        self._session.settings.change(topic_fields=on)

    def _write_words(self) -> None:
        self._tabs.setCurrentIndex(_WORDS)
        self.words.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.table.go_to(0)

    def _connect(self) -> None:
        self.heading.more.toggled.connect(self._show_fields)
        self.words.fields_wanted.connect(lambda: self.heading.more.setChecked(True))
        self.heading.finished.connect(self._write_words)
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.words.word_in_use.connect(self._use_word)
        self._trials.word_tried.connect(self._show_word)
        self._trials.words_counted.connect(self.words.words.show_found)
        self._trials.topic_tried.connect(self.preview.show_topic)
        self._trials.failed.connect(self.preview.say_problem)
        self.terms.terms.modelReset.connect(self._follow)
        self.draft.changed.connect(self._follow)
        self.preview.passage_activated.connect(self.passage_activated)
        self._session.library_changed.connect(self._hear_of_change)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_again()

    def event(self, event: QEvent) -> bool:
        # Here Ctrl+Z is for the draft; fields have taken it for their own words before it comes here.
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.draft.undo()
                return True
        return super().event(event)


def asked_alike(one: TopicQuery, other: TopicQuery) -> bool:
    """Whether two queries find the same passages, whatever they weigh."""
    return (one.query, one.scope, one.language) == (other.query, other.scope, other.language)
