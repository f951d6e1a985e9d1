"""What the Search place says while there are no results: what can be typed, or that nothing was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from index.results import Results
from index.topics.languages import UNKNOWN, code_of
from reader.language import language_name
from reader.library.records import Document
from ui.theme.parts import Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, STEP, THREE, TWO
from ui.theme.words import caption, words_on

EXAMPLES = (
    ("police officers", "both words, in any form, anywhere in a passage"),
    ("“stop and search”", "these words in this order"),
    ("police OR crime", "either word"),
    ("knife -crime", "without a word"),
    ("polic*", "words that begin so"),
    ("=policing", "exactly this form of the word"),
    ("section:women", "passages under a heading with this word"),
    ("party:labour year:2017", "some manifestos only"),
    ("kind:pledge police", "the words in a pledge; or in a record, a criticism, context"),
)


class Guidance(Surface):
    """A heading, a sentence, a step to take, and examples of what can be typed."""

    suggestion_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Text("", Role.TITLE).wrapped()
        self._sentence = Text("", Role.SECONDARY).wrapped()
        self._step = QPushButton()
        self._step.setDefault(True)
        self._step.clicked.connect(self.suggestion_taken)
        self._examples = _examples()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addSpacing(TWO)
        for part in (self._head, self._sentence):
            column.addWidget(part)
        column.addSpacing(STEP)
        column.addWidget(self._step, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(STEP)
        column.addWidget(self._examples)
        column.addStretch()
        body = QWidget()
        body.setFixedWidth(MEASURE)
        body.setLayout(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THREE, 0, THREE, 0)
        layout.addWidget(body, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def sentences(self) -> str:
        """All that it says, but for the examples."""
        return " ".join(text for text in (self._head.text(), self._sentence.text(), self.step) if text)

    @property
    def step(self) -> str:
        """What the button offers, "" for nothing."""
        return words_on(self._step) if not self._step.isHidden() else ""

    def say(self, head: str, sentence: str, step: str = "", *, examples: bool = False) -> None:
        """Say this, offer this step ("" for none), and show what can be typed or not."""
        self._head.setText(head)
        self._sentence.setText(sentence)
        self._step.setText(caption(step))
        self._step.setVisible(bool(step))
        self._examples.setVisible(examples)


def _examples() -> QWidget:
    table = QWidget()
    table.setAccessibleName("What can be typed")
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(THREE)
    grid.setVerticalSpacing(STEP)
    grid.setColumnStretch(1, 1)
    for row, (typed, meaning) in enumerate(EXAMPLES):
        grid.addWidget(Text(typed, Role.STRONG), row, 0)
        grid.addWidget(Text(meaning, Role.SECONDARY).wrapped(), row, 1)
    return table


def search_field() -> QLineEdit:
    """The box to type in."""
    field = QLineEdit()
    field.setPlaceholderText("Search all manifestos")
    field.setAccessibleName("Search all manifestos")
    field.setClearButtonEnabled(True)
    field.setMaximumWidth(MEASURE)
    return field


def not_found(held: Sequence[Document], results: Results) -> str:
    """What is said where none of these manifestos has such a passage, and what to try."""
    documents = len(held)
    where = "The one manifesto here has" if documents == 1 else f"None of the {documents} manifestos has"
    passage = "no passage" if documents == 1 else "a passage"
    languages = sorted({language_name(code) for one in held if (code := code_of(one.language)) != UNKNOWN})
    hint = (
        "Did you mean this?" if results.suggestion else "Try fewer words, or the beginning of a word with * after it."
    )
    if len(languages) > 1:
        named = f"{', '.join(languages[:-1])} and {languages[-1]}"
        hint = f"{hint} They are in {named}: words are looked for as typed, not translated."
    return f"{where} {passage} like that. {hint}"
