"""Words: tables of what is said how often, by whom, where and beside what; each figure leads to its passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from index.words.collocates import Collocates
from index.words.readability import Readability
from index.words.tables import Column, Line
from index.words.wishes import OF_CHOICES, Answer, Counted, language_of
from reader.errors import UserError
from reader.library.records import Document
from reader.wording import tr
from ui import theme
from ui.charts.figure import Spot
from ui.charts.figure_view import FigureView
from ui.search.face import Around, Asked
from ui.search.words.counting import Counting
from ui.search.words.kinds import Kind, kinds
from ui.search.words.leaving import offer_of
from ui.search.words.narrowing import narrowed
from ui.search.words.near_lines import NearLines
from ui.search.words.options import Options
from ui.search.words.plot import plot_figure
from ui.search.words.stop_words import StopWords
from ui.search.words.table import FiguresTable
from ui.session.session import Session
from ui.session.shown_coders import shown_coder
from ui.session.signals import LibraryChange
from ui.shared.explained import explain
from ui.shared.offer import Offer
from ui.shared.placeholder import Placeholder, Step
from ui.theme.parts import Line as HairLine
from ui.theme.parts import Splitter, Surface, TabBar
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, HALF, STEP, THREE, TWO

_LOW = 400  # pixels at 100 %: lower, there is no room for two tables


class WordsFace(Surface):
    """Tabs for the tables, choices for each, and the table itself, or a plot in its place."""

    def __init__(self, session: Session, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Words"))
        explain(self, "words")
        self._session = session
        self._around = around
        self._asked = Asked()
        self._answer: Answer | None = None
        self._wants_keys = False
        self._kinds = kinds()
        self._counting = Counting(session, self)
        self.tabs = TabBar()
        self.tabs.setAccessibleName(tr("Tables of words"))
        for kind in self._kinds:
            self.tabs.add(kind.title, kind.hint)
        self.options = Options()
        self._said = ""
        self._sentence = Text("", Role.SECONDARY).wrapped()
        self.table = FiguresTable(tr("Words"))
        self.plot = FigureView()
        self.near = NearLines(session)
        self.stop_words = StopWords(session)
        self.nothing = Placeholder(leading=True)
        self._tabled, self._plotted = Surface(), Surface()
        self._head = QWidget()
        self._shown = QStackedWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.options.show_for(self.kind)

    # What the place asks for

    @property
    def settled(self) -> bool:
        return self._counting.settled and self.near.settled

    @property
    def said(self) -> str:
        return self._said

    @property
    def passage(self) -> tuple[str, str] | None:
        spot = self.plot.chart.spot if self._shown.currentWidget() is self._plotted else None
        return (spot.document, spot.block) if spot is not None and spot.block else None

    @property
    def answers(self) -> Mapping[str, Callable[[], object]]:
        return {"search.sort": self.table.sort_by_current, "search.open": self._open_current}

    @property
    def kind(self) -> Kind:
        """The table in front."""
        return self._kinds[max(0, self.tabs.currentIndex())]

    def ask(self, asked: Asked) -> None:
        if asked == self._asked and self._answer is not None:
            self._counting.forget()
        self._asked = asked
        self._offer()
        self._begin()

    def arrived(self) -> None:
        """Nothing changes while it is out of sight: it is asked anew then."""

    def take_focus(self) -> None:
        """Take the keys; what is still being counted gets them when it is there."""
        self._wants_keys = not self._counting.settled
        self._front().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_table(self, table: Counted) -> None:
        """Bring this table forward."""
        self.tabs.setCurrentIndex(next(at for at, kind in enumerate(self._kinds) if kind.table is table))

    def state(self) -> dict[str, Any]:
        """Which table is in front, and what is chosen."""
        return {"table": self.kind.table.value, **self.options.state()}

    def restore(self, state: Mapping[str, Any]) -> None:
        self.options.restore(state)
        if state.get("table") in {kind.table.value for kind in self._kinds}:
            self.show_table(Counted(state["table"]))

    def offer(self) -> Offer | str:
        """The table in front, in the order in which it is shown; or why there is nothing to export."""
        if self._answer is None or self._stack.currentWidget() is self.nothing:
            return tr("There is no table yet that could be exported.")
        drawn = self._shown.currentWidget() is self._plotted
        return offer_of(self._answer, self.table.figures.lines, drawn=drawn)

    # Counting

    def _offer(self) -> None:
        self.options.offer(self._documents(), self._session.library.sets(), self._session.topics)
        self.options.show_for(self.kind)

    def _documents(self) -> list[Document]:
        """Those whose words are counted."""
        named = self._asked.documents
        return [one for one in self._session.library.documents() if named is None or one.id in named]

    def _begin(self) -> None:
        """Count what is asked now."""
        self._close_near()
        documents = [one.id for one in self._documents()]
        table = self.kind.table
        if not documents:
            self._say_nothing(
                tr("Nothing to count yet"),
                tr("Words of manifestos that you add are counted here."),
                Step.of(self._session.actions.action("add-files")),
            )
        elif table in OF_CHOICES and not self._asked.query:
            self._say_nothing(*_invitation(table))
        elif table is Counted.KEYNESS and len(documents) < 2:
            self._say_nothing(
                tr("Nothing to compare with"), tr("Key words need two manifestos at least. Choose more of them above.")
            )
        else:
            typed, coder = self._asked.query if table in OF_CHOICES else "", shown_coder(self._session)
            self._counting.begin(self.options.wish(table, typed, documents, self._session.topics, coder))

    def _on_counted(self, answer: Answer) -> None:
        self._answer = answer
        lines, said = narrowed(answer, "" if answer.wish.table in OF_CHOICES else self._asked.query)
        self.table.show_table(answer.table, lines)
        if spreads := answer.spreads:
            self.plot.show_figure(answer.table.title, lambda width, tokens: plot_figure(spreads, width, tokens))
        self._show_drawn()
        self._say(said)
        if lines:
            self._stack.setCurrentWidget(self._splitter)
        else:
            self._say_nothing(*self._why_nothing(answer))
        if self._wants_keys and self.tabs.hasFocus():
            self.take_focus()
        self._wants_keys = False

    def _why_nothing(self, answer: Answer) -> tuple[Any, ...]:
        if answer.table.lines:
            show = Step(tr("Show all words"), partial(self._around.query_wished.emit, ""))
            return tr("No such word"), tr("No line has what stands in the box."), show
        return tr("Nothing that often"), tr(
            "No word is counted with these choices. Ask for rarer ones, or more manifestos."
        )

    def _on_refused(self, error: UserError) -> None:
        self._answer = None
        if self.kind.table in OF_CHOICES:
            self._around.refused.emit(error)
            self._say_nothing(*_invitation(self.kind.table))
        else:
            self._say_nothing(error.problem, error.advice)

    # Showing

    def _on_tab(self) -> None:
        self.options.show_for(self.kind)
        self._begin()

    def _show_drawn(self) -> None:
        drawn = self.kind.table is Counted.DISPERSION and not self.options.drawn.isChecked()
        self._shown.setCurrentWidget(self._plotted if drawn else self._tabled)

    def _say(self, sentence: str) -> None:
        self._said = sentence
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _say_nothing(self, heading: str, sentence: str, *steps: Step) -> None:
        self._counting.drop()
        self._say("")
        self.nothing.say(heading, sentence, *steps)
        self._stack.setCurrentWidget(self.nothing)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.nothing.sentences))

    def _front(self) -> QWidget:
        if (page := self._stack.currentWidget()) is not self._splitter:
            return self.stop_words.text if page is self.stop_words else self.tabs
        return self._shown.currentWidget() or self.table

    # Passages

    def _open_current(self) -> None:
        if self._shown.currentWidget() is self._plotted:
            self._open_spot(self.plot.chart.spot)
        elif (current := self.table.current) is not None:
            self._open(*current)

    def _open(self, line: Line, column: Column) -> None:
        """Show the passages of a figure: in the concordance, or, for a collocate, here."""
        if self._answer is None:
            return
        result = self._answer.result
        query, document = self._answer.table.lead(line, column)
        if isinstance(result, Collocates):
            self.near.show()
            self._give_way()
            self.near.show_lines(result, result.rows[line.number])
        elif isinstance(result, tuple) and isinstance(one := result[line.number], Readability):
            self._around.passage_activated.emit(one.document.id, one.first)
        elif query:
            self._around.places_wished.emit(query, document)

    def _open_spot(self, spot: Spot | None) -> None:
        if spot is not None and spot.block:
            self._around.passage_activated.emit(spot.document, spot.block)

    def _close_near(self) -> None:
        focus = self.window().focusWidget()
        had_keys = focus is not None and self.near.isAncestorOf(focus)
        self.near.hide()
        self._give_way()
        if had_keys:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # The stop list

    def _show_stop_words(self) -> None:
        documents = self._documents()
        wish = self.options.wish(self.kind.table, "", [one.id for one in documents], (), "")
        self.stop_words.show_list(language_of(wish, documents))
        self._stack.setCurrentWidget(self.stop_words)
        self.stop_words.take_focus()

    def _close_stop_words(self) -> None:
        self._begin()
        self.take_focus()

    def _on_library_changed(self, _change: LibraryChange) -> None:
        self._counting.forget()

    # Making

    def _lay_out(self) -> None:
        self.near.hide()
        self._splitter = Splitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(self._shown)
        self._splitter.addWidget(self.near)
        self._splitter.setSizes([COLUMN_WIDTH, COLUMN_WIDTH])
        # The words of tables and plots begin where those above them do.
        self._shown.addWidget(_set_in(self._tabled, self.table, TWO))
        self._shown.addWidget(_set_in(self._plotted, self.plot, STEP))
        for page in (self.nothing, self._splitter, self.stop_words):
            self._stack.addWidget(page)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(TWO - STEP, 0, TWO, 0)
        tabs.addWidget(self.tabs)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(THREE - STEP, STEP, TWO, STEP)
        self._sentence.setContentsMargins(STEP, 0, 0, 0)
        head.setSpacing(HALF)
        head.addWidget(self.options)
        head.addWidget(self._sentence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tabs)
        layout.addWidget(self._head)
        layout.addWidget(HairLine())
        layout.addWidget(self._stack, 1)

    def _give_way(self) -> None:
        """Where there is little room the passages of a collocate stand in place of the table and its choices."""
        low = self.height() < _LOW * max(1.0, theme.tokens().scale)
        shown = not (low and self.near.isVisibleTo(self._splitter))
        self._shown.setVisible(shown)
        self._head.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _connect(self) -> None:
        theme.changed.connect(self._give_way)
        self.tabs.currentChanged.connect(lambda _: self._on_tab())
        self.options.changed.connect(self._begin)
        self.options.picked.connect(self.take_focus)
        self.options.stop_words_wished.connect(self._show_stop_words)
        self._counting.counted.connect(self._on_counted)
        self._counting.refused.connect(self._on_refused)
        self._counting.slow.connect(lambda: self._say(tr("Counting…")))
        self.table.figure_activated.connect(self._open)
        self.table.left_upwards.connect(self._around.left_upwards)
        self.plot.chart.activated.connect(self._open_spot)
        self.near.passage_activated.connect(self._around.passage_activated)
        self.near.closed.connect(self._close_near)
        self.stop_words.changed.connect(self._counting.forget)
        self.stop_words.closed.connect(self._close_stop_words)
        self._session.library_changed.connect(self._on_library_changed)


def _set_in(page: QWidget, widget: QWidget, left: int) -> QWidget:
    """The page with the widget on it, so many pixels from its left edge."""
    inside = QVBoxLayout(page)
    inside.setContentsMargins(left, 0, 0, 0)
    inside.addWidget(widget)
    page.setFocusProxy(widget)
    return page


def _invitation(table: Counted) -> tuple[str, str]:
    """What to type for a table of chosen words."""
    if table is Counted.COLLOCATES:
        return tr("What stands near a word?"), tr("Type the word or the “phrase” in the box above.")
    sentence = tr("Type words in the box above, with commas between them: police, “fire safety”, housing OR homes.")
    if table is Counted.CROSSTAB:
        return tr("Which words are compared?"), sentence
    return tr("Where do words stand?"), sentence
