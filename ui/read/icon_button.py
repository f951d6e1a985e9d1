"""A quiet button that shows an icon and does what an action does."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from ui import theme
from ui.theme.icons import icon
from ui.theme.tokens import ICON
from ui.theme.words import give_tip, words_on


class IconButton(QToolButton):
    """Does the action; its name and key are the tool tip and what a screen reader says."""

    def __init__(self, name: str, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = name
        key = action.shortcut().toString()
        self.setAutoRaise(True)
        self.setIconSize(QSize(ICON, ICON))
        words = words_on(action)
        self.setAccessibleName(words)
        give_tip(self, f"{words} ({key})" if key else words)
        self.clicked.connect(lambda: action.trigger())
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def _draw_icon(self) -> None:
        self.setIcon(icon(self._icon))
