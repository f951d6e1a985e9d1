"""The panel "Columns": which manifestos of the set are columns, and in which order they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from index.naming import told_apart
from reader.library.records import Document
from ui.compare.table.column_choice import ColumnChoice
from ui.compare.table.heads import subtitle
from ui.compare.table.order import moved
from ui.compare.table.subject import Subject
from ui.session.session import Session
from ui.theme.parts import Surface
from ui.theme.rows import Rows
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import give_tip

_ID = Qt.ItemDataRole.UserRole + 10  # beyond those that rows are drawn by
_KEYS = "Space adds or removes one, Alt with the arrow keys moves it."


class ColumnList(QListView):
    """The manifestos, ticked where they are columns. It tells which are to be moved."""

    move_wished = Signal(int)  # up (-1) or down (1)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Manifestos of the set")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(Rows(self, whole=True, elided=True))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wished.emit(by)
        else:
            super().keyPressEvent(event)


class ColumnsPanel(Surface):
    """Changes the comparison at once, tick by tick."""

    columns_chosen = Signal(object)  # ColumnChoice
    settled = True  # it shows what it is told, at once

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._members: tuple[Document, ...] = ()
        self._left_out: frozenset[str] = frozenset()
        self._note = Text("", Role.SECONDARY).wrapped()
        self._note.setContentsMargins(TWO, 0, TWO, 0)
        self._model = QStandardItemModel(self)
        self.list = ColumnList()
        self.list.setModel(self._model)
        self.list.setViewportMargins(STEP, 0, STEP, 0)  # the boxes stand under the words above them
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._note)
        column.addWidget(self.list, 1)
        self.list.move_wished.connect(self._move)
        self._model.itemChanged.connect(lambda item: self._tick(item))

    def show_subject(self, subject: Subject) -> None:
        """Show the manifestos of the set, ticked where they are columns."""
        left_out = frozenset(each.id for each in subject.members) - {each.id for each in subject.documents}
        if (subject.members, left_out) != (self._members, self._left_out):
            self._members, self._left_out = subject.members, left_out
            self._show()

    def take_focus(self) -> None:
        """Give the keys to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        chosen = str(self.list.currentIndex().data(_ID) or "")
        self._model.blockSignals(True)
        self._model.removeRows(0, self._model.rowCount())
        names = told_apart(self._members)
        for document in self._members:
            ticked = document.id not in self._left_out
            self._model.appendRow(_item(document, ticked=ticked, name=names[document.id]))
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
        ids = [each.id for each in self._members]
        self.list.setCurrentIndex(self._model.index(ids.index(chosen) if chosen in ids else 0, 0))
        count = len(self._members) - len(self._left_out)
        self._note.setText(f"{count} of {len(self._members)} are columns. {_KEYS}")

    def _tick(self, item: QStandardItem) -> None:
        name = str(item.data(_ID))
        left_out = self._left_out ^ {name}
        if len(left_out) == len(self._members):
            self._session.say("At least one manifesto has to stay.")
            self._show()
            return
        self._choose([each.id for each in self._members], left_out)

    def _move(self, by: int) -> None:
        if self.list.currentIndex().isValid():
            chosen = str(self.list.currentIndex().data(_ID))
            self._choose(moved([each.id for each in self._members], chosen, by), self._left_out)

    def _choose(self, order: list[str], left_out: frozenset[str]) -> None:
        self.columns_chosen.emit(ColumnChoice(tuple(order), tuple(each for each in order if each in left_out)))


def _item(document: Document, *, ticked: bool, name: str) -> QStandardItem:
    """The line of a manifesto; `name` is what it is called among the others."""
    told = subtitle(document, name_taken=name != document.name)
    item = QStandardItem(name)
    give_tip(item, told)
    item.setData(", ".join(filter(None, [document.name, told])), Qt.ItemDataRole.AccessibleTextRole)
    item.setData(document.id, _ID)
    item.setCheckable(True)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item
