"""Asking for a code in a panel over the window, for rows of a table or a whole manifesto."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.annotating.annotating import Annotating
from ui.annotating.name_question import NameQuestion
from ui.annotating.picker import CodePicker
from ui.shared.overlay import Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP


class CodeQuestion(QWidget):
    """The codes under a title; Esc leaves. Who has not said by which name they code is asked that first."""

    def __init__(
        self,
        annotating: Annotating,
        over: QWidget,
        title: str,
        taken: Callable[[str], object],
        made: Callable[[str], object] | None = None,
    ) -> None:
        """`taken` gets the id of the code that was chosen, once the panel has closed.

        `made` gets the name of a new one; without it one is made and given to `taken`, as two steps.
        """
        super().__init__()
        self._annotating = annotating
        self._taken, self._made = taken, made
        self.name = NameQuestion(annotating)
        self.picker = CodePicker(annotating)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(title, Role.STRONG).wrapped())
        column.addWidget(self.name)
        column.addWidget(self.picker)
        asks = not annotating.coder.confirmed
        self.name.setVisible(asks)
        self.picker.setHidden(asks)
        self.setFocusProxy(self.name if asks else self.picker)
        overlay = self._overlay = Overlay(over.window(), self, title)
        overlay.closed.connect(overlay.deleteLater)
        self.picker.chosen.connect(self._take)
        self.picker.new_wanted.connect(self._make)
        for part in (self.name, self.picker):
            part.left.connect(overlay.dismiss)
            part.resized.connect(overlay.fit)
        overlay.open()
        if asks:
            self.name.ask(self._pick)
        else:
            self._pick()

    def _pick(self) -> None:
        self.name.hide()
        self.picker.show()
        self.setFocusProxy(self.picker)
        self.picker.fit()
        self.picker.begin()
        self._overlay.fit()

    def _take(self, code: str) -> None:
        self._overlay.dismiss()
        self._taken(code)

    def _make(self, name: str) -> None:
        if self._made is not None:
            self._overlay.dismiss()
            self._made(name)
            return
        made = self._annotating.create_code(name)
        if made is not None:
            self._take(made.id)
