"""Passages: what was found by manifesto, best first, narrowed by facets; the passage opens beside the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from index.concording import EVERY
from index.exports.searching import Search, exportable
from index.results import Hit, Results
from index.sensitive import note_on
from reader.errors import UserError
from reader.library.clock import now
from reader.library.records import Document
from ui.annotating.annotating import annotating
from ui.manifesto.passage_pane import PassagePane
from ui.search.akin_row import AkinRow
from ui.search.coding_hits import ask_and_code
from ui.search.face import Around, Asked
from ui.search.guidance import Guidance
from ui.search.like_this import look_like_this
from ui.search.passages.coding import bar_on_results
from ui.search.passages.facets_row import FacetsRow
from ui.search.passages.groups import Facets, choices, found_sentence, grouped
from ui.search.passages.looking import Looking
from ui.search.passages.results_model import ResultsModel
from ui.search.passages.results_view import ResultsView
from ui.search.shown_hit import show_hit
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.collecting import collect
from ui.shared.judging import add_to_topic
from ui.shared.offer import Offer
from ui.shared.placeholder import Step
from ui.theme.parts import Line, Splitter, Surface
from ui.theme.tokens import COLUMN_WIDTH, SIX, STEP, THREE, TWO
from ui.version import PROGRAM


class PassagesFace(Surface):
    """What was found by manifesto, and the passage. The newest query wins."""

    def __init__(self, session: Session, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Passages")
        self._session = session
        self._around = around
        self._asked = Asked()
        self._looking = Looking(session, self)
        self._documents: dict[str, Document] = {}
        self._facets = Facets()
        self._row = FacetsRow()
        self.akin = AkinRow()
        self._model = ResultsModel(self)
        self.list = ResultsView(self._model)
        self._more = QPushButton("Show more")
        self._below = QWidget()  # only there with its button: the list ends where the window does
        self.coding = bar_on_results(session, self.list, self._collect)
        self.pane = PassagePane(session)
        self.guidance = Guidance()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    # What the place asks for

    @property
    def settled(self) -> bool:
        return self._looking.settled and self.pane.settled

    @property
    def said(self) -> str:
        return self._row.sentence

    @property
    def note(self) -> str:
        """What stands before the passages that were found."""
        return self._row.note

    @property
    def passage(self) -> tuple[str, str] | None:
        hit = self.list.hit
        return (hit.document, hit.block) if hit is not None else None

    @property
    def answers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "search.open": lambda: self._open(self.list.hit),
            "search.next": lambda: self.list.step(1),
            "search.previous": lambda: self.list.step(-1),
            "search.more": self.show_more,
            "search.code": self.coding.open,
            "search.collect": self._collect,
            "search.code-all": self._code_all,
            "search.add-to-topic": self._add_to_topic,
            "search.like-this": lambda: look_like_this(self._session, self._around, self.list.hit, self.pane),
        }

    def ask(self, asked: Asked) -> None:
        if asked.query != self._asked.query and self._asked.query:
            self._facets = Facets()
        if asked != self._asked:
            self._looking.begin_anew()
        self._asked = asked
        self._begin()

    def show_more(self) -> None:
        """Look further down the results."""
        self._looking.look_further()
        self._begin()

    def arrived(self) -> None:
        self._show()

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        """What it is narrowed to."""
        return asdict(self._facets)

    def restore(self, state: Mapping[str, Any]) -> None:
        names = (each.name for each in fields(Facets))
        self._facets = Facets(**{name: state[name] for name in names if isinstance(state.get(name), str)})

    def offer(self) -> Offer | str:
        """The passages that are in the list, in its order; or why there is nothing to export."""
        results, groups = self._looking.results, self._model.groups
        if results is None or not groups:
            return "Search for something first: what is found can then be exported."
        hits = tuple(hit for group in groups for hit in group.hits)
        sensitive = frozenset(self._looking.sensitive)
        found = Search(replace(results, hits=hits), self._documents, now(), PROGRAM, self._facets.words, sensitive)
        return Offer("The passages found", exportable(found))

    # Searching

    def _begin(self) -> None:
        self._looking.begin(self._asked)
        if not self._asked.query:
            self._show()

    def _on_found(self) -> None:
        self._documents = {document.id: document for document in self._session.library.documents()}
        self._offer_facets(self._facets)
        self._narrow()

    def _offer_facets(self, chosen: Facets) -> None:
        if (results := self._looking.results) is not None:
            self._row.offer(choices(results.hits, self._documents, self._looking.labels), chosen)

    def _on_labels(self) -> None:
        self._offer_facets(self._facets)
        if self._facets.topic:  # which is not known before
            self._narrow()

    def _on_refused(self, error: UserError) -> None:
        self._show()
        self._around.refused.emit(error)

    # Showing

    def _narrow(self) -> None:
        """Show the results that fit the facets, at the hit that was current if it is still there."""
        if (results := self._looking.results) is None:
            return
        self._facets = self._row.facets
        current = self.list.hit
        self._model.show_groups(grouped(results.hits, self._documents, self._facets, self._looking.labels))
        kept = self._model.index_of(current.document, current.block) if current else self._model.first()
        self._show()
        self.list.choose(kept if kept.isValid() else self._model.first())
        said = found_sentence(results, self._model.groups)
        self._row.say(said)
        shown = [(hit.document, hit.block) for group in self._model.groups for hit in group.hits]
        self._row.warn(note_on(sum(each in self._looking.sensitive for each in shown), len(shown)))
        told = f"{said}. {self._row.note}" if self._row.note else said
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told or self.guidance.sentences))

    def _show(self) -> None:
        """Bring forward the results, or what to say instead of them."""
        results = self._looking.results
        there = bool(self._model.groups) and results is not None
        self._row.setVisible(results is not None and bool(results.hits))
        self.akin.offer(results.also if results is not None else ())
        self._below.setVisible(results is not None and len(results.hits) < results.total)
        if not there:
            self._guide(results)
        self._stack.setCurrentWidget(self._splitter if there else self.guidance)

    def _guide(self, results: Results | None) -> None:
        documents = self._session.library.documents()
        if not documents:
            self.guidance.say_empty(Step.of(self._session.actions.action("add-files")))
        elif results is None:
            self.guidance.invite(len(documents))
        elif results.hits:
            self.guidance.say_hidden(Step("Show everything", self._show_everything))
        else:
            self.guidance.say_not_found(documents, results, self._around.query_wished.emit)

    def _show_everything(self) -> None:
        self._offer_facets(Facets())
        self._narrow()

    def _on_hit_chosen(self, hit: Hit) -> None:
        group = next((each for each in self._model.groups if each.document.id == hit.document), None)
        show_hit(self.pane, hit, group.hits if group else (hit,))

    def _open(self, hit: Hit | None) -> None:
        if hit is not None:
            self._around.passage_activated.emit(hit.document, hit.block)

    def _collect(self) -> None:
        """Add the passage that is chosen to the plan."""
        hit = self.list.hit
        if hit is None:
            self._session.say("Choose a passage in the results first.")
        else:
            collect(self._session, hit.document, [(hit.block, 0, len(hit.text))])

    def _code_all(self) -> None:
        """Put a code on all that was found and is not narrowed away; what is not listed is looked for first."""
        results, session = self._looking.results, self._session
        if results is not None and len(results.hits) < results.total:
            asked, coder = self._asked, annotating(session).coder_shown
            session.run(
                lambda: session.search(
                    asked.query, limit=EVERY, documents=asked.documents, coder=coder, others_tried=False
                ),
                lambda every: self._code(every.hits),
            )
        else:
            self._code(results.hits if results is not None else ())

    def _code(self, hits: Sequence[Hit]) -> None:
        groups = grouped(hits, self._documents, self._facets, self._looking.labels)
        ask_and_code(self._session, self, [hit for group in groups for hit in group.hits])

    def _follow_codes(self, _document: str) -> None:
        """Passages may carry other codes now, or others be asked; the list stays, unless it is of what coders say."""
        if self._looking.results is None or not self.isVisible():
            return
        typed = self._asked.query.casefold()
        if self._facets.code or "code:" in typed or "kind:" in typed:
            self._around.look_again_wished.emit()
        else:
            self._looking.read_labels()

    def _on_library_changed(self, change: LibraryChange) -> None:
        if not change.only_said:
            self.pane.forget()

    def _add_to_topic(self) -> None:
        """Ask to which topic the passage that is chosen belongs."""
        hit = self.list.hit
        if hit is None:
            self._session.say("Choose a passage in the results first.")
        else:
            add_to_topic(self._session, self, hit.document, [hit.block])

    # Making

    def _lay_out(self) -> None:
        found = Surface()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        more = QVBoxLayout(self._below)
        more.setContentsMargins(THREE, STEP, TWO, STEP)
        more.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._below)
        self._splitter = Splitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(found)
        self._splitter.addWidget(self.pane)
        self._splitter.setSizes([2 * COLUMN_WIDTH - SIX, 3 * COLUMN_WIDTH])
        self._splitter.setStretchFactor(0, 3)  # both give way to the plan beside
        self._splitter.setStretchFactor(1, 5)
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self.guidance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._row)
        layout.addWidget(self.akin)
        layout.addSpacing(STEP)
        layout.addWidget(Line())
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._looking.found.connect(self._on_found)
        self._looking.refused.connect(self._on_refused)
        self._looking.slow.connect(lambda: self._row.say("Searching…"))
        self._row.changed.connect(self._narrow)
        self.akin.wanted.connect(self._around.query_wished)
        self._row.picked.connect(self.take_focus)
        self.list.hit_chosen.connect(self._on_hit_chosen)
        self.list.hit_activated.connect(self._open)
        self.list.left_upwards.connect(self._around.left_upwards)
        self._more.clicked.connect(self.show_more)
        self.pane.open_wanted.connect(lambda: self._open(self.list.hit))
        self._session.library_changed.connect(self._on_library_changed)
        annotating(self._session).changed.connect(self._follow_codes)
        self._looking.labels_read.connect(self._on_labels)
