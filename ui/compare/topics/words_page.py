"""The page of the editor on which the words of a topic are written, with what the line in use means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from index.topics.drafting import fault_of
from index.topics.languages import also_in, is_untranslated, to_translate
from index.topics.model import Scope, TopicQuery
from reader.language import language_name
from reader.wording import tr
from ui.compare.topics.draft import Draft
from ui.compare.topics.trials import WordTrial
from ui.compare.topics.wording import manifestos
from ui.compare.topics.words_model import WordsModel
from ui.compare.topics.words_table import WordsTable
from ui.shared.editing import edit_current
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.words import caption, give_tip


class WordsPage(QWidget):
    """The table, and under it what is wrong with the line in use or which other words it finds."""

    word_in_use = Signal(object)  # TopicQuery
    fields_wanted = Signal()  # which language a line is for has to be seen

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.words = WordsModel(draft, self)
        self.table = WordsTable(draft, self.words)
        self._looked_at: TopicQuery | None = None
        self._fault = Text("", Role.ERROR).wrapped()
        self._hint = Text("", Role.SECONDARY).wrapped()
        self._fields = True
        self._headings = QPushButton("Add headings")
        self._other = QPushButton("Languages")
        self.languages = QMenu(self)
        self._lay_out()
        self.table.line_chosen.connect(self._choose)
        self.table.typed.connect(self._type)
        draft.changed.connect(lambda: self._choose(self.table.row))

    def show_fields(self, on: bool) -> None:
        """Whether all that can be said of words is shown, or the words alone."""
        explained = self._fault.isHidden() and self._hint.text() == self._explained
        self._fields = on
        self.table.show_fields(on)
        self._headings.setVisible(on)
        if explained:
            self._say(self._explained)

    @property
    def _explained(self) -> str:
        """What lines of words do, in terms of what is shown of them."""
        if self._fields:
            return tr(
                "A sure sign in a sentence puts its passage into the topic, or two hints, or four weak ones. "
                "What nearly comes to that stands under “Less certain”."
            )
        if all(query.weight >= 1 and query.scope is Scope.TEXT for query in self._draft.topic.queries):
            return tr("A passage with one of these words is in the topic.")
        return tr("Some of these words count only with others, or in headings. The line under the name shows how.")

    @property
    def said(self) -> str:
        """What stands under the table."""
        return self._hint.text() if self._fault.isHidden() else self._fault.text()

    def show_trial(self, trial: WordTrial) -> None:
        """Say which other words the line finds; how the one that was typed alone is asked for."""
        typed = trial.query.query
        if is_untranslated(trial.query, self._draft.topic.queries):
            return
        if trial.results.suggestion:
            self._say(f"No passage has it. Did you mean {trial.results.suggestion}?")
        else:
            self._say(" ".join(filter(None, (_found(typed, trial), _left_out(trial)))) or self._explained)

    def offer_languages(self, found: Mapping[str, int]) -> None:
        """Offer what can be done about these languages (codes) of so many manifestos each, which the topic lacks."""
        self.languages.clear()
        for code, number in found.items():
            name = language_name(code)
            self.languages.addSeparator()
            add = self.languages.addAction(caption(f"Add lines to translate into {name} ({manifestos(number)})"))
            add.triggered.connect(lambda _checked, code=code: self.translate(code))
            there = self.languages.addAction(caption(f"The words are {name} already"))
            there.triggered.connect(lambda _checked, code=code: self._draft.change(also_in(self._draft.topic, code)))
        self._other.setVisible(bool(found))

    def translate(self, language: str) -> None:
        """Add the lines to be translated into a language (a code), and go to the first that is."""
        self.fields_wanted.emit()
        self._draft.change(to_translate(self._draft.topic, language))
        queries = self._draft.topic.queries
        of_language = [at for at, one in enumerate(queries) if one.language == language]
        self.table.setFocus()
        self.table.go_to(next((at for at in of_language if is_untranslated(queries[at], queries)), len(queries)))
        self.table.scrollTo(self.table.currentIndex(), WordsTable.ScrollHint.PositionAtTop)

    def _lay_out(self) -> None:
        add, headings, remove = QPushButton("Add words"), self._headings, QPushButton("Remove line")
        give_tip(headings, "All passages under headings with these words")
        give_tip(remove, "Del")
        add.clicked.connect(self.table.write_new)
        headings.clicked.connect(self._add_headings)
        remove.clicked.connect(self.table.remove_line)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        self._other.setMenu(self.languages)
        give_tip(self._other, "Manifestos in languages in which the topic has no words")
        self._other.hide()
        for button in (add, headings, remove, self._other):
            buttons.addWidget(button)
        buttons.addStretch()
        below = QVBoxLayout()
        below.setContentsMargins(TWO, 0, TWO, 0)
        below.setSpacing(STEP)
        below.addWidget(self._fault)
        below.addWidget(self._hint)
        below.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        around = QVBoxLayout()
        around.setContentsMargins(STEP, 0, STEP, 0)  # the words in its cells stand a step further in
        around.addWidget(self.table)
        column.addLayout(around, 1)
        column.addLayout(below)
        self._say(self._explained)

    def _add_headings(self) -> None:
        """A line for headings: all passages under headings with these words are on the topic."""
        self.words.add(TopicQuery("headings with these words", scope=Scope.SECTION))
        self.table.setFocus()
        self.table.go_to(self.words.rowCount() - 2)
        edit_current(self.table)

    def _choose(self, row: int) -> None:
        query = self.words.query(row)
        if query is None and self.words.has(self._looked_at):
            return  # the empty line has nothing to show: what the word before it finds stays in sight
        self._look_at(query or TopicQuery(""), complain=query is not None)

    def _type(self, row: int, text: str) -> None:
        query = self.words.query(row) or TopicQuery("")
        words = " ".join(text.split())
        self._look_at(replace(query, query=words), complain=bool(words))

    def _look_at(self, query: TopicQuery, *, complain: bool) -> None:
        fault = fault_of(query.query) if complain else ""
        if fault:
            self._complain(fault)
        elif is_untranslated(query, self._draft.topic.queries):
            name = language_name(query.language)
            self._say(f"Write what {name} manifestos say in place of these words. Until then the line does not count.")
        elif query != self._looked_at:
            self._say(self._explained)
        self._looked_at = query
        self.word_in_use.emit(query)

    def _say(self, sentence: str) -> None:
        self._fault.hide()
        self._hint.setText(sentence)
        self._hint.show()

    def _complain(self, sentence: str) -> None:
        if sentence != self._fault.text() or self._fault.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.table, sentence))
        self._hint.hide()
        self._fault.setText(sentence)
        self._fault.show()


def _found(typed: str, trial: WordTrial) -> str:
    """Which forms of the word a line finds beside the one typed; "" for no others."""
    if not trial.forms:
        return ""
    return f"“{typed}” also finds {_listed(trial.forms)}. For this form alone write ={typed}"


def _left_out(trial: WordTrial) -> str:
    """Which words akin to those of the line it does not find; "" for none."""
    akin = [tr("{word} ({total:,})", word=one.word, total=one.total) for one in trial.results.also]
    return tr("Other words, not found by it: {words}.", words=", ".join(akin)) if akin else ""


def _listed(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
