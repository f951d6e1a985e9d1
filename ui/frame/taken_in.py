"""Codes and notes from a file: which one, on which manifesto, and which rows were left out, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.annotations.importing_any import taken
from index.annotations.importing_marpor import Fit, fits
from index.annotations.taken_in import TakenIn
from index.naming import told_apart
from reader.library.library import Library
from reader.wording import tr
from ui.session.long_work import LongWork
from ui.session.session import Session
from ui.shared.choosing import Choice, choose
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
        _read(session, over, chosen)


def _read(session: Session, over: QWidget, path: Path) -> None:
    """Take the file in; quasi-sentences say of no manifesto that they are its, so that one is chosen for them."""
    home = session.home

    def look() -> list[Fit]:
        with Library.open(home) as library:
            return fits(library, path)

    def done(found: Sequence[Fit]) -> None:
        if not found:
            take_in(session, path, taken)
            return

        def lay(chosen: tuple[str, ...]) -> None:
            take_in(session, path, partial(taken, document=chosen[0]))

        choose(
            over,
            tr("On which manifesto are the quasi-sentences of “{file}” laid?", file=path.name),
            _choices(found),
            lay,
        )

    if path.suffix.casefold() == ".qdc":
        take_in(session, path, taken)
        return
    stopped = tr("Stopped. Nothing of “{file}” was taken in.", file=path.name)
    LongWork(session, tr("Reading “{file}”", file=path.name), lambda: session.say(stopped)).run(look, done)


def _choices(found: Sequence[Fit]) -> list[Choice]:
    """The manifestos, the one that the file fits best first."""
    names = told_apart([one.document for one in found])
    return [
        Choice(
            one.document.id,
            names[one.document.id],
            tr("{found:,} of {of:,} found", found=one.found, of=one.of),
        )
        for one in found
    ]


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
