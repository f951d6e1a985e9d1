"""The + after the tabs of topics."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ui.actions import Actions
from ui.theme.words import give_tip, words_on


class NewTopicButton(QToolButton):
    """Begins a topic."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        action = actions.action("compare.new-topic")
        self.setText("+")
        self.setAccessibleName(words_on(action))
        give_tip(self, words_on(action))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.clicked.connect(action.trigger)
