"""The plans that there are, one below the other, each with how many parts it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.library.collected import Collection
from reader.wording import tr, tr_count
from ui.session.session import Session
from ui.shared.keyed_list import PLAIN, KeyedList
from ui.theme.rows import NOTE_ROLE, Rows
from ui.theme.tokens import COLUMN_WIDTH

Index = QModelIndex | QPersistentModelIndex
Shelved = tuple[Collection, int]


class _Plans(QAbstractListModel):
    plans: tuple[Shelved, ...] = ()

    def show_plans(self, plans: Sequence[Shelved]) -> None:
        self.beginResetModel()
        self.plans = tuple(plans)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.plans)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.plans):
            return None
        plan, count = self.plans[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plan.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr_count("{plan}, one part", "{plan}, {count:,} parts", count, plan=plan.name)
            case _ if role == NOTE_ROLE:
                return f"{count:,}" if count else ""
        return None


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
        return [plan.name for plan, _ in self._plans.plans]

    def show_plans(self, plans: Sequence[Shelved], chosen: Collection | None) -> None:
        """Show these, of which one is in use."""
        self._plans.show_plans(plans)
        row = next((row for row, (plan, _) in enumerate(plans) if plan == chosen), None)
        if row is not None:
            self._showing = True
            self.setCurrentIndex(self._plans.index(row))
            self._showing = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._showing:
            self.chosen.emit(self._plans.plans[current.row()][0].id)

    def sizeHint(self) -> QSize:
        return QSize(COLUMN_WIDTH, super().sizeHint().height())
