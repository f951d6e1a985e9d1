"""The Search place: what is typed is looked for in every manifesto; the passage opens beside the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from index.exports.searching import Search, exportable
from index.results import Hit, Results
from index.sensitive import note_on
from reader.errors import UserError
from reader.library.clock import now
from reader.library.records import Document
from ui.actions.offered import SEARCH
from ui.codebook.beside import codebook_beside
from ui.plans.beside import plan_beside
from ui.search.coding import bar_on_results
from ui.search.facets_row import FacetsRow
from ui.search.groups import Facets, choices, grouped
from ui.search.guidance import Guidance, not_found, search_field
from ui.search.passage_pane import PassagePane
from ui.search.results_model import ResultsModel
from ui.search.results_view import ResultsView
from ui.session.background import Task
from ui.session.session import LibraryChange, Session
from ui.shared.collecting import collect
from ui.shared.judging import add_to_topic
from ui.shared.offer import PROGRAM, Offer
from ui.shared.pointing_out import answer
from ui.shared.sensitive import sensitive_in
from ui.theme.parts import Line, Splitter, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, HALF, SIX, STEP, THREE, TWO

_TYPING_MS = 200
_SLOW_MS = 400
_FIRST_LIMIT = 200
_MORE = 5  # times as many with each "Show more"


class SearchPlace(Surface):
    """A field, what was found by manifesto, and the passage. The newest query wins."""

    passage_activated = Signal(str, str)  # document, block
    topic_wished = Signal(str)  # a topic is to be made of this search
    examples_wished = Signal()  # a topic is to be made of the examples pointed out

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Search")
        self._session = session
        self._task: Task | None = None
        self._results: Results | None = None
        self._sensitive: Set[tuple[str, str]] = frozenset()
        self._documents: dict[str, Document] = {}
        self._limit = _FIRST_LIMIT
        self._facets = Facets()
        self.field = search_field()
        self._problem = Text("", Role.ERROR).wrapped()
        self._problem.hide()
        self._row = FacetsRow()
        self._model = ResultsModel(self)
        self.list = ResultsView(self._model)
        self._more = QPushButton("Show more")
        self.coding = bar_on_results(session, self.list, self._collect)
        self._pane = PassagePane(session)
        self._guidance = Guidance()
        self._stack = QStackedWidget()
        self._beside = Splitter(Qt.Orientation.Horizontal)
        self._beside.addWidget(self._stack)
        self.plan = plan_beside(session, "search.plan", self._beside, self.passage_activated.emit)
        self.codebook = codebook_beside(session, "search.codebook", self._beside)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._lay_out()
        self._connect()
        self._show()

    # What the window asks for

    @property
    def settled(self) -> bool:
        """Whether what was typed has been looked for and can be seen."""
        beside = self.plan.settled and self.codebook.settled
        return self._task is None and not self._typing.isActive() and self._pane.settled and beside

    @property
    def guidance(self) -> Guidance:
        return self._guidance

    @property
    def pane(self) -> PassagePane:
        return self._pane

    @property
    def said(self) -> str:
        """What stands above the results, or why there are none."""
        return self._problem.text() if not self._problem.isHidden() else self._row.sentence

    @property
    def note(self) -> str:
        """What stands before the passages that were found."""
        return self._row.note

    def search(self, query: str) -> None:
        """Look for this at once."""
        with QSignalBlocker(self.field):
            self.field.setText(query)
        self._begin()

    def show_more(self) -> None:
        """Look further down the results."""
        self._limit *= _MORE
        self._begin()

    def arrived(self) -> None:
        """The place has come into sight: ready for typing, or for going on in the list."""
        if self._results is None and self.field.text().strip():
            self._begin()
        self._show()
        if not self.list.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()

    def state(self) -> dict[str, Any]:
        """What is looked for, and what it is narrowed to."""
        facets = self._row.facets
        return {"query": self.field.text(), "party": facets.party, "year": facets.year, "kind": facets.kind}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Look for what state() told of, once the place comes into sight."""
        words = {name: state[name] for name in ("query", "party", "year", "kind") if isinstance(state.get(name), str)}
        with QSignalBlocker(self.field):
            self.field.setText(words.pop("query", ""))
        self._facets = Facets(**words)

    def offer(self) -> Offer | str:
        """The passages that are in the list, in its order; or why there is nothing to export."""
        results, groups = self._results, self._model.groups
        if results is None or not groups:
            return "Search for something first: what is found can then be exported."
        hits = tuple(hit for group in groups for hit in group.hits)
        found = Search(replace(results, hits=hits), self._documents, now(), PROGRAM, self._facets.words)
        return Offer("The passages found", exportable(found))

    # Searching

    def _type(self) -> None:
        """Somebody is typing: wait for a pause."""
        self._limit = _FIRST_LIMIT
        self._facets = Facets()
        self._typing.start()

    def _begin(self) -> None:
        self._typing.stop()
        if self._task is not None:
            self._task.forget()
            self._task = None
        query = self.field.text().strip()
        if not query:
            self._results = None
            self._show()
            return
        session, limit, topics = self._session, self._limit, tuple(self._session.topics)

        def look() -> tuple[Results, frozenset[tuple[str, str]]]:
            results = session.search(query, limit=limit)
            return results, sensitive_in(session.home, topics, {hit.document for hit in results.hits})

        self._slow.start()
        self._task = session.run(look, lambda found: self._on_found(*found), self._on_refused)

    def _on_found(self, results: Results, sensitive: Set[tuple[str, str]]) -> None:
        self._end()
        self._results, self._sensitive = results, sensitive
        self._documents = {document.id: document for document in self._session.library.documents()}
        self._row.offer(choices(results.hits, self._documents), self._facets)
        self._narrow()

    def _on_refused(self, error: UserError) -> None:
        self._end()
        self._results = None
        self._show()
        self._problem.setText(f"{error.problem} {error.advice}")
        self._problem.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._problem.text()))

    def _end(self) -> None:
        self._task = None
        self._slow.stop()

    def _say_slow(self) -> None:
        self._row.say("Searching…")

    # Showing

    def _narrow(self) -> None:
        """Show the results that fit the facets, at the hit that was current if it is still there."""
        if self._results is None:
            return
        self._facets = self._row.facets
        current = self.list.hit
        self._model.show_groups(grouped(self._results.hits, self._documents, self._facets))
        kept = self._model.index_of(current.document, current.block) if current else self._model.first()
        self._show()
        self.list.choose(kept if kept.isValid() else self._model.first())
        said = self._found_sentence()
        self._row.say(said)
        shown = [(hit.document, hit.block) for group in self._model.groups for hit in group.hits]
        self._row.warn(note_on(sum(each in self._sensitive for each in shown), len(shown)))
        told = f"{said}. {self._row.note}" if self._row.note else said
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told or self._guidance.sentences))

    def _show(self) -> None:
        """Bring forward the results, or what to say instead of them."""
        self._problem.hide()
        results = self._results
        there = bool(self._model.groups) and results is not None
        self._row.setVisible(results is not None and bool(results.hits))
        self._more.setVisible(results is not None and len(results.hits) < results.total)
        if not there:
            self._guide(results)
        self._stack.setCurrentWidget(self._splitter if there else self._guidance)

    def _guide(self, results: Results | None) -> None:
        documents = len(self._session.library.documents())
        if not documents:
            self._guidance.say("Nothing to search yet", "Manifestos that you add can be searched here.", "Add files…")
        elif results is None:
            which = "the one manifesto" if documents == 1 else f"all {documents} manifestos"
            self._guidance.say(f"Search {which}", "Type words, or one of these:", examples=True)
        elif results.hits:
            self._guidance.say("Nothing of that kind", "The choices above hide what was found.", "Show everything")
        else:
            suggested = f"Search for “{results.suggestion}”" if results.suggestion else ""
            said = not_found(self._session.library.documents(), results)
            self._guidance.say(f"Nothing found for “{results.query}”", said, suggested, examples=not suggested)

    def _take_step(self) -> None:
        if not self._session.library.documents():
            self._session.actions.action("add-files").trigger()
        elif self._results is not None and self._results.hits:
            self._row.offer(choices(self._results.hits, self._documents), Facets())
            self._narrow()
        elif self._results is not None:
            self.search(self._results.suggestion)

    def _found_sentence(self) -> str:
        shown = sum(len(group.hits) for group in self._model.groups)
        if self._results is None or not shown:
            return ""
        manifestos = len(self._model.groups)
        where = f"in {manifestos:,} manifestos" if manifestos > 1 else "in one manifesto"
        if len(self._results.hits) < self._results.total:
            return f"The best {shown:,} of {self._results.total:,} passages, {where}"
        return f"{shown:,} passages {where}" if shown > 1 else f"One passage {where}"

    def _on_hit_chosen(self, hit: Hit) -> None:
        group = next((each for each in self._model.groups if each.document.id == hit.document), None)
        self._pane.show_hit(hit, group.hits if group else (hit,))

    def _open(self, hit: Hit | None) -> None:
        if hit is not None:
            self.passage_activated.emit(hit.document, hit.block)

    def _collect(self) -> None:
        """Add the passage that is chosen to the plan."""
        hit = self.list.hit
        if hit is None:
            self._session.say("Choose a passage in the results first.")
        else:
            collect(self._session, hit.document, [(hit.block, 0, len(hit.text))])

    def _add_to_topic(self) -> None:
        """Ask to which topic the passage that is chosen belongs."""
        hit = self.list.hit
        if hit is None:
            self._session.say("Choose a passage in the results first.")
        else:
            add_to_topic(self._session, self, hit.document, [hit.block])

    def _on_library_changed(self, change: LibraryChange) -> None:
        if change.only_said:
            return
        self._pane.forget()
        if self.isVisible() and self.field.text().strip():
            self._typing.start()
        elif not self.field.text().strip():
            self._show()
        else:
            self._results = None  # looked for again when the place comes into sight

    def _on_import_ended(self) -> None:
        """There may be an index now where there was none, or more in it."""
        self._on_library_changed(LibraryChange())

    def _keep_as_topic(self) -> None:
        if (query := self.field.text().strip()) and not self._problem.isVisible():
            self.topic_wished.emit(query)
        else:
            self._session.say("Search for something first: a topic can then be made of it.")

    def _passage(self) -> tuple[str, str] | None:
        hit = self.list.hit
        return (hit.document, hit.block) if hit is not None else None

    def _go_to_list(self) -> None:
        if self._typing.isActive() or self._results is None:
            self._begin()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # Making

    def _lay_out(self) -> None:
        found = Surface()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        more = QVBoxLayout()
        more.setContentsMargins(THREE, STEP, TWO, STEP)
        more.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(more)
        self._splitter = Splitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(found)
        self._splitter.addWidget(self._pane)
        self._splitter.setSizes([2 * COLUMN_WIDTH - SIX, 3 * COLUMN_WIDTH])
        self._splitter.setStretchFactor(0, 3)  # both give way to the plan beside
        self._splitter.setStretchFactor(1, 5)
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._guidance)
        head = QVBoxLayout()
        head.setContentsMargins(THREE, TWO, THREE, STEP)
        head.setSpacing(HALF)
        head.addWidget(self.field)
        head.addWidget(self._problem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._row)
        layout.addSpacing(STEP)
        layout.addWidget(Line())
        layout.addWidget(self._beside, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._type)
        self.field.installEventFilter(self)
        self._typing.timeout.connect(self._begin)
        self._slow.timeout.connect(self._say_slow)
        self._row.changed.connect(self._narrow)
        self._row.picked.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.hit_chosen.connect(self._on_hit_chosen)
        self.list.hit_activated.connect(self._open)
        self.list.left_upwards.connect(self._go_to_field)
        self._more.clicked.connect(self.show_more)
        for beside in (self.plan, self.codebook):
            beside.closed.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self._pane.open_wanted.connect(lambda: self._open(self.list.hit))
        self._guidance.suggestion_taken.connect(self._take_step)
        self._session.library_changed.connect(self._on_library_changed)
        self._session.import_ended.connect(self._on_import_ended)
        answers: dict[str, Callable[..., object]] = {
            "search.field": self._go_to_field,
            "search.open": lambda: self._open(self.list.hit),
            "search.next": lambda: self.list.step(1),
            "search.previous": lambda: self.list.step(-1),
            "search.more": self.show_more,
            "search.collect": self._collect,
            "search.add-to-topic": self._add_to_topic,
            "search.keep-topic": self._keep_as_topic,
        }
        for name, slot in answers.items():
            self._session.actions.connect(name, slot)
        answer(self._session, SEARCH, self._passage, self.examples_wished.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_to_list()
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return False
