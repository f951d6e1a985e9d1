"""What the Search place says while there are no results: what can be typed, or that nothing was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from index.results import Results
from index.topics.languages import UNKNOWN, code_of
from reader.language import language_name
from reader.library.records import Document
from reader.wording import tr
from ui.shared.placeholder import Placeholder, Step
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, THREE

_CODE = re.compile(r"(?<![^\s(-])code:", re.IGNORECASE)


def examples() -> tuple[tuple[str, str], ...]:
    """What can be typed, and what it finds."""
    return (
        ("police officers", tr("both words, in singular or plural, anywhere in a passage")),
        ("“stop and search”", tr("these words in this order")),
        ("police OR crime", tr("either word")),
        ("knife -crime", tr("without a word")),
        ("“fire safety”~5", tr("with at most five words between")),
        ("polic*  *phobia  wom?n", tr("words of this shape: * is any letters, ? is one")),
        ("=policing", tr("exactly this form of the word")),
        ("/stop.{1,5}search/", tr("a regular expression, as programmers write it")),
        ("section:women", tr("passages under a heading with this word")),
        ("party:labour year:2010-2017", tr("some manifestos only; also lang:cy, page:12")),
        ("kind:pledge police", tr("the words in a pledge; or in a record, a criticism, context")),
        ("topic:policing", tr("passages that a topic shows")),
        ("code:policing", tr("passages that carry a code of yours, or one under it")),
    )


class Guidance(Placeholder):
    """What it says in each case; the steps that belong to it are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        examples = _examples()
        super().__init__(examples, leading=True, parent=parent)
        self._examples = examples

    def say_empty(self, add: Step) -> None:
        """There are no manifestos."""
        self._examples.hide()
        self.say("Nothing to search yet", "Manifestos that you add can be searched here.", add)

    def invite(self, documents: int) -> None:
        """So many manifestos can be searched."""
        self._examples.show()
        which = "the one manifesto" if documents == 1 else f"all {documents} manifestos"
        self.say(f"Search {which}", "Type words, or one of these:")

    def say_hidden(self, show: Step) -> None:
        """What was found is hidden by the choices above."""
        self._examples.hide()
        self.say("Nothing of that kind", "The choices above hide what was found.", show)

    def say_not_found(self, documents: Sequence[Document], results: Results, search: Callable[[str], object]) -> None:
        """None of these manifestos has such a passage; `search` looks for what may have been meant."""
        suggested = results.suggestion
        steps = [Step(f"Search for “{suggested}”", lambda: search(suggested))] if suggested else []
        self._examples.setVisible(not suggested)
        self.say(f"Nothing found for {_quoted(results.query)}", _not_found(documents, results), *steps)


def _examples() -> QScrollArea:
    """The examples, of which those can be scrolled to for which there is no room."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(THREE)
    grid.setVerticalSpacing(STEP)
    grid.setColumnStretch(1, 1)
    for row, (typed, meaning) in enumerate(examples()):
        grid.addWidget(Text(typed, Role.STRONG), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(meaning, Role.SECONDARY).wrapped(), row, 1)
    area = QScrollArea()
    area.setAccessibleName(tr("What can be typed"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    area.setWidget(table)
    area.viewport().setAutoFillBackground(False)
    table.setAutoFillBackground(False)
    return area


def _quoted(query: str) -> str:
    """A query in quotation marks, but for one that begins with some of its own."""
    return query if query.lstrip()[:1] in tuple('"“”„') else f"“{query}”"


def _not_found(documents: Sequence[Document], results: Results) -> str:
    """What is said where none of these manifestos has such a passage, and what to try."""
    count = len(documents)
    where = "The one manifesto here has" if count == 1 else f"None of the {count} manifestos has"
    passage = "no passage" if count == 1 else "a passage"
    languages = sorted({language_name(code) for one in documents if (code := code_of(one.language)) != UNKNOWN})
    if results.suggestion:
        hint = "Did you mean this?"
    elif _CODE.search(results.query):
        hint = "Passages have the codes that were put on their words, in Read or beside any passage with N."
    else:
        hint = "Try fewer words, or the beginning of a word with * after it."
    if len(languages) > 1:
        named = f"{', '.join(languages[:-1])} and {languages[-1]}"
        hint = f"{hint} They are in {named}: words are looked for as typed, not translated."
    return f"{where} {passage} like that. {hint}"
