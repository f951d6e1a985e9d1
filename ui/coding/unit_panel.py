"""Beside the unit: what has become of it, the codes on keys, finding a code by typing, the coder's name asked once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.library.codes import Code
from reader.wording import tr
from ui import theme
from ui.annotating.annotating import Annotating
from ui.annotating.chip import Chip, stand_in_column
from ui.annotating.name_question import NameQuestion
from ui.annotating.picker import CodePicker
from ui.theme.code_marks import look_in
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, HALF, SIX, STEP, TWO

# Buttons below the codes, in this order: their actions, their words, their keys.
_TOOLS = ("no-code", "unsure", "last", "remove", "find")


class UnitPanel(Surface):
    """`acts` is what each tool does."""

    code_chosen = Signal(str)  # the id of a code
    new_wanted = Signal(str)  # the name of a code to be made
    left = Signal()  # the keys go back to the unit

    def __init__(self, annotating: Annotating, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self.acts: dict[str, Callable[[], object]] = {}
        self.setAccessibleName(tr("Codes"))
        self.state = Text("", Role.STRONG).wrapped()
        self.before = Text("", Role.SMALL).wrapped()
        self.others = Text("", Role.SECONDARY).wrapped()
        self.hint = Text("", Role.SMALL).wrapped()
        self.picker = CodePicker(annotating)
        self.question = NameQuestion(annotating)
        self._codes = Surface()
        self._column = QVBoxLayout(self._codes)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.chips: list[Chip] = []
        self._ids: list[str] = []
        self.tools = {name: Chip(self._codes) for name in _TOOLS}
        self._scrolled = QScrollArea()
        self._compose()
        self._connect()
        self.rest()

    def say(self, state: str, before: str, others: Sequence[str]) -> None:
        """What has become of the unit and of the one before it, and what others say of it."""
        for label, words in ((self.state, state), (self.before, before), (self.others, "\n".join(others))):
            label.setText(words)
            label.setVisible(bool(words))

    def show_codes(self, keys: Mapping[str, Code], there: frozenset[str], *, digits: bool, removable: bool) -> None:
        """Show which key is which code; those in `there` (ids) stand on the unit, of which anything is `removable`."""
        while len(self.chips) < len(keys):
            self._add_chip(len(self.chips))
        self._ids = [code.id for code in keys.values()]
        for chip, (key, code) in zip(self.chips, keys.items(), strict=False):
            codebook = self._annotating.codebook
            path = codebook.written_path(code.id)
            hint = "\n".join(filter(None, (path if path != code.name else "", code.definition)))
            look = look_in(codebook, code)
            chip.say(code.name, key.upper(), look=look, there=code.id in there, hint=hint)
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < len(keys))
        self.tools["remove"].setVisible(removable)
        self.tools["last"].setVisible(bool(self._annotating.recent.last))
        found = len(self._annotating.codebook) > 0
        self.tools["find"].say(tr("Find a code") if found else tr("Make a code"), tr("Space"))
        stand_in_column(chip for chip in (*self.chips, *self.tools.values()) if not chip.isHidden())
        self.hint.setText(tr("Type a code’s digits, then Return.") if digits else "")
        self.hint.setVisible(digits)

    def pick(self, typed: str = "") -> None:
        """Find a code by typing, of which this is the first letter or digit."""
        self._show(self.picker)
        self.picker.begin(typed)

    def ask(self, then: Callable[[], object]) -> None:
        """Ask for the name of the coder at work, then do this."""
        self._show(self.question)
        self.question.ask(then)

    @property
    def asking(self) -> bool:
        """Whether the question for the name waits for an answer."""
        return self.question.isVisibleTo(self)

    def rest(self) -> None:
        """Show the codes on keys."""
        self._show(self._scrolled)

    def _show(self, page: QWidget) -> None:
        for one in (self._scrolled, self.picker, self.question):
            one.setVisible(one is page)

    def _add_chip(self, number: int) -> None:
        chip = Chip(self._codes)
        chip.clicked.connect(lambda _=False: self._choose(number))
        self._column.insertWidget(number, chip)
        self.chips.append(chip)

    def _choose(self, number: int) -> None:
        if number < len(self._ids):
            self.code_chosen.emit(self._ids[number])

    def _compose(self) -> None:
        for name, words, key in (
            ("no-code", tr("No code"), "X"),
            ("unsure", tr("Unsure"), "?"),
            ("last", tr("The last code again"), "Q"),
            ("remove", tr("Take off what you said"), "U"),
        ):
            self.tools[name].say(words, key)
        for chip in self.tools.values():
            self._column.addWidget(chip)
        self._column.addStretch()
        self._scrolled.setWidget(self._codes)
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, TWO, TWO, STEP)
        column.setSpacing(HALF)
        for widget in (self.state, self.before, self.others, self.hint, self.picker, self.question):
            widget.setContentsMargins(STEP, 0, 0, 0)  # the margin that the buttons below have of their own
            column.addWidget(widget)
        for widget in (self.picker, self.question):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(self._scrolled, 1)
        column.addStretch()

    def _connect(self) -> None:
        for name, chip in self.tools.items():
            chip.clicked.connect(lambda _=False, name=name: self.acts[name]())
        self.picker.chosen.connect(self.code_chosen)
        self.picker.new_wanted.connect(self.new_wanted)
        for left in (self.picker.left, self.question.left):
            left.connect(self.left)

    def sizeHint(self) -> QSize:
        return QSize(round((COLUMN_WIDTH + SIX) * max(1.0, theme.tokens().scale)), super().sizeHint().height())
