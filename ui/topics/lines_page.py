"""The page of the editor on which a list is written line by line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.editing import edit_current
from ui.theme.rows import Rows
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import give_tip
from ui.topics.draft import Draft
from ui.topics.lines import Lines, LinesModel
from ui.topics.typing_keys import begins_writing

Index = QModelIndex | QPersistentModelIndex


class LinesPage(QWidget):
    """What the list is for, the list, and what can be done with the line in use."""

    def __init__(self, draft: Draft, kind: Lines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(draft, kind, self)
        self.view = LinesView(self.lines, kind.name)
        add, remove = QPushButton("Add"), QPushButton("Remove")
        up, down = QPushButton("Move up"), QPushButton("Move down")
        add.clicked.connect(self.view.write_new)
        remove.clicked.connect(self.view.remove_line)
        up.clicked.connect(lambda: self.view.move_line(-1))
        down.clicked.connect(lambda: self.view.move_line(1))
        give_tip(up, "Alt+Up")
        give_tip(down, "Alt+Down")
        give_tip(remove, "Del")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(TWO, 0, TWO, 0)
        buttons.setSpacing(STEP)
        for button in (add, remove, up, down):
            button.setAccessibleName(f"{button.text()}: {kind.name}")
            buttons.addWidget(button)
        buttons.addStretch()
        explained = Text(kind.explained, Role.SECONDARY).wrapped()
        explained.setContentsMargins(TWO, 0, TWO, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(explained)
        around = QVBoxLayout()
        around.setContentsMargins(STEP, 0, STEP, 0)  # the words in its rows stand a step further in
        around.addWidget(self.view)
        column.addLayout(around, 1)
        column.addLayout(buttons)


class LinesView(QListView):
    """Return or typing edits, Del takes a line out, Alt+Up and Alt+Down move it."""

    def __init__(self, lines: LinesModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._row = 0
        self.setModel(lines)
        self.setItemDelegate(_Lines(self, name))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        lines.modelReset.connect(lambda: self.go_to(self._row))

    def go_to(self, row: int) -> None:
        """Make this line the one in use."""
        self.setCurrentIndex(self._lines.index(max(0, min(row, self._lines.rowCount() - 1))))

    def write_new(self) -> None:
        """Write in the empty line."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(self._lines.rowCount() - 1)
        edit_current(self)

    def remove_line(self) -> None:
        self._lines.remove(self._row)

    def move_line(self, by: int) -> None:
        self.go_to(self._lines.move(self._row, by))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._row = current.row()

    def event(self, event: QEvent) -> bool:
        # Letters begin to write here; they are not the keys of the comparison.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and begins_writing(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() is QAbstractItemView.State.EditingState
        moved = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not editing and self.currentIndex().isValid():
                edit_current(self)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return  # it ended the writing in a field, which passes it on
            case Qt.Key.Key_Delete:
                self.remove_line()
            case _ if moved and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self.move_line(moved)
            case _:
                super().keyPressEvent(event)


class _Lines(Rows):
    def __init__(self, view: LinesView, name: str) -> None:
        super().__init__(view, elided=True)
        self._name = name

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(self._name)
        return editor
