"""What coding mode looks like: the head with progress, the unit in its context, the codes beside, buttons below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reader.wording import tr
from ui.actions.offered import Actions
from ui.annotating.annotating import Annotating
from ui.annotating.chip import Chip
from ui.annotating.flow_layout import FlowLayout
from ui.coding.unit_panel import UnitPanel
from ui.coding.unit_view import Keys, UnitView
from ui.shared.elided import Elided
from ui.shared.placeholder import Placeholder, Step
from ui.theme.parts import Line, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, TWO


class Desk(QStackedWidget):
    """The widgets of coding mode, or a note where there is nothing to code."""

    def __init__(self, actions: Actions, annotating: Annotating, keys: Callable[[], Keys]) -> None:
        super().__init__()
        self._actions = actions
        self.manifesto = Text("", Role.STRONG)
        self.where = Elided("", Role.SECONDARY)
        self.progress = Text("", Role.STRONG)
        self.lost = Text(tr("The words of this unit were not found in the text as it is read now."), Role.WARNING)
        self.warning = Text("", Role.SMALL).wrapped()
        self.unit = UnitView(keys)
        self.panel = UnitPanel(annotating)
        self.empty = Placeholder()
        below = {
            "coding.previous": tr("Previous"),
            "coding.next": tr("Next"),
            "coding.unseen": tr("Next unseen"),
            "coding.split": tr("Split here"),
            "coding.join": tr("Join with the next"),
            "coding.lock": tr("Lock units"),
        }
        self._buttons = {name: _button(actions, name, words) for name, words in below.items()}
        self.addWidget(self.empty)
        self.addWidget(self._work())

    def show_work(self) -> None:
        """Show units."""
        self.setCurrentIndex(1)

    def show_nothing(self) -> None:
        """Say that there are no units, and how to have some."""
        self.empty.say(
            tr("Nothing is being coded"),
            tr("Choose manifestos to code sentence by sentence or paragraph by paragraph, all of them or a sample."),
            Step(tr("Choose what to code…"), self._actions.action("go-coding").trigger),
        )
        self.setCurrentIndex(0)

    def warn(self, sentence: str) -> None:
        """Say this below the buttons, "" for nothing."""
        self.warning.setText(sentence)
        self.warning.setVisible(bool(sentence))

    def look_at_buttons(self) -> None:
        """Show the buttons that can be used now."""
        for name, button in self._buttons.items():
            button.setVisible(self._actions.action(name).isEnabled())

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
        tools = QWidget()
        tools.setAccessibleName(tr("Units"))
        in_tools = FlowLayout(tools, HALF)
        for button in self._buttons.values():
            in_tools.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(STEP, HALF, STEP, HALF)
        below.setSpacing(HALF)
        below.addWidget(tools)
        self.warning.setContentsMargins(STEP, 0, STEP, HALF)
        below.addWidget(self.warning)
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


def _button(actions: Actions, name: str, words: str) -> Chip:
    """Shows its key as well; the keys do the same without it."""
    action, spec = actions.action(name), actions.spec(name)
    button = Chip()
    key = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    button.say(words, key, hint=spec.description)
    button.clicked.connect(action.trigger)
    return button
