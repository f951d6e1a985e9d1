"""The ways of looking at codes and notes beside the table: by manifestos, by units, as a report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from index.annotations.listing import Annotations, Listed
from index.annotations.matrix import Matrix, matrix
from index.annotations.retrieval import retrieved
from index.annotations.unit_matrix import UnitMatrix, unit_matrix
from reader.library.codes import Codebook
from reader.library.library import Library
from reader.wording import tr
from ui.notes.figures import Figures, FiguresTable, Measure, show_matrix, show_units
from ui.notes.report import lines_of
from ui.passages.view import PassageList
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.choice_box import ChoiceBox
from ui.shared.elided import Elided
from ui.shared.named import name_box
from ui.theme.parts import Surface
from ui.theme.text import Role
from ui.theme.tokens import HALF, MEASURE, SIX, STEP, THREE

TABLE, MATRIX, UNITS, REPORT = VIEWS = ("table", "matrix", "units", "report")


def view_names() -> tuple[tuple[str, str], ...]:
    """What each of VIEWS is called, and what it shows."""
    return (
        (tr("Table"), tr("A row for each code or note.")),
        (tr("By manifesto"), tr("How much of each code stands in each manifesto.")),
        (tr("By unit"), tr("Which codes each unit has.")),
        (tr("Report"), tr("The passages one after the other, party after party.")),
    )


class _Pane(Surface):
    """A row with a choice and a sentence above a table or list; what is asked for last is shown."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self.session = session
        self.task: Task | None = None
        self.choice = ChoiceBox()
        name_box(self.choice, name)
        self.choice.setFrame(False)
        self.sentence = Elided("", Role.SECONDARY)
        row = QHBoxLayout()
        row.setContentsMargins(THREE - STEP, STEP, THREE, HALF)
        row.setSpacing(STEP)
        row.addWidget(self.choice)
        row.addWidget(self.sentence, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(row)

    @property
    def settled(self) -> bool:
        return self.task is None

    def drop(self) -> None:
        if self.task is not None:
            self.task.forget()
            self.task = None


class MatrixPane(_Pane):
    """Codes by manifestos. Return on a cell leads to its passages."""

    cell_activated = Signal(str, str)  # a code's id and a document's, "" for all

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("What cells say"))
        self.matrix: Matrix | None = None
        self._names: Sequence[str] = ()
        self._book = Codebook()
        self.figures = Figures(self)
        self.table = FiguresTable(self.figures, tr("Codes by manifestos"))
        for words, measure in (
            (tr("Passages"), Measure.PASSAGES),
            (tr("Words"), Measure.WORDS),
            (tr("Words per 1,000"), Measure.PER_THOUSAND),
        ):
            self.choice.addItem(words, measure.value)
        self.choice.activated.connect(lambda _: self._draw())
        self.table.cell_activated.connect(self._open)
        self.sentence.say(tr("A code counts with those below it; words that several of them share count once."))
        self.column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def measure(self, measure: Measure) -> None:
        """Say this in the cells."""
        self.choice.setCurrentIndex(self.choice.findData(measure.value))
        self._draw()

    def show_rows(self, annotations: Annotations, rows: Sequence[Listed]) -> None:
        """Count these rows."""
        self.drop()
        home = self.session.home

        def read() -> Matrix:
            with Library.open(home) as library:
                return matrix(library, annotations, rows)

        def done(found: Matrix) -> None:
            self.task = None
            self.matrix = found
            self._book = annotations.codebook
            self._names = [annotations.names[one.id] for one in found.documents]
            self._draw()

        self.task = self.session.run(read, done)

    def _draw(self) -> None:
        if self.matrix is not None:
            here = self.table.currentIndex()
            show_matrix(self.figures, self.matrix, self._names, Measure(self.choice.currentData()), self._book)
            at = self.figures.index(max(0, here.row()), max(0, here.column()))
            self.table.setCurrentIndex(at if at.isValid() else self.figures.index(0, 0))

    def _open(self, row: int, column: int) -> None:
        if self.matrix is not None and row < len(self.matrix.codes):
            document = self.matrix.documents[column - 1].id if column else ""
            self.cell_activated.emit(self.matrix.codes[row].id, document)


class UnitsPane(_Pane):
    """Units by codes, as the coder at work has coded them. Return reads a unit in its manifesto."""

    passage_activated = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Units"))
        self.found: UnitMatrix | None = None
        self.figures = Figures(self)
        self.table = FiguresTable(self.figures, tr("Units by codes"))
        self.choice.activated.connect(lambda _: self._read())
        self.table.cell_activated.connect(self._open)
        self.column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_units(self, annotations: Annotations) -> None:
        """Show the scheme that was chosen, else the last one, as the coder at work has coded it."""
        self._coders = {coder.id: coder.name for coder in annotations.coders}
        wanted = self.choice.currentData()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for scheme in self.session.library.schemes():
                self.choice.addItem(scheme.name, scheme.id)
            at = self.choice.findData(wanted)
            self.choice.setCurrentIndex(at if at >= 0 else self.choice.count() - 1)
        self.choice.setVisible(self.choice.count() > 0)
        self._read()

    def _read(self) -> None:
        self.drop()
        home, coder, chosen = self.session.home, self.session.library.coder, self.choice.currentData()
        if chosen is None:
            self._done(None)
            return

        def read() -> UnitMatrix | None:
            with Library.open(home) as library:
                scheme = next((one for one in library.schemes() if one.id == chosen), None)
                return unit_matrix(library, scheme, coder) if scheme is not None else None

        self.task = self.session.run(read, self._done)

    def _done(self, found: UnitMatrix | None) -> None:
        self.task = None
        self.found = found
        show_units(self.figures, found)
        if found is None:
            self.sentence.say(tr("There are no units yet: coding mode makes them."))
        else:
            name = self._coders.get(self.session.library.coder, "")
            self.sentence.say(tr("Coded by {name}. The cells of unseen units are empty.", name=name))

    def _open(self, row: int, _column: int) -> None:
        unit = self.found.rows[row].unit if self.found is not None else None
        if unit is not None:
            self.passage_activated.emit(unit.unit.document, unit.spans[0].block if unit.spans else "")


class ReportPane(Surface):
    """The passages at the measure that text is read at."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.list = PassageList(session, tr("Coded passages"))
        self.list.setMaximumWidth(MEASURE + 3 * SIX)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP, STEP, 0, 0)
        row.addWidget(self.list, 1)
        row.addStretch()
        self.setFocusProxy(self.list)

    def show_rows(self, annotations: Annotations, rows: Sequence[Listed]) -> None:
        """Read the coded passages among these."""
        several = len({row.code for row in rows}) > 1
        self.list.show_lines(lines_of(annotations, retrieved(annotations, "", rows), paths=several))
