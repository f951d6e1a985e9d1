"""What coding mode looks like: the head with progress, the unit in its context, the codes beside, buttons below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.wording import tr
from ui.actions.offered import Actions
from ui.annotating.annotating import Annotating
from ui.coding.unit_panel import UnitPanel
from ui.coding.unit_view import Keys, UnitView
from ui.theme.parts import Line, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, give_tip, words_on

# The buttons below, by their actions.
_BELOW = ("coding.previous", "coding.next", "coding.unseen", "coding.split", "coding.join", "coding.lock")


class Desk(QStackedWidget):
    """The widgets of coding mode, or a note where there is nothing to code."""

    def __init__(self, actions: Actions, annotating: Annotating, keys: Callable[[], Keys]) -> None:
        super().__init__()
        self._actions = actions
        self.manifesto = Text("", Role.STRONG)
        self.where = Text("", Role.SECONDARY)
        self.progress = Text("", Role.STRONG)
        self.lost = Text(tr("The words of this unit were not found in the text as it is read now."), Role.WARNING)
        self.warning = Text("", Role.SMALL).wrapped()
        self.unit = UnitView(keys)
        self.panel = UnitPanel(annotating)
        self._head = Text("", Role.TITLE)
        self._sentence = Text("", Role.SECONDARY).wrapped()
        self.begin = QPushButton(tr("Choose what to code…"))
        self._buttons = [_button(actions, name) for name in _BELOW]
        self.addWidget(self._note())
        self.addWidget(self._work())

    def show_work(self) -> None:
        """Show units."""
        self.setCurrentIndex(1)

    def show_note(self, head: str, sentence: str) -> None:
        """Show why there are none."""
        self._head.setText(head)
        self._sentence.setText(sentence)
        self.setCurrentIndex(0)

    def look_at_buttons(self) -> None:
        """Show the buttons that can be used now."""
        for name, button in zip(_BELOW, self._buttons, strict=True):
            button.setEnabled(self._actions.action(name).isEnabled())

    def _note(self) -> QWidget:
        page = Surface()
        column = QVBoxLayout(page)
        column.setSpacing(STEP)
        column.addStretch(2)
        for widget in (self._head, self._sentence, self.begin):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _work(self) -> QWidget:
        page = Surface()
        head = QHBoxLayout()
        head.setContentsMargins(TWO, STEP, TWO, STEP)
        head.setSpacing(TWO)
        head.addWidget(self.manifesto)
        head.addWidget(self.where, 1)
        head.addWidget(self.progress)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.unit, 1)
        body.addWidget(Line(upright=True))
        body.addWidget(self.panel)
        below = QHBoxLayout()
        below.setContentsMargins(TWO, STEP, TWO, STEP)
        below.setSpacing(STEP)
        for button in self._buttons:
            below.addWidget(button)
        below.addWidget(self.warning, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.lost)
        column.addLayout(body, 1)
        column.addWidget(Line())
        column.addLayout(below)
        return page


def _button(actions: Actions, name: str) -> QPushButton:
    """A button for an action; its key in the tip."""
    action, spec = actions.action(name), actions.spec(name)
    button = QPushButton(caption(words_on(action)))
    give_tip(button, f"{spec.description} ({spec.shortcut})" if spec.shortcut else spec.description)
    button.setAccessibleDescription(spec.shortcut)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button
