"""A small list over the window to choose one thing from, or several, by keyboard or mouse; Esc leaves all as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget

from index.fuzzy import plain
from reader.wording import tr
from ui.shared.filter_field import FilterField
from ui.shared.overlay import Overlay
from ui.theme.rows import NOTE_ROLE, Rows, floating
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP

_ROWS_HIGH = 12
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ID = Qt.ItemDataRole.UserRole + 20
_TICKED = Qt.ItemDataRole.UserRole + 21


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its id, its name, a quiet word beside it, and whether it is chosen now."""

    id: str
    name: str
    note: str = ""
    chosen: bool = False


class ChoiceList(QWidget):
    """The choices under a title. Return takes the one in use; of `several`, Space chooses, Return takes those.

    With `find`, which says what to type, a field stands above them, which leaves those that hold all that is typed.
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        taken: Callable[[tuple[str, ...]], object],
        *,
        several: bool,
        hint: str,
        find: str = "",
    ) -> None:
        super().__init__()
        self._taken = taken
        self._several = several
        self._model = QStandardItemModel(self)
        for choice in choices:
            self._model.appendRow(_item(choice))
        self._shown = _Found(self)
        self._shown.setSourceModel(self._model)
        self.list = QListView()
        self.list.setModel(self._shown)
        self.list.setItemDelegate(Rows(self.list, floating=True, whole=True, elided=True))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setAccessibleName(title)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(lambda index: self._tick(index.row()) if several else self.take())
        self.list.setCurrentIndex(self._shown.index(next((n for n, one in enumerate(choices) if one.chosen), 0), 0))
        self.list.installEventFilter(self)
        floating(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(title, Role.STRONG).wrapped())
        self.field = FilterField(find, title)
        self.field.setVisible(bool(find))
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self._nothing = Text(tr("Nothing fits what is typed."), Role.SMALL)
        self._nothing.hide()
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        if several:
            done = QPushButton(tr("Done"))
            done.clicked.connect(self.take)
            keys = tr("Space chooses, Return keeps what is chosen, Esc leaves all as it was.")
            column.addWidget(Text(f"{keys} {hint}".strip(), Role.SMALL).wrapped())
            column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.field if find else self.list)

    def _find(self, typed: str) -> None:
        """Leave what holds all the words that are typed; the first of it is in use."""
        self._shown.find(typed)
        self.list.setCurrentIndex(self._shown.index(0, 0))
        self._nothing.setVisible(not self._shown.rowCount())

    def take(self) -> None:
        """Choose what is ticked, or what is in use."""
        if self._several:
            items = [self._model.item(row) for row in range(self._model.rowCount())]
            self._taken(tuple(str(one.data(_ID)) for one in items if one.data(_TICKED)))
        elif self.list.currentIndex().isValid():
            self._taken((str(self.list.currentIndex().data(_ID)),))

    def _tick(self, row: int) -> None:
        """Choose one of several, or choose it no longer."""
        if 0 <= row < self._model.rowCount():
            _say_ticked(self._model.item(row), not self._model.item(row).data(_TICKED))

    def sizeHint(self) -> QSize:
        rows = self.list.sizeHintForRow(0) * min(self._model.rowCount(), _ROWS_HIGH)
        others = super().sizeHint().height() - self.list.sizeHint().height()
        return QSize(super().sizeHint().width(), others + rows + STEP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if watched is self.field and event.key() in _WALKING:
            QCoreApplication.sendEvent(self.list, event)
            return True
        if watched is self.field and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.key() == Qt.Key.Key_Space and self._several:
            self._tick(self.list.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            return False
        return True


def choose(
    over: QWidget,
    title: str,
    choices: Sequence[Choice],
    taken: Callable[[tuple[str, ...]], object],
    *,
    several: bool = False,
    hint: str = "",
    find: str = "",
) -> ChoiceList:
    """Show the choices over the window of this widget; `taken` gets the ids chosen, unless people leave it.

    `hint` says, where `several` may be chosen, what choosing none means; `find` what to type, where there may be many.
    """

    def take(chosen: tuple[str, ...]) -> None:
        overlay.dismiss()
        taken(chosen)

    content = ChoiceList(title, choices, take, several=several, hint=hint, find=find)
    overlay = Overlay(over.window(), content, title)
    overlay.closed.connect(overlay.deleteLater)
    overlay.open()
    return content


class _Found(QSortFilterProxyModel):
    """The choices whose name and note hold all the words that are typed, whatever their case and accents."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def find(self, typed: str) -> None:
        self._words = plain(typed).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        index = self.sourceModel().index(row, 0)
        said = plain(f"{index.data()} {index.data(NOTE_ROLE) or ''}")
        return all(word in said for word in self._words)


def _item(choice: Choice) -> QStandardItem:
    item = QStandardItem(choice.name)
    item.setData(choice.id, _ID)
    item.setEditable(False)
    item.setData(choice.note, NOTE_ROLE)
    item.setData(", ".join(filter(None, [choice.name, choice.note])), Qt.ItemDataRole.AccessibleTextRole)
    if choice.chosen:
        _say_ticked(item, True)
    return item


def _say_ticked(item: QStandardItem, ticked: bool) -> None:
    """Say in words whether it is chosen: marks say nothing to those who do not see them."""
    item.setData(ticked, _TICKED)
    item.setData(tr("Chosen") if ticked else "", NOTE_ROLE)
    said = tr("{name}, chosen", name=item.text()) if ticked else tr("{name}, not chosen", name=item.text())
    item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
