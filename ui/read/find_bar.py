"""The row for finding words in the manifesto that is open: field, count, next and previous."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.actions.offered import Actions
from ui.shared.icon_button import IconButton
from ui.theme.parts import Line
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, TWO

_FIELD_WIDTH = 280


class FindBar(QWidget):
    """What to find, and how many there are. Return is next, Shift+Return previous, Esc closes."""

    words_changed = Signal(str)
    closed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next, self._previous = actions.action("read.find-next"), actions.action("read.find-previous")
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find in this manifesto")
        self.field.setAccessibleName("Find in this manifesto")
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(_FIELD_WIDTH)
        self.field.textChanged.connect(self.words_changed)
        self._count = Text("", Role.SECONDARY)
        row = QHBoxLayout()
        row.setContentsMargins(TWO, STEP, TWO, STEP)
        row.setSpacing(HALF)
        row.addWidget(self.field, 1)
        row.addSpacing(STEP)
        row.addWidget(IconButton("up", self._previous))
        row.addWidget(IconButton("down", self._next))
        row.addSpacing(STEP)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(IconButton("close", actions.action("read.find-close")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(Line())

    @property
    def words(self) -> str:
        return self.field.text()

    @property
    def count(self) -> str:
        """What it says about how many there are."""
        return self._count.text()

    def open(self) -> None:
        """Show the row, ready to type over what was there."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, current: int | None, total: int) -> None:
        """Say which of how many is the current one (from 0)."""
        if not self.words.strip():
            said = ""
        elif total == 0:
            said = "Nothing found"
        else:
            said = f"{total}" if current is None else f"{current + 1:,} of {total:,}"
        if said != self._count.text():
            self._count.setText(said)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self._previous if back else self._next).trigger()
            case _:
                super().keyPressEvent(event)
