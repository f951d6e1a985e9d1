"""The teacher's own line on the notice before what speaks of violence, explained and written where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from index.lessons.notices import usual_advice
from reader.wording import tr
from ui.session.settings import Settings
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, give_tip

_LONGEST = 200  # characters: it stands on a wall in large type


class NoticeLine(QWidget):
    """Says what the notice says; a button lets the line be written. Return keeps it, Esc discards it."""

    left = Signal()  # the line is not written any more

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._said = Text("", Role.SMALL).wrapped()
        self.button = QPushButton(caption(tr("Change the line")))
        give_tip(self.button, tr("Write whom pupils can talk to, in your own words"))
        self.field = _Field()
        self.field.setAccessibleName(tr("Whom to talk to"))
        self.field.setPlaceholderText(usual_advice())
        self.field.setMaxLength(_LONGEST)
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(said)
        self._stack.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(TWO, 0, TWO, STEP)
        column.addWidget(self._stack)
        self.button.clicked.connect(self.write)
        self.field.returnPressed.connect(self._keep)
        self.field.left.connect(self._rest)
        settings.changed.connect(self._say)
        self._say()

    @property
    def sentence(self) -> str:
        """What is explained."""
        return self._said.text()

    def write(self) -> None:
        """Let the line be written."""
        self.show()
        self.field.setText(self._settings.now.advice)
        self._stack.setCurrentWidget(self.field)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._settings.change(advice=" ".join(self.field.text().split()))
        self._rest()

    def _rest(self) -> None:
        self._stack.setCurrentIndex(0)
        self.left.emit()

    def _say(self) -> None:
        line = self._settings.now.advice or usual_advice()
        self._said.setText(
            tr("When it is presented, a notice stands before what speaks of violence: “{line}”", line=line)
        )


class _Field(QLineEdit):
    left = Signal()  # without keeping what was typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
