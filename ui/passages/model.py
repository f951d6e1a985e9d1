"""The lines of a list of passages as Qt asks for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from ui.passages.line import PassageLine
from ui.shared.lines import LinesModel


class PassageModel(LinesModel[PassageLine]):
    """Passages one below the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            lambda line: line.id,
            {
                Qt.ItemDataRole.DisplayRole: lambda line: line.words or line.head,
                Qt.ItemDataRole.AccessibleTextRole: lambda line: line.spoken,
            },
            parent,
        )

    def replace(self, line: PassageLine) -> None:
        """Show the line with this id in another way; nothing where there is none."""
        row = next((row for row, one in enumerate(self.lines) if one.id == line.id), None)
        if row is not None:
            self.lines = (*self.lines[:row], line, *self.lines[row + 1 :])
            self.dataChanged.emit(self.index(row), self.index(row))
