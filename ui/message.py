"""A message over the window, or in place of one, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from ui.theme.words import never_markup


def message(problem: str, advice: str, over: QWidget | None = None) -> QMessageBox:
    """The box with both sentences; whoever asked for it shows it."""
    box = QMessageBox(over)
    box.setWindowTitle("Hustings")
    box.setText(never_markup(problem))
    box.setInformativeText(never_markup(advice))
    return box


def ask(problem: str, advice: str, answers: Sequence[str]) -> str:
    """The answer that was chosen; the last, which changes nothing, where the box was closed."""
    box = message(problem, advice)
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.ActionRole) for answer in answers]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    clicked = box.clickedButton()
    return answers[buttons.index(clicked)] if clicked in buttons else answers[-1]
