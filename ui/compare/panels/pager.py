"""How many of the set are columns, which of the columns are in sight, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.actions.offered import Actions
from ui.compare.table.columns_shown import ColumnsShown
from ui.theme.text import Role, Text
from ui.theme.tokens import ICON, STEP
from ui.theme.words import words_on


class Pager(QWidget):
    """A sentence and two arrows; nothing while all manifestos of the set are columns in sight."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._cut = Text("", Role.SMALL)
        self._which = Text("", Role.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._cut)
        row.addSpacing(STEP)
        row.addWidget(self._which)
        self._arrows = [_arrow(actions.action(name)) for name in ("compare.earlier-columns", "compare.later-columns")]
        for arrow in self._arrows:
            row.addWidget(arrow)
        self.show_set(0, 0)
        self.show_columns(None)

    @property
    def sentence(self) -> str:
        """What is said: of the set, and of the columns in sight."""
        return " ".join(filter(None, [self._cut.text(), self._which.text()]))

    def show_set(self, columns: int, manifestos: int) -> None:
        """Say so where not all of the set's manifestos are columns."""
        self._cut.setText(f"{columns} of {manifestos} manifestos" if columns < manifestos else "")
        self._cut.setVisible(bool(self._cut.text()))

    def show_columns(self, shown: ColumnsShown | None) -> None:
        """Say which columns these are, and offer the others."""
        sentence = shown.sentence if shown else ""
        self._which.setText(sentence)
        for part in (self._which, *self._arrows):
            part.setVisible(bool(sentence))
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
