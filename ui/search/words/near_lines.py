"""The places of a collocate: a line for each passage, under the table, which no query of the box could find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from index.naming import told_apart
from index.words.collocates import Collocate, Collocates, together
from index.words.dispersion import around
from reader.home import Home
from reader.library.library import Library
from reader.wording import tr, tr_count
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, TWO


@dataclass(frozen=True, slots=True)
class _Near:
    """A passage: its manifesto's id and name, its block, and the words around node and collocate."""

    document: str
    name: str
    block: str
    words: str


class NearLines(Surface):
    """Where a node and one of its collocates stand together."""

    passage_activated = Signal(str, str)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._lines: Sequence[_Near] = ()
        self._title = Text("", Role.STRONG)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.closed)
        self._model = Cells((tr("Manifesto"), tr("Passage")), self)
        self.table = PlainTable(self._model, tr("Passages with both words"))
        self.table.row_activated.connect(self._open)
        head = QHBoxLayout()
        head.setContentsMargins(STEP, HALF, TWO, HALF)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(TWO, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    @property
    def settled(self) -> bool:
        return self._task is None

    def show_lines(self, found: Collocates, row: Collocate) -> None:
        """Look for the passages of a collocate, and show them."""
        if self._task is not None:
            self._task.forget()
        said = tr_count(
            "“{node}” and “{word}”: together once",
            "“{node}” and “{word}”: together {count:,} times",
            row.together,
            node=found.node.typed,
            word=row.shown,
        )
        self._title.setText(said)
        self._show(())
        home = self._session.home
        self._task = self._session.run(lambda: _near(home, found, row), self._arrive)

    def _arrive(self, lines: Sequence[_Near]) -> None:
        self._task = None
        self._show(lines)
        self.table.selectRow(0)
        if self.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, lines: Sequence[_Near]) -> None:
        self._lines = lines
        self._model.show_rows([(line.name, line.words) for line in lines])

    def _open(self, row: int) -> None:
        line = self._lines[row]
        self.passage_activated.emit(line.document, line.block)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _near(home: Home, found: Collocates, row: Collocate) -> list[_Near]:
    """The passages of a row. Runs on another thread, on a library of its own."""
    names = told_apart(found.corpus.documents)
    with Library.open(home) as library:
        lines = []
        for one in together(found, row, library):
            spans = sorted((*one.nodes, *one.collocates))
            document = one.text.document.id
            words = around(one.passage.text, spans[0][0], spans[-1][1])
            lines.append(_Near(document, names[document], one.passage.block, words))
        return lines
