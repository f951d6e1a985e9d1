"""One column of the comparison as a model: its entries, how high each is, what a screen reader says of it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from ui.compare.cards.entries import Entry, EntryKind, Rows

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ColumnRole(IntEnum):
    """What else the model tells of an entry: the `Entry` itself, and whether its passage is in the plan."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    IN_PLAN = Qt.ItemDataRole.UserRole + 2


class ColumnModel(QAbstractListModel):
    """The entries of one column, all rows in one list, with the height that the common rows give each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._sizes: list[QSize] = []
        self._places: dict[tuple[str, str, str], int] = {}
        self._in_plan: Set[tuple[str, str]] = frozenset()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, top to bottom."""
        return self._entries

    def show(self, rows: Rows) -> None:
        """Show other entries; their heights are to be set next."""
        self.beginResetModel()
        self._entries = tuple(entry for row in rows for entry in row)
        self._sizes = [QSize(1, 1)] * len(self._entries)
        self._places = {entry.place: at for at, entry in enumerate(self._entries)}
        self.endResetModel()

    def replace(self, at: int, entry: Entry) -> None:
        """Show the entry `at` in another way (expanded, explained)."""
        self._entries = (*self._entries[:at], entry, *self._entries[at + 1 :])
        index = self.index(at)
        self.dataChanged.emit(index, index)

    def show_plan(self, passages: Set[tuple[str, str]]) -> None:
        """These passages (document and block) are in the plan now."""
        before, self._in_plan = self._in_plan, passages
        for at, entry in enumerate(self._entries):
            passage = entry.passage
            if passage is not None and (passage.match.document, passage.match.block) in before ^ passages:
                self.dataChanged.emit(self.index(at), self.index(at), [ColumnRole.IN_PLAN])

    def _is_in_plan(self, entry: Entry) -> bool:
        passage = entry.passage
        return passage is not None and (passage.match.document, passage.match.block) in self._in_plan

    def set_heights(self, heights: Sequence[int]) -> None:
        """The height of each entry in pixels. The view lays its items out anew when told to."""
        self._sizes = [QSize(1, height) for height in heights]

    def at(self, place: tuple[str, str, str]) -> int | None:
        """Where the entry of this place stands."""
        return self._places.get(place)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at = index.row()
        if role == Qt.ItemDataRole.SizeHintRole:
            return self._sizes[at]
        if role == ColumnRole.ENTRY:
            return self._entries[at]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._entries[at].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            entry = self._entries[at]
            return f"{entry.spoken} In your plan." if self._is_in_plan(entry) else entry.spoken
        if role == ColumnRole.IN_PLAN:
            return self._is_in_plan(self._entries[at])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._entries[index.row()].kind is EntryKind.HEAD:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
