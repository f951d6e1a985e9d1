"""Shift+F1: what the keys do in this place and everywhere, from the table of actions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.actions.offered import Actions, ActionSpec
from ui.shared.overlay import WIDE, Overlay
from ui.theme.rows import FAINT_ROLE, Rows, floating
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP

_KEY, _NAME, _WHAT = range(3)
_HEADS = ("Key", "Action", "What it does")


class Keys(QAbstractTableModel):
    """One row per action that has a key: the place's own first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ActionSpec] = []

    def show_actions(self, specs: list[ActionSpec]) -> None:
        self.beginResetModel()
        with_keys = [spec for spec in specs if spec.shortcut]
        self.rows = sorted(with_keys, key=lambda spec: spec.place is None)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        spec = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (keys_of(spec), spec.text.rstrip("…"), spec.description)[index.column()]
        if role == Qt.ItemDataRole.FontRole and index.column() == _KEY:
            font = QFont()
            font.setBold(True)
            return font
        if role == FAINT_ROLE:
            return index.column() == _WHAT
        return None


class KeysHelp:
    """The panel with the keys, over one window."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        self._actions = actions
        self._panel = _KeysPanel()
        self._overlay = Overlay(window, self._panel, "Keyboard shortcuts", WIDE)

    @property
    def model(self) -> Keys:
        return self._panel.model

    def open(self, place: str) -> None:
        """Show what the keys do in the place with this name."""
        self._panel.heading.setText(f"Keyboard shortcuts in {place}")
        self._panel.model.show_actions(self._actions.offered())
        self._panel.table.resizeColumnToContents(_KEY)
        self._panel.table.resizeColumnToContents(_NAME)
        self._panel.table.selectRow(0)
        self._overlay.open()


class _KeysPanel(QWidget):
    """A heading, and a table that is read like any other table."""

    def __init__(self) -> None:
        super().__init__()
        self.model = Keys(self)
        self.heading = Text("", Role.TITLE)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(Rows(self.table, floating=True, whole=True))
        self.table.setAccessibleName("Keys")
        self.table.setShowGrid(False)
        self.table.setFrameShape(QTableView.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        floating(self.table)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        layout = self._around = QVBoxLayout(self)
        layout.setContentsMargins(STEP, STEP, STEP, STEP)
        layout.setSpacing(STEP)
        layout.addWidget(self.heading)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whole rows only: what is too low for one is left blank."""
        row, rows = self.table.rowHeight(0), self.height() - self.heading.sizeHint().height() - 3 * STEP
        self._around.setContentsMargins(STEP, STEP, STEP, STEP + (rows % row if row > 0 else 0))
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        rows = self.table.sizeHintForRow(0) * self.model.rowCount()
        return QSize(WIDE, self.heading.sizeHint().height() + rows + 3 * STEP)


def keys_of(spec: ActionSpec) -> str:
    """The keys of an action as this system writes them, with "or" between."""
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(key).toString(native) for key in (spec.shortcut, *spec.also) if key)
