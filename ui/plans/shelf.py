"""The plans that there are, one below the other, each with how many parts it has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.library.collected import Collection
from reader.wording import tr, tr_count
from ui.session.session import Session
from ui.shared.keyed_list import PLAIN, KeyedList
from ui.shared.lines import Index, LinesModel
from ui.theme.rows import NOTE_ROLE, Rows
from ui.theme.tokens import COLUMN_WIDTH

Shelved = tuple[Collection, int]


class _Plans(LinesModel[Shelved]):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            lambda line: line[0].id,
            {
                Qt.ItemDataRole.DisplayRole: lambda line: line[0].name,
                Qt.ItemDataRole.AccessibleTextRole: _spoken,
                NOTE_ROLE: lambda line: f"{line[1]:,}" if line[1] else "",
            },
            parent,
        )


def _spoken(line: Shelved) -> str:
    plan, count = line
    return tr_count("{plan}, one part", "{plan}, {count:,} parts", count, plan=plan.name)


class PlanShelf(KeyedList):
    """Tells what people wish; makes no edit itself."""

    chosen = Signal(str)  # a plan's id
    write_wished = Signal()
    make_wished = Signal()
    rename_wished = Signal()
    delete_wished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.settings, tr("Plans"), parent)
        self._showing = False
        self._plans = _Plans(self)
        self.setModel(self._plans)
        self.setItemDelegate(Rows(self, whole=True, elided=True))
        self.keys |= {
            (Qt.Key.Key_Return, PLAIN): (tr("Write"), self.write_wished.emit),
            (Qt.Key.Key_F2, PLAIN): (tr("Rename"), self.rename_wished.emit),
            (Qt.Key.Key_Delete, PLAIN): (tr("Delete"), self.delete_wished.emit),
        }

    @property
    def names(self) -> list[str]:
        """The names of the plans, top to bottom."""
        return [plan.name for plan, _ in self._plans.lines]

    def show_plans(self, plans: Sequence[Shelved], chosen: Collection | None) -> None:
        """Show these, of which one is in use."""
        self._plans.show_lines(plans)
        row = next((row for row, (plan, _) in enumerate(plans) if plan == chosen), None)
        if row is not None:
            self._showing = True
            self.setCurrentIndex(self._plans.index(row))
            self._showing = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._showing:
            self.chosen.emit(self._plans.lines[current.row()][0].id)

    def sizeHint(self) -> QSize:
        return QSize(COLUMN_WIDTH, super().sizeHint().height())
