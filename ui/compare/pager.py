"""Which of all columns are in sight, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.actions import Actions
from ui.compare.columns_shown import ColumnsShown
from ui.theme.text import Role, Text
from ui.theme.tokens import ICON, STEP
from ui.theme.words import words_on


class Pager(QWidget):
    """A sentence and two arrows; nothing while all columns are in sight."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._which = Text("", Role.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._which)
        for name in ("compare.earlier-columns", "compare.later-columns"):
            row.addWidget(_arrow(actions.action(name)))
        self.show_columns(None)

    def show_columns(self, shown: ColumnsShown | None) -> None:
        """Say which columns these are, and offer the others."""
        sentence = shown.sentence if shown else ""
        self._which.setText(sentence)
        self.setVisible(bool(sentence))
        self._actions.allow("compare.earlier-columns", shown is not None and shown.earlier)
        self._actions.allow("compare.later-columns", shown is not None and shown.later)


def _arrow(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(QSize(ICON, ICON))
    button.setAutoRaise(True)
    button.setAccessibleName(words_on(action))
    return button
