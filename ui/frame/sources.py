"""The help's word on where manifestos are found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.shared.sources import SourceLinks
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, THREE, TWO

_HOW = (
    "These open in your browser; the program itself asks the network for nothing. Save a manifesto as a file and "
    "add it, or copy its text and paste it here: an address on the first line is kept as its source."
)


def show_sources(window: QWidget) -> QDialog:
    """Show it over the window, without stopping anything else."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Where to find manifestos")
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(THREE, THREE, THREE, THREE)
    layout.setSpacing(TWO)
    layout.addWidget(Text("Where to find manifestos", Role.TITLE))
    layout.addWidget(SourceLinks(dialog))
    how = Text(_HOW, Role.SECONDARY, dialog).wrapped()
    how.setMinimumWidth(MEASURE)
    layout.addWidget(how)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    layout.addWidget(buttons)
    dialog.show()
    return dialog
