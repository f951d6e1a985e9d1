"""Concordance: every place where the words stand as a line, the passage below; sorted, thinned, categorised by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from index.concordance import Line, Place, sample_of, sorted_lines
from index.results import Results
from index.sensitive import note_on
from reader.library.records import Document
from reader.wording import tr, tr_count
from ui import theme
from ui.annotating.annotating import annotating
from ui.annotating.flow_layout import FlowLayout
from ui.manifesto.passage_pane import PassagePane
from ui.search.akin_row import AkinRow
from ui.search.coding_hits import ask_and_code
from ui.search.concordance.categories import Categories
from ui.search.concordance.categorising import Categorising
from ui.search.concordance.model import LinesModel
from ui.search.concordance.offering import offer_of
from ui.search.concordance.ordering import Order, Ordering, as_state, from_state
from ui.search.concordance.streaming import Passages, Streaming
from ui.search.concordance.table import LinesTable
from ui.search.face import Around, Asked
from ui.search.guidance import Guidance
from ui.search.like_this import look_like_this
from ui.search.shown_hit import show_hit
from ui.session.background import Task
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.collecting import collect
from ui.shared.explained import explain
from ui.shared.judging import add_to_topic
from ui.shared.offer import Offer
from ui.shared.placeholder import Step
from ui.theme.parts import Line as HairLine
from ui.theme.parts import Splitter, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, HALF, STEP, THREE, TWO

_LOW = 400  # a face lower than so many pixels at 100 % has no room for passages below its lines
_VERY_LOW = 270  # nor for a head, for buttons and for a second line of choices


class ConcordanceFace(Surface):
    """Lines come as they are found; once all are there they stand in the order that is wanted."""

    def __init__(self, session: Session, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Concordance"))
        explain(self, "concordance")
        self._session = session
        self._around = around
        self._asked = Asked()
        self._every: list[Line] = []  # as they stand in the manifestos
        self._sensitive: set[tuple[str, str]] = set()
        self._documents: dict[str, Document] = {}
        self._arranging: Task | None = None
        self._returning: Place | None = None  # the line that was in use before the same was asked once more
        self._streaming = Streaming(session, self)
        self.model = LinesModel(self)
        self.table = LinesTable(self.model, annotating(session))
        self._head = QWidget()
        self._controls = QWidget()
        flow = FlowLayout(self._controls, STEP)
        self.ordering = Ordering(self._controls, flow)
        self.categories = Categories(self._controls, flow)
        self.categorising = Categorising(session, self.model, self.table, self.categories, lambda: self._asked.query)
        self.akin = AkinRow()
        self._said = ""
        self._sentence = Text("", Role.SECONDARY).wrapped()
        self.pane = PassagePane(session)
        self.guidance = Guidance()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._guide(None)

    # What the place asks for

    @property
    def settled(self) -> bool:
        return self._streaming.settled and self._arranging is None and self.pane.settled

    @property
    def said(self) -> str:
        return self._said

    @property
    def passage(self) -> tuple[str, str] | None:
        line = self.table.current
        return (line.hit.document, line.hit.block) if line is not None else None

    @property
    def answers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "search.open": lambda: self._open(self.table.current),
            "search.next": lambda: self.table.step(1),
            "search.previous": lambda: self.table.step(-1),
            "search.collect": self._collect,
            "search.add-to-topic": self._add_to_topic,
            "search.code-all": self._code_all,
            "search.like-this": self._look_like_this,
            "search.sort": self.ordering.ask_for_sorting,
            "search.sort-right": self.ordering.sort_right,
            "search.sort-left": self.ordering.sort_left,
            "search.sample": self.ordering.ask_for_size,
            "search.draw-again": self.ordering.draw_again,
            "search.category": partial(self.categorising.put, 1),
            "search.no-category": partial(self.categorising.put, 0),
            "search.new-category": self.categorising.ask,
        }

    def ask(self, asked: Asked) -> None:
        current = self.table.current if asked == self._asked else None
        self._returning = current.place if current is not None else None
        self._asked = asked
        self._every, self._sensitive = [], set()
        self._drop_arranging()
        self._documents = {document.id: document for document in self._session.library.documents()}
        if not asked.query:
            self._streaming.stop()
            self.model.show_lines([], self._documents)
            self._guide(None)
            return
        self._say(tr("Searching…"))
        self.akin.offer(())
        self._streaming.begin(asked)

    def arrived(self) -> None:
        self.categorising.read()

    def take_focus(self) -> None:
        shown = self._stack.currentWidget() is not self.guidance
        (self.table if shown else self.guidance).setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        """What lines are sorted by, how they are thinned, and which categories they are put into."""
        return {**as_state(self.ordering.order), "group": self.categorising.group}

    def restore(self, state: Mapping[str, Any]) -> None:
        self.ordering.choose(from_state(dict(state)))
        group = state.get("group")
        self.categorising.group = group if isinstance(group, str) else ""

    def offer(self) -> Offer | str:
        """The lines that are shown, in their order; or why there is nothing to export."""
        if not self.model.lines:
            return tr("Search for something first: the lines can then be exported.")
        if not self._streaming.complete or self._arranging is not None:
            return tr("The lines are still being found. Export them in a moment.")
        order, every = self.ordering.order, len(self._every)
        names = self.categorising.names
        return offer_of(self._session, self._asked.query, self.model.lines, order, every, names, self._sensitive)

    # Lines

    def _on_came(self, lines: Sequence[Line], sensitive: Passages) -> None:
        first = not self._every
        self._every += lines
        self._sensitive |= sensitive
        if first:
            self.model.show_lines(lines, self._documents)
            self._stack.setCurrentWidget(self._splitter)
            self.table.use(0)
        else:
            self.model.append(lines)
        self._say(tr("{count:,} lines so far…", count=len(self._every)))

    def _arrange(self) -> None:
        """Thin and sort the lines on another thread; the line in use stays the one in use."""
        if not self._every or not self._streaming.complete:
            return
        self._drop_arranging()
        every, documents, order = self._every, self._documents, self.ordering.order

        def arrange() -> list[Line]:
            drawn = sample_of(every, order.size, order.seed) if order.size else every
            return sorted_lines(drawn, order.levels, documents)

        self._arranging = self._session.run(arrange, partial(self._on_arranged, order))

    def _drop_arranging(self) -> None:
        if self._arranging is not None:
            self._arranging.forget()
            self._arranging = None

    def _on_arranged(self, order: Order, lines: list[Line]) -> None:
        self._arranging = None
        current = self.table.current
        place, self._returning = self._returning or (current.place if current is not None else None), None
        self.model.show_lines(lines, self._documents)
        self._stack.setCurrentWidget(self._splitter)
        self.table.use(max(0, self.model.row_of(place)) if place is not None else 0)
        self.categorising.show()
        said = self._counted(lines, order)
        passages = {(line.hit.document, line.hit.block) for line in lines}
        self._say(said, note_on(len(passages & self._sensitive), len(passages)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._sentence.text()))

    def _say(self, sentence: str, note: str = "") -> None:
        self._said = sentence
        self._sentence.setText(f"{sentence}. {note}" if note else sentence)

    def _counted(self, lines: Sequence[Line], order: Order) -> str:
        manifestos = len({line.hit.document for line in lines})
        where = tr_count("in one manifesto", "in {count:,} manifestos", manifestos)
        if len(lines) < len(self._every):
            of = len(self._every)
            return tr(
                "A sample of {count:,} of {of:,} lines, drawn with the seed {seed}, {where}",
                count=len(lines),
                of=of,
                seed=order.seed,
                where=where,
            )
        return tr_count("One line {where}", "{count:,} lines {where}", len(lines), where=where)

    def _on_looked(self, results: Results) -> None:
        """Words that were not looked for are known now; where there are no lines, also what may have been meant."""
        self.akin.offer(results.also)
        if self._every:
            return
        self.model.show_lines([], self._documents)
        self._guide(results)
        self._say("")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.guidance.sentences))

    def _on_refused(self, error: object) -> None:
        self.model.show_lines([], self._documents)
        self._guide(None)
        self._around.refused.emit(error)

    def _guide(self, results: Results | None) -> None:
        documents = self._session.library.documents()
        if not documents:
            self.guidance.say_empty(Step.of(self._session.actions.action("add-files")))
        elif results is None:
            self.guidance.invite(len(documents))
        else:
            self.guidance.say_not_found(documents, results, self._around.query_wished.emit)
        self._stack.setCurrentWidget(self.guidance)

    # The line in use

    def _on_used(self, line: Line) -> None:
        show_hit(self.pane, replace(line.hit, marks=((line.start, line.end),)), [line.hit])

    def _open(self, line: Line | None) -> None:
        if line is not None:
            self._around.passage_activated.emit(line.hit.document, line.hit.block)

    def _collect(self) -> None:
        """Add the passage of the line in use to the plan."""
        if (line := self._in_use()) is not None:
            collect(self._session, line.hit.document, [(line.hit.block, 0, len(line.hit.text))])

    def _add_to_topic(self) -> None:
        """Ask to which topic the passage of the line in use belongs."""
        if (line := self._in_use()) is not None:
            add_to_topic(self._session, self, line.hit.document, [line.hit.block])

    def _code_all(self) -> None:
        """Put a code on the passages of all lines that are shown."""
        hits = {(line.hit.document, line.hit.block): line.hit for line in self.model.lines}
        ask_and_code(self._session, self, list(hits.values()))

    def _look_like_this(self) -> None:
        line = self.table.current
        look_like_this(self._session, self._around, line.hit if line is not None else None, self.pane)

    def _in_use(self) -> Line | None:
        line = self.table.current
        if line is None:
            self._session.say(tr("Choose a line first."))
        return line

    def _on_library_changed(self, change: LibraryChange) -> None:
        if not change.only_said:
            self.pane.forget()

    # Making

    def _lay_out(self) -> None:
        head = QVBoxLayout(self._head)
        head.setContentsMargins(THREE, 0, TWO, STEP)
        head.setSpacing(HALF)
        for widget in (self._sentence, self._controls):
            head.addWidget(widget)
        lines = Surface()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.akin)
        column.addSpacing(HALF)
        column.addWidget(HairLine())
        inside = QVBoxLayout()  # the words of the table begin where those above it do
        inside.setContentsMargins(TWO, 0, 0, 0)
        inside.addWidget(self.table)
        column.addLayout(inside, 1)
        self._splitter = Splitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(lines)
        self._splitter.addWidget(self.pane)
        self._splitter.setSizes([5 * COLUMN_WIDTH, 2 * COLUMN_WIDTH])
        self._splitter.setStretchFactor(0, 5)
        self._splitter.setStretchFactor(1, 2)
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self.guidance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self._streaming.came.connect(self._on_came)
        self._streaming.ended.connect(self._arrange)
        self._streaming.looked.connect(self._on_looked)
        self._streaming.refused.connect(self._on_refused)
        self.ordering.changed.connect(self._arrange)
        self.akin.wanted.connect(self._around.query_wished)
        self.ordering.picked.connect(self.take_focus)
        self.table.line_used.connect(self._on_used)
        self.table.line_activated.connect(self._open)
        self.table.left_upwards.connect(self._around.left_upwards)
        self.pane.open_wanted.connect(lambda: self._open(self.table.current))
        self._session.library_changed.connect(self._on_library_changed)
        theme.changed.connect(self._give_way)

    def _give_way(self) -> None:
        """Where there is little room the lines have it: Return opens the passage."""
        height = self.height() / max(1.0, theme.tokens().scale)
        self.pane.setVisible(height >= _LOW)
        for controls in (self.ordering, self.categories):
            controls.make_room(height >= _VERY_LOW)
        self.table.horizontalHeader().setVisible(height >= _VERY_LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()
