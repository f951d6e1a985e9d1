"""What was done to the library, by whom and when: looked through, found by typing, and undone back to a point."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from index.annotations.filtering import folded
from reader.errors import UserError
from reader.library.clock import written_day
from reader.library.journal import Step
from reader.library.library import Library
from reader.library.steps import upcoming
from reader.wording import tr, tr_count
from ui.session.session import Session
from ui.shared.filter_field import FilterField
from ui.shared.overlay import WIDE, Overlay
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, STEP
from ui.theme.words import caption

_HEIGHT = 2 * COLUMN_WIDTH - STEP


class History(QWidget):
    """The newest edit first. Undo takes back the last edit alone, so what is undone goes from there down to a row."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__()
        self._session = session
        self._steps: list[Step] = []
        self._rows: list[tuple[Step, tuple[str, ...], str]] = []  # each with its words and these folded
        self._shown: list[Step] = []
        self._redoing = False
        self._going = 0  # the edit to which undo or redo goes on, 0 for none
        self.field = FilterField(tr("Find in what was done"))
        self._cells = Cells((tr("When"), tr("Who"), tr("What")), self)
        self.table = PlainTable(self._cells, tr("What was done"), raised=True)
        self.sentence = Text("", Role.SECONDARY).wrapped()
        self.go = QPushButton()
        self._lay_out()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._step)
        self.field.textChanged.connect(self._narrow)
        self.field.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.go.clicked.connect(self._begin)
        session.edit_applied.connect(self._read)
        self.overlay = Overlay(window, self, tr("History"), WIDE)
        self.overlay.closed.connect(self.overlay.deleteLater)
        self._read()
        self.setFocusProxy(self.field)
        self.overlay.open()

    @Slot()
    def _read(self) -> None:
        """Read the journal; while undo goes on, only once at its end."""
        if self._going:
            return
        self._steps = self._session.library.journal()[::-1]
        names = {coder.id: coder.name for coder in self._session.library.coders()}
        self._rows = [(step, row, folded(" ".join(row))) for step in self._steps for row in (_row(step, names),)]
        self._narrow()

    def _narrow(self) -> None:
        words = folded(self.field.text()).split()
        here = self.chosen
        found = [(step, row) for step, row, said in self._rows if all(word in said for word in words)]
        self._shown = [step for step, _ in found]
        self._cells.show_rows([row for _, row in found])
        at = next((at for at, step in enumerate(self._shown) if here is not None and step.number == here.number), 0)
        if self._shown:
            self.table.setCurrentIndex(self._cells.index(at, 0))
        self._tell()

    @property
    def chosen(self) -> Step | None:
        """The edit in use."""
        row = self.table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _way(self) -> int:
        """How many edits undo, or redo for one that is undone, would take to reach the one in use."""
        step = self.chosen
        if step is None:
            return 0
        same = [one for one in self._steps if one.undone == step.undone]
        return sum(one.number <= step.number if step.undone else one.number >= step.number for one in same)

    def _tell(self) -> None:
        step, way = self.chosen, self._way()
        self.go.setVisible(step is not None)
        if step is None:
            said = tr("Nothing was done yet.") if not self._steps else tr("Nothing that was done has these words.")
        elif step.undone:
            said = tr("This was undone.")
            self.go.setText(caption(tr_count("Do this again", "Do {count:,} edits again, up to this one", way)))
        else:
            said = tr_count("{count:,} edit in all.", "{count:,} edits in all.", len(self._steps))
            self.go.setText(caption(tr_count("Undo this", "Undo {count:,} edits, back to before this one", way)))
        self.sentence.setText(said)

    def _begin(self) -> None:
        step = self.chosen
        if step is not None and not self._going:
            self._going = step.number
            self._redoing = step.undone
            self._next.start()

    def _step(self) -> None:
        """One edit is undone or done again, then the next; it ends at the one wanted, or where one cannot be."""
        before = _upcoming(self._session.library, undone=self._redoing)
        (self._session.redo if self._redoing else self._session.undo)()
        after = _upcoming(self._session.library, undone=self._redoing)
        if before == after or before == self._going or not before:
            self._going = 0
            self._read()
        else:
            self._next.start()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(tr("History"), Role.TITLE))
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.go)
        column.addLayout(foot)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, _HEIGHT)


def _upcoming(library: Library, *, undone: bool) -> int:
    try:
        found = library.read(lambda connection: upcoming(connection, undone=undone))
    except UserError:
        return 0
    return found[0] if found else 0


def _row(step: Step, names: dict[str, str]) -> tuple[str, ...]:
    what = tr("{what} (undone)", what=step.label) if step.undone else step.label
    return (moment(step.made), names.get(step.coder, ""), what)


def moment(made: str) -> str:
    """A moment (UTC, ISO 8601) in the time of this machine: "29 November 2026, 14:05"; "" for none."""
    try:
        here = datetime.fromisoformat(made).astimezone()
    except ValueError:
        return ""
    return f"{written_day(here.isoformat())}, {here:%H:%M}"
