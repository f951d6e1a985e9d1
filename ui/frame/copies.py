"""The copies of the library: when each was made and why, how large it is, what it lacks; going back to one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.library import backups
from reader.library.backups import Backup, Copy, Reason
from reader.library.connection import plainly
from reader.wording import tr, tr_count
from ui.frame.history import moment
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.overlay import WIDE, Overlay
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, STEP

_HEIGHT = 2 * COLUMN_WIDTH - STEP
_MEGABYTE = 1_000_000


class Copies(QWidget):
    """The newest copy first. What each lacks is looked at in the background, and whether it is sound."""

    wanted = Signal(object)  # the Path of the copy to go back to

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__()
        self._session = session
        self._task: Task | None = None
        self._copies: list[Copy] = []
        self._sound: dict[Copy, Backup | None] = {}
        self._cells = Cells((tr("Made"), tr("Why"), tr("Size"), tr("Against now")), self)
        self.table = PlainTable(self._cells, tr("Copies of the library"), raised=True)
        self.sentence = Text("", Role.SECONDARY).wrapped()
        self.keep = QPushButton(tr("Keep a copy now"))
        self.go = QPushButton(tr("Go back to this copy"))
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.keep.clicked.connect(self._keep)
        self.go.clicked.connect(self._go)
        self.overlay = Overlay(window, self, tr("Copies of the library"), WIDE)
        self.overlay.closed.connect(self.overlay.deleteLater)
        self.overlay.closed.connect(self._drop)
        self._read()
        self.setFocusProxy(self.table)
        self.overlay.open()

    @property
    def settled(self) -> bool:
        """Whether all that is said of the copies is there."""
        return self._task is None

    @property
    def chosen(self) -> Copy | None:
        """The copy in use."""
        row = self.table.currentIndex().row()
        return self._copies[row] if 0 <= row < len(self._copies) else None

    def _read(self) -> None:
        """List the copies, and look at each."""
        database = self._session.home.database
        self._copies = backups.copies(database)
        self._show()
        copies = list(self._copies)
        self._drop()

        def look() -> dict[Copy, Backup | None]:
            with plainly(database):
                return {one: backups.as_backup(database, one.path) for one in copies}

        self._task = self._session.run(look, self._looked)

    def _looked(self, sound: dict[Copy, Backup | None]) -> None:
        self._task = None
        self._sound = sound
        self._show()

    def _show(self) -> None:
        row = max(0, self.table.currentIndex().row())
        self._cells.show_rows([self._row(one) for one in self._copies])
        if self._copies:
            self.table.setCurrentIndex(self._cells.index(min(row, len(self._copies) - 1), 0))
        self._tell()

    def _row(self, one: Copy) -> tuple[str, ...]:
        reasons = {
            Reason.DAILY: tr("each day"),
            Reason.MIGRATION: tr("before a new version"),
            Reason.IMPORT: tr("before an import"),
            Reason.RESTORE: tr("before going back"),
            Reason.WISHED: tr("kept by hand"),
        }
        backup = self._sound.get(one)
        against = tr("damaged") if one in self._sound else "…"
        small = one.size < _MEGABYTE
        size = tr("{size:,.0f} KB", size=one.size / 1000) if small else tr("{size:,.1f} MB", size=one.size / _MEGABYTE)
        return (moment(one.made), reasons[one.reason], size, backup.lacks if backup is not None else against)

    def _tell(self) -> None:
        one = self.chosen
        self.go.setEnabled(one is not None and self._sound.get(one) is not None)
        if one is None:
            self.sentence.setText(tr("No copy was kept yet: the first is made a day after work began."))
        else:
            self.sentence.setText(
                tr_count(
                    "{count} copy, in the folder “backups”. Going back keeps what is there now as a copy.",
                    "{count} copies, in the folder “backups”. Going back keeps what is there now as a copy.",
                    len(self._copies),
                )
            )

    def _keep(self) -> None:
        database = self._session.home.database

        def keep() -> Copy | None:
            with plainly(database):
                return backups.keep(database, Reason.WISHED)

        self._drop()
        self._task = self._session.run(keep, lambda _: self._read())

    def _go(self) -> None:
        one = self.chosen
        if one is not None:
            self.overlay.dismiss()
            self.wanted.emit(one.path)

    def _drop(self) -> None:
        if self._task is not None:
            self._task.forget()
            self._task = None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(tr("Copies of the library"), Role.TITLE))
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(STEP)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.keep)
        foot.addWidget(self.go)
        column.addLayout(foot)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, _HEIGHT)
