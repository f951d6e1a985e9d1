"""What is done to many codes and notes at once: another code, one more, none any more. Each is one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from index.annotations.listing import Listed
from reader.edits import Edit
from reader.library import coding
from reader.wording import tr, tr_count
from ui.annotating.annotating import Annotating
from ui.annotating.code_question import CodeQuestion
from ui.annotating.picker import CodePicker


class Batch:
    """Acts on the rows that are chosen; a code is asked for in a panel over the window."""

    def __init__(self, annotating: Annotating, over: QWidget, chosen: Callable[[], Sequence[Listed]]) -> None:
        self._annotating = annotating
        self._over = over
        self._chosen = chosen
        self._question: CodeQuestion | None = None

    @property
    def picker(self) -> CodePicker | None:
        """What a code was last asked for with."""
        return self._question.picker if self._question is not None else None

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
        self._question = CodeQuestion(self._annotating, self._over, title, lambda code: self._tell(act(code)))

    def _tell(self, edit: Edit | None) -> None:
        """Say what was done, by the name that Undo has for it."""
        if edit is not None and edit.changes:
            self._annotating.session.say(edit.label, undo=True)
        elif edit is not None:
            self._annotating.session.say(tr("They have that code already."))
