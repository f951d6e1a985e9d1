"""A code by kind by party, as a small table in the place of the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from index.annotations.kinds_by_party import PartyRow, kinds_by_party
from index.topics.model import StatementKind
from reader.library.codes import Code
from reader.library.library import Library
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.elided import Elided
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.parts import Line, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import give_tip


class KindsTable(Surface):
    """The passages of a code and of all under it, of the coders that are shown. Return in a row finds its passages."""

    left = Signal()
    passages_wished = Signal(str)  # a party, "" for none

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._rows: Sequence[PartyRow] = ()
        self._title = Elided("", Role.STRONG)
        self._said = Text("", Role.SMALL).wrapped()
        self._cells = Cells((tr("Party"), *(_kind(kind) for kind in StatementKind), tr("Passages")))
        self.table = PlainTable(self._cells, tr("Passages by kind and party"))
        self.back = QPushButton(tr("Back to the codes"))
        give_tip(self.back, tr("Back to the tree of codes"))
        self.back.clicked.connect(self.left)
        self.table.row_activated.connect(lambda row: self.passages_wished.emit(self._rows[row].party))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(TWO, 0, TWO, TWO)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addWidget(Line())
        column.addWidget(self.table, 1)

    @property
    def settled(self) -> bool:
        return self._task is None or not self._task.waiting

    @property
    def rows(self) -> Sequence[tuple[str, ...]]:
        """What the table shows."""
        return self._cells.shown[1]

    def show_code(self, code: Code) -> None:
        """Count the passages of this code and of those under it."""
        if self._task is not None:
            self._task.forget()
        shared, home = annotating(self._session), self._session.home
        self._title.say(shared.codebook.written_path(code.id))
        self._said.setText(tr("Counting…"))
        self._cells.show_rows(())
        codes = frozenset((code.id, *shared.codebook.below(code.id)))
        coder = shared.coder_shown

        def count() -> tuple[PartyRow, ...]:
            with Library.open(home) as library:
                return kinds_by_party(library, codes, coder)

        self._task = self._session.run(count, self._show)

    def _show(self, rows: Sequence[PartyRow]) -> None:
        self._rows = rows
        self._said.setText(
            tr("A passage counts for each kind that a sentence of it is, and once in the last column.")
            if rows
            else tr("No passage has this code yet.")
        )
        self._cells.show_rows(
            [
                (
                    row.party or tr("No party"),
                    *(f"{row.of_kind[kind]:,}" for kind in StatementKind),
                    f"{row.passages:,}",
                )
                for row in rows
            ]
        )
        if rows:
            self.table.selectRow(0)


def _kind(kind: StatementKind) -> str:
    return {
        StatementKind.PLEDGE: tr("Pledges"),
        StatementKind.RECORD: tr("Record"),
        StatementKind.CRITICISM: tr("Criticism"),
        StatementKind.CONTEXT: tr("Context"),
    }[kind]
