"""What was found as a model of two levels: manifestos, and under each its hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from index.results import Hit
from reader.lead_ins import before_words
from reader.library.records import Document
from ui.passages.hits import kind_name
from ui.search.passages.groups import Group

Index = QModelIndex | QPersistentModelIndex

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
GROUP_ROLE = Qt.ItemDataRole.UserRole + 2
# The internal id of a group's index; that of a hit is its group's row + 1.
_TOP = 0


class ResultsModel(QAbstractItemModel):
    """Read only. A hit answers to HIT_ROLE, a manifesto to GROUP_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self.groups = tuple(groups)
        self.endResetModel()

    def index_of(self, document: str, block: str) -> QModelIndex:
        """The index of the hit in this block; not valid when there is none."""
        for row, group in enumerate(self.groups):
            if group.document.id == document:
                for number, hit in enumerate(group.hits):
                    if hit.block == block:
                        return self.createIndex(number, 0, row + 1)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """The index of the first hit."""
        return self.createIndex(0, 0, 1) if self.groups else QModelIndex()

    def next(self, index: Index, step: int) -> QModelIndex:
        """The hit `step` hits on from this one, across manifestos; not valid beyond the last and the first."""
        places = [(row, number) for row, group in enumerate(self.groups) for number in range(len(group.hits))]
        here = (index.internalId() - 1, index.row()) if index.isValid() else (-1, -1)
        if index.isValid() and index.internalId() == _TOP:
            here = (index.row(), -1)
        later = [place for place in places if (place > here if step > 0 else place < here)]
        if len(later) < abs(step):
            return QModelIndex()
        row, number = later[step - 1] if step > 0 else later[step]
        return self.createIndex(number, 0, row + 1)

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        if not self.hasIndex(row, column, parent or QModelIndex()):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent is not None and parent.isValid() else _TOP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the stubs give QObject.parent() too
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self.groups)
        return len(self.groups[parent.row()].hits) if parent.internalId() == _TOP else 0

    def columnCount(self, _parent: Index | None = None) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return _of_group(self.groups[index.row()], role)
        group = self.groups[index.internalId() - 1]
        return _of_hit(group.hits[index.row()], group.document, role)


def _of_group(group: Group, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return group.document.called
        case Qt.ItemDataRole.AccessibleTextRole:
            count = len(group.hits)
            by = f"{group.document.party}, " if group.document.party else ""
            return f"{by}{group.document.called}, {count} {'passage' if count == 1 else 'passages'}"
        case _ if role == GROUP_ROLE:
            return group
    return None


def _of_hit(hit: Hit, document: Document, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return before_words(hit.lead_in, hit.language) + hit.text
        case Qt.ItemDataRole.AccessibleTextRole:
            where = ", ".join(
                part for part in (f"page {hit.label or hit.page}" if hit.page else "", *hit.section) if part
            )
            words = before_words(hit.lead_in, hit.language) + hit.text
            return f"{document.name}, {kind_name(hit.kind)}: {words}{f' ({where})' if where else ''}"
        case _ if role == HIT_ROLE:
            return hit
    return None
