"""A question that is put before there is a window, with a button for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox


def ask(problem: str, advice: str, answers: Sequence[str]) -> str:
    """The answer that was chosen; the last, which changes nothing, where the box was closed."""
    box = QMessageBox()
    box.setWindowTitle("Hustings")
    box.setTextFormat(Qt.TextFormat.PlainText)  # names in it may come from anywhere
    box.setText(problem)
    box.setInformativeText(advice)
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.ActionRole) for answer in answers]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    clicked = box.clickedButton()
    return answers[buttons.index(clicked)] if clicked in buttons else answers[-1]
