"""Codes and notes from a file: which one, and what was left out of it, row by row, with the reason."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.annotations.importing_any import taken
from index.annotations.taken_in import TakenIn
from reader.wording import tr
from ui.session.session import Session
from ui.shared.file_asking import ask_for_file
from ui.shared.overlay import WIDE, Overlay
from ui.shared.plain_table import Cells, PlainTable
from ui.shared.taking_in import take_in
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, STEP

_HEIGHT = 2 * COLUMN_WIDTH - STEP


def ask_for_coded(session: Session, over: QWidget) -> None:
    """Let a file with codes and notes, or with a codebook, be chosen, and take it in."""
    kinds = tr("Codes and notes, codebooks ({patterns})", patterns="*.csv *.qdc")
    if (chosen := ask_for_file(session.settings, over, tr("Import codes and notes"), kinds)) is not None:
        take_in(session, chosen, taken)


class LeftOutRows(QWidget):
    """A table of the rows, under the sentence on the whole. Ctrl+C copies it; Esc leaves."""

    def __init__(self, window: QWidget, found: TakenIn) -> None:
        super().__init__()
        title = tr("Rows that were left out") if found.left_out else tr("What to know of this import")
        self._cells = Cells((tr("Row"), tr("Words"), tr("Why")), self)
        self.table = PlainTable(self._cells, title, raised=True)
        self._cells.show_rows([(str(one.number), one.words, one.why) for one in found.left_out])
        self.sentence = Text("\n".join([found.summary, *found.remarks]), Role.SECONDARY).wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(title, Role.TITLE))
        column.addWidget(self.sentence)
        if found.left_out:
            column.addWidget(self.table, 1)
            self.table.selectRow(0)
            self.setFocusProxy(self.table)
        else:
            self.table.hide()
        self._high = bool(found.left_out)
        self.overlay = Overlay(window, self, title, WIDE)
        self.overlay.closed.connect(self.overlay.deleteLater)
        self.overlay.open()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, _HEIGHT) if self._high else super().sizeHint()
