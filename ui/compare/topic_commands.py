"""What can be done with topics: made, edited, kept, duplicated, shared, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from index.topics.model import Topic
from reader.errors import UserError
from reader.library.code_looks import unused_colour
from ui.actions.offered import COMPARE
from ui.compare.cards.entries import Entry
from ui.compare.demands import DemandsQuestion, ask_demands
from ui.compare.panels.panel_host import PanelHost
from ui.session.session import Session
from ui.shared.collecting import chosen_plan, evidence_in
from ui.shared.file_asking import ask_for_file
from ui.shared.pointing_out import answer
from ui.shared.saving import ask_and_save

if TYPE_CHECKING:
    from reader.library.collected import Evidence
    from ui.compare.topics.editor import TopicEditor

EDITOR = "topic"
_FILES = "Topics (*.toml)"


class TopicCommands(QObject):
    """Answers the actions of Compare that are about topics. `current` gives the topic in use, `card` the
    entry of the comparison that keys act on."""

    topic_wished = Signal(str)  # the id of the topic to be shown

    def __init__(
        self,
        session: Session,
        host: PanelHost,
        current: Callable[[], Topic | None],
        card: Callable[[], Entry | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._host = host
        self._current = current
        self._window = parent
        self._editing: TopicEditor | None = None
        self._beginning = False
        self.question: DemandsQuestion | None = None
        slots: dict[str, Callable[[], object]] = {
            "compare.new-topic": self.new,
            "compare.new-demands": self.ask_for_demands,
            "compare.duplicate-topic": self.duplicate,
            "compare.save-topic": self.save,
            "compare.import-topic": self._ask_and_import,
            "compare.export-topic": self._ask_and_export,
            "compare.delete-topic": self.delete,
            "compare.topic-from-plan": self.from_plan,
            "compare.restore-topic": self.restore,
        }
        for name, slot in slots.items():
            session.actions.connect(name, slot)

        def passage() -> tuple[str, str] | None:
            entry = card()
            match = entry.passage.match if entry is not None and entry.passage is not None else None
            return (match.document, match.block) if match is not None else None

        answer(session, COMPARE, passage, self.from_examples)
        session.topics_changed.connect(self.allow)
        host.opened.connect(self._hear_of_panel)
        host.closed.connect(self._hear_of_closing)

    def allow(self) -> None:
        """Offer what there is something to do for."""
        from index.topics.own import thrown_away

        topic, actions = self._in_use(), self._session.actions
        actions.allow("compare.save-topic", self._host.shown == EDITOR)
        own = topic is not None and not topic.builtin
        actions.allow("compare.delete-topic", own)
        for name in ("compare.duplicate-topic", "compare.export-topic"):
            actions.allow(name, topic is not None)
        if own and topic is not None:
            back = topic.id in self._session.built_in
            actions.action("compare.delete-topic").setText("Back to the built-in" if back else "Delete topic")
        actions.allow("compare.restore-topic", thrown_away(self._session.home.topics) is not None)

    def new(self) -> None:
        """Begin a topic, or go on with an unfinished one."""
        self._editor().begin_new()

    def ask_for_demands(self) -> None:
        """Ask for a list of demands, and begin a topic with a row for each."""
        self.question = ask_demands(self._session, self._window, lambda draft: self._editor().begin_new(draft))

    def from_search(self, query: str) -> None:
        """Begin a topic that looks for what was searched for."""
        from index.topics.drafting import begun_from_search

        colour = unused_colour(topic.colour for topic in self._session.topics)
        self._editor().begin_new(begun_from_search(query, colour))

    def from_draft(self, draft: Topic, passages: Sequence[tuple[str, str]]) -> None:
        """Begin a topic as this draft, with the words that these passages (document, block) share to choose from."""
        self._editor().begin_new(draft, tuple(passages))

    def from_passages(self, passages: Sequence[tuple[str, str]]) -> None:
        """Begin a topic with the words that these passages (document, block) share."""
        if passages:
            self._editor().begin_new(passages=tuple(passages))

    def from_examples(self) -> None:
        """Begin a topic from the passages that were pointed out; they are no examples any more."""
        passages = self._session.examples.passages
        self.from_passages(passages)
        self._session.examples.clear()

    def from_plan(self) -> None:
        """Begin a topic from the quotations of the plan in use."""
        home, chosen = self._session.home, chosen_plan(self._session)

        def begin(found: Sequence[Evidence]) -> None:
            blocks = [(one.document.id, one.block.id) for one in found if one.block is not None]
            if blocks:
                self.from_passages(tuple(dict.fromkeys(blocks)))
            else:
                self._session.say("There is no quotation in the plan yet: K adds a passage.")

        self._session.run(lambda: evidence_in(home, chosen), begin)

    def duplicate(self) -> None:
        """Begin a topic that is so far the same as the one in use."""
        from index.topics.drafting import duplicated

        topic = self._in_use()
        if topic is not None:
            self._editor().begin_new(duplicated(topic, [each.name for each in self._session.topics]))

    def save(self) -> None:
        """Keep the draft as a file of the user's own; where something is missing, say what and go there."""
        from index.topics.drafting import finished
        from index.topics.own import keep

        editor = self._editor()
        if problem := editor.problem():
            editor.say(problem)
            return
        if editor.draft.clean:
            editor.say("There is nothing new to save.")
            return
        topic = finished(editor.draft.topic, editor.draft.before, [each.id for each in self._session.topics])
        if self._do(lambda: keep(self._session.home.topics, topic)):
            editor.kept(topic)
            self._show(topic.id)

    def delete(self) -> None:
        """Take the topic in use out of the user's own; one that took a built-in topic's place gives it back."""
        from index.topics.own import throw_away

        topic = self._in_use()
        if topic is None or topic.builtin:
            return
        if self._do(lambda: throw_away(self._session.home.topics, topic.id)):
            if self._editing is not None and self._editing.draft.topic.id == topic.id:
                self._editing.dropped()  # first: closing tells of what is not saved
                if self._host.shown == EDITOR:
                    self._host.close_panel()
            self._show(topic.id, f"“{topic.name}” is deleted. Edit > Bring back the deleted topic undoes that.")

    def restore(self) -> None:
        """Bring back the topic that was deleted last."""
        from index.topics.own import bring_back

        def bring() -> None:
            topic = bring_back(self._session.home.topics, self._session.topics)
            self._show(topic.id, f"“{topic.name}” is back.")

        self._do(bring)

    def import_file(self, path: Path) -> None:
        """Take in a topic that somebody shared; a file with a fault is refused with line and reason."""
        from index.topics.own import take_in

        def take() -> None:
            topic = take_in(path, self._session.home.topics, self._session.topics)
            known = topic in self._session.topics
            self._show(topic.id, f"“{topic.name}” is there already." if known else f"“{topic.name}” is imported.")

        self._do(take)

    def export_to(self, path: Path) -> None:
        """Write the topic in use as one file."""
        from index.topics.own import share

        topic = self._in_use()
        if topic is not None and self._do(lambda: share(topic, path)):
            self._session.say(f"“{topic.name}”, version {topic.version}, is in {path.name}.")

    def _ask_and_import(self) -> None:
        chosen = ask_for_file(self._session.settings, self._window, "Import a topic", _FILES)
        if chosen is not None:
            self.import_file(chosen)

    def _ask_and_export(self) -> None:
        topic = self._in_use()
        if topic is not None:
            ask_and_save(self._session, self._window, "Export the topic", f"{topic.id}.toml", _FILES, self.export_to)

    def _show(self, topic: str, done: str = "") -> None:
        """Topics are different now: show this one, and say what was `done`."""
        self._session.reload_topics(done)
        self.topic_wished.emit(topic)

    def _do(self, work: Callable[[], object]) -> bool:
        """Do it and say what went wrong with it; whether nothing did."""
        try:
            work()
        except UserError as error:
            self._session.say_problem(error)
            return False
        return True

    def _editor(self) -> TopicEditor:
        """The editor, shown."""
        self._beginning = True
        if self._host.shown != EDITOR:
            self._host.open_panel(EDITOR)
        self._beginning = False
        return self._made()

    def _made(self) -> TopicEditor:
        if self._editing is None:
            self._editing = cast("TopicEditor", self._host.panel(EDITOR))
            self._editing.save_wished.connect(self.save)
        return self._editing

    def _hear_of_panel(self, panel: str) -> None:
        """The editor was opened by its own key: it edits the topic in use."""
        topic = self._current()
        if panel == EDITOR and not self._beginning:
            if topic is not None:
                self._made().edit(topic)
            else:
                self._made().begin_new()
        self.allow()

    def _hear_of_closing(self) -> None:
        """A panel was closed: where the editor holds what is not saved, people are told that it waits."""
        if self._editing is not None and self._editing.unsaved:
            name = self._editing.draft.topic.name or "The topic"
            self._session.say(f"“{name}” is not saved yet; the editor keeps it until the program closes.")
        self.allow()

    def _in_use(self) -> Topic | None:
        """The topic that is edited, as it was last kept; else the one that is compared."""
        if self._host.shown == EDITOR and self._editing is not None:
            return self._editing.draft.before
        return self._current()
