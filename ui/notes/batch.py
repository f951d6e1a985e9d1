"""What is done to many codes and notes at once: another code, one more, none any more. Each is one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.annotations.listing import Listed
from reader.edits import Edit
from reader.library import coding
from reader.wording import tr, tr_count
from ui.annotating.annotating import Annotating
from ui.annotating.picker import CodePicker
from ui.shared.overlay import Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP


class Batch:
    """Acts on the rows that are chosen; a code is asked for in a panel over the window."""

    def __init__(self, annotating: Annotating, over: QWidget, chosen: Callable[[], Sequence[Listed]]) -> None:
        self._annotating = annotating
        self._over = over
        self._chosen = chosen
        self._overlay: Overlay | None = None
        self.picker: CodePicker | None = None

    def recode(self) -> None:
        """Ask for the code that the chosen rows get in place of theirs."""
        names = self._names()
        if names:
            title = tr_count("Recode one passage as", "Recode {count:,} passages as", len(names))
            self._ask(title, lambda code: self._annotating.recode(names, code))

    def tag(self) -> None:
        """Ask for a code that the words of the chosen rows get beside theirs."""
        names, session = self._names(), self._annotating.session
        if names:
            title = tr_count("Code one passage also as", "Code {count:,} passages also as", len(names))
            self._ask(
                title,
                lambda code: session.attempt(lambda: coding.also_code(session.library, names, code), self._annotating),
            )

    def delete(self) -> None:
        """Take the chosen rows away."""
        names = self._names()
        if names:
            self._tell(self._annotating.remove(names))

    def _names(self) -> list[str]:
        names = [one.id for one in self._chosen()]
        if not names:
            self._annotating.session.say(tr("Choose rows of the table first."))
        return names

    def _ask(self, title: str, act: Callable[[str], Edit | None]) -> None:
        content = QWidget()
        picker = self.picker = CodePicker(self._annotating)
        column = QVBoxLayout(content)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(title, Role.STRONG))
        column.addWidget(picker)
        content.setFocusProxy(picker)
        overlay = self._overlay = Overlay(self._over.window(), content, title)
        overlay.closed.connect(overlay.deleteLater)

        def take(code: str) -> None:
            overlay.dismiss()
            self._tell(act(code))

        def make(name: str) -> None:
            made = self._annotating.create_code(name)
            if made is not None:
                take(made.id)

        picker.chosen.connect(take)
        picker.new_wanted.connect(make)
        picker.left.connect(overlay.dismiss)
        picker.resized.connect(overlay.fit)
        overlay.open()
        picker.fit()
        picker.begin()

    def _tell(self, edit: Edit | None) -> None:
        """Say what was done, by the name that Undo has for it."""
        if edit is not None and edit.changes:
            self._annotating.session.say(edit.label, undo=True)
        elif edit is not None:
            self._annotating.session.say(tr("They have that code already."))
