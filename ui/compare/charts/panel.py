"""The charts panel: one of three charts, drawn or as a table, to be gone into and saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from index.exports.charts import Chart, exportable, heatmap_sheet, salience_sheet, strips_sheet
from index.exports.sheets import Sheet
from index.lessons.naming import ChartKind
from index.sensitive import note_on_all
from index.topics.languages import left_out
from reader.errors import UserError
from reader.library.clock import now
from reader.library.plans import LessonItem, PartKind
from reader.library.records import Document
from reader.wording import tr
from ui.charts.drawing import SAVED_WIDTH, figure_of, scope_of
from ui.charts.figure import Figure, Spot
from ui.charts.figure_view import FigureView
from ui.charts.gathering import Gathered, gathered
from ui.charts.measures import DEFINITIONS, NAMES, Measured
from ui.charts.picture import pictured
from ui.compare.charts.tables import Table, heatmap_table, salience_table, strips_table
from ui.compare.table.subject import Subject
from ui.session.background import Task
from ui.session.session import Session
from ui.session.shown_coders import shown_coder
from ui.shared.choice_box import ChoiceBox
from ui.shared.collecting import add_to_plan
from ui.shared.explained import explain
from ui.shared.named import name_box
from ui.shared.offer import Offer
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.parts import TabBar
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, STEP, TWO, Tokens, tokens_for
from ui.theme.words import give_tip
from ui.version import PROGRAM

HEATMAP, STRIPS, SALIENCE = "Topics by manifesto", "Position in the text", "Over time"
CHARTS = (HEATMAP, STRIPS, SALIENCE)

_KINDS = {HEATMAP: ChartKind.HEATMAP, STRIPS: ChartKind.STRIPS, SALIENCE: ChartKind.SALIENCE}
_NO_SERIES = (
    "The chosen manifestos are of one election only for each party, so nothing can be shown over time. "
    "Choose a set with an earlier or later manifesto of the same party for the same kind of election, whole and not an "
    "extract, and see that party and year are filled in."
)


class ChartsPanel(QWidget):
    """Charts of the topics and manifestos of the comparison."""

    passage_activated = Signal(str, str)
    topic_chosen = Signal(str, str)  # a topic and a manifesto (ids), "" for none
    done = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain(self, "charts")
        self._session = session
        self._subject: Subject | None = None
        self._figures: Gathered | None = None
        self._task: Task | None = None
        self.tabs = TabBar()
        self.tabs.setAccessibleName("Charts")
        for name in CHARTS:
            self.tabs.add(name)
        self.measured = ChoiceBox()
        name_box(self.measured, "Figures")
        for each in Measured:
            self.measured.addItem(NAMES[each], each.value)
        self.as_table = QCheckBox("As a table")
        self.view = FigureView()
        self._model = Cells((), self)
        self.table = PlainTable(self._model, "The chart as a table")
        self._nothing = Text("", Role.SECONDARY).wrapped()
        self._nothing.setFixedWidth(MEASURE)
        self._note = Text(note_on_all(2), Role.SECONDARY)
        self._note.setContentsMargins(TWO, 0, TWO, 0)
        self._empty = QWidget()
        self._body = QStackedWidget()
        self._export = QPushButton("Export…")
        self._add = QPushButton(tr("Add to plan"))
        give_tip(self._add, tr("Show this chart in a lesson: the plan in use holds it from now on"))
        self._compose()
        self.tabs.currentChanged.connect(self._show)
        self.measured.currentIndexChanged.connect(self._show)
        self.measured.picked.connect(self.take_focus)
        self.as_table.toggled.connect(self._show)
        self.view.chart.activated.connect(self._open)
        self.table.row_activated.connect(self._open_row)
        self._export.clicked.connect(session.actions.action("export").trigger)
        self._add.clicked.connect(self._add_to_plan)
        session.actions.connect("compare.add-chart", self._add_to_plan)

    # What Compare asks of a panel

    @property
    def settled(self) -> bool:
        return self._task is None

    def show_subject(self, subject: Subject) -> None:
        before, self._subject = self._subject, subject
        if before is not None and _figures_of(before) == _figures_of(subject):
            return
        if self._task is not None:
            self._task.forget()
            self._task = None
        topic, documents = subject.topic, subject.documents
        if topic is None or not documents:
            self._arrive(None)
            return
        home, topics = self._session.home, list(self._session.topics)
        coder = shown_coder(self._session)
        self._task = self._session.run(
            lambda: gathered(home, topics, topic, documents, coder), self._arrive, self._fail
        )

    def take_focus(self) -> None:
        page = self._body.currentWidget()
        (self.tabs if page is self._empty else page).setFocus()

    # What is shown

    def _arrive(self, figures: Gathered | None) -> None:
        self._task = None
        self._figures = figures
        self._show()

    def _fail(self, error: UserError) -> None:
        self._arrive(None)
        self._session.say_problem(error)

    def _show(self) -> None:
        name = CHARTS[self.tabs.currentIndex()]
        self.measured.setVisible(name != STRIPS)
        give_tip(self.measured, DEFINITIONS[self._chosen])
        figures = self._figures
        self._note.setVisible(name == STRIPS and figures is not None and figures.topic.sensitive)
        nothing = self._why_nothing(name)
        for part in (self._export, self._add, self.as_table, self.measured):
            part.setEnabled(not nothing)
        if figures is None or nothing:
            self._nothing.setText(nothing)
            self._body.setCurrentWidget(self._empty)
            return
        self._model.show_table(*self._table(figures, name))
        called = name if name == HEATMAP else f"{name}: {figures.topic.name}"
        self.view.show_figure(called, lambda width, tokens: self._figure(figures, name, width, tokens))
        self._body.setCurrentWidget(self.table if self.as_table.isChecked() else self.view)

    def _why_nothing(self, name: str) -> str:
        if self._figures is None:
            return "" if self._task is not None else "Choose a topic and a set with manifestos to see charts of them."
        if name != SALIENCE or self._figures.series:
            return ""
        return " ".join([_NO_SERIES, *left_out(self._figures.topic, self._figures.heatmap.documents)])

    def _figure(self, figures: Gathered, name: str, width: float, tokens: Tokens) -> Figure:
        return figure_of(figures, _KINDS[name], self._chosen, width, tokens)

    def _table(self, figures: Gathered, name: str) -> Table:
        if name == HEATMAP:
            return heatmap_table(figures.heatmap, self._chosen)
        return strips_table(figures) if name == STRIPS else salience_table(figures)

    @property
    def _chosen(self) -> Measured:
        return Measured(self.measured.currentData())

    def _open(self, spot: Spot) -> None:
        """A passage in Read; a topic in the comparison."""
        if spot.block:
            self.passage_activated.emit(spot.document, spot.block)
        elif spot.topic:
            self._leave_for(spot.topic, spot.document)

    def _open_row(self, row: int) -> None:
        """The same from the table."""
        figures, name = self._figures, CHARTS[self.tabs.currentIndex()]
        if figures is None:
            return
        if name == STRIPS:
            matches = [mark.match for one in figures.strips for mark in one.marks]
            if row < len(matches):
                self.passage_activated.emit(matches[row].document, matches[row].block)
            else:
                self._leave_for(figures.topic.id)
        else:
            self._leave_for(figures.heatmap.topics[row].id if name == HEATMAP else figures.topic.id)

    def _leave_for(self, topic: str, document: str = "") -> None:
        self.done.emit()
        self.topic_chosen.emit(topic, document)

    def offer(self) -> Offer | str:
        """The chart that is shown, its picture in the light theme."""
        figures, name = self._figures, CHARTS[self.tabs.currentIndex()]
        if figures is None or self._why_nothing(name):
            return self._why_nothing(name) or "The chart is being made. Export it when it is there."
        tokens = tokens_for(dark=False)
        documents = _documents(figures, name)
        title = name if name == HEATMAP else f"{name}: {figures.topic.name}"
        scope = scope_of(documents)
        picture = pictured(self._figure(figures, name, SAVED_WIDTH, tokens), tokens, title, scope)
        heads, rows = self._table(figures, name)
        made = Chart(
            title, scope, picture, heads, rows, name != STRIPS, _sheet(figures, name), documents, now(), PROGRAM
        )
        return Offer("The chart", exportable(made))

    def _add_to_plan(self) -> None:
        """Put the chart into the plan in use, as it will be drawn of the same manifestos then."""
        figures, name = self._figures, CHARTS[self.tabs.currentIndex()]
        if figures is None or self._why_nothing(name):
            self._session.say(tr("There is no chart yet that could be added."))
            return
        documents = tuple(dict.fromkeys(one.id for one in _documents(figures, name)))
        item = LessonItem(f"{figures.topic.id}/{_KINDS[name]}", documents)
        add_to_plan(self._session, [(PartKind.CHART, item)])

    def _compose(self) -> None:
        around = QVBoxLayout(self._empty)
        around.setContentsMargins(TWO, TWO, TWO, TWO)
        around.addWidget(self._nothing)
        around.addStretch()
        for shown in (self.view, self.table, self._empty):
            self._body.addWidget(shown)
        controls = QHBoxLayout()
        controls.setContentsMargins(TWO, 0, TWO, 0)
        controls.setSpacing(STEP)
        for part in (self.measured, self.as_table):
            controls.addWidget(part)
        controls.addStretch()
        controls.addWidget(self._add)
        controls.addWidget(self._export)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(STEP)
        page.addWidget(self.tabs)
        page.addLayout(controls)
        page.addWidget(self._note)
        page.addWidget(self._body, 1)


def _sheet(figures: Gathered, name: str) -> Sheet:
    if name == HEATMAP:
        return heatmap_sheet(figures.heatmap)
    return (
        strips_sheet(figures.topic, figures.strips) if name == STRIPS else salience_sheet(figures.topic, figures.series)
    )


def _documents(figures: Gathered, name: str) -> list[Document]:
    """The manifestos that the chart is of."""
    if name == HEATMAP:
        return list(figures.heatmap.documents)
    if name == STRIPS:
        return [one.document for one in figures.strips]
    return [point.document for one in figures.series for point in one.points]


def _figures_of(subject: Subject) -> tuple[object, ...]:
    """What the figures depend on: the same for every card of one comparison."""
    loaded = None if subject.loaded is None else subject.loaded.comparison
    return subject.topic, subject.documents, id(loaded)
