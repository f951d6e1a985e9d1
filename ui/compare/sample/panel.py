"""The sample panel: from drawing passages over judging them blind to what that says of the topic."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from index.exports.samples import exportable
from index.sampled import Outcome, drawn, keeping, outcome, searched
from index.sampling import Sample
from index.topics.languages import left_out
from index.topics.model import Topic
from reader.edits import Edit
from reader.errors import UserError
from reader.library import samples
from reader.library.sample_edits import TABLES, judge, remove
from reader.library.samples import KeptSample
from ui.compare.sample.choosing import Choosing
from ui.compare.sample.in_context import InContext, in_context
from ui.compare.sample.judging import ACTIONS, Judging
from ui.compare.sample.result import Result
from ui.compare.table.subject import Subject
from ui.session.background import Task
from ui.session.session import Session
from ui.session.shown_coders import shown_coder
from ui.shared.explained import explain
from ui.shared.offer import Offer


class SamplePanel(QWidget):
    """One sample at a time. What has been judged is kept at once, so that it can be left at any time."""

    passage_activated = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain(self, "sample")
        self._session = session
        self._topic: Topic | None = None
        self._documents: tuple[str, ...] = ()
        self._sample: KeptSample | None = None
        self._contexts: dict[str, InContext] = {}
        self._at = 0
        self._task: Task | None = None
        self.choosing = Choosing()
        self.judging = Judging(session)
        self.result = Result()
        self._pages = QStackedLayout(self)
        for page in (self.choosing, self.judging, self.result):
            self._pages.addWidget(page)
        self.choosing.draw_wanted.connect(self._draw)
        self.choosing.sample_chosen.connect(self._open)
        self.choosing.removal_wanted.connect(self._remove)
        self.judging.stopped.connect(self._show_choosing)
        self.result.another_wanted.connect(self._show_choosing)
        self.result.judging_wanted.connect(lambda: self._go_on(after=-1))
        self.result.export_wanted.connect(session.actions.action("export").trigger)
        self.result.passage_activated.connect(self.passage_activated)
        slots = (lambda: self._say(True), lambda: self._say(False), self._skip, self._back)
        for name, slot in zip(ACTIONS, slots, strict=True):
            session.actions.connect(name, slot)
        self._turn_to(self.choosing)
        session.edit_applied.connect(self._hear_of_edit)

    # What Compare asks of a panel

    @property
    def settled(self) -> bool:
        return self._task is None

    def show_subject(self, subject: Subject) -> None:
        members, without = subject.members or subject.documents, ""
        if subject.topic is not None:
            without = " ".join(left_out(subject.topic, members))
            members = searched(subject.topic, members)
        documents = tuple(document.id for document in members)
        if subject.topic != self._topic:
            self._turn_to(self.choosing)
        self._topic, self._documents = subject.topic, documents
        self.choosing.show_subject(subject.topic, len(documents), without)
        self._show_earlier()

    def take_focus(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, Choosing | Judging | Result):
            page.take_focus()

    # Drawing and opening

    def _draw(self, size: int, seed: int) -> None:
        topic, documents, home = self._topic, self._documents, self._session.home
        if topic is None or self._task is not None:
            return
        self.choosing.say_problem("")

        def keep(sample: Sample) -> None:
            self._task = None
            new, edit = keeping(self._session.library, topic, documents, sample, size)
            if self._session.attempt(lambda: edit, self) is not None:
                self.choosing.propose_seed()
                self._open(new)

        self._task = self._session.run(lambda: drawn(home, topic, documents, seed, size), keep, self._fail)

    def _fail(self, error: UserError) -> None:
        self._task = None
        self.choosing.say_problem(f"{error.problem} {error.advice}")

    def _open(self, name: str) -> None:
        """Go on with this sample, or show its result where all of it has been judged."""
        sample = self._session.library.read(lambda connection: samples.one(connection, name))
        if sample is None or self._task is not None:
            return
        home = self._session.home

        def show(contexts: dict[str, InContext]) -> None:
            self._task = None
            self._sample, self._contexts = sample, contexts
            self._go_on(after=-1)

        self._task = self._session.run(lambda: in_context(home, sample), show, self._fail)

    def _remove(self, name: str) -> None:
        library, topic = self._session.library, self._topic
        sample = library.read(lambda connection: samples.one(connection, name))
        if sample is None or topic is None:
            return
        if self._session.attempt(lambda: remove(library, sample, topic.name), self) is not None:
            self._session.say("The sample was removed.", undo=True)

    # Judging

    def _say(self, on_topic: bool) -> None:
        sample, topic = self._sample, self._topic
        if sample is None or topic is None or not self._is_judging:
            return
        library, item, found = self._session.library, sample.items[self._at], self._outcome()
        corrected = found is not None and item.id in found.said
        if self._session.attempt(lambda: judge(library, item, topic.name, on_topic=on_topic), self) is None:
            return
        if corrected:  # whoever went back to an answer sees what it is now
            self._show_passage()
        else:
            self._go_on(after=self._at)

    def _skip(self) -> None:
        if self._is_judging:
            self._go_on(after=self._at)

    def _back(self) -> None:
        if self._is_judging and self._at > 0:
            self._at -= 1
            self._show_passage()

    def _go_on(self, *, after: int) -> None:
        """To the next passage that has not been judged; to the result where there is none."""
        found = self._outcome()
        if found is None:
            return
        left = (item.position for item in found.sample.items if item.position > after and item.id not in found.said)
        self._at = next(left, -1)
        if self._at < 0:
            self._show_result(found)
        else:
            self._show_passage()
            self._turn_to(self.judging)

    @property
    def _is_judging(self) -> bool:
        return self._pages.currentWidget() is self.judging

    def _outcome(self) -> Outcome | None:
        return None if self._sample is None else outcome(self._session.library, self._sample)

    # What is shown

    def _show_passage(self) -> None:
        found, topic = self._outcome(), self._topic
        if found is None or topic is None:
            return
        item = found.sample.items[self._at]
        hidden = self.choosing.names_hidden.isChecked()
        self.judging.show_topic(topic)
        self.judging.show_passage(
            self._at + 1, len(found.sample.items), self._contexts[item.id], found.said.get(item.id), names_hidden=hidden
        )
        self._offer_answers()

    def _show_result(self, found: Outcome) -> None:
        if self._topic is not None:
            self.result.show_outcome(found, self._topic, self._contexts)
            self._turn_to(self.result)

    def _show_choosing(self) -> None:
        self._show_earlier()
        self._turn_to(self.choosing)

    def _show_earlier(self) -> None:
        topic, library = self._topic, self._session.library
        kept = [] if topic is None else library.read(lambda connection: samples.of_topic(connection, topic.id))
        coder = shown_coder(self._session)
        kept = [one for one in kept if coder in ("", one.coder.id)]
        self.choosing.show_earlier([outcome(library, one) for one in kept])

    def _turn_to(self, page: Choosing | Judging | Result) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        turned = self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        self._offer_answers()
        if turned and (had_focus or self.isVisible()):
            page.take_focus()

    def _offer_answers(self) -> None:
        """Keys answer only while a passage is seen."""
        seen, (yes, no, skip, back) = self._is_judging and self.isVisible(), ACTIONS
        there = seen and self._is_there
        for name, allowed in ((yes, there), (no, there), (skip, seen), (back, seen and self._at > 0)):
            self._session.actions.allow(name, allowed)

    @property
    def _is_there(self) -> bool:
        """Whether the passage still stands in the text."""
        return self._sample is not None and bool(self._contexts[self._sample.items[self._at].id].text)

    def _hear_of_edit(self, edit: Edit, who: object) -> None:
        """Undo and redo change what is shown."""
        if not any(change.table in TABLES for change in edit.changes):
            return
        if self._pages.currentWidget() is self.choosing:
            self._show_earlier()
        if who is self or self._sample is None:
            return
        name = self._sample.id
        self._sample = self._session.library.read(lambda connection: samples.one(connection, name))
        found = self._outcome()
        if found is None:
            self._show_choosing()
        elif self._is_judging:
            self._show_passage()
        elif self._pages.currentWidget() is self.result:
            self._show_result(found)

    def offer(self) -> Offer | str:
        """The sample that is open, with judgements and estimates."""
        found, topic = self._outcome(), self._topic
        if found is None or topic is None or self._pages.currentWidget() is self.choosing:
            return "Open a sample first: it can then be exported."
        return Offer("The sample", exportable(self._session.library, found, topic.name))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_answers()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._offer_answers()
