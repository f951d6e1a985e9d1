"""A message over the window, or in place of one, in plain words."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from ui.theme.words import never_markup


def message(problem: str, advice: str, over: QWidget | None = None) -> QMessageBox:
    """The box with both sentences; whoever asked for it shows it."""
    box = QMessageBox(over)
    box.setWindowTitle("Hustings")
    box.setText(never_markup(problem))
    box.setInformativeText(never_markup(advice))
    return box
