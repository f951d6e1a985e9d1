"""The + after the tabs of topics."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ui.actions import Actions


class NewTopicButton(QToolButton):
    """Begins a topic."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        action = actions.action("compare.new-topic")
        self.setText("+")
        self.setAccessibleName(action.text())
        self.setToolTip(action.text())
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.clicked.connect(action.trigger)
