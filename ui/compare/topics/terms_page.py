"""The page of the editor with the words that example passages share: what is ticked is a word of the topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from index.topics.model import TopicQuery
from ui.compare.topics.draft import Draft
from ui.compare.topics.wording import weight_name
from ui.session.background import Task
from ui.session.session import Session
from ui.theme.rows import Rows
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO

if TYPE_CHECKING:
    from index.topics.proposing import KeyTerm

Index = QModelIndex | QPersistentModelIndex
Passages = Sequence[tuple[str, str]]


class TermsModel(QAbstractListModel):
    """The proposed terms, each ticked while the draft looks for it."""

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._of = 0
        self.terms: tuple[tuple[KeyTerm, TopicQuery], ...] = ()
        draft.changed.connect(self._follow)

    def show_terms(self, terms: Sequence[tuple[KeyTerm, TopicQuery]], of: int) -> None:
        """Offer these, each with its query; they come from `of` examples."""
        self.beginResetModel()
        self.terms, self._of = tuple(terms), of
        self.endResetModel()

    def tick(self, row: int, on: bool) -> None:
        """Look for the term, or do not."""
        query = self.terms[row][1]
        others = tuple(one for one in self._draft.topic.queries if one.query != query.query)
        self._draft.change(replace(self._draft.topic, queries=(*others, query) if on else others))

    def tick_sure(self) -> None:
        """Look for the best term and for all that at least half of the examples hold, in one step."""
        held = {query.query for query in self._draft.topic.queries}
        sure = [query for at, (term, query) in enumerate(self.terms) if not at or 2 * len(term.held_by) >= self._of]
        new = tuple(query for query in sure if query.query not in held)
        self._draft.change(replace(self._draft.topic, queries=(*self._draft.topic.queries, *new)))

    def _follow(self) -> None:
        if self.terms:
            self.dataChanged.emit(self.index(0), self.index(len(self.terms) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.terms)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        term, query = self.terms[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            held = f"in {len(term.held_by)} of {self._of} examples, in {term.elsewhere:,} of {term.of:,} other passages"
            return f"{term.text}: {weight_name(query.weight).lower()}, {held}"
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = any(one.query == query.query for one in self._draft.topic.queries)
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick(index.row(), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


class TermsPage(QWidget):
    """Asks for the terms of some passages and offers them; Space ticks."""

    def __init__(self, session: Session, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self.terms = TermsModel(draft, self)
        self._said = Text("", Role.SECONDARY).wrapped()
        self._said.setContentsMargins(TWO, 0, TWO, 0)
        self.view = QListView()
        self.view.setModel(self.terms)
        self.view.setAccessibleName("Words that the examples share")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setItemDelegate(Rows(self.view, whole=True, elided=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._said)
        around = QVBoxLayout()
        around.setContentsMargins(STEP, 0, STEP, 0)
        around.addWidget(self.view)
        column.addLayout(around, 1)

    @property
    def settled(self) -> bool:
        return self._task is None or not self._task.waiting

    @property
    def said(self) -> str:
        """What stands above the terms."""
        return self._said.text()

    @property
    def in_use(self) -> bool:
        """Whether the draft was begun from passages."""
        return self._task is not None

    def begin(self, passages: Passages) -> None:
        """Propose the words that these passages share; those that most of them do are ticked."""
        self.forget()
        home, wanted = self._session.home, tuple(passages)

        def found() -> list[tuple[KeyTerm, TopicQuery]]:
            from index.topics.proposing import queries  # loads the search engine
            from index.topics.trying import proposed

            terms = proposed(home, wanted)
            return list(zip(terms, _carrying(queries(terms)), strict=True))

        self._task = self._session.run(found, lambda terms: self._show(terms, len(wanted)), self._fail)
        self._said.setText("Looking for the words that these passages share …")
        self.terms.show_terms((), len(wanted))

    def forget(self) -> None:
        """Offer nothing, and propose no words that are still being looked for: the draft is another."""
        if self._task is not None:
            self._task.forget()
        self._task = None
        self.terms.show_terms((), 0)

    def _show(self, terms: Sequence[tuple[KeyTerm, TopicQuery]], of: int) -> None:
        self.terms.show_terms(terms, of)
        if terms:
            self._said.setText(
                "These words set the passages apart from the rest of the library. Untick those there by chance."
            )
            self.terms.tick_sure()
        else:
            self._said.setText(
                "These passages share no words that set them apart. Add more examples, or write words yourself."
            )

    def _fail(self, error: Any) -> None:
        self._said.setText(f"{error.problem} {error.advice}")


def _carrying(queries: Sequence[TopicQuery]) -> Sequence[TopicQuery]:
    """The queries, the best of them as a sure sign where none is one: else the topic would not find its examples."""
    if not queries or any(query.weight >= 1.0 for query in queries):
        return queries
    return (replace(queries[0], weight=1.0), *queries[1:])
