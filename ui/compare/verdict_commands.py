"""What can be said of the card or silence that the keys act on: it belongs or not, another row, another kind."""

from __future__ import annotations

from PySide6.QtCore import QObject

from index.shortening import carrying
from index.topics.model import Match, Statement, StatementKind, Topic
from reader.lead_ins import before_words
from reader.library.verdicts import About
from ui.compare.cards.card import KIND_NAMES
from ui.compare.cards.entries import Entry, EntryKind
from ui.compare.table.table import ComparisonTable
from ui.session.session import Session
from ui.shared.choosing import Choice, choose
from ui.shared.judging import ask_rows, say_belongs, say_kind, say_rows, say_silent, take_back

_NOTHING_CHOSEN = "Choose a passage first, with the arrow keys or a click."


class VerdictCommands(QObject):
    """Answers to the actions that take correction. A person's word is shown at once and can be undone."""

    def __init__(self, session: Session, table: ComparisonTable) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        for name, slot in {
            "compare.reject": lambda: self._judge(belongs=False),
            "compare.confirm": self.confirm,
            "compare.rows": self.choose_rows,
            "compare.kind": self.choose_kind,
            "compare.withdraw": self.withdraw,
            "compare.confirm-silence": self.confirm_silence,
        }.items():
            session.actions.connect(name, slot)

    def confirm(self) -> None:
        """Say that the passage belongs here; in a silent cell, that the manifesto is silent."""
        entry = self._table.area.entry()
        if entry is not None and entry.kind is EntryKind.SILENCE:
            self.confirm_silence()
        else:
            self._judge(belongs=True)

    def confirm_silence(self) -> None:
        """Confirm the silence in the chosen cell: on the whole topic where the manifesto says nothing on any of it."""
        entry, document, shown = self._table.area.entry(), self._table.area.document(), self._table.presentation
        if entry is None or entry.kind is not EntryKind.SILENCE or document is None or shown is None:
            self._session.say("Choose a cell in which nothing was found.")
            return
        comparison = shown.loaded.comparison
        at = [column.document.id for column in comparison.columns].index(document.id)
        cell = next(row.cells[at] for row in comparison.rows if row.subtopic.id == entry.row)
        if cell.silence is None or cell.silence.hidden:
            self._session.say("This cell is only empty because some passages are hidden.")
            return
        whole = comparison.columns[at].silence
        row = "" if whole is not None and not whole.hidden else entry.row
        say_silent(self._session, document.id, comparison.topic, row)

    def choose_rows(self) -> None:
        """Ask in which rows the passage belongs."""
        match, topic = self._match(), self._topic()
        if match is None or topic is None:
            return
        ask_rows(
            self._table,
            topic,
            "In which rows does the passage belong?",
            match.subtopics,
            lambda rows: say_rows(self._session, match.document, match.block, topic, rows),
        )

    def choose_kind(self) -> None:
        """Ask of which kind the statement is; first of which statement, where several carry the passage."""
        match = self._match()
        if match is None:
            return
        statements = carrying(match.statements)
        if len(statements) == 1:
            self._ask_kind(match, statements[0])
            return
        led = before_words(match.lead_in, match.language)
        choices = [
            Choice(str(place), (led if one.start == 0 else "") + one.text, note=KIND_NAMES[one.kind])
            for place, one in enumerate(statements)
        ]
        choose(
            self._table,
            "Which statement is of another kind?",
            choices,
            lambda chosen: self._ask_kind(match, statements[int(chosen[0])]),
        )

    def withdraw(self) -> None:
        """Take back all that was said of the passage on this topic, or that its cell is silent."""
        entry = self._table.area.entry()
        said = [one.id for one in entry.passage.match.said] if entry is not None and entry.passage is not None else []
        if entry is not None and entry.kind is EntryKind.SILENCE:
            said = self._silence_said(entry)
        if said:
            take_back(self._session, said)
        else:
            self._session.say("Nobody has decided anything here yet.")

    def _judge(self, *, belongs: bool) -> None:
        match, topic = self._match(), self._topic()
        if match is not None and topic is not None:
            say_belongs(self._session, match.document, match.block, topic, belongs)

    def _ask_kind(self, match: Match, statement: Statement) -> None:
        choices = [Choice(kind.value, name, chosen=kind is statement.kind) for kind, name in KIND_NAMES.items()]
        span = statement.start, statement.end
        choose(
            self._table,
            "What type of statement is it?",
            choices,
            lambda chosen: say_kind(self._session, match.document, match.block, span, StatementKind(chosen[0])),
        )

    def _match(self) -> Match | None:
        entry = self._table.area.entry()
        if entry is None or entry.passage is None:
            self._session.say(_NOTHING_CHOSEN)
            return None
        return entry.passage.match

    def _topic(self) -> Topic | None:
        shown = self._table.presentation
        return shown.loaded.comparison.topic if shown is not None else None

    def _silence_said(self, entry: Entry) -> list[str]:
        document, topic = self._table.area.document(), self._topic()
        if document is None or topic is None:
            return []
        return [
            one.annotation.id
            for one in self._session.library.annotations(document.id)
            if one.annotation.about is About.SILENCE
            and one.annotation.target == topic.id
            and one.annotation.value in ("", entry.row)
        ]
